import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { accessibilityFaults, openStage, type Stage, select, workbookWith } from './stage.ts';

vi.setConfig({ hookTimeout: 90_000, testTimeout: 60_000 });

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const unit = 'Biblioteket';
const on = '2025-10-20';
const told = await workbookWith([
  { interest: { unit, staff: 4, managerName: 'Kim Ek', managerEmail: 'kim@example.org' } },
  { interest: { unit: 'Museet', staff: 9, managerName: 'Bo Ek', managerEmail: 'bo@example.org' } },
  { decide: { unit, decision: 'admit' } },
  {
    people: {
      unit,
      add: [
        { email: 'oden@example.org', name: 'Östen <b>Ö</b>' },
        { email: 'ada@example.org', name: 'Ada Al', roles: ['manager'] },
        { email: 'new@example.org', name: 'Ny Ny', from: '2025-10-14' },
        { email: 'away@example.org', name: 'Bort Bo', leave: [{ from: '2025-09-01', to: '2025-10-10' }] },
      ],
    },
  },
  { occasion: { unit, session: 1, starts: '2025-10-06T13:00', place: 'Sal A' } },
  { occasion: { unit, session: 2, starts: '2025-10-13T09:05', digital: true } },
  { at: '2025-10-06T17:00', attendance: { unit, session: 1, present: '*' } },
  { at: '2025-10-13T17:00', attendance: { unit, session: 2, present: '*' } },
  { at: '2025-10-20T08:00', complete: { unit, activity: 'course', people: '*', on } },
  { complete: { unit, activity: 'reflection', people: '*', on } },
  { plan: { unit, on } },
  { certify: { unit, on } },
]);

async function open(tab: string, text: string): Promise<Page> {
  select(told, tab, 'unit', text);
  told.menu('Diplom och närvarolistor…');
  return stage.open(told, 720);
}

const paper = async (page: Page, choice: string): Promise<string[]> => {
  await page.getByLabel('Vad').selectOption(choice);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('heading', { level: 1 }).waitFor();
  const lines = await frame.locator('h1, h1 ~ p, p, th, td').allInnerTexts();
  return lines.map((line) => line.trim()).filter((line) => line !== '');
};

describe('the page to print from', () => {
  it('offers the diploma and a list for each occasion, by keyboard and for a screen reader too', async () => {
    const page = await open('Verksamheter', unit);
    expect(await page.getByLabel('Vad').locator('option').allTextContents()).toEqual([
      'Diplom',
      'Närvarolista: Träff 1, 6 oktober 2025 kl. 13.00',
      'Närvarolista: Träff 2, 13 oktober 2025 kl. 09.05',
    ]);
    await page.frameLocator('iframe').getByText('har uppfyllt kraven för diplomering').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('lists those who are employed on the day and not away, as text, with lines to spare', async () => {
    const page = await open('Tillfällen', unit);
    expect(await paper(page, 'Närvarolista: Träff 1, 6 oktober 2025 kl. 13.00')).toEqual([
      'Närvarolista – Biblioteket',
      'Hbtq-diplomering\nTräff 1, 6 oktober 2025 kl. 13.00\nSal A',
      'Namn',
      'Närvarande',
      'Ada Al',
      'Östen <b>Ö</b>',
    ]);
    const second = await paper(page, 'Närvarolista: Träff 2, 13 oktober 2025 kl. 09.05');
    await expect.poll(() => paper(page, 'Närvarolista: Träff 2, 13 oktober 2025 kl. 09.05')).toContain('Bort Bo');
    expect(second.join()).not.toContain('Ny Ny');
  });

  it('prints what is shown', async () => {
    const page = await open('Verksamheter', unit);
    await page.frameLocator('iframe').getByText('har uppfyllt kraven').waitFor();
    // The window of the frame is the one that prints.
    await page.evaluate(`{
      const shown = document.querySelector('iframe').contentWindow;
      shown.print = () => document.body.setAttribute('data-printed', shown.document.title);
    }`);
    await page.getByRole('button', { name: 'Skriv ut' }).click();
    expect(await page.locator('body').getAttribute('data-printed')).toBe('Diplom – Biblioteket');
  });

  it('offers every unit where the marked row is of none', async () => {
    const page = await open('Verksamheter', 'finns inte');
    await page.getByText('Välj en verksamhet.').waitFor();
    await page.getByLabel('Verksamhet').selectOption(unit);
    await page.frameLocator('iframe').getByText('har uppfyllt kraven för diplomering').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Verksamhet').selectOption('Museet');
    await page.getByText('Museet har varken diplom eller tillfällen än.').waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
  });

  it('says so where there is nothing to print', async () => {
    const museum = await open('Verksamheter', 'Museet');
    await museum.getByText('Museet har varken diplom eller tillfällen än.').waitFor();
  });
});
