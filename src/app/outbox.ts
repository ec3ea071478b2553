/** The tab Utskick: outgoing mail as a coordinator reads it and acts in it; a projection of what Läge keeps about mails. */
import { byUrgency, MAIL_LABELS } from '../domain/mail-kinds.ts';
import { formatStamp, type Stamp } from '../domain/mail-times.ts';
import { choiceLabel, MAIL_STATE_CHOICES } from '../workbook/choices.ts';
import { FIRST_DATA_ROW, KEY_ROW, OUTBOX_TAB, safeCell } from '../workbook/index.ts';
import type { Cell, Ports } from './ports.ts';
import type { MailEntry, RoundState } from './round-state.ts';
import { cellsOf, writeBlock } from './tab-rows.ts';

export interface Preview {
  readonly to: string;
  /** Why it has nowhere to go; empty where it has. */
  readonly fault: string;
  readonly subject: string;
  readonly text: string;
}

export interface OutboxPlan {
  /** Null when the tab is up to date. */
  readonly write: {
    /** All rows as they are to be. */
    readonly rows: readonly (readonly Cell[])[];
    /** Those from `first` to before `end` (0-based) are not so yet. */
    readonly first: number;
    readonly end: number;
    /** 0-based place of the ids. */
    readonly id: number;
  } | null;
  /** States that no longer need to keep a mail, since the tab shows its end. */
  readonly pruned: readonly RoundState[];
}

type Key = (typeof OUTBOX_TAB.columns)[number]['key'];

/** Where each of our columns stands; people may have columns of their own between them, which keep what they say. */
type Places = ReadonlyMap<Key, number>;

const FINAL: readonly MailEntry['state'][] = ['sent', 'withdrawn'];

const label = (code: string): string => choiceLabel(MAIL_STATE_CHOICES, code);

/** As people read it: 2025-10-06 13:00. */
const shownTime = (stamp: Stamp): string => formatStamp(stamp).replace('T', ' ');

function rowOf(
  state: RoundState,
  mails: readonly [MailEntry, ...MailEntry[]],
  preview: Preview,
  action: Cell,
  dryRun: boolean,
): Record<Key, Cell> {
  const [mail] = mails;
  const shown = mail.state === 'queued' && dryRun ? 'held' : mail.state;
  return {
    id: mail.id,
    action,
    at: shownTime(mail.caused),
    unit: state.facts.unit,
    to: mail.to || preview.to,
    kind: MAIL_LABELS[mail.kind],
    kinds: byUrgency(mails.map((one) => one.kind)).join(', '),
    subject: mail.subject || preview.subject,
    text: mail.text || preview.text,
    state: label(shown),
    leaves: shownTime(mail.after),
    sentAt: mail.state === 'sent' || mail.state === 'unsure' ? shownTime(mail.changed) : '',
    late: mail.late,
    why: reasonOf(mail, dryRun, preview),
    mailKey: mail.notice.key,
  };
}

function reasonOf(mail: MailEntry, dryRun: boolean, preview: Preview): string {
  if (mail.silenced) return 'Orsaken är äldre än registret: mejlet skickas inte.';
  if (mail.state === 'withdrawn') return 'Orsaken finns inte längre, eller utskicket stoppades.';
  if (mail.state === 'unsure') return 'Det går inte att veta om utskicket lämnade. Välj en åtgärd.';
  if (mail.state === 'held') return 'Hålls av en person.';
  if (mail.state === 'queued' && dryRun) return 'Torrkörning: inget skickas. Ändra på fliken Inställningar.';
  return mail.state === 'queued' ? preview.fault : '';
}

/** Mails of a round by their row: causes that left as one letter share an id. */
function byRow(state: RoundState): [MailEntry, ...MailEntry[]][] {
  const rows = new Map<string, [MailEntry, ...MailEntry[]]>();
  for (const mail of state.mails) {
    const row = rows.get(mail.id);
    if (row) row.push(mail);
    else rows.set(mail.id, [mail]);
  }
  return [...rows.values()];
}

type ReadPlace = (row: readonly Cell[], key: Key) => Cell;

const WAITING = [label('queued'), label('held')];

