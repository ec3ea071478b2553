import type { People } from '../../host/runtime/acts.ts';
import { type Rect, rect } from '../../host/sheet/address.ts';
import { applyFilter } from '../../host/sheet/filter.ts';
import type { Sheet } from '../../host/sheet/sheet.ts';
import { restyle, type StyleChange } from '../../host/sheet/style.ts';
import { copySheet, deleteSheet, insertSheet, renameSheet } from '../../host/sheet/tabs.ts';
import type { Workbook } from '../../host/sheet/workbook.ts';
import type { GridAct, GridArea, GridStyle } from '../grid/view.ts';

type Of<K extends GridAct['do']> = Extract<GridAct, { do: K }>;

const areaRect = (area: GridArea): Rect => rect(area.row, area.column, area.rows, area.columns);

const styleChange = (style: GridStyle): StyleChange => ({
  ...(style.bold ? { fontWeight: 'bold' } : {}),
  ...(style.italic ? { fontStyle: 'italic' } : {}),
  ...(style.underline ? { underline: true } : {}),
  ...(style.strike ? { strikethrough: true } : {}),
  ...(style.background === undefined ? {} : { background: style.background }),
});

const OFF: Record<string, StyleChange> = {
  bold: { fontWeight: null },
  italic: { fontStyle: null },
  underline: { underline: null },
  strike: { strikethrough: null },
};

const FIELDS = { bold: 'fontWeight', italic: 'fontStyle', underline: 'underline', strike: 'strikethrough' } as const;

export type ShapeAct = Of<
  | 'hideRows'
  | 'showRows'
  | 'hideColumns'
  | 'showColumns'
  | 'width'
  | 'height'
  | 'freeze'
  | 'renameSheet'
  | 'insertSheet'
  | 'deleteSheet'
  | 'copySheet'
  | 'hideSheet'
  | 'showSheet'
  | 'moveSheet'
  | 'filter'
  | 'unfilter'
  | 'filterColumn'
  | 'note'
  | 'style'
  | 'merge'
  | 'unmerge'
>;

/** What changes the looks or the shape of the workbook but no value: sizes, tabs, filters, notes, formats, merges. */
export class ShapeActs {
  readonly #people: People;
  readonly #workbook: () => Workbook;

  constructor(people: People, workbook: () => Workbook) {
    this.#people = people;
    this.#workbook = workbook;
  }

