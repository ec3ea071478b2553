import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Host } from '../../scripts/host/index.ts';
import { observeUnit } from '../../scripts/scenario/observe.ts';
import { Verbs } from '../../scripts/scenario/verbs.ts';
import { accessibilityFaults, openStage, type Stage, workbookWith } from '../pages/stage.ts';

vi.setConfig({ hookTimeout: 90_000, testTimeout: 60_000 });

const APP = 'https://script.google.com/macros/s/abc/exec';
const unit = 'Biblioteket';
const told = await workbookWith([
  { setting: { managerPage: APP } },
  { interest: { unit, staff: 4, managerName: 'Kim Ek', managerEmail: 'kim@example.org' } },
  { decide: { unit, decision: 'admit' } },
  {
    people: {
      unit,
      add: [
        { email: 'kim@example.org', name: 'Kim Ek', roles: ['manager'] },
        { email: 'lo@example.org', name: 'Lo Al' },
        { email: 'bo@example.org', name: 'Bo Ax' },
      ],
    },
  },
  { occasion: { unit, session: 1, starts: '2025-09-02T13:00' } },
  { occasion: { unit, session: 2, starts: '2025-09-30T13:00' } },
  { at: '2025-09-02T17:00', attendance: { unit, session: 1, present: '*', absent: ['bo@example.org'] } },
  { advance: '2025-09-03T10:00' },
]);
const begin = told.snapshot();
const verbs = new Verbs(told, 'vasterbotten');
beforeEach(() => told.restore(begin));

const linksTo = (address: string): string[] =>
  told.mail.flatMap(({ to, text }) =>
    to.includes(address) ? [...text.matchAll(/https:\/\/\S+\?sida=(\w+)/g)].map(([, token = '']) => token) : [],
  );
