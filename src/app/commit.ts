/** The one decisive write of an execution, a row in the journal, and after it the projection in Läge that follows from it. */
import { formatDay } from '../domain/calendar.ts';
import type { Stamp } from '../domain/mail-times.ts';
import { ownText, safeCell } from '../workbook/safe-text.ts';
import { FIRST_DATA_ROW } from '../workbook/tab.ts';
import { EVENTS_TAB } from '../workbook/tabs/events.ts';
import { STATE_TAB } from '../workbook/tabs/state.ts';
import { isDecision } from './advance.ts';
import type { JournalEvent } from './events.ts';
import { commitRow } from './journal.ts';
import type { Cell, Ports } from './ports.ts';
import type { RoundState } from './round-state.ts';
import { HEAD_ID, type Head, type OpenState, packHead, packState, sequenceOf } from './state-tab.ts';
import { writeBlock } from './tab-rows.ts';
import { describeEvents } from './visible-events.ts';

export interface Changes {
  readonly by: string;
  readonly at: Stamp;
  readonly events: readonly JournalEvent[];
  /** States to write; those that are the same as before need not be among them. */
  readonly states: readonly RoundState[];
  /** The head, when it changes. */
  readonly head: Head | null;
  /** Loose ends of the journal where the execution has read its tail; otherwise what Läge knows. */
  readonly tips: readonly string[] | null;
}

/** Grown by more than is needed, so that the next new unit costs no extra call. */
const SPARE_ROWS = 200;

const ownCell = (value: Cell): Cell => (typeof value === 'string' ? ownText(value) : value);

/** A row of Läge. */
export const stateCells = (values: Readonly<Record<string, Cell>>): Cell[] =>
  STATE_TAB.columns.map(({ key, type }) => (type === 'json' ? ownCell : safeCell)(values[key] ?? ''));

interface Mark {
  readonly commit: string;
  readonly hash: string;
}

function stateRow(state: RoundState, mark: Mark): Cell[] {
  const packed = packState(state);
  const { unit, number, programme } = state.facts;
  const { requirements: _requirements, ...shown } = state.shown;
  const decision = isDecision(state.decision) ? state.decision : null;
  return stateCells({
    id: state.roundId,
    lookup: `${unit}#${number}`,
    unit,
    programme,
    round: number,
    ...shown,
    diplomaOn: decision?.diploma ? formatDay(decision.diploma.on) : '',
    validThrough: decision?.diploma?.validThrough ? formatDay(decision.diploma.validThrough) : '',
    ruleVersion: decision ? formatDay(decision.ruleVersion) : '',
    ...packed,
    ...mark,
  });
}

function headRow(head: Head, mark: Mark, sending: Cell): Cell[] {
  return stateCells({ id: HEAD_ID, duties: head.ruleReaches, state: packHead(head), facts: sending, ...mark });
}

/**
 * Appends the events and then writes the rounds' rows in Läge as one block. An execution that dies between the two leaves
 * Läge as it was: the next one decides the same from the same facts, and its events bear the same numbers.
 */
export function commit(ports: Ports, tab: OpenState, changes: Changes): void {
  if (changes.events.length === 0 && changes.states.length === 0 && changes.head === null) return;
  const parents = changes.tips ?? (tab.tip === '' ? [] : [tab.tip]);
  const mark = changes.events.length === 0 ? null : append(ports, changes, changes.events, parents, tab.sequence + 1);
  writeStates(ports, tab, changes, mark);
}

/** One row, or as many as the events need: only a first import of a whole region is too much for one. */
function append(
  ports: Ports,
  changes: Changes,
  events: readonly JournalEvent[],
  parents: readonly string[],
  sequence: number,
): Mark {
  // A letter first, here and in the hash, so that no spreadsheet takes it for a number or a date.
  const id = `c${sequence}-${ports.newId().slice(1, 5)}`;
  const content = { id, at: changes.at, by: changes.by, parents, events };
  const packed = commitRow(content, describeEvents(events), ports.digest);
  if (packed === null) {
    const half = Math.ceil(events.length / 2);
    const first = append(ports, changes, events.slice(0, half), parents, sequence);
    return append(ports, changes, events.slice(half), [first.hash], sequenceOf(first.commit) + 1);
  }
  ports.workbook.append(EVENTS_TAB.name, packed.row);
  return { commit: id, hash: packed.hash };
}

function writeStates(ports: Ports, tab: OpenState, changes: Changes, mark: Mark | null): void {
  const changed = new Map(changes.states.map((state) => [state.roundId, state]));
  const touched = new Set(changes.events.map((event) => event.roundId));
  const head = changes.head ?? tab.head;
  const known: Mark = { commit: tab.headCommit, hash: tab.headHash };
  const block: { readonly row: () => Cell[]; readonly changes: boolean }[] = [
    {
      row: () =>
        headRow(
          head,
          touched.has('') ? (mark ?? known) : known,
          tab.sending === null ? '' : JSON.stringify(tab.sending),
        ),
      changes: changes.head !== null || touched.has(''),
    },
  ];
  for (const row of tab.rows) {
    const state = changed.get(row.roundId);
    changed.delete(row.roundId);
    const its = mark !== null && touched.has(row.roundId) ? mark : { commit: row.commit, hash: row.hash };
    block.push(
      state
        ? { row: () => stateRow(state, its), changes: true }
        : { row: () => row.cells.map(ownCell), changes: false },
    );
  }
  for (const state of changed.values()) {
    block.push({ row: () => stateRow(state, mark ?? { commit: '', hash: '' }), changes: true });
  }
  while (!tab.ordered && block.length < tab.usedRows) block.push({ row: () => stateCells({}), changes: true });

  // One block from the first row that changes to the last is one write, however many rounds there are.
  const first = tab.ordered ? block.findIndex((one) => one.changes) : 0;
  if (first < 0) return;
  const last = tab.ordered
    ? block.reduce((latest, one, index) => (one.changes ? index : latest), first)
    : block.length - 1;
  const rows = block.slice(first, last + 1).map((one) => one.row());
  writeBlock(ports.workbook, STATE_TAB, tab.gridRows, FIRST_DATA_ROW + first, rows, SPARE_ROWS);
}
