/** Copies of the people's rows: what a deleted row is put back from. */
import { addDays, type Day, formatDay, parseDay } from '../domain/calendar.ts';
import type { Person } from '../domain/facts.ts';
import { refreshersOf } from '../domain/validity.ts';
import { COPIES_TAB, canonical, FIRST_DATA_ROW, ticksOf, type Value } from '../workbook/index.ts';
import { ownText } from '../workbook/safe-text.ts';
import type { FullRun } from './full-run.ts';
import type { Cell, WorkbookPort } from './ports.ts';
import { parsed } from './state-tab.ts';
import { writeBlock } from './tab-rows.ts';

export interface PersonCopy {
  readonly roundId: string;
  readonly person: Person;
  /** The day on which the row was first seen to be gone; null while it is there. */
  readonly gone: Day | null;
}

/** A row that nobody has missed for so long is forgotten. */
const KEPT_DAYS = 90;

const keyOf = ({ roundId, person }: PersonCopy): string => `${roundId}#${person.id}`;

/** Null where an older version has installed the workbook. One call. */
function cellsOfCopies(workbook: WorkbookPort): readonly (readonly Cell[])[] | null {
  return workbook.read(COPIES_TAB.name, COPIES_TAB.columns.length);
}

function read(cells: readonly (readonly Cell[])[]): PersonCopy[] {
  return cells.slice(FIRST_DATA_ROW - 1).flatMap(([roundId, gone, data]) => {
    const person = parsed<Person>(data);
    return person === null ? [] : [{ roundId: String(roundId), person, gone: parseDay(String(gone)) }];
  });
}

/** Those who are gone, in the order in which their rows were seen last. One call. */
export function goneCopies(workbook: WorkbookPort): PersonCopy[] {
  return read(cellsOfCopies(workbook) ?? []).filter(({ gone }) => gone !== null);
}

/** The copies as of this run. Who has moved to another unit's list is not gone, and of a unit whose own row is gone nobody is. */
function copiesAfter(before: readonly PersonCopy[], rounds: FullRun['rounds'], today: Day): PersonCopy[] {
  const there = [...rounds.values()].flatMap(({ id, people }) =>
    people.map((person): PersonCopy => ({ roundId: id, person, gone: null })),
  );
  const known = new Set(before.map(keyOf));
  const keys = new Set(there.map(keyOf));
  const arrived = new Set(there.filter((copy) => !known.has(keyOf(copy))).map(({ person }) => person.id));
  const gone = before
    .filter((copy) => !keys.has(keyOf(copy)) && !arrived.has(copy.person.id))
    .map((copy) => ({ ...copy, gone: rounds.has(copy.roundId) ? (copy.gone ?? today) : copy.gone }))
    .filter((copy) => copy.gone === null || copy.gone >= addDays(today, -KEPT_DAYS));
  return [...there, ...gone];
}

/** One call, and one more where something has changed. @param forgets leaves out those who are gone, since they are purged */
export function keepCopies(workbook: WorkbookPort, { register, rounds }: FullRun, today: Day, forgets = false): void {
  const cells = register.usable ? cellsOfCopies(workbook) : null;
  if (cells === null) return;
  const copies = copiesAfter(read(cells), rounds, today).filter(({ gone }) => !forgets || gone === null);
  const rows = copies.map(({ roundId, person, gone }) => [
    roundId,
    gone === null ? '' : formatDay(gone),
    JSON.stringify(person),
  ]);
  const shown = cells.slice(FIRST_DATA_ROW - 1);
  while (rows.length < shown.length) rows.push(COPIES_TAB.columns.map(() => ''));
  if (rows.every((row, index) => row.every((text, column) => text === shown[index]?.[column]))) return;
  writeBlock(
    workbook,
    COPIES_TAB,
    cells.length,
    FIRST_DATA_ROW,
    rows.map((row) => row.map((text) => (text === '' ? '' : ownText(text)))),
  );
}

/** The row as a person would have to type it. */
export function rowOfCopy({ person }: PersonCopy, unit: string, round: number): Record<string, Value> {
  const { id, attended, earlierRefreshers: _earlier, ...told } = person;
  return {
    ...told,
    unit,
    round: round === 1 ? null : round,
    personId: told.email === '' && id !== canonical(told.name) ? id : '',
    refresher: refreshersOf(person),
    ...ticksOf(attended),
  };
}
