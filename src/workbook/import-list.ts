/**
 * What importing a pasted list of units or people would do: added, changed and refused rows with reasons. Nothing is written here, and
 * the same list once more gives nothing to do: a blank cell of the list never empties one of the workbook.
 */
import { canonical } from '../domain/clean-text.ts';
import type { Fault } from './fault.ts';
import { keyOfPerson } from './people-of-rounds.ts';
import type { ProgrammeName } from './programme-name.ts';
import { readPeople } from './read-people.ts';
import { readUnits } from './read-units.ts';
import type { Reading } from './reading.ts';
import { recognisedColumns } from './recognise-columns.ts';
import type { Cell, PersonRow, UnitRow } from './records.ts';
import type { Tab } from './tab.ts';
import { peopleTab, ticksOf } from './tabs/people.ts';
import { UNITS_TAB } from './tabs/units.ts';
import type { Value } from './write-row.ts';

export interface ImportedRow {
  /** 1-based line of the list. */
  readonly line: number;
  /** What tells it from others: the unit's or the person's name. */
  readonly name: string;
  /** By column key, for `newRow`. */
  readonly values: Readonly<Record<string, Value>>;
}

export interface ChangedRow extends ImportedRow {
  /** 1-based row in the workbook's tab as it was read: to be found again by its identity before anything is written. */
  readonly row: number;
}

export interface RefusedRow {
  readonly line: number;
  readonly text: string;
}

export interface ImportPlan {
  /** Headings of the list that were understood, with the column that each goes to. */
  readonly columns: readonly { readonly heading: string; readonly key: string }[];
  /** Headings whose columns are left out. */
  readonly unknown: readonly string[];
  readonly added: readonly ImportedRow[];
  readonly changed: readonly ChangedRow[];
  readonly unchanged: number;
  readonly refused: readonly RefusedRow[];
  /** Cells that cannot be read: the rest of their rows is taken. */
  readonly remarks: readonly RefusedRow[];
}

/** The list as a tab of its own: what it lacks is blank. */
function asTab(tab: Tab, list: readonly (readonly string[])[]): { keys: readonly string[]; grid: Cell[][] } {
  const [headings = [], ...rows] = list;
  const found = recognisedColumns(tab, headings);
  const missing = tab.columns.filter((column) => !found.includes(column.key));
  const keys = [...found, ...missing.map((column) => column.key)];
  const padding = missing.map(() => '');
  // A tab that was copied whole brings its hidden row of keys along.
  const isKeys = (row: readonly string[]): boolean =>
    found.some((key) => key !== '') && found.every((key, index) => key === '' || row[index] === key);
  const lines = rows.map((row) => [...(isKeys(row) ? row.map(() => '') : row), ...padding]);
  return { keys: found, grid: [[...headings, ...padding], keys, ...lines] };
}

/** The list starts on line 1 with its headings; in the grid the keys stand between. */
const lineOf = (row: number): number => row - 1;

function worded(fault: Fault, heading: string): RefusedRow {
  return { line: lineOf(fault.row), text: heading === '' ? fault.text : `${heading}: ${fault.text}` };
}

const isBlank = (value: Value): boolean =>
  value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);

function filled(values: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isBlank(value)));
}

/** The values that differ from what the workbook has. */
function differing(
  wanted: Readonly<Record<string, Value>>,
  present: Readonly<Record<string, Value>>,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(wanted).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(present[key] ?? null)),
  );
}

function unitValues(row: UnitRow, programmes: readonly ProgrammeName[]): Record<string, Value> {
  const { row: _row, id: _id, basis: _basis, programme, round, ...rest } = row;
  const name = programmes.find((one) => one.id === programme)?.name ?? programme;
  return filled({ ...rest, programme: name, round: round === 1 ? null : round });
}

function personValues(row: PersonRow): Record<string, Value> {
  const { row: _row, attended, ...rest } = row;
  return filled({ ...rest, round: row.round === 1 ? null : row.round, ...ticksOf(attended) });
}

interface Compared<R> {
  readonly reading: Reading<R & { readonly row: number }>;
  /** What the same thing has in the list and in the workbook; empty where the row names nothing. */
  readonly identity: (row: R) => string;
  readonly name: (row: R) => string;
  readonly values: (row: R) => Record<string, Value>;
  readonly refuse: (row: R) => string | null;
}

