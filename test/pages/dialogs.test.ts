import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Host } from '../../scripts/host/index.ts';
import { observeHealth, observeMail, observePeople, observeUnit } from '../../scripts/scenario/observe.ts';
import { TabView } from '../../scripts/scenario/tab-view.ts';
import { Verbs } from '../../scripts/scenario/verbs.ts';
import { accessibilityFaults, openStage, type Stage, workbookWith } from './stage.ts';

vi.setConfig({ hookTimeout: 90_000, testTimeout: 60_000 });

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const told = await workbookWith([
  { interest: { unit: 'Stadsarkivet', staff: 9, managerName: 'Bo Ek', managerEmail: 'bo@example.org' } },
]);
const begin = told.snapshot();
const open = async (item: string, width = 720): Promise<Page> => {
  told.menu(item);
  return stage.open(told, width);
};

const UNITS = [
  'Arbetsplats\tProgram\tAnsvarig chef\tDnr\tDiplomerad den\tFärg',
  'Museet\tHbtq-diplomering, Region Västerbotten\tEli Lind\tA 1\t2024-03-01\tblå',
  '=1+1 & <i>Teatern</i>\tHbtq-diplomering, Region Västerbotten\tKim Ek\tA 2\tnyss\tröd',
  'Stadsarkivet\tHbtq-diplomering, Region Västerbotten\tBo Ek\tA 3\t\t',
  '\tHbtq-diplomering, Region Västerbotten\tNamnlös\t\t\t',
].join('\n');

const preview = async (page: Page, list: string): Promise<string> => {
  await page.getByLabel('Listan').fill(list);
  await page.getByRole('button', { name: 'Förhandsgranska' }).click();
  await page.getByText('Det här skulle hända').waitFor();
  return (await page.locator('#content').textContent()) ?? '';
};

describe('the import dialog', () => {
  it('shows what a list of units would do before anything is written, and then does it without a single mail', async () => {
    told.restore(begin);
    const page = await open('Importera lista…');
    const shown = await preview(page, UNITS);
    expect(shown).toContain('2 läggs till, 1 ändras, 0 är redan lika, 1 tas inte med.');
    expect(shown).toContain('Hoppas över: Färg.');
    expect(shown).toContain('Raden saknar verksamhetens namn.');
    expect(shown).toContain('nyss');
    expect(shown).toContain('=1+1 & <i>Teatern</i>');
    expect(observeUnit(told, 'Museet')).toMatchObject({ status: null });
    expect(await accessibilityFaults(page)).toEqual([]);
    const before = told.mail.length;
    await page.getByRole('button', { name: 'Importera 3 rader' }).click();
    await page.getByText('Klart. Tillagda rader: 2. Ändrade rader: 1.').waitFor();
    expect(observeUnit(told, 'Museet')).toMatchObject({ status: 'certified', diploma: { on: '2024-03-01' } });
    told.advance('2025-09-05T12:00');
    expect(told.mail.slice(before).filter((mail) => !mail.subject.startsWith('Att göra'))).toEqual([]);
    expect(observeMail(told)).toMatchObject({ counts: { certified: 0 } });
  });

  it('changes nothing the second time', async () => {
    const page = await open('Importera lista…');
    expect(await preview(page, UNITS)).toContain('0 läggs till, 0 ändras, 3 är redan lika, 1 tas inte med.');
    expect(await page.getByRole('button', { name: /^Importera/ }).count()).toBe(0);
  });

  it('takes people, and refuses those of a unit that nobody knows', async () => {
    told.restore(begin);
    const page = await open('Importera lista…', 320);
    await page.getByLabel('Medarbetare').check();
    const list =
      'Enhet;Namn;Mejl;Befattning\nstadsarkivet;Bo Ek;Bo@Example.org;Enhetschef\nCirkusen;Li Ek;li@example.org;';
    const shown = await preview(page, list);
    expect(shown).toContain('1 läggs till, 0 ändras, 0 är redan lika, 1 tas inte med.');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await page.getByRole('button', { name: 'Importera 1 rad' }).click();
    await page.getByText('Klart. Tillagda rader: 1.').waitFor();
    expect(observePeople(told, 'Stadsarkivet')).toMatchObject([{ email: 'bo@example.org', roles: ['manager'] }]);
    expect(await preview(page, list.replace('Bo Ek', 'Bo Ekman'))).toContain('0 läggs till, 1 ändras');
    await page.getByRole('button', { name: 'Importera 1 rad' }).click();
    await page.getByText('Klart. Tillagda rader: 0. Ändrade rader: 1.').waitFor();
    expect(observePeople(told, 'Stadsarkivet')).toMatchObject([{ name: 'Bo Ekman' }]);
  });
});

