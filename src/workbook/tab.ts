/** What a tab of the workbook is: who owns it, its columns in their first order, and what each of them holds. */

/**
 * - `text` one line, `long` several; `email`; `id` random or typed mark, never parsed; `json` the product's own
 * - `date` a day, `dates` one or several with semicolon between, `datetime` a day with or without a time, `periods` "2025-10-01–2025-12-31; …", `integer`, `share` "95 %"
 * - `boolean` a tick box: empty is not recorded · `choice` one of a list · `choices` several of a list, comma between
 * - `computed` a formula, never read by the product
 */
export type ColumnType =
  | 'text'
  | 'long'
  | 'email'
  | 'id'
  | 'json'
  | 'date'
  | 'dates'
  | 'datetime'
  | 'periods'
  | 'integer'
  | 'share'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'computed';

/** One item of a drop-down: people see and type the label, the product keeps the code. */
export interface Choice {
  readonly code: string;
  readonly label: string;
  /** Other words that people write for the same thing. */
  readonly also?: readonly string[];
}

export interface Column {
  /** The stable mark in the hidden key row; columns are found by it and by nothing else. */
  readonly key: string;
  /** What row 1 says from the start; people may change it. */
  readonly heading: string;
  readonly type: ColumnType;
  readonly choices?: readonly Choice[];
  /** Lists that are known first when the workbook is installed. */
  readonly choicesFrom?: 'programmes' | 'units';
  /** Only for `computed`: the formula with `{key}` for the cell of that column on the same row; built when asked for. */
  readonly formula?: () => string;
  readonly hidden?: true;
  readonly required?: true;
  /** Of an integer: one that the help shows. */
  readonly example?: number;
  /** Of a choice or choices: the code that a word outside the list stands for; it is then remarked upon and no fault. */
  readonly unknown?: string;
}

/** A column in its shortest writing. */
export function column<const Key extends string, const Type extends ColumnType>(
  key: Key,
  heading: string,
  type: Type,
): { readonly key: Key; readonly heading: string; readonly type: Type };
export function column<
  const Key extends string,
  const Type extends ColumnType,
  const More extends Omit<Column, 'key' | 'heading' | 'type'>,
>(
  key: Key,
  heading: string,
  type: Type,
  more: More,
): { readonly key: Key; readonly heading: string; readonly type: Type } & More;
export function column(key: string, heading: string, type: ColumnType, more?: Partial<Column>): Column {
  return { key, heading, type, ...more };
}

/** What only the installer and the import ask of a column, kept apart so that other executions need not carry it. */
export interface Looks {
  /** Pixels */
  readonly width: number;
  /** The note on the heading: what the column is for. */
  readonly note?: string;
  /** Other headings that people's own lists use for it. */
  readonly also?: readonly string[];
}

export type TabKey =
  | 'start'
  | 'units'
  | 'people'
  | 'occasions'
  | 'followUps'
  | 'outbox'
  | 'events'
  | 'rules'
  | 'settings'
  | 'templates'
  | 'report'
  | 'state'
  | 'copies';

export interface Tab {
  readonly key: TabKey;
  /** The name on the tab itself. */
  readonly name: string;
  /** `people`: people type facts here and the product never writes by row number. `product`: written by block, explained as such. */
  readonly owner: 'people' | 'product';
  /** Hidden from the start. */
  readonly hidden?: true;
  readonly columns: readonly Column[];
}

/** Looks for every column of a tab. */
export type LooksOf<Declared extends Tab> = Readonly<Record<Declared['columns'][number]['key'], Looks>>;

/** 1-based rows of every tab; the headings stand above, on row 1. */
export const KEY_ROW = 2;
export const FIRST_DATA_ROW = 3;

/** How wide to read a tab: people insert columns of their own between ours. */
export const SPARE_COLUMNS = 6;
export const columnsToRead = (tab: Tab): number => tab.columns.length + SPARE_COLUMNS;

/** 1-based place of a column in a tab that only the product writes, where the declared order holds. */
export function columnNumber(tab: Tab, key: string): number {
  const index = tab.columns.findIndex((column) => column.key === key);
  if (index < 0) throw new RangeError(`The tab ${tab.key} has no column ${key}`);
  return index + 1;
}
