/**
 * Takes over a list that the import dialog has gone through with the coordinator. What comes from a list is history: it sends no mail, and what it causes
 * counts as told.
 */
import {
  KEY_ROW,
  newRow,
  type ProgrammeName,
  peopleTab,
  readPeople,
  readUnits,
  rowIdentity,
  type Tab,
  UNITS_TAB,
  type Value,
} from '../workbook/index.ts';
import { columnsToRead, FIRST_DATA_ROW } from '../workbook/tab.ts';
import { writeCells } from './cells.ts';
import { withoutWaitingMail } from './detach.ts';
import { fullRun, NOT_INSTALLED, openState } from './full-run.ts';
import { numbered } from './mail-queue.ts';
import type { Cell, Ports } from './ports.ts';
import { lastRow, type Rulebook, rulebook, stampNow } from './register.ts';

export type ImportKind = 'units' | 'people';

/** What the dialog needs to see what a list would do. */
export interface ImportSource {
  readonly cells: readonly (readonly Cell[])[];
  readonly programmes: readonly ProgrammeName[];
  readonly sessions: number;
  readonly units: readonly { readonly unit: string; readonly round: number }[];
}

export interface ImportedRows {
  readonly added: readonly Readonly<Record<string, Value>>[];
  /** `row` is what `rowIdentity` gives. */
  readonly changed: readonly { readonly row: string; readonly values: Readonly<Record<string, Value>> }[];
}

const LOCK_WAIT = 20_000;

const tabOf = (kind: ImportKind, rules: Rulebook): Tab => (kind === 'units' ? UNITS_TAB : peopleTab(rules.sessions));

const cellsOf = (ports: Ports, tab: Tab): Cell[][] => ports.workbook.read(tab.name, columnsToRead(tab)) ?? [];

/** Two calls. @throws in Swedish where the product is not installed */
export function importSource(ports: Ports, kind: ImportKind): ImportSource {
  const tab = openState(ports);
  if (!tab?.head) throw new Error(NOT_INSTALLED);
  const rules = rulebook(tab.head.ruleRows);
  return {
    cells: cellsOf(ports, tabOf(kind, rules)),
    programmes: rules.names,
    sessions: rules.sessions,
    units: tab.rows.flatMap((row) => {
      const state = row.state();
      return state ? [state.facts.unit, ...state.formerNames].map((unit) => ({ unit, round: state.facts.number })) : [];
    }),
  };
}

function addRows(ports: Ports, tab: Tab, rules: Rulebook, added: ImportedRows['added']): void {
  const cells = cellsOf(ports, tab);
  const rows = added.map((values) => {
    const row = newRow(tab, cells[KEY_ROW - 1] ?? [], values);
    if (row === null) throw new Error(`Fliken ${tab.name} saknar en kolumn. Välj Diplomering → Installera.`);
    return row;
  });
  if (rows.length === 0) return;
  const reading = tab.key === 'units' ? readUnits(cells, rules.names) : readPeople(cells, rules.sessions);
  const first = Math.max(FIRST_DATA_ROW, lastRow(reading) + 1);
  const lacking = first + rows.length - 1 - cells.length;
  if (lacking > 0) ports.workbook.addRows(tab.name, cells.length, lacking);
  ports.workbook.write(tab.name, first, 1, rows);
}

function changeRows(ports: Ports, tab: Tab, changed: ImportedRows['changed']): number {
  let [cells, done] = [cellsOf(ports, tab), 0];
  const read = (): Cell[][] => {
    cells = cellsOf(ports, tab);
    return cells;
  };
  for (const { row, values } of changed) {
    const keys = cells[KEY_ROW - 1] ?? [];
    const full = newRow(tab, keys, values);
    const own = Object.fromEntries(Object.keys(values).map((key) => [key, full?.[keys.indexOf(key)] ?? '']));
    if (full !== null && writeCells(ports, tab, read, rowIdentity, { row, values: own }, cells)) done += 1;
  }
  return done;
}

/** Writes the rows, decides anew and says in Swedish what came of it. @throws in Swedish where it cannot be done */
export function importRows(ports: Ports, kind: ImportKind, rows: ImportedRows): string {
  if (!ports.lock.take(LOCK_WAIT)) throw new Error('Arbetsboken är upptagen. Försök igen om en stund.');
  const tab = openState(ports);
  if (!tab?.head) throw new Error(NOT_INSTALLED);
  const rules = rulebook(tab.head.ruleRows);
  const target = tabOf(kind, rules);
  const changed = changeRows(ports, target, rows.changed);
  addRows(ports, target, rules, rows.added);
  const now = stampNow(ports.now());
  const known = new Set(tab.rows.flatMap((row) => row.state()?.mails.map((mail) => mail.id) ?? []));
  fullRun(ports, tab, {
    by: 'import',
    now,
    readsJournal: false,
    showsOutbox: true,
    also: (state) => {
      const step = withoutWaitingMail(state, now, known);
      return step && numbered(step);
    },
  });
  const failed = rows.changed.length - changed;
  const rest = failed > 0 ? ` ${failed} rader hittades inte igen: förhandsgranska listan en gång till.` : '';
  return `Klart: ${rows.added.length} rader har lagts till och ${changed} har ändrats. Inga utskick har skapats.${rest}`;
}