describe('the tabs of an older workbook', () => {
  const people = ['kim@example.org', 'bo@example.org', 'li@example.org'];
  const older = async (): Promise<Host> => {
    const unit = 'Museet';
    const attend = (session: number, on: string) => [
      { occasion: { unit, session, starts: `${on}T13:00` } },
      { at: `${on}T17:00`, attendance: { unit, session, present: '*' } },
    ];
    return workbookWith(
      [
        { interest: { unit, staff: 3, managerName: 'Kim Ek', managerEmail: people[0], unitType: 'Annat' } },
        { decide: { unit, decision: 'admit' } },
        {
          people: {
            unit,
            add: people.map((email, index) => ({
              email,
              name: `Medarbetare ${index}`,
              roles: index === 0 ? ['manager'] : [],
              ...(index === 2 && { earlierDiploma: 2020, leave: [{ from: '2023-10-01', to: '2023-10-20' }] }),
            })),
          },
        },
        ...attend(1, '2023-09-05'),
        ...attend(2, '2023-09-06'),
        { outage: { until: '2023-11-20T08:00' } },
        { at: '2023-11-20T08:00', plan: { unit, on: '2023-11-15' } },
        { complete: { unit, activity: 'course', people: '*', on: '2023-11-16' } },
        { complete: { unit, activity: 'reflection', people: '*', on: '2023-11-16' } },
        { certify: { unit, on: '2023-11-20' } },
        { advance: '2023-11-21T12:00' },
      ],
      '2023-09-04T08:00',
    );
  };
  /** What the clipboard gets of a whole tab, its hidden row and columns too. */
  const copied = (host: Host, tab: string): string =>
    host
      .shown(`${tab}!A1:BZ20`)
      .map((row) => row.join('\t'))
      .join('\n');

  it('are taken in with the diplomas and what people have done, and the same tabs once more change nothing', async () => {
    told.restore(begin);
    const source = await older();
    expect(observeUnit(source, 'Museet')).toMatchObject({ diploma: { on: '2023-11-20' } });
    const page = await open('Importera lista…');
    const shown = await preview(page, copied(source, 'Verksamheter'));
    expect(shown).toContain('1 läggs till, 0 ändras, 0 är redan lika, 0 tas inte med.');
    await page.getByRole('button', { name: 'Importera 1 rad' }).click();
    await page.getByText('Klart. Tillagda rader: 1.').waitFor();
    await page.getByLabel('Medarbetare').check();
    expect(await preview(page, copied(source, 'Deltagare'))).toContain(
      '3 läggs till, 0 ändras, 0 är redan lika, 0 tas inte med.',
    );
    await page.getByRole('button', { name: 'Importera 3 rader' }).click();
    await page.getByText('Klart. Tillagda rader: 3.').waitFor();
    expect(observeUnit(told, 'Museet')).toMatchObject({ status: 'certified', diploma: { on: '2023-11-20' } });
    const dates = { reflection: '2023-11-16', course: '2023-11-16', sessions: { 1: true, 2: true } };
    expect(observePeople(told, 'Museet')).toMatchObject(people.map((email) => ({ email, ...dates })));
    expect(observeHealth(told)).toEqual([]);
    expect(await preview(page, copied(source, 'Deltagare'))).toContain(
      '0 läggs till, 0 ändras, 3 är redan lika, 0 tas inte med.',
    );
  });
});

describe('the health check', () => {
  it('names what cannot be read by its cell', async () => {
    told.restore(begin);
    new Verbs(told, 'vasterbotten').edit({
      tab: 'Verksamheter',
      row: { unit: 'Stadsarkivet' },
      column: 'Plan inkom',
      value: 'strax <b>',
    });
    const page = await open('Hälsokoll', 320);
    expect(await page.locator('#content').textContent()).toContain('strax <b>');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });

  it('puts back the deleted row of a unit, as it was', async () => {
    told.restore(begin);
    const before = observeUnit(told, 'Stadsarkivet');
    new Verbs(told, 'vasterbotten').sheet({ do: 'deleteRow', tab: 'Verksamheter', row: { unit: 'Stadsarkivet' } });
    const page = await open('Hälsokoll');
    await page.getByRole('button', { name: 'Lägg tillbaka Stadsarkivet' }).click();
    await page.getByText('Stadsarkivet är tillbaka. Inga fel hittades.').waitFor();
    expect(observeUnit(told, 'Stadsarkivet')).toEqual(before);
    expect(new TabView(told, 'Verksamheter').rows('unit')).toHaveLength(1);
  });
});

