import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { displayAt } from '../../scripts/host/sheet/display.ts';
import { GridDriver } from './grid.ts';
import { accessibilityFaults, eventually, openSite, type Site } from './site.ts';

let site: Site;
let page: Page;
let grid: GridDriver;
let fresh: ReturnType<Site['host']['snapshot']>;

beforeAll(async () => {
  site = await openSite({ installed: true });
  fresh = site.host.snapshot();
});
afterAll(() => site.close());
beforeEach(async () => {
  // First, or the page of the last test would tell the host which tab it shows, after all has been put back.
  await page?.context().close();
  site.host.restore(fresh);
  site.server.restarted();
  const sheet = site.host.spreadsheet.sheetByName('Lån');
  if (sheet) site.host.spreadsheet.records.activeSheetId = sheet.id;
  page = await site.open('/arbetsbok');
  grid = await new GridDriver(page).ready();
});

/** What the host holds, which is what both windows must show. */
const shown = (name: string): string => {
  const sheet = site.host.spreadsheet.sheetByName('Lån');
  const [, letters = 'A', number = '1'] = /^([A-Z])(\d+)$/.exec(name) ?? [];
  return sheet ? displayAt(sheet, Number(number) - 1, letters.charCodeAt(0) - 65) : '';
};

const until = async (name: string, text: string): Promise<void> => {
  await eventually(() => shown(name)).toBe(text);
};

