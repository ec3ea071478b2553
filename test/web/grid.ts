import type { Page } from 'playwright-core';

/** The grid of the workbook page, driven as a person drives it: by pointer and keys. */
export class GridDriver {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Waits until the grid is drawn. */
  async ready(): Promise<this> {
    await this.page.waitForSelector('body[data-ready]');
    await this.page.waitForSelector('#grid canvas');
    await this.page.waitForFunction(() => document.getElementById('status')?.textContent?.includes('·'));
    // The first drawing of the canvas has no event of its own.
    await this.page.waitForTimeout(600);
    return this;
  }

  /** Where a cell is on screen; `columns` are widths in pixels up to the cell's own. */
  async place(row: number, left: number): Promise<{ x: number; y: number }> {
    const canvas = await this.page.evaluate(() => {
      const all = [...document.querySelectorAll('#grid canvas')].map((each) => each.getBoundingClientRect());
      const largest = all.sort((a, b) => b.width * b.height - a.width * a.height)[0];
      return { x: largest?.x ?? 0, y: largest?.y ?? 0 };
    });
    return { x: canvas.x + 46 + left, y: canvas.y + 22 + 24 * row + 12 };
  }

  /** Marks a cell by its name, by way of the name box. */
  async mark(name: string): Promise<void> {
    const box = this.page.locator('[data-u-comp="defined-name"] input, #grid input').first();
    await box.click();
    await box.fill(name);
    await box.press('Enter');
    await this.page.waitForFunction(
      (wanted) => document.getElementById('status')?.textContent?.includes(wanted),
      ` ${name} · `,
    );
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  async clipboard(text: string): Promise<void> {
    await this.page.evaluate((wanted) => navigator.clipboard.writeText(wanted), text);
  }

  async choose(...path: string[]): Promise<void> {
    for (const caption of path) await this.page.getByRole('menuitem', { name: caption, exact: true }).click();
  }

  status(): Promise<string> {
    return this.page.locator('#status').innerText();
  }

  /** What the window itself believes, cell by cell: the texts of a tab as the ordinary table page of it shows them. */
  async waitForStatus(text: string): Promise<void> {
    await this.page.waitForFunction((wanted) => document.getElementById('status')?.textContent?.includes(wanted), text);
  }
}