function compared<R extends { readonly row: number }>(
  tab: Tab,
  list: readonly (readonly string[])[],
  keys: readonly string[],
  { reading, identity, name, values, refuse }: Compared<R>,
  existing: readonly R[],
): ImportPlan {
  const headings = list[0] ?? [];
  const headingOf = (key: string): string => headings[keys.indexOf(key)] ?? '';
  const present = new Map<string, R>();
  for (const row of existing) if (!present.has(identity(row))) present.set(identity(row), row);
  const inList = new Map<string, number>();
  const added: ImportedRow[] = [];
  const changed: ChangedRow[] = [];
  const refused: RefusedRow[] = [];
  let unchanged = 0;
  for (const row of reading.records) {
    const line = lineOf(row.row);
    const key = identity(row);
    const reason = refuse(row);
    const earlier = inList.get(key);
    if (reason !== null) refused.push({ line, text: reason });
    else if (earlier !== undefined)
      refused.push({ line, text: `Samma som rad ${earlier} i listan. Ta bort en av dem.` });
    else {
      inList.set(key, line);
      const match = present.get(key);
      const wanted = values(row);
      const changes = match ? differing(wanted, values(match)) : wanted;
      if (!match) added.push({ line, name: name(row), values: wanted });
      else if (Object.keys(changes).length > 0)
        changed.push({ line, name: name(row), values: changes, row: match.row });
      else unchanged += 1;
    }
  }
  const refusedLines = new Set(refused.map((one) => one.line));
  const columns = headings.flatMap((heading, index) => {
    const key = keys[index] ?? '';
    return key === '' ? [] : [{ heading, key }];
  });
  return {
    columns,
    unknown: headings.filter((heading, index) => keys[index] === '' && heading.trim() !== ''),
    added,
    changed,
    unchanged,
    refused,
    remarks: reading.faults
      .filter((fault) => fault.row > 0 && !refusedLines.has(lineOf(fault.row)) && tab.key === fault.tab)
      .map((fault) => worded(fault, headingOf(fault.column))),
  };
}

/**
 * A list of units.
 * @param list first the headings, then a row a unit (see `pastedGrid`)
 * @param usual id of the programme for rows that name none, or ""
 */
export function planUnitImport(
  list: readonly (readonly string[])[],
  existing: readonly UnitRow[],
  programmes: readonly ProgrammeName[],
  usual: string,
): ImportPlan {
  const { keys, grid } = asTab(UNITS_TAB, list);
  const place = keys.indexOf('programme');
  const name = programmes.find((programme) => programme.id === usual)?.name ?? '';
  // The keys end with the columns that the list lacks, the programme among them where no heading names it.
  const column = place >= 0 ? place : (grid[1]?.indexOf('programme') ?? -1);
  const complete = grid.map((row, index) =>
    index > 1 && (row[column] ?? '') === '' && row.some((cell) => cell !== '')
      ? row.map((cell, at) => (at === column ? name : cell))
      : row,
  );
  const reading = readUnits(complete, programmes);
  return compared(
    UNITS_TAB,
    list,
    keys,
    {
      reading,
      identity: (row) => `${canonical(row.unit)}#${row.round}`,
      name: (row) => row.unit,
      values: (row) => unitValues(row, programmes),
      refuse: (row) => {
        if (row.unit === '') return 'Raden saknar verksamhetens namn.';
        return row.programme === ''
          ? 'Raden saknar ett program som finns. Välj program för hela listan, eller skriv det på raden.'
          : null;
      },
    },
    existing,
  );
}

/**
 * A list of people.
 * @param list first the headings, then a row a person
 * @param isRound whether a unit with this name and round is in the workbook; the round is null where the row names none
 */
export function planPeopleImport(
  list: readonly (readonly string[])[],
  existing: readonly PersonRow[],
  sessions: number,
  isRound: (unit: string, round: number | null) => boolean,
): ImportPlan {
  const tab = peopleTab(sessions);
  const { keys, grid } = asTab(tab, list);
  return compared(
    tab,
    list,
    keys,
    {
      reading: readPeople(grid, sessions),
      identity: (row) => `${canonical(row.unit)}#${row.round ?? 1}#${keyOfPerson(row)}`,
      name: (row) => row.name || row.email || row.personId,
      values: personValues,
      refuse: (row) => {
        if (row.unit === '') return 'Raden saknar verksamhet.';
        if (!isRound(row.unit, row.round)) return `Verksamheten ${row.unit} finns inte. Lägg till den först.`;
        return keyOfPerson(row) === '' ? 'Raden saknar e-post, medarbetar-id och namn.' : null;
      },
    },
    existing,
  );
}
