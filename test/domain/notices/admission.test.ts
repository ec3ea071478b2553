import { describe, expect, it } from 'vitest';
import { HBTQ_KLIVET, JAMTLAND_HARJEDALEN, PROGRAMMES, VASTERBOTTEN } from '../../../src/programmes/index.ts';
import { kinds, occasion, Reader, round, staff, standing, tell } from './story.ts';

describe('the decision about a place', () => {
  it.each(PROGRAMMES.map((programme) => [programme.id, programme] as const))('is told once in %s', (_, programme) => {
    const reader = new Reader(programme).read(round(programme, { people: staff(3) }), '2025-09-01', '2025-09-20');
    expect(reader.since().filter((line) => line.endsWith(' admitted'))).toEqual(['2025-09-01 admitted']);
  });

  it('says nothing before anything is decided', () => {
    const waiting = round(VASTERBOTTEN, { decision: null, decisionOn: null });
    expect(standing(waiting, VASTERBOTTEN, '2025-09-10')).toEqual([]);
  });

  it('is not told again when its date is retyped', () => {
    const told = tell({}, standing(round(VASTERBOTTEN), VASTERBOTTEN, '2025-09-10'), '2025-09-10');
    const retyped = round(VASTERBOTTEN, { decisionOn: round(VASTERBOTTEN).interestOn });
    expect(kinds(standing(retyped, VASTERBOTTEN, '2025-09-11', told))).toEqual([]);
  });

  it('is told anew each time that it becomes another', () => {
    const reader = new Reader(JAMTLAND_HARJEDALEN);
    const decided = (decision: 'admit' | 'waitlist' | 'decline') => round(JAMTLAND_HARJEDALEN, { decision });
    reader.read(decided('waitlist'), '2025-09-01', '2025-09-03');
    reader.read(decided('admit'), '2025-09-04', '2025-09-06');
    reader.read(decided('decline'), '2025-09-07', '2025-09-08');
    reader.read(decided('admit'), '2025-09-09', '2025-09-12');
    expect(reader.since()).toEqual([
      '2025-09-01 waitlisted',
      '2025-09-04 admitted',
      '2025-09-07 declined',
      '2025-09-09 admitted',
    ]);
    expect(new Set(Object.keys(reader.told)).size).toBe(4);
  });

  it.each([
    ['no-places', ['declined']],
    ['duplicate', []],
    ['', ['declined']],
  ])('is a no, but for who is signed up already: %s', (decisionReason, expected) => {
    const declined = round(VASTERBOTTEN, { decision: 'decline', decisionReason });
    expect(kinds(standing(declined, VASTERBOTTEN, '2025-09-10'))).toEqual(expected);
  });

  it('stands no more when the round has been withdrawn before the mail left', () => {
    const withdrawn = round(VASTERBOTTEN, { withdrawnOn: round(VASTERBOTTEN).decisionOn });
    expect(standing(withdrawn, VASTERBOTTEN, '2025-09-10')).toEqual([]);
  });
});

describe('material before the first session', () => {
  const facts = round(VASTERBOTTEN, { occasions: [occasion(1, '2025-10-06'), occasion(2, '2025-11-03')] });

  it.each([
    ['the day before three weeks are left', '2025-09-14', false],
    ['the day on which three weeks are left', '2025-09-15', true],
    ['the day after', '2025-09-16', true],
    ['the day of the session', '2025-10-06', true],
    ['the day after the session', '2025-10-07', false],
  ])('%s', (_, today, expected) => {
    expect(kinds(standing(facts, VASTERBOTTEN, today)).includes('material')).toBe(expected);
  });

  it('is told once, also when the session is moved afterwards', () => {
    const reader = new Reader(VASTERBOTTEN).read(facts, '2025-09-10', '2025-09-20');
    const moved = round(VASTERBOTTEN, { occasions: [occasion(1, '2025-10-13'), occasion(2, '2025-11-03')] });
    reader.read(moved, '2025-09-21', '2025-10-13');
    expect(reader.since().filter((line) => line.endsWith(' material'))).toEqual(['2025-09-15 material']);
  });

  it('follows the first occasion where the session is offered on several', () => {
    const occasions = [occasion(1, '2025-10-20', { label: 'B' }), occasion(1, '2025-10-06', { label: 'A' })];
    const material = standing(round(VASTERBOTTEN, { occasions }), VASTERBOTTEN, '2025-09-20').find(
      ({ kind }) => kind === 'material',
    );
    expect(material?.reference).toBe(occasions[1]?.day);
  });

  it('comes with the admission in a programme without sessions', () => {
    expect(kinds(standing(round(HBTQ_KLIVET), HBTQ_KLIVET, '2025-09-01'))).toEqual(['admitted', 'material']);
  });

  it('does not exist where no web course has to be done', () => {
    const own = round(JAMTLAND_HARJEDALEN, { occasions: [occasion(1, '2025-09-22')] });
    expect(kinds(standing(own, JAMTLAND_HARJEDALEN, '2025-09-15'))).not.toContain('material');
  });
});