/**
 * @param cells the tab from row 1 on, as just read
 * @param taken ids of the rows whose choice in Åtgärd has been taken: left standing, it would be taken again. Any other stays
 */
export function planOutbox(
  cells: readonly (readonly Cell[])[],
  states: readonly RoundState[],
  taken: ReadonlySet<string>,
  dryRun: boolean,
  preview: (state: RoundState, mail: MailEntry) => Preview,
): OutboxPlan {
  const keyRow = cells[KEY_ROW - 1] ?? [];
  const places: Places = new Map(OUTBOX_TAB.columns.map(({ key }) => [key, keyRow.indexOf(key)]));
  // A column of ours is gone: the installer puts it back, and until then nothing is written askew.
  if ([...places.values()].includes(-1)) return { write: null, pruned: [] };
  const at: ReadPlace = (row, key) => row[places.get(key) ?? -1] ?? '';
  const width = Math.max(...places.values()) + 1;
  const blank = Array.from({ length: width }, (): Cell => '');
  const old = cells.slice(FIRST_DATA_ROW - 1).map((row) => row.slice(0, width));
  while (old.length > 0 && old[old.length - 1]?.every((cell) => cell === '' || cell === false)) old.pop();
  const mailIds = new Set(states.flatMap(({ mails }) => mails.map(({ id }) => id)));
  // Causes that have left as part of another letter have no row of their own any more.
  const isAbsorbed = (row: readonly Cell[]): boolean =>
    WAITING.includes(String(at(row, 'state'))) && !mailIds.has(String(at(row, 'id')));
  const withoutTaken = (row: readonly Cell[]): readonly Cell[] =>
    taken.has(String(at(row, 'id'))) ? row.map((cell, index) => (index === places.get('action') ? '' : cell)) : row;
  const rows = old.filter((row) => !isAbsorbed(row)).map(withoutTaken);
  const place = new Map(rows.map((row, index) => [String(at(row, 'id')), index]));
  const pruned: RoundState[] = [];
  for (const state of states) {
    if (state.mails.length === 0) continue;
    const kept: MailEntry[] = [];
    for (const mails of byRow(state)) {
      const [mail] = mails;
      const known = place.get(mail.id);
      const shown = known === undefined ? undefined : rows[known];
      if (shown && FINAL.includes(mail.state) && at(shown, 'state') === label(mail.state)) continue;
      kept.push(...mails);
      const row = [...(shown ?? blank)];
      const values = rowOf(state, mails, preview(state, mail), at(row, 'action'), dryRun);
      for (const [key, index] of places) row[index] = values[key];
      place.set(mail.id, known ?? rows.length);
      rows[known ?? rows.length] = row;
    }
    if (kept.length < state.mails.length) pruned.push({ ...state, mails: kept });
  }
  while (rows.length < old.length) rows.push(blank);
  const isSame = (row: readonly Cell[], index: number): boolean =>
    row.every((cell, column) => cell === (old[index]?.[column] ?? ''));
  let [first, end] = [0, rows.length];
  while (first < end && isSame(rows[first] ?? blank, first)) first += 1;
  while (end > first && isSame(rows[end - 1] ?? blank, end - 1)) end -= 1;
  const id = places.get('id') ?? 0;
  return { write: first === end ? null : { rows: rows.map((row) => row.map(safeCell)), first, end, id }, pruned };
}

/** Rows that Utskick gets beyond those it needs. */
const SPARE_ROWS = 100;

/** Two calls, three when the tab must be made longer. Where somebody sorts meanwhile, what the block fell upon is put back with the rest. */
export function writeOutbox({ workbook }: Ports, { write }: OutboxPlan, gridRows: number): void {
  if (write === null) return;
  const { rows, first, end, id } = write;
  writeBlock(workbook, OUTBOX_TAB, gridRows, FIRST_DATA_ROW + first, rows.slice(first, end), SPARE_ROWS);
  const after = cellsOf(workbook, OUTBOX_TAB);
  if (rows.some((row, index) => row[id] !== after[FIRST_DATA_ROW - 1 + index]?.[id]))
    writeBlock(workbook, OUTBOX_TAB, after.length, FIRST_DATA_ROW, rows);
}