  /** Does it and fires the change triggers; gives the text of the refusal, or null. */
  perform(act: ShapeAct): string | null {
    switch (act.do) {
      case 'hideRows':
      case 'showRows':
      case 'hideColumns':
      case 'showColumns':
      case 'width':
      case 'height':
        return this.#sizes(act);
      case 'freeze':
        return this.#freeze(act);
      case 'renameSheet':
        return this.#rename(act);
      case 'insertSheet':
      case 'deleteSheet':
      case 'copySheet':
      case 'hideSheet':
      case 'showSheet':
      case 'moveSheet':
        return this.#tabs(act);
      case 'filter':
      case 'unfilter':
      case 'filterColumn':
        return this.#filter(act);
      case 'note': {
        const sheet = this.#sheet(act.sheet);
        return this.#shape(sheet, 'OTHER', () =>
          sheet.setLayer('note', act.row, act.column, act.text === '' ? null : act.text),
        );
      }
      case 'style':
        return this.#style(act);
      case 'merge':
      case 'unmerge':
        return this.#merge(act);
    }
  }

  #sheet(id: string): Sheet {
    return this.#people.sheet(Number(id));
  }

  /** Changes something and fires the change triggers. */
  #shape(sheet: Sheet, changeType: string, change: () => void): null {
    change();
    sheet.touch(false);
    this.#people.changed(changeType);
    return null;
  }

  #sizes(act: Of<'hideRows' | 'showRows' | 'hideColumns' | 'showColumns' | 'width' | 'height'>): string | null {
    const sheet = this.#sheet(act.sheet);
    const axis = act.do === 'height' || act.do.endsWith('Rows') ? 'rows' : 'columns';
    const change = 'pixels' in act ? { size: Math.round(act.pixels) } : { hidden: act.do.startsWith('hide') };
    const all = axis === 'rows' ? sheet.maxRows : sheet.maxColumns;
    if (act.do.startsWith('hide') && act.count >= all) return 'Minst en rad och en kolumn måste synas.';
    return this.#shape(sheet, 'pixels' in act ? 'FORMAT' : 'OTHER', () => {
      for (let index = act.at; index < Math.min(all, act.at + act.count); index += 1) {
        if ('hidden' in change && sheet[axis === 'rows' ? 'rowSize' : 'columnSize'](index).hidden === change.hidden)
          continue;
        sheet.setSize(axis, index, change);
      }
    });
  }

  #freeze(act: Of<'freeze'>): string | null {
    const sheet = this.#sheet(act.sheet);
    if (act.rows >= sheet.maxRows || act.columns >= sheet.maxColumns)
      return 'Alla rader eller kolumner går inte att frysa.';
    return this.#shape(sheet, 'OTHER', () => {
      sheet.records.frozenRows = act.rows;
      sheet.records.frozenColumns = act.columns;
    });
  }

  #rename(act: Of<'renameSheet'>): string | null {
    const sheet = this.#sheet(act.sheet);
    const name = act.name.trim();
    if (name === '' || name.length > 100) return 'Fliken måste ha ett namn med högst 100 tecken.';
    const other = this.#workbook().sheetByName(name);
    if (other && other !== sheet) return `Det finns redan en flik som heter ${name}.`;
    return this.#shape(sheet, 'OTHER', () => renameSheet(sheet, name));
  }

  #tabs(act: Of<'insertSheet' | 'deleteSheet' | 'copySheet' | 'hideSheet' | 'showSheet' | 'moveSheet'>): string | null {
    const spreadsheet = this.#workbook();
    const { sheets } = spreadsheet;
    const sheet = this.#sheet(act.do === 'insertSheet' ? act.after : act.sheet);
    const at = sheets.indexOf(sheet);
    const visible = sheets.filter((each) => !each.records.hidden);
    const last = visible.length === 1 && visible[0] === sheet;
    switch (act.do) {
      case 'insertSheet':
        return this.#shape(insertSheet(spreadsheet, null, at + 1), 'INSERT_GRID', () => undefined);
      case 'copySheet':
        return this.#shape(copySheet(sheet, spreadsheet, at + 1), 'INSERT_GRID', () => undefined);
      case 'deleteSheet':
        if (last) return 'Minst en flik måste synas.';
        return this.#shape(sheet, 'REMOVE_GRID', () => deleteSheet(sheet));
      case 'hideSheet':
        if (last) return 'Minst en flik måste synas.';
        return this.#shape(sheet, 'OTHER', () => {
          sheet.records.hidden = true;
        });
      case 'showSheet':
        return this.#shape(sheet, 'OTHER', () => {
          sheet.records.hidden = false;
        });
      case 'moveSheet':
        return this.#shape(sheet, 'OTHER', () => {
          sheets.splice(at, 1);
          sheets.splice(Math.min(act.to, sheets.length), 0, sheet);
        });
    }
  }

  #filter(act: Of<'filter' | 'unfilter' | 'filterColumn'>): string | null {
    const sheet = this.#sheet(act.sheet);
    const { records } = sheet;
    if (act.do === 'filter') {
      if (records.filter) return 'Fliken har redan ett filter.';
      const used = sheet.dataSize();
      const whole = act.area.rows === 1 && act.area.columns === 1;
      // The heading is the last frozen row that can be seen; a hidden one would hide the filter's buttons, too.
      const frozen = Array.from({ length: records.frozenRows }, (_, row) => row);
      const top = whole ? (frozen.findLast((row) => !sheet.rowSize(row).hidden) ?? 0) : act.area.row;
      const range = whole
        ? { top, left: 0, bottom: Math.max(top + 2, used.rows), right: Math.max(1, used.columns) }
        : areaRect(act.area);
      return this.#shape(sheet, 'OTHER', () => {
        records.filter = { range, columns: new Map() };
      });
    }
    return this.#shape(sheet, 'OTHER', () => {
      if (act.do === 'unfilter') records.filter = null;
      else if (act.hidden === null || act.hidden.length === 0) records.filter?.columns.delete(act.column);
      else records.filter?.columns.set(act.column, { hiddenValues: act.hidden, visibleValues: null, condition: null });
      applyFilter(sheet);
    });
  }

  #style(act: Of<'style'>): string | null {
    const sheet = this.#sheet(act.sheet);
    const first = act.areas[0];
    const toggled = Object.entries(FIELDS).find(([name]) => name in act.style);
    const current = first && toggled ? sheet.layer('style', first.row, first.column)?.fields[toggled[1]] : undefined;
    const change = toggled && current !== undefined ? (OFF[toggled[0]] ?? {}) : styleChange(act.style);
    return this.#shape(sheet, 'FORMAT', () => {
      for (const { top, left, bottom, right } of act.areas.map(areaRect)) {
        for (let row = top; row < bottom; row += 1) {
          for (let column = left; column < right; column += 1) {
            sheet.setLayer('style', row, column, restyle(sheet.layer('style', row, column), change));
          }
        }
      }
    });
  }

  #merge(act: Of<'merge' | 'unmerge'>): string | null {
    const sheet = this.#sheet(act.sheet);
    const area = areaRect(act.area);
    return this.#shape(sheet, 'FORMAT', () => {
      const apart = sheet.records.merges.filter(
        (merge) =>
          merge.bottom <= area.top || merge.top >= area.bottom || merge.right <= area.left || merge.left >= area.right,
      );
      sheet.records.merges = act.do === 'merge' ? [...apart, area] : apart;
    });
  }
}
