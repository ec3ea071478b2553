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
  type Tab,
  UNITS_TAB,
  type Value,
} from '../workbook/index.ts';
import { FIRST_DATA_ROW } from '../workbook/tab.ts';
import { writeCells } from './cells.ts';
import { withoutWaitingMail } from './detach.ts';
import { fullRun, openInstalled, openLocked } from './full-run.ts';
import type { Cell, Ports } from './ports.ts';
import { lastRow, type Rulebook, rulebook, stampNow } from './register.ts';
import { cellsOf, completeRow, writeBlock } from './tab-rows.ts';

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

const tabOf = (kind: ImportKind, rules: Rulebook): Tab => (kind === 'units' ? UNITS_TAB : peopleTab(rules.sessions));

/** Two calls. @throws in Swedish where the product is not installed */
export function importSource(ports: Ports, kind: ImportKind): ImportSource {
  const tab = openInstalled(ports);
  const rules = rulebook(tab.head.ruleRows);
  return {
    cells: cellsOf(ports.workbook, tabOf(kind, rules)),
    programmes: rules.names,
    sessions: rules.sessions,
    units: tab.rows.flatMap((row) => {
      const state = row.state();
      return state ? [state.facts.unit, ...state.formerNames].map((unit) => ({ unit, round: state.facts.number })) : [];
    }),
  };
}

function addRows(ports: Ports, tab: Tab, rules: Rulebook, added: ImportedRows['added']): void {
  const cells = cellsOf(ports.workbook, tab);
  const rows = added.map((values) => completeRow(tab, cells[KEY_ROW - 1], values));
  const reading = tab.key === 'units' ? readUnits(cells, rules.names) : readPeople(cells, rules.sessions);
  const first = Math.max(FIRST_DATA_ROW, lastRow(reading) + 1);
  writeBlock(ports.workbook, tab, cells.length, first, rows);
}

function changeRows(ports: Ports, tab: Tab, changed: ImportedRows['changed']): number {
  let cells: readonly (readonly Cell[])[] = cellsOf(ports.workbook, tab);
  let done = 0;
  for (const { row, values } of changed) {
    const keys = cells[KEY_ROW - 1] ?? [];
    const full = newRow(tab, keys, values);
    const own = Object.fromEntries(Object.keys(values).map((key) => [key, full?.[keys.indexOf(key)] ?? '']));
    const after = full && writeCells(ports, tab, { row, values: own }, cells);
    if (after) done += 1;
    cells = after ?? cellsOf(ports.workbook, tab);
  }
  return done;
}

/** Writes the rows, decides anew and says in Swedish what came of it. @throws in Swedish where it cannot be done */
export function importRows(ports: Ports, kind: ImportKind, rows: ImportedRows): string {
  const tab = openLocked(ports);
  const rules = rulebook(tab.head.ruleRows);
  const target = tabOf(kind, rules);
  const changed = changeRows(ports, target, rows.changed);
  addRows(ports, target, rules, rows.added);
  const now = stampNow(ports.now());
  const known = new Set(tab.rows.flatMap((row) => row.state()?.mails.map((mail) => mail.id) ?? []));
  fullRun(ports, tab, {
    by: 'import',
    now,
    showsOutbox: true,
    also: (state) => withoutWaitingMail(state, now, known),
  });
  const failed = rows.changed.length - changed;
  const rest = failed > 0 ? ` Rader som inte hittades igen: ${failed}. Förhandsgranska listan en gång till.` : '';
  return `Klart. Tillagda rader: ${rows.added.length}. Ändrade rader: ${changed}. Inga utskick har skapats.${rest}`;
}
