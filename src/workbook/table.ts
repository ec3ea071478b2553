/** A tab's grid with its columns found by the key row, wherever people have moved them, and cells read with faults that name the cell. */
import { canonical, nearest, oneLine, quoted, severalLines } from '../domain/clean-text.ts';
import type { Fault } from './fault.ts';
import { columnLetters } from './formulas.ts';
import { readBoolean, readChoice, readChoices, readEmail, readInteger } from './read-cell.ts';
import { readDay, readDays, readMoment, readPeriods } from './read-date.ts';
import type { Cell } from './records.ts';
import { withoutMark } from './safe-text.ts';
import { type Choice, type Column, KEY_ROW, type Tab } from './tab.ts';

/** Reads one column of a row that `Table.each` gives. */
export type Reader<T> = (cells: readonly Cell[], row: number) => T;

export interface Table {
  readonly tab: Tab;
  /** The key row as it stands; empty where it could not be found. */
  readonly keyRow: readonly Cell[];
  readonly faults: Fault[];
  /** False where a column is missing without which no row can be understood: nothing may be concluded from the tab. */
  readonly usable: boolean;
  /** 0-based place of a column; -1 where it is missing. */
  place(key: string): number;
  /** "C14" */
  cell(key: string, row: number): string;
  fault(level: Fault['level'], key: string, row: number, text: string): void;
  /** Every row that holds something a person or the product has written, with its 1-based number. */
  each(visit: (cells: readonly Cell[], row: number) => void): void;
}

interface Layout {
  readonly keyRow: readonly Cell[];
  readonly places: ReadonlyMap<string, number>;
  /** 0-based index of the first row of data. */
  readonly firstData: number;
  readonly lostKeys: boolean;
  readonly repeated: readonly string[];
}

const ROWS_THAT_MAY_BE_KEYS = 6;

function byKeys(tab: Tab, values: readonly (readonly Cell[])[]): Layout | null {
  const known = new Set(tab.columns.map((column) => column.key));
  let best = -1;
  let most = 0;
  for (let index = 0; index < Math.min(values.length, ROWS_THAT_MAY_BE_KEYS); index += 1) {
    const hits = values[index]?.filter((cell) => typeof cell === 'string' && known.has(cell.trim())).length ?? 0;
    if (hits > most) [best, most] = [index, hits];
  }
  if (most * 2 < known.size) return null;
  const keyRow = (values[best] ?? []).map((cell) => (typeof cell === 'string' ? cell.trim() : cell));
  const places = new Map<string, number>();
  const repeated: string[] = [];
  keyRow.forEach((key, index) => {
    if (typeof key !== 'string' || key === '') return;
    if (places.has(key)) repeated.push(key);
    else places.set(key, index);
  });
  return { keyRow, places, firstData: best + 1, lostKeys: false, repeated };
}

/** Where the key row has been deleted or emptied: the headings, as they were from the start. */
function byHeadings(tab: Tab, values: readonly (readonly Cell[])[]): Layout {
  const places = new Map<string, number>();
  const headings = (values[0] ?? []).map((cell) => canonical(String(cell)));
  for (const column of tab.columns) {
    const index = headings.indexOf(canonical(column.heading));
    if (index >= 0) places.set(column.key, index);
  }
  const second = values[KEY_ROW - 1] ?? [];
  const emptied = second.every((cell) => cell === '' || cell === false);
  return { keyRow: [], places, firstData: emptied ? KEY_ROW : KEY_ROW - 1, lostKeys: true, repeated: [] };
}

/** Whether the row says anything: tick boxes that are not ticked, and what formulas show, say nothing. */
function holdsSomething(cells: readonly Cell[], telling: readonly number[]): boolean {
  for (const index of telling) {
    const cell = cells[index];
    if (cell !== undefined && cell !== '' && cell !== false) return true;
  }
  return false;
}

/** @param values the tab from row 1 on */
export function openTable(tab: Tab, values: readonly (readonly Cell[])[]): Table {
  const layout = byKeys(tab, values) ?? byHeadings(tab, values);
  const { places } = layout;
  const faults: Fault[] = [];
  const place = (key: string): number => places.get(key) ?? -1;
  const cell = (key: string, row: number): string => {
    const index = place(key);
    return index < 0 || row === 0 ? '' : `${columnLetters(index + 1)}${row}`;
  };
  const fault: Table['fault'] = (level, key, row, text) => {
    faults.push({ tab: tab.key, tabName: tab.name, cell: cell(key, row), row, column: key, text, level });
  };
  const missing = tab.columns.filter((column) => !places.has(column.key));
  if (values.length === 0) {
    fault(
      'fault',
      '',
      0,
      'Fliken saknas, eller heter något annat. Ångra ändringen, eller välj Diplomering → Installera.',
    );
  } else if (layout.lostKeys) {
    fault(
      'remark',
      '',
      0,
      'Den dolda nyckelraden (rad 2) saknas. Välj Diplomering → Installera, så läggs den tillbaka.',
    );
  }
  for (const column of values.length === 0 ? [] : missing) {
    fault(
      'fault',
      column.key,
      0,
      `Kolumnen ${column.heading} saknas. Ångra ändringen, eller välj Diplomering → Installera.`,
    );
  }
  for (const key of new Set(layout.repeated)) {
    const heading = tab.columns.find((column) => column.key === key)?.heading;
    if (heading)
      fault('remark', key, 0, `Kolumnen ${heading} finns två gånger. Den vänstra används. Ta bort den andra.`);
  }
  const telling = tab.columns
    .filter((column) => column.type !== 'computed' && column.type !== 'boolean' && !column.hidden)
    .map((column) => place(column.key))
    .filter((index) => index >= 0);
  return {
    tab,
    keyRow: layout.keyRow,
    faults,
    usable: values.length > 0 && missing.every((column) => column.required !== true && column.type !== 'id'),
    place,
    cell,
    fault,
    each(visit) {
      // Most of a tab is rows that nobody has used yet.
      let end = values.length;
      while (end > layout.firstData && values[end - 1]?.join('') === '') end -= 1;
      for (let index = layout.firstData; index < end; index += 1) {
        const cells = values[index];
        if (cells !== undefined && holdsSomething(cells, telling)) visit(cells, index + 1);
      }
    },
  };
}

