/** The tab Utskick: outgoing mail as a coordinator reads it and acts in it; a projection of what Läge keeps about mails. */
import { byUrgency, MAIL_LABELS } from '../domain/mail-kinds.ts';
import { formatStamp, type Stamp } from '../domain/mail-times.ts';
import { choiceLabel, MAIL_STATE_CHOICES } from '../workbook/choices.ts';
import { FIRST_DATA_ROW, KEY_ROW, OUTBOX_TAB, safeCell } from '../workbook/index.ts';
import type { Cell, Ports } from './ports.ts';
import type { MailEntry, RoundState } from './round-state.ts';
import { writeBlock } from './tab-rows.ts';

export interface Preview {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface OutboxPlan {
  /** The block to write, from its 1-based first row; null when the tab is up to date. */
  readonly write: { readonly firstRow: number; readonly rows: readonly (readonly Cell[])[] } | null;
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
  if (mail.state === 'queued' && preview.to === '') return 'Chefen saknar en adress som går att använda.';
  return '';
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

const same = (left: readonly Cell[], right: readonly Cell[]): boolean =>
  left.every((cell, index) => cell === (right[index] ?? ''));

type ReadPlace = (row: readonly Cell[], key: Key) => Cell;

const WAITING = [label('queued'), label('held')];

/** Takes away rows of causes that have left as part of another letter; gives the first place that changed, or null. */
function dropAbsorbed(rows: Cell[][], states: Iterable<RoundState>, at: ReadPlace): number | null {
  const known = new Set<string>();
  for (const state of states) for (const mail of state.mails) known.add(mail.id);
  const isGone = (row: readonly Cell[]): boolean =>
    WAITING.includes(String(at(row, 'state'))) && !known.has(String(at(row, 'id')));
  const first = rows.findIndex(isGone);
  if (first < 0) return null;
  const kept = rows.filter((row) => !isGone(row));
  rows.splice(0, rows.length, ...kept);
  return first;
}

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
  const rows = cells.slice(FIRST_DATA_ROW - 1).map((row) => row.slice(0, width));
  while (rows.length > 0 && rows[rows.length - 1]?.every((cell) => cell === '' || cell === false)) rows.pop();
  const before = rows.length;
  const firstGone = dropAbsorbed(rows, states, at);
  const place = new Map(rows.map((row, index) => [String(at(row, 'id')), index]));
  const pruned: RoundState[] = [];
  let [first, last] = [Number.POSITIVE_INFINITY, -1];
  for (const state of states) {
    if (state.mails.length === 0) continue;
    const kept: MailEntry[] = [];
    for (const mails of byRow(state)) {
      const [mail] = mails;
      const known = place.get(mail.id);
      const shown = known === undefined ? undefined : rows[known];
      if (shown && FINAL.includes(mail.state) && at(shown, 'state') === label(mail.state)) continue;
      kept.push(...mails);
      const action = taken.has(mail.id) || !shown ? '' : at(shown, 'action');
      const row = [...(shown ?? blank)];
      const values = rowOf(state, mails, preview(state, mail), action, dryRun);
      for (const [key, index] of places) row[index] = values[key];
      if (shown && same(row, shown)) continue;
      const index = known ?? rows.length;
      rows[index] = row;
      place.set(mail.id, index);
      first = Math.min(first, index);
      last = Math.max(last, index);
    }
    if (kept.length < state.mails.length) pruned.push({ ...state, mails: kept });
  }
  if (firstGone !== null) {
    first = Math.min(first, firstGone);
    last = Math.max(last, before - 1, rows.length - 1);
  }
  const block = Array.from({ length: last - first + 1 }, (_, index) => (rows[first + index] ?? blank).map(safeCell));
  return {
    write: last < 0 ? null : { firstRow: FIRST_DATA_ROW + first, rows: block },
    pruned,
  };
}

/** Rows that Utskick gets beyond those it needs. */
const SPARE_ROWS = 100;

/** One call, two when the tab must be made longer. */
export function writeOutbox(ports: Ports, plan: OutboxPlan, gridRows: number): void {
  if (plan.write === null) return;
  writeBlock(ports.workbook, OUTBOX_TAB, gridRows, plan.write.firstRow, plan.write.rows, SPARE_ROWS);
}
