import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { observeUnit, stateOf } from '../../scripts/scenario/observe.ts';
import { accessibilityFaults, openStage, type Stage, select, workbookWith } from './stage.ts';

vi.setConfig({ hookTimeout: 90_000, testTimeout: 60_000 });

const LIBRARY = 'Biblioteket <b>"Åsnan" & Co</b>';
const PEOPLE = ['a', 'b', 'c', 'd'].map((name) => ({ email: `${name}@example.org` }));
const STORY = [
  { interest: { unit: LIBRARY, staff: 4, managerName: 'Kim Ek', managerEmail: 'a@example.org' } },
  { interest: { unit: 'Stadsarkivet', staff: 9, managerName: 'Bo Ek', managerEmail: 'bo@example.org' } },
  { decide: { unit: LIBRARY, decision: 'admit' } },
  { people: { unit: LIBRARY, add: [{ ...PEOPLE[0], roles: ['manager'] }, ...PEOPLE.slice(1)] } },
  { occasion: { unit: LIBRARY, session: 1, starts: '2025-09-10T13:00' } },
  { occasion: { unit: LIBRARY, session: 2, starts: '2025-10-10T13:00' } },
  { at: '2025-09-10T17:00', attendance: { unit: LIBRARY, session: 1, present: '*', absent: ['d@example.org'] } },
];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const told = await workbookWith(STORY);
const begin = told.snapshot();
const open = async (tab: string, key: string, text: string) => {
  told.restore(begin);
  select(told, tab, key, text);
  told.menu('Sidopanel');
  return stage.open(told, 320);
};

describe('the side panel', () => {
  it('opens with three calls that leave the script', async () => {
    select(told, 'Verksamheter', 'unit', LIBRARY);
    told.meter();
    told.menu('Sidopanel');
    told.call('panelView', []);
    expect(told.meter().executions.reduce((sum, run) => sum + run.backend, 0)).toBeLessThanOrEqual(3);
  });

  it.each([
    ['Verksamheter', 'unit', LIBRARY],
    ['Deltagare', 'email', 'c@example.org'],
    ['Tillfällen', 'unit', LIBRARY],
  ])('shows the unit of the marked row on %s, with its name as text', async (tab, key, text) => {
    const page = await open(tab, key, text);
    expect(await page.locator('h1').textContent()).toBe(LIBRARY);
    expect(await page.locator('.status').textContent()).toBe('Pågår');
    expect(await page.getByRole('progressbar', { name: /^Närvaro/ }).count()).toBe(1);
    expect(await page.getByText('d@example.org').count()).toBeGreaterThan(0);
  });

  it('is found faultless by axe with every form open, and needs no scrolling sideways at 320 pixels', async () => {
    const page = await open('Verksamheter', 'unit', LIBRARY);
    await page.evaluate(
      "for (const act of document.querySelectorAll('details')) { act.removeAttribute('name'); act.open = true; }",
    );
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });

  it('offers every unit where the marked row is of none, and goes back to the marked row', async () => {
    const page = await open('Start', 'section', 'finns inte');
    expect(await page.getByRole('status').textContent()).toContain('ställ markören på dess rad');
    expect(await accessibilityFaults(page)).toEqual([]);
    const units = page.getByLabel('Verksamhet');
    expect(await units.locator('option').allTextContents()).toEqual(['Välj …', LIBRARY, 'Stadsarkivet']);
    await units.selectOption('Stadsarkivet');
    await page.getByRole('heading', { level: 1, name: 'Stadsarkivet' }).waitFor();
    await units.selectOption(LIBRARY);
    await page.getByRole('heading', { level: 1, name: LIBRARY }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Visa markerad rad' }).click();
    await page.getByRole('heading', { name: 'Ingen verksamhet är vald' }).waitFor();
    select(told, 'Verksamheter', 'unit', LIBRARY);
    await page.getByRole('button', { name: 'Visa markerad rad' }).click();
    await page.getByRole('heading', { level: 1, name: LIBRARY }).waitFor();
    expect(await units.count()).toBe(0);
  });

  it('admits a unit by the keyboard alone', async () => {
    const page = await open('Verksamheter', 'unit', 'Stadsarkivet');
    for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Spara beslutet' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Besluta om anmälan: klart.').waitFor();
    expect(await page.locator('.status').textContent()).toBe('Antagen');
    expect(observeUnit(told, 'Stadsarkivet')).toMatchObject({ status: 'admitted' });
  });

  it('moves the last day of the plan, with its reason', async () => {
    const page = await open('Verksamheter', 'unit', LIBRARY);
    await page.getByText('Flytta en sista dag').click();
    await page.getByLabel('Vad gäller det?').selectOption('Planen');
    await page.getByLabel('Ny sista dag').fill('2026-02-01');
    await page.getByLabel('Skäl').first().selectOption('Bemanning');
    await page.getByRole('button', { name: 'Flytta' }).click();
    await page.getByText('Flytta en sista dag: klart.').waitFor();
    expect(observeUnit(told, LIBRARY)).toMatchObject({ deadlines: [{ kind: 'plan', due: '2026-02-01' }] });
  });

  it.each([
    [
      'plan',
      { planOn: '2025-09-10', planLink: 'https://plan.example.org' },
      { requirements: { plan: { state: 'met' } } },
    ],
    ['certify', { diplomaOn: '2025-09-10', overrideReason: 'Särskilt beslut' }, { status: 'certified' }],
    ['withdraw', { withdrawnOn: '2025-09-10', withdrawnReason: 'Bemanning' }, { status: 'withdrawn' }],
  ])('does the act %s, by the cells that a coordinator would have typed in', (act, values, expected) => {
    told.restore(begin);
    const code = stateOf(told, LIBRARY)?.roundId;
    const { value } = told.call('panelAct', [code, act, values]);
    expect(value).toMatchObject({ isProblem: false, message: expect.stringMatching(/: klart\.$/) });
    expect(observeUnit(told, LIBRARY)).toMatchObject(expected);
  });

  it('offers only what makes sense for the unit as it stands', () => {
    told.restore(begin);
    const acts = (unit: string): unknown => {
      select(told, 'Verksamheter', 'unit', unit);
      return Object(told.call('panelView', ['']).value).unit.acts.map(({ key }: { readonly key: string }) => key);
    };
    expect(acts('Stadsarkivet')).toEqual(['decide', 'withdraw']);
    expect(acts(LIBRARY)).toEqual(['plan', 'extend', 'certify', 'withdraw']);
  });

  it('says what is wrong and writes nothing when a fact lies in the future', () => {
    told.restore(begin);
    const code = stateOf(told, LIBRARY)?.roundId;
    const { value } = told.call('panelAct', [code, 'plan', { planOn: '2027-01-01', planLink: '=1+1' }]);
    expect(value).toMatchObject({ isProblem: true, message: 'Planen kom in: datumet ligger i framtiden.' });
    expect(observeUnit(told, LIBRARY)).toMatchObject({ requirements: { plan: { state: 'unmet' } } });
  });
});