const FORMULA_ERROR = /^#(REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|ERROR!)/;

/** A formula's error is no text, though the cell holds one. */
function readText(cell: Cell, clean: (text: string) => string): string | undefined {
  if (typeof cell === 'boolean') return cell ? undefined : '';
  const text = String(cell);
  return FORMULA_ERROR.test(text) ? undefined : clean(text);
}

interface Reading {
  /** For a blank or missing cell, and for one that cannot be read. */
  readonly blank: unknown;
  /** Undefined: it cannot be read, which becomes a fault. */
  readonly parse: (cell: Cell) => unknown;
  /** What would be right. */
  readonly help: string;
}

function readingOf({ type, example = 2 }: Column): Reading {
  switch (type) {
    case 'long':
      return { blank: '', parse: (cell) => readText(cell, severalLines), help: 'Skriv text.' };
    case 'email':
      return { blank: '', parse: readEmail, help: 'Skriv en (1) e-postadress, till exempel namn@example.org.' };
    case 'date':
      return { blank: null, parse: readDay, help: 'Skriv ett datum som 2025-10-06.' };
    case 'dates':
      return { blank: [], parse: readDays, help: 'Skriv datum som 2025-10-06. Semikolon mellan flera.' };
    case 'datetime':
      return { blank: null, parse: readMoment, help: 'Skriv datum och tid som 2025-10-06 13:00.' };
    case 'periods':
      return {
        blank: [],
        parse: readPeriods,
        help: 'Skriv från och till som 2025-10-01–2025-12-31, med till-datumet sist. Semikolon mellan flera.',
      };
    case 'integer':
      return { blank: null, parse: readInteger, help: `Skriv ett heltal, till exempel ${example}.` };
    case 'boolean':
      return { blank: false, parse: readBoolean, help: 'Kryssa i rutan, eller skriv ja eller nej.' };
    default:
      return { blank: '', parse: (cell) => readText(cell, oneLine), help: 'Skriv text.' };
  }
}

/** "Menade du Chef?", or all that there is to choose from. */
function hint(word: string, choices: readonly Choice[], lead: string): string {
  const labels = choices.map((choice) => choice.label);
  const near = nearest(word, labels);
  return near === null ? `${lead}: ${labels.join(', ')}.` : `Menade du ${near}?`;
}

/** Reads the cells of a column by its type; what cannot be read is a fault of the table. @param choices of a column that is a list */
export function cellReader(table: Table, column: Column, choices: readonly Choice[]): Reader<unknown> {
  const { key, type, unknown } = column;
  const index = table.place(key);
  const level = unknown === undefined ? 'fault' : 'remark';
  const found = (cells: readonly Cell[]): Cell => {
    const cell = index < 0 ? '' : (cells[index] ?? '');
    return typeof cell === 'string' ? withoutMark(cell) : cell;
  };
  if (type === 'id' || type === 'json') return (cells) => String(found(cells)).trim();
  if (type === 'choice') {
    return (cells, row) => {
      const cell = found(cells);
      const code = readChoice(cell, choices);
      if (code !== undefined) return code ?? '';
      const text = `Finns inte i listan: ${quoted(cell)}. ${hint(String(cell), choices, 'Välj något av')}`;
      table.fault(level, key, row, text);
      return unknown ?? '';
    };
  }
  if (type === 'choices') {
    // Unknown parts become one fault a wording and tab: the same profession on a hundred rows is one thing to mend.
    const seen = new Set<string>();
    const known = new Map<Cell, readonly string[]>();
    return (cells, row) => {
      const cell = found(cells);
      const before = known.get(cell);
      if (before) return before;
      const read = readChoices(cell, choices);
      for (const part of read.unknown) {
        if (seen.has(canonical(part))) continue;
        seen.add(canonical(part));
        const text = `Finns inte i listan: ${quoted(part)}. ${hint(part, choices, 'Det som räknas är')}`;
        table.fault(level, key, row, text);
      }
      known.set(cell, read.codes);
      return read.codes;
    };
  }
  const { blank, parse, help } = readingOf(column);
  return (cells, row) => {
    const cell = found(cells);
    if (cell === '') return blank;
    const value = parse(cell);
    if (value !== undefined) return value;
    const isError = typeof cell === 'string' && FORMULA_ERROR.test(cell);
    table.fault('fault', key, row, `${isError ? 'Formeln ger fel' : 'Kan inte läsas'}: ${quoted(cell)}. ${help}`);
    return blank;
  };
}
