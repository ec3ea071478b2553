/** The tab Läge: a projection of facts and journal, one row a round, with the head row that carries what concerns the whole workbook. */
import type { Day } from '../domain/calendar.ts';
import type { Stamp } from '../domain/mail-times.ts';
import type { TemplateRow } from '../messages/index.ts';
import { columnNumber, columnsToRead, FIRST_DATA_ROW, KEY_ROW } from '../workbook/tab.ts';
import { STATE_TAB } from '../workbook/tabs/state.ts';
import { migrated, STATE_VERSION } from './migrations.ts';
import type { Cell, WorkbookPort } from './ports.ts';
import type { RoundState } from './round-state.ts';
import type { KeptRule } from './rule-confirmation.ts';
import type { LetterIds, SentLetter } from './sending.ts';

export const HEAD_ID = 'head';

/** A sender at work: which mail it holds in its hands, and what it has already sent. One cell, one write a mail. */
export interface Sending {
  readonly started: Stamp;
  readonly claimed: LetterIds | null;
  readonly sent: readonly SentLetter[];
}

export interface Head {
  readonly version: number;
  readonly workbookId: string;
  readonly installedOn: Day;
  /** Settings and rule rows as last read from their tabs, so that an edit needs not read them. */
  readonly settings: Readonly<Record<string, Cell>>;
  readonly ruleRows: readonly KeptRule[];
  /** Rows of Regler that are not in force: not ticked, or changed since they were. */
  readonly ruleDrafts: readonly KeptRule[];
  /** What those rows would touch, as the column in Regler finds it. */
  readonly ruleReaches: string;
  readonly templates: readonly TemplateRow[];
  /** Row in Händelser after which nothing has been sealed, and the loose ends before it. */
  readonly journalRow: number;
  readonly tips: readonly string[];
  /** Number of the workbook's own events. */
  readonly events: number;
  readonly lastNightly: Stamp | null;
  readonly lastDigest: Day | null;
  readonly unmatched: readonly Unmatched[];
  /** What cannot be read in the workbook, for the health check; the first ones where there are many. */
  readonly faults: readonly ShownFault[];
  /** Those of settings, rules and mail texts, which are read more seldom than the others. */
  readonly tabFaults: readonly ShownFault[];
  /** How many rows of each tab of people have their tick boxes and computed cells, by the tab's key. */
  readonly decorated: Readonly<Record<string, number>>;
  /** Form ids by the form's key, and the sheet ids of their answers. */
  readonly forms: Readonly<Record<string, FormBinding>>;
}

export interface ShownFault {
  readonly tab: string;
  readonly cell: string;
  readonly text: string;
  readonly level: 'fault' | 'remark';
}

/** A form's answer that could not be tied to a unit or a person. */
export interface Unmatched {
  readonly on: Day;
  readonly form: string;
  /** Swedish: what to do about it. */
  readonly problem: string;
  /** Tells the answer from others, so that it is put before the coordinator once. */
  readonly print: string;
  /** A person has seen to it. It stays here until it is not read again. */
  readonly isDone?: true;
}

export interface FormBinding {
  readonly formId: string;
  /** Null for a form without destination. */
  readonly sheetId: number | null;
  /** The form's address, prefilled with a mark where the unit's code goes. */
  readonly link: string;
  /** Item ids by question id. */
  readonly items: Readonly<Record<string, number>>;
  /** Answers that came before are in the register. */
  readonly readUntil: Stamp;
  /** Fingerprint of the declaration that the form was built from; missing where an older version built it. */
  readonly print?: string;
}

export function newHead(workbookId: string, installedOn: Day): Head {
  return {
    version: STATE_VERSION,
    workbookId,
    installedOn,
    settings: {},
    ruleRows: [],
    ruleDrafts: [],
    ruleReaches: '',
    templates: [],
    journalRow: FIRST_DATA_ROW,
    tips: [],
    events: 0,
    lastNightly: null,
    lastDigest: null,
    unmatched: [],
    faults: [],
    tabFaults: [],
    decorated: {},
    forms: {},
  };
}

