import type { Sheet } from '../../host/sheet/sheet.ts';
import type { Workbook } from '../../host/sheet/workbook.ts';
import { diffSheet } from '../grid/diff.ts';
import { renderSheet, StyleTable } from '../grid/render.ts';
import type { GridPatch, GridSheet, GridView } from '../grid/view.ts';

/** The tab and the cells that are active in the workbook; of a hidden tab nobody can see anything, so another is shown. */
export const shownIn = (workbook: Workbook): GridView['shown'] => {
  const visible = workbook.sheets.find((sheet) => !sheet.records.hidden);
  const activeSheet = workbook.activeSheet.records.hidden && visible ? visible : workbook.activeSheet;
  const { selection } = workbook.records;
  const range = selection?.sheetId === activeSheet.id ? selection.ranges[0] : undefined;
  const { top, left, bottom, right } = range ?? { top: 0, left: 0, bottom: 1, right: 1 };
  const area = {
    row: top,
    column: left,
    rows: Math.max(1, Math.min(bottom, activeSheet.maxRows) - top),
    columns: Math.max(1, Math.min(right, activeSheet.maxColumns) - left),
  };
  return { sheet: String(activeSheet.id), area };
};

/** Whether what a sheet shows can change without a change of the sheet itself. */
const leansOnOthers = (sheet: Sheet): boolean =>
  sheet.formulaCount > 0 ||
  sheet.records.conditionalFormats.length > 0 ||
  sheet.rows.some((row) => row?.layers.validation?.some((rule) => rule?.source));

/**
 * The picture of the workbook that all windows share. It is drawn again only where a sheet's version has changed, and
 * what differs from the picture before is the patch that goes to the windows.
 */
export class Canvas {
  readonly #styles = new StyleTable();
  #sent = 0;
  #revision = 0;
  #drawn: { version: number; clock: number; sheet: GridSheet }[] = [];
  #order: string[] = [];

  /** Draws what has changed; null when nothing has. */
  update(workbook: Workbook, clock: number): GridPatch | null {
    const before = new Map(this.#drawn.map((each) => [each.sheet.id, each]));
    const sheets: GridPatch['sheets'] = [];
    this.#drawn = workbook.sheets.map((sheet) => {
      const known = before.get(String(sheet.id));
      const version = leansOnOthers(sheet) ? workbook.version : sheet.version;
      if (known && known.version === version && known.clock === clock) return known;
      const drawn = renderSheet(sheet, this.#styles);
      const change = diffSheet(known?.sheet, drawn);
      if (change) sheets.push(change);
      return { version, clock, sheet: drawn };
    });
    const order = this.#drawn.map((each) => each.sheet.id);
    const moved = order.join() !== this.#order.join();
    this.#order = order;
    if (sheets.length === 0 && !moved) return null;
    this.#revision += 1;
    const keys = Object.entries(this.#styles.styles);
    const styles = Object.fromEntries(keys.slice(this.#sent));
    this.#sent = keys.length;
    return { revision: this.#revision, styles, order, sheets };
  }

  /** The whole picture as it was last drawn. */
  view(workbook: Workbook): GridView {
    return {
      name: workbook.records.name,
      shown: shownIn(workbook),
      revision: this.#revision,
      styles: this.#styles.styles,
      sheets: this.#drawn.map((each) => each.sheet),
    };
  }
}
