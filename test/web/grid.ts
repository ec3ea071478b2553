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
    await this.waitForStatus('·');
    // The first drawing of the canvas has no event of its own.
    await this.page.waitForTimeout(600);
    return this;
  }

  /** The middle of a cell on screen: its row, and the pixels from the first column's left edge. */
  async place(row: number, left: number): Promise<{ x: number; y: number }> {
    const canvas = await this.page.locator('#grid canvas[id^="univer-sheet-main"]').boundingBox();
    return { x: (canvas?.x ?? 0) + 46 + left, y: (canvas?.y ?? 0) + 22 + 24 * row + 12 };
  }

  /** Marks a cell by its name, by way of the name box. */
  async mark(name: string): Promise<void> {
    const box = this.page.getByLabel('Cellens namn');
    await box.click();
    await box.fill(name);
    await box.press('Enter');
    await this.waitForStatus(` ${name} · `);
    // The keys that follow are meant for the cell, which the box gives the focus back to in its own time.
    await this.page.waitForFunction(`document.activeElement?.getAttribute('aria-label') !== 'Cellens namn'`);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Drags slowly enough for the canvas, which draws once a frame. */
  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.waitForTimeout(150);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 8 });
    await this.page.waitForTimeout(250);
    await this.page.mouse.up();
  }

  async clipboard(text: string): Promise<void> {
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  }

  async choose(...path: string[]): Promise<void> {
    for (const caption of path) await this.page.getByRole('menuitem', { name: caption, exact: true }).click();
  }

  async status(): Promise<string> {
    return (await this.page.locator('#status').textContent()) ?? '';
  }

  /** Waits until the line about the marked cell holds the text. */
  async waitForStatus(text: string): Promise<void> {
    await this.page.locator('#status').filter({ hasText: text }).waitFor();
  }
}