export interface StateRow {
  readonly roundId: string;
  /** Sequence of the latest commit that touched it. */
  readonly sequence: number;
  readonly commit: string;
  readonly hash: string;
  readonly peoplePrint: string;
  /** The row as it stands, to be written back in a block with others. */
  readonly cells: readonly Cell[];
  /** False where no mail of the round waits, which can be told without parsing its state. */
  readonly mayHaveMail: boolean;
  /** The kept state, parsed when first asked for; null when it cannot be read. */
  readonly state: () => RoundState | null;
}

/** Of the workbook that the product is installed in. */
export interface OpenState extends StateTab {
  readonly head: Head;
}

export interface StateTab {
  readonly head: Head | null;
  readonly sending: Sending | null;
  readonly headCommit: string;
  readonly headHash: string;
  readonly rows: readonly StateRow[];
  readonly byId: ReadonlyMap<string, StateRow>;
  /** False where columns stand elsewhere than where they are written, so that nothing here can be trusted. */
  readonly isArranged: boolean;
  /** Rows of the grid, so that the writer knows when it must be made longer. */
  readonly gridRows: number;
  /** False when a person has sorted the tab or left gaps in it: then it is written anew as a whole. */
  readonly ordered: boolean;
  /** Rows from the first data row to the last that is not empty. */
  readonly usedRows: number;
  readonly sequence: number;
  /** Hash of the latest commit that is known here. */
  readonly tip: string;
}

const COLUMN = {
  id: columnNumber(STATE_TAB, 'id') - 1,
  state: columnNumber(STATE_TAB, 'state') - 1,
  facts: columnNumber(STATE_TAB, 'facts') - 1,
  commit: columnNumber(STATE_TAB, 'commit') - 1,
  hash: columnNumber(STATE_TAB, 'hash') - 1,
} as const;

/** Where the sender's one cell lies: the head row's column for facts. */
export const SENDING_CELL = { row: FIRST_DATA_ROW, column: COLUMN.facts + 1 } as const;

export function parsed<T>(cell: Cell | undefined): T | null {
  if (cell === undefined || cell === '') return null;
  try {
    return JSON.parse(String(cell)) as T;
  } catch {
    return null;
  }
}

/** The running number in a commit's id; 0 where there is none. */
export function sequenceOf(cell: Cell | undefined): number {
  const sequence = Number.parseInt(String(cell ?? '').slice(1), 10);
  return Number.isNaN(sequence) ? 0 : sequence;
}

/** As `packState` writes a mail that is to leave. */
const WAITING_MAIL = '"state":"queued"';

function readRow(cells: readonly Cell[]): StateRow {
  const facts = String(cells[COLUMN.facts] ?? '');
  let kept: RoundState | null | undefined;
  return {
    roundId: String(cells[COLUMN.id]),
    sequence: sequenceOf(cells[COLUMN.commit]),
    commit: String(cells[COLUMN.commit] ?? ''),
    cells: cells.slice(0, STATE_TAB.columns.length),
    hash: String(cells[COLUMN.hash] ?? ''),
    peoplePrint: facts.slice(0, facts.indexOf('|')),
    mayHaveMail: String(cells[COLUMN.state] ?? '').includes(WAITING_MAIL),
    state() {
      if (kept === undefined) {
        const state = parsed<Omit<RoundState, 'facts' | 'peoplePrint'>>(cells[COLUMN.state]);
        const bare = parsed<RoundState['facts']>(facts.slice(facts.indexOf('|') + 1));
        kept = state && bare ? { ...state, facts: bare, peoplePrint: facts.slice(0, facts.indexOf('|')) } : null;
      }
      return kept;
    },
  };
}