describe('the workbook in the grid', () => {
  it('opens with the tab that is active, and says what the marked cell holds', async () => {
    await grid.mark('A2');
    await grid.waitForStatus('Lån A2 · Bok: Åsnans år');
  });

  it('takes what is typed, reads it as Sheets does, and shows at once what the script writes', async () => {
    await grid.mark('D3');
    await grid.type('2025-10-06');
    await until('D3', '2025-10-06');
    await until('F3', 'ändrad');
    await grid.mark('F3');
    await grid.waitForStatus('Ändrad: ändrad');
  });

  it('keeps a formula and shows its result, with the formula in the cell when it is edited', async () => {
    await grid.mark('G2');
    await grid.type('=1+2');
    await until('G2', '3');
    await grid.mark('G2');
    await grid.waitForStatus('Lån G2 · 3');
    await page.keyboard.press('F2');
    await page.keyboard.type('0');
    await page.keyboard.press('Enter');
    await until('G2', '21');
  });

  it('edits the formula that came to a cell while it was marked', async () => {
    await grid.mark('G2');
    site.host.edit({ range: 'Lån!G2', value: '=1+2' });
    site.server.publish();
    await grid.waitForStatus('Lån G2 · 3');
    await page.keyboard.press('F2');
    await page.keyboard.type('0');
    await page.keyboard.press('Enter');
    await until('G2', '21');
  });

  it('refuses what a rule refuses, says why, and leaves the cell as it was', async () => {
    await grid.mark('B3');
    await grid.type('Z');
    await page.locator('.toast').filter({ hasText: 'Välj en hylla: A, B eller C.' }).waitFor();
    expect(shown('B3')).toBe('B');
  });

  it('offers the choices of a drop-down and takes the chosen one', async () => {
    await grid.mark('B3');
    const { x, y } = await grid.place(2, 180 + 88);
    await page.mouse.click(x, y);
    await page.locator('[data-u-comp="sheets-dropdown-list"]').getByText('C', { exact: true }).click();
    await until('B3', 'C');
  });

  it('ticks a box by the space bar and by the pointer', async () => {
    await grid.mark('C3');
    await page.keyboard.press('Space');
    await until('C3', 'SANT');
    await grid.waitForStatus('Utlånad: ikryssad');
    const { x, y } = await grid.place(3, 180 + 100 + 50);
    await page.mouse.click(x, y);
    await until('C4', 'SANT');
  });

  it('pastes a block from elsewhere, over its rules', async () => {
    await grid.mark('A5');
    await grid.clipboard('Mio, min Mio\tC\nRonja\t"B"\n');
    await page.keyboard.press('Control+v');
    await until('B6', 'B');
    expect([shown('A5'), shown('B5'), shown('A6')]).toEqual(['Mio, min Mio', 'C', 'Ronja']);
  });

  it('copies within the workbook with formulas that follow', async () => {
    await grid.mark('G2');
    await grid.type('=E2*2');
    await until('G2', '1,79');
    await grid.mark('G2');
    await page.keyboard.press('Control+c');
    await grid.waitForStatus('Kopierade G2.');
    await grid.mark('G3');
    await page.keyboard.press('Control+v');
    await until('G3', '2');
  });

  it('copies an empty cell over a full one', async () => {
    await grid.mark('G2');
    await page.keyboard.press('Control+c');
    await grid.waitForStatus('Kopierade G2.');
    await grid.mark('A3');
    await page.keyboard.press('Control+v');
    await until('A3', '');
  });

  it('copies what the host has, also when this window has not drawn it yet', async () => {
    await grid.mark('G2');
    site.host.edit({ range: 'Lån!G2', value: '=E2*2' });
    await until('G2', '1,79');
    await page.keyboard.press('Control+c');
    await grid.waitForStatus('Kopierade G2.');
    await grid.mark('G3');
    await page.keyboard.press('Control+v');
    await until('G3', '2');
  });

  it('warns before a change where the script writes, and lets the person choose', async () => {
    const typeOver = async () => {
      await grid.mark('F3');
      await grid.type('min egen text');
      await page.getByRole('dialog', { name: 'Vill du ändra här?' }).waitFor();
      await page.getByText('Skyddat: Skriptet fyller i kolumnen.').last().waitFor();
    };
    await typeOver();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(shown('F3')).toBe('');
    await typeOver();
    await page.getByRole('button', { name: 'Ändra ändå' }).click();
    await until('F3', 'min egen text');
  });

  it('writes a note at the marked cell and reads it aloud', async () => {
    await grid.mark('A3');
    await page.keyboard.press('Shift+F2');
    await page.getByRole('textbox', { name: 'Anteckning i A3' }).fill('Saknar omslag.');
    await page.getByRole('button', { name: 'Spara' }).click();
    await grid.mark('A3');
    await grid.waitForStatus('Saknar omslag.');
    expect(site.host.spreadsheet.sheetByName('Lån')?.layer('note', 2, 0)).toBe('Saknar omslag.');
  });

  it('empties cells by Delete and brings them back by undo, and away again by redo', async () => {
    await grid.mark('A2');
    await page.keyboard.press('Delete');
    await until('A2', '');
    await page.keyboard.press('Control+z');
    await until('A2', 'Åsnans år');
    await page.keyboard.press('Control+y');
    await until('A2', '');
  });

  it('sorts, inserts and deletes rows from the menu, and undoes it', async () => {
    await grid.mark('A2');
    await grid.choose('Data', 'Sortera fliken Ö–A efter kolumnen');
    await until('A2', 'Öknens ö');
    await page.keyboard.press('Control+z');
    await until('A2', 'Åsnans år');
    await grid.mark('A3');
    await grid.choose('Infoga', 'Rad ovanför');
    await until('A3', '');
    expect(shown('A4')).toBe('Öknens ö');
    await grid.choose('Ta bort', 'Markerade rader');
    await page.getByRole('button', { name: 'Ändra ändå' }).click();
    await until('A3', 'Öknens ö');
  });

  it('lets the wheel reach the last item of a menu in a window too low for the menu', async () => {
    const height = 260;
    await page.setViewportSize({ width: 1000, height });
    await grid.choose('Redigera');
    await page.getByRole('menuitem', { name: 'Ångra (Ctrl+Z)' }).hover();
    await page.mouse.wheel(0, 1000);
    const last = page.getByRole('menuitem', { name: 'Rensa innehållet (Delete)' });
    await eventually(async () => {
      const box = await last.boundingBox();
      return box !== null && box.y + box.height <= height;
    }).toBe(true);
  });

  it('hides rows and shows them again, and freezes', async () => {
    const sheet = () => site.host.spreadsheet.sheetByName('Lån');
    await grid.mark('A3');
    await grid.choose('Visa', 'Dölj markerade rader');
    await eventually(() => sheet()?.rowSize(2).hidden).toBe(true);
    await grid.choose('Visa', 'Visa dolda rader');
    await eventually(() => sheet()?.rowSize(2).hidden).toBe(false);
    await grid.mark('B4');
    await grid.choose('Visa', 'Frys raderna ovanför markeringen');
    await eventually(() => sheet()?.records.frozenRows).toBe(3);
  });

  it('renames a tab in place', async () => {
    const tab = page.locator('[data-u-comp=slide-tab-item]').filter({ hasText: 'Blad1' });
    await tab.click();
    await grid.waitForStatus('Blad1');
    // The field marks its text a moment after it has opened, and gives no sign of it: what is typed before then is typed over.
    const last = page.locator('[data-u-comp=slide-tab-item]').last();
    const rename = async () => {
      await last.dblclick();
      await page.waitForTimeout(500);
      await page.keyboard.press('Control+a');
      await page.keyboard.type('Övrigt');
      await page.keyboard.press('Enter');
      const names = () => site.host.spreadsheet.sheets.map((sheet) => sheet.name);
      await expect.poll(names, { timeout: 3000 }).toContain('Övrigt');
    };
    await vi.waitFor(rename, { timeout: 40_000 });
  });

  it('fills downwards by the handle at the corner', async () => {
    await grid.mark('G2');
    await grid.type('1');
    await grid.type('2');
    await until('G3', '2');
    await grid.mark('G3');
    await grid.waitForStatus('Lån G3 · 2');
    const { x, y } = await grid.place(2, 180 + 6 * 100);
    // A busy machine draws the handle late, and a drag that begins before it marks cells instead.
    const fill = async () => {
      await grid.mark('G2:G3');
      await grid.drag({ x, y: y + 12 }, { x, y: y + 72 });
      await expect.poll(() => shown('G5'), { timeout: 3000 }).toBe('4');
    };
    await vi.waitFor(fill, { timeout: 40_000 });
    await until('G5', '4');
  });

  it('keeps two windows equal', async () => {
    const second = await site.open('/arbetsbok');
    const other = await new GridDriver(second).ready();
    await grid.mark('A4');
    await grid.type('Emil i Lönneberga');
    await other.mark('A4');
    await other.waitForStatus('Bok: Emil i Lönneberga');
    await other.mark('A5');
    await other.type('Pippi');
    await grid.mark('A5');
    await grid.waitForStatus('Bok: Pippi');
    await second.context().close();
  });

  it('shows what a form brings while it is open', async () => {
    const form = site.host.forms[0];
    site.host.submitForm(form?.id ?? '', {
      Namn: 'Kim',
      'E-post': 'kim@example.org',
      'Hur vill du ha boken?': 'Jag hämtar',
    });
    site.server.publish();
    await grid.mark('A5');
    await grid.waitForStatus('Bok: Beställd av Kim');
  });

  it('can be worked by keys alone and leaves nothing for axe to find', async () => {
    await page.keyboard.press('F6');
    await eventually(() => page.evaluate('document.activeElement.closest("#menus") !== null')).toBe(true);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await eventually(() => page.evaluate('document.activeElement.textContent')).toBe('Rad ovanför');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F6');
    await eventually(() => page.evaluate('document.activeElement.closest("#grid") !== null')).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

describe('what the script shows', () => {
  it('asks by a prompt and an alert, and goes on with the answers', async () => {
    await grid.choose('Bibliotek', 'Fler', 'Fråga om namn');
    await page.getByRole('textbox', { name: 'Skriv ditt namn.' }).fill('Kim');
    await page.getByRole('button', { name: 'OK' }).click();
    await page.getByText('Hej Kim!').waitFor();
    expect(shown('H1')).toBe('Kim');
    await page.getByRole('button', { name: 'OK' }).click();
    await page.locator('dialog').waitFor({ state: 'detached' });
  });

  it('lets a prompt be left by Escape, and the script sees the close button', async () => {
    await grid.choose('Bibliotek', 'Fler', 'Fråga om namn');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(shown('H1')).toBe('');
  });

  it('shows a side panel whose buttons call the script, with its answers and its errors', async () => {
    await grid.mark('A4');
    await grid.choose('Bibliotek', 'Visa panel');
    const panel = page.frameLocator('#panel iframe');
    const tells = (text: string) => eventually(() => panel.locator('#out').textContent()).toBe(text);
    await panel.getByRole('button', { name: 'Vilken bok?' }).click();
    await tells('Bok: Bålgeting');
    await panel.getByRole('button', { name: 'Flytta till C' }).click();
    await tells('Flyttad till C från panelen');
    await until('B3', 'C');
    await panel.getByRole('button', { name: 'Gör fel' }).click();
    await tells('Fel: Hyllan finns inte.');
    expect(await accessibilityFaults(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Stäng' }).click();
    await page.locator('#panel').waitFor({ state: 'hidden' });
  });

  it('keeps the pages of the script away from ours', async () => {
    await grid.choose('Bibliotek', 'Visa panel');
    const frame = await (await page.waitForSelector('#panel iframe')).contentFrame();
    await frame?.waitForSelector('#out');
    expect(await frame?.evaluate('location.origin === "null" || self.origin === "null"')).toBe(true);
    const reached = await frame?.evaluate('fetch("/klocka").then(() => "nådde fram", () => "stoppades")');
    expect(reached).toBe('stoppades');
  });

  it('shows a dialog, and a toast after the installation', async () => {
    await grid.choose('Bibliotek', 'Fler', 'Visa ruta');
    await page.frameLocator('dialog iframe').getByText('En ruta från skriptet.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await grid.choose('Bibliotek', 'Installera');
    await page.getByText('Arbetsboken är klar.').waitFor();
  });
});