describe('a deleted row of a person', () => {
  const email = 'lo@example.org';
  const facts = { email, name: 'Lo Ek', roles: ['doctor'], from: '2025-03-01', earlierDiploma: 2019 };
  const leave = [{ from: '2025-12-01', to: '2026-01-31' }];
  const unit = 'Stadsarkivet';
  const verbs = new Verbs(told, 'vasterbotten');
  const remove = (): void => verbs.sheet({ do: 'deleteRow', tab: 'Deltagare', row: { email } });
  const staffed = (): void => {
    told.restore(begin);
    verbs.people({
      unit,
      add: [
        { email: 'bo@example.org', name: 'Bo Ek' },
        { ...facts, leave },
      ],
    });
    verbs.edit({ tab: 'Deltagare', row: { email }, column: 'Påfyllnad', value: '2022-04-28; 2025-05-10' });
    told.menu('Uppdatera alla');
  };
  const refreshers = (): unknown[] => {
    const view = new TabView(told, 'Deltagare');
    return view.rows('email').map((row) => view.get(row, 'refresher'));
  };

  it('is put back as it was last seen, once', async () => {
    staffed();
    const before = observePeople(told, unit);
    remove();
    expect(observePeople(told, unit)).toHaveLength(1);
    const page = await open('Hälsokoll');
    await page.getByRole('button', { name: 'Lägg tillbaka Lo Ek, Stadsarkivet' }).click();
    await page.getByText('Lo Ek, Stadsarkivet är tillbaka. Inga fel hittades.').waitFor();
    expect(observePeople(told, unit)).toEqual(before);
    expect(refreshers()).toContain('2022-04-28; 2025-05-10');
    expect(await accessibilityFaults(page)).toEqual([]);
    const again = await open('Hälsokoll');
    await again.getByText('Inga fel hittades.').waitFor();
  });

  it('is not offered where the person has moved to another unit’s list', async () => {
    staffed();
    verbs.interest({ unit: 'Museet', staff: 4, managerName: 'Kim Ek', managerEmail: 'kim@example.org' });
    verbs.edit({ tab: 'Deltagare', row: { email }, column: 'Verksamhet', value: 'Museet' });
    const page = await open('Hälsokoll');
    await page.getByText('Inga fel hittades.').waitFor();
    expect([observePeople(told, unit), observePeople(told, 'Museet')]).toMatchObject([[{}], [{ email }]]);
  });
});

describe('the dialog about rules', () => {
  it('says what a changed rule would do before anybody has confirmed it', async () => {
    told.restore(begin);
    const verbs = new Verbs(told, 'vasterbotten');
    verbs.rule({ from: '2025-09-01', set: { 'attendance.share': '80 %' }, confirm: false });
    const page = await open('Regler…', 320);
    const shown = await page.locator('#content').textContent();
    expect(shown).toContain('Närvaro: andel som krävs: 80 %, från 2025-09-01');
    expect(shown).toContain('Berör 1 verksamhet. Övriga: Stadsarkivet');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });
});

describe('what holds in the programmes', () => {
  it('stands with its source, says what is our assumption, and has a confirmed change as a version of its own', async () => {
    told.restore(begin);
    const verbs = new Verbs(told, 'vasterbotten');
    verbs.rule({ from: '2025-09-01', set: { 'attendance.share': '80 %' }, confirm: true });
    const page = await open('Regler…', 720);
    await page.locator('summary', { hasText: 'Region Västerbotten' }).click();
    const versions = page.locator('details[open] table');
    expect(await page.locator('details[open] h3').allTextContents()).toEqual([
      'Gäller från 1 september 2025',
      'Gäller från 1 januari 2020',
    ]);
    const rowOf = (table: Locator, text: string) =>
      table.locator('tr').filter({ hasText: text }).locator('td').allTextContents();
    expect(await rowOf(versions.first(), 'Andel som ska ha varit med *')).toEqual([
      '80\u00a0%',
      'Ändrat i fliken Regler från 1 september 2025.',
    ]);
    expect(await rowOf(versions.last(), 'Andel som ska ha varit med *')).toEqual([
      '90\u00a0%',
      expect.stringContaining('90 %'),
    ]);
    expect(await rowOf(versions.last(), 'Hur närvaron räknas *')).toEqual([
      'samma personer på alla träffar',
      expect.stringMatching(/^Antagande\. /),
    ]);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

describe('the preview of mails', () => {
  const letterOf = (page: Page) => page.frameLocator('iframe').locator('main');

  it('shows any mail as the chosen unit would get it, in the words that stand in Mallar', async () => {
    told.restore(begin);
    const verbs = new Verbs(told, 'vasterbotten');
    const row = { Slag: 'Uppföljning', Program: 'Hbtq-diplomering, Region Västerbotten' };
    verbs.edit({ tab: 'Mallar', row, column: 'Text', value: 'Nu hälsar vi på hos {{verksamhet}}.' });
    const page = await open('Förhandsgranska mejl…', 320);
    await page.getByLabel('Verksamhet').selectOption('Stadsarkivet');
    await page.getByLabel('Mejl', { exact: true }).selectOption('Uppföljning');
    await letterOf(page).getByText('Nu hälsar vi på hos Stadsarkivet.').waitFor();
    expect(await page.locator('#message').textContent()).toBe('Ämne: Dags för uppföljning – Stadsarkivet');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });

  it("says when the unit's programme has no such mail, and sends nothing", async () => {
    told.restore(begin);
    const sent = told.mail.length;
    const page = await open('Förhandsgranska mejl…');
    await page.getByLabel('Mejl', { exact: true }).selectOption('Genomförd');
    await page.getByText('Verksamhetens program har inget sådant mejl.').waitFor();
    expect(told.mail.length).toBe(sent);
  });
});

describe('help and about', () => {
  it.each(['Hjälp', 'Om'])('%s is found faultless by axe and fits in 320 pixels', async (item) => {
    const page = await open(item, 320);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });
});