/** One call. Null when the workbook has no tab Läge. */
export function readStateTab(workbook: WorkbookPort): StateTab | null {
  const cells = workbook.read(STATE_TAB.name, columnsToRead(STATE_TAB));
  if (cells === null) return null;
  const rows: StateRow[] = [];
  let head: Head | null = null;
  let sending: Sending | null = null;
  let [sequence, tip] = [0, ''];
  let [headCommit, headHash] = ['', ''];
  let ordered = true;
  let usedRows = 0;
  for (let index = FIRST_DATA_ROW - 1; index < cells.length; index += 1) {
    const row = cells[index];
    const id = row?.[COLUMN.id];
    if (row === undefined || id === undefined || id === '') continue;
    const place = index - FIRST_DATA_ROW + 1;
    if (place !== rows.length + (head ? 1 : 0)) ordered = false;
    usedRows = place + 1;
    const itsSequence = sequenceOf(row[COLUMN.commit]);
    if (itsSequence > sequence) [sequence, tip] = [itsSequence, String(row[COLUMN.hash] ?? '')];
    if (id === HEAD_ID) {
      const kept = parsed<Head>(row[COLUMN.state]);
      // What an older version did not keep yet starts empty.
      head = kept && { ...newHead(kept.workbookId, kept.installedOn), ...kept };
      sending = parsed<Sending>(row[COLUMN.facts]);
      [headCommit, headHash] = [String(row[COLUMN.commit] ?? ''), String(row[COLUMN.hash] ?? '')];
    } else rows.push(readRow(row));
  }
  return {
    head,
    sending,
    headCommit,
    headHash,
    rows,
    byId: new Map(rows.map((row) => [row.roundId, row])),
    isArranged: STATE_TAB.columns.every(({ key }, place) => cells[KEY_ROW - 1]?.[place] === key),
    gridRows: cells.length,
    ordered: ordered && (head !== null || rows.length === 0),
    usedRows,
    sequence,
    tip,
  };
}

/** The same with every round as this version keeps it. */
export function upToDate(tab: OpenState): OpenState {
  const { version } = tab.head;
  if (version >= STATE_VERSION) return tab;
  const rows = tab.rows.map((row): StateRow => {
    let kept: RoundState | null | undefined;
    return {
      ...row,
      state() {
        if (kept === undefined) {
          const before = row.state();
          kept = before && migrated(before, version);
        }
        return kept;
      },
    };
  });
  return { ...tab, rows, byId: new Map(rows.map((row) => [row.roundId, row])) };
}

/** Whether the workbook is a copy of the one that the product was installed in. One call, of a few cells. */
export function isCopy(workbook: WorkbookPort): boolean {
  const row = workbook.readRow(STATE_TAB.name, FIRST_DATA_ROW, STATE_TAB.columns.length) ?? [];
  const head = row[COLUMN.id] === HEAD_ID ? parsed<Head>(row[COLUMN.state]) : null;
  return head !== null && head.workbookId !== workbook.id();
}

/** A cell holds 50,000 characters; some are kept free for the sheet's own marks. */
const LONGEST_CELL = 48_000;

type Kept = Omit<RoundState, 'facts' | 'peoplePrint'>;

/** What a row can do without, in the order of going: every run makes it anew, or the columns beside show it. */
const THINNER: readonly ((state: Kept) => Kept)[] = [
  (state) =>
    state.decision !== null && 'status' in state.decision
      ? { ...state, decision: { ...state.decision, duties: [] } }
      : state,
  (state) => ({ ...state, shown: { ...state.shown, duties: '' } }),
  (state) => ({ ...state, personDiplomas: {} }),
  (state) => ({ ...state, mails: state.mails.map((mail) => ({ ...mail, text: '' })) }),
];

/**
 * The kept state as the two cells of its row. A very large unit goes without what can be made anew; nothing is ever cut, for half a
 * JSON text is none.
 */
export function packState(state: RoundState): { readonly state: string; readonly facts: string } {
  const { facts, peoplePrint, ...rest } = state;
  let kept: Kept = rest;
  let packed = JSON.stringify(kept);
  for (const thin of THINNER) {
    if (packed.length <= LONGEST_CELL) break;
    kept = thin(kept);
    packed = JSON.stringify(kept);
  }
  return { state: packed, facts: `${peoplePrint}|${JSON.stringify(facts)}` };
}

/** The head as its one cell: of many faults, those that fit. */
export function packHead(head: Head): string {
  let kept = head;
  let packed = JSON.stringify(kept);
  while (packed.length > LONGEST_CELL && kept.faults.length + kept.tabFaults.length > 0) {
    const half = (faults: readonly ShownFault[]): readonly ShownFault[] => faults.slice(0, faults.length >> 1);
    kept = { ...kept, faults: half(kept.faults), tabFaults: half(kept.tabFaults) };
    packed = JSON.stringify(kept);
  }
  return packed;
}