const lastLinkTo = (address: string): string => linksTo(address).at(-1) ?? '';
/** What a browser gets that asks for the page. */
const pageOf = (host: Host, token: string): Record<string, unknown> | null => {
  const { served } = host.get({ sida: token });
  const [, view = ''] = /<script type="application\/json" id="view">(.*)<\/script>/.exec(served?.content ?? '') ?? [];
  return JSON.parse(view);
};
describe("the manager's page", () => {
  it('is linked to in the mails that follow the admission, not in a receipt that anybody can have asked for', () => {
    const [receipt, ...rest] = told.mail.filter(({ to }) => to.includes('kim@example.org'));
    expect(receipt?.text).not.toContain('?sida=');
    expect(rest.length).toBeGreaterThan(0);
    for (const { text, html } of rest) {
      expect(text).toContain(`${APP}?sida=`);
      expect(html).toContain(`href="${APP}?sida=`);
    }
    expect(new Set(linksTo('kim@example.org')).size).toBe(1);
    expect(lastLinkTo('kim@example.org')).toMatch(/^\w{30,}$/);
  });

  it('says what the unit has to do, and names nobody', () => {
    const page = pageOf(told, lastLinkTo('kim@example.org'));
    expect(page).toMatchObject({
      on: '3 september 2025',
      programme: 'Hbtq-diplomering, Region Västerbotten',
      status: 'underway',
      label: 'Pågår',
      requirements: expect.arrayContaining([
        expect.objectContaining({ label: 'Närvaro', state: 'unknown', have: 2, need: 3 }),
      ]),
      occasions: [expect.stringMatching(/^Träff 2, 30 september 2025\skl.\s13.00$/)],
      deadlines: [],
      duties: { utbildningsträff: 2, 'Andra chansen': 1, webbutbildningarna: 3, reflektion: 3 },
    });
    expect(JSON.stringify(page)).not.toMatch(/Kim|Lo Al|Bo Ax|example\.org|Biblioteket/);
  });

  it('follows the facts within an office hour', () => {
    verbs.extend({ unit, deadline: 'plan', to: '2025-12-12', reason: 'bemanning' });
    told.advance('2025-09-03T11:00');
    expect(pageOf(told, lastLinkTo('kim@example.org'))).toMatchObject({
      deadlines: ['Handlingsplanen ska vara klar senast 12 december 2025.'],
    });
  });

  it('is another for a new manager, and the former one has none', () => {
    const old = lastLinkTo('kim@example.org');
    verbs.edit({ tab: 'Verksamheter', row: { unit }, column: 'Chefens e-post', value: 'lo@example.org' });
    verbs.occasion({ unit, session: 2, starts: '2025-10-07T13:00' });
    told.advance('2025-09-04T10:00');
    expect(pageOf(told, old)).toBeNull();
    expect(lastLinkTo('lo@example.org')).not.toBe(old);
    expect(pageOf(told, lastLinkTo('lo@example.org'))).toMatchObject({ status: 'underway' });
  });

  it('holds up no mail when the properties do not answer, and comes with the next run', () => {
    verbs.occasion({ unit, session: 2, starts: '2025-10-07T13:00' });
    const before = linksTo('kim@example.org').length;
    told.fault({ on: 'property', nth: 1, when: 'before', kind: 'throw' });
    told.advance('2025-09-03T11:00');
    expect(linksTo('kim@example.org').length).toBe(before + 1);
    told.advance('2025-09-03T12:00');
    const page = JSON.stringify(pageOf(told, lastLinkTo('kim@example.org')));
    expect(page).toContain('7 oktober 2025');
    expect(
      told.executions.flatMap(({ log }) => log).filter(({ text }) => text.startsWith('Chefernas sidor')),
    ).toHaveLength(1);
  });

  it('is gone when the round is withdrawn', () => {
    const token = lastLinkTo('kim@example.org');
    verbs.withdraw({ unit, reason: 'Omorganisation' }, '2025-09-03');
    told.advance('2025-09-04T10:00');
    expect(observeUnit(told, unit)).toMatchObject({ status: 'withdrawn' });
    expect(pageOf(told, token)).toBeNull();
  });

  it('is gone when the coordinators turn the pages off', () => {
    const token = lastLinkTo('kim@example.org');
    verbs.setting({ managerPage: '' });
    told.advance('2025-09-04T10:00');
    expect(pageOf(told, token)).toBeNull();
    expect(linksTo('kim@example.org').at(-1)).toBe(token);
  });

  it.each([
    ['nothing', ''],
    ['another token', 'k0000000000000000'],
    ['a name of another property', 'journal'],
    ['markup', '<script>alert(1)</script>'],
  ])('shows nothing of ours to who asks for %s', (_, token) => {
    expect(pageOf(told, token)).toBeNull();
  });

  it('takes only an address of a web app, and says what is wrong with another', () => {
    verbs.setting({ managerPage: 'javascript:alert(1)' });
    told.menu('Hälsokoll');
    const { value } = told.call('healthView', []);
    expect(JSON.stringify(value)).toContain('Adress till chefens sida: Skriv webbappens adress.');
  });
});

describe('in a browser', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it.each([320, 1000])('is found faultless by axe and fits in a window of %i pixels', async (width) => {
    const { served } = told.get({ sida: lastLinkTo('kim@example.org') });
    expect(served).toMatchObject({ title: 'Er diplomering', metaTags: [{ name: 'viewport' }] });
    const page = await stage.show(served?.content ?? '', told, width);
    await page.getByRole('heading', { level: 1, name: 'Så går det för er' }).waitFor();
    await page.getByRole('progressbar', { name: /^Närvaro: 2 av 3/ }).waitFor();
    await page.getByText('Andra chansen: 1 medarbetare').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });

  it('tells who has an old link what to do', async () => {
    const page = await stage.show(told.get({ sida: 'k00' }).served?.content ?? '', told, 320);
    await page.getByRole('heading', { level: 1, name: 'Sidan finns inte' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
