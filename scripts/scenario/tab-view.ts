/** A tab as a person sees it: cells by heading or by the hidden key row, rows by what they say. */
import type { Host } from '../host/index.ts';
import { Refused } from './refused.ts';

export type CellValue = string | number | boolean | null;

const KEY_ROW = 1;
const HEADING_ROW = 0;
export const FIRST_DATA_ROW = 2;

export function letters(column: number): string {
  let text = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

export const same = (left: unknown, right: unknown): boolean =>
  String(left ?? '')
    .normalize('NFC')
    .trim()
    .toLowerCase() ===
  String(right ?? '')
    .normalize('NFC')
    .trim()
    .toLowerCase();

/** Columns and rows count from 0, as in the host's own store. */
export class TabView {
  readonly host: Host;
  readonly name: string;

  constructor(host: Host, name: string) {
    this.host = host;
    this.name = name;
    if (!host.spreadsheet.sheetByName(name)) throw new Refused(`Fliken ${name} finns inte.`);
  }

  private get sheet() {
    const sheet = this.host.spreadsheet.sheetByName(this.name);
    if (!sheet) throw new Refused(`Fliken ${this.name} finns inte.`);
    return sheet;
  }

  /** Rows and columns that hold something. */
  get size(): { readonly rows: number; readonly columns: number } {
    return this.sheet.dataSize();
  }

  cell(row: number, column: number): CellValue {
    return this.sheet.raw(row, column) ?? null;
  }

  /** What the cell shows where it holds a formula. */
  computed(row: number, column: number): CellValue {
    const value = this.sheet.value(row, column);
    return typeof value === 'object' ? null : value;
  }

  private find(row: number, wanted: string): number {
    for (let column = 0; column < this.sheet.maxColumns; column += 1)
      if (same(this.cell(row, column), wanted)) return column;
    return -1;
  }

  /** By the stable key; throws when the column is gone. */
  column(key: string): number {
    const column = this.find(KEY_ROW, key);
    if (column < 0) throw new Refused(`Fliken ${this.name} har ingen kolumn ${key}.`);
    return column;
  }

  /** By the heading that is shown. */
  heading(heading: string): number {
    const column = this.find(HEADING_ROW, heading);
    if (column < 0) throw new Refused(`Fliken ${this.name} har ingen kolumn med rubriken ${heading}.`);
    return column;
  }

  get(row: number, key: string): CellValue {
    return this.cell(row, this.column(key));
  }

  /** Rows with anything in the column, in their order. */
  rows(key: string): number[] {
    const column = this.column(key);
    const { rows } = this.sheet.dataSize();
    const found: number[] = [];
    for (let row = FIRST_DATA_ROW; row < rows; row += 1) {
      const value = this.cell(row, column);
      if (value !== null && value !== '') found.push(row);
    }
    return found;
  }

  /** The first row below all that says something in any of the columns. */
  nextRow(key: string): number {
    return (this.rows(key).at(-1) ?? FIRST_DATA_ROW - 1) + 1;
  }

  address(row: number, column: number): string {
    return `${letters(column)}${row + 1}`;
  }
}
