import { describe, expect, it } from 'vitest';
import { composeDigest, DIGEST_GROUPS, type DigestItem } from '../../src/messages/index.ts';
import { day } from '../domain/notices/story.ts';

const TODAY = day('2025-12-16');
const item = (group: DigestItem['group'], about: string, on: string | null = null): DigestItem => ({
  group,
  about,
  text: 'Något ska göras.',
  day: on === null ? null : day(on),
});

describe('the digest', () => {
  it('is not sent when nothing needs a person, also not for what merely comes', () => {
    expect(composeDigest([], TODAY)).toBeNull();
    expect(composeDigest([item('coming', 'Biblioteket', '2025-12-20')], TODAY)).toBeNull();
  });

  it('has its groups in order, each with its number, earliest first', () => {
    const items = [...DIGEST_GROUPS]
      .reverse()
      .flatMap((group) => [item(group, `${group} sen`, '2025-12-10'), item(group, `${group} tidig`, '2025-12-01')]);
    const mail = composeDigest(items, TODAY);
    const places = DIGEST_GROUPS.flatMap((group) => [
      mail?.text.indexOf(`- ${group} tidig`) ?? -1,
      mail?.text.indexOf(`- ${group} sen`) ?? -1,
    ]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(mail?.text).toContain('Osäkra mejl: skickades de? (2)');
    expect(mail?.subject).toBe('Att göra i dag: tolv saker');
  });

  it('counts one thing as one', () => {
    expect(composeDigest([item('overdue', 'Biblioteket')], TODAY)?.subject).toBe('Att göra i dag: en sak');
  });

  it('leaves the end of a long list to the workbook', () => {
    const mail = composeDigest(
      Array.from({ length: 45 }, (_, index) => item('fault', `Rad ${index}`)),
      TODAY,
    );
    expect(mail?.text).toContain('och 15 till: se fliken Start');
    expect(mail?.text).toContain('Går inte att läsa i arbetsboken (45)');
  });

  it('shows names as text', () => {
    const mail = composeDigest([item('decide', '<b>x</b>\nBcc: y')], TODAY);
    expect(mail?.html).not.toContain('<b>');
    expect(mail?.text).not.toMatch(/^Bcc/m);
  });
});
