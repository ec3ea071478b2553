/**
 * The journal (tab Händelser): one appended row a commit. A row names the commits that its writer knew as the last ones, and its
 * hash covers them and its own content. Where an execution died after its append, the next commit may have the same parent; the
 * nightly run reads the tail and names every loose end as a parent, so that nothing can be taken out or changed unseen.
 */
import { formatStamp, parseStamp, type Stamp } from '../domain/mail-times.ts';
import { safeText } from '../workbook/safe-text.ts';
import type { Commit, EventKind, JournalEvent } from './events.ts';
import type { Cell } from './ports.ts';

/** A cell holds 50,000 characters. */
const CHUNK = 45_000;
export const DATA_COLUMNS = 8;
/** Tid, Kod, Verksamhet, Händelse, Från, Till, Varför, commit, parents, hash, data1… */
export const JOURNAL_COLUMNS = 10 + DATA_COLUMNS;

type PackedEvent = [
  roundId: string,
  number: number,
  what: EventKind,
  about: string,
  from: string,
  to: string,
  why: string,
];

export interface VisibleTexts {
  readonly roundId: string;
  /** A formula that looks the unit's name up, or a text for several. */
  readonly unit: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

export interface NewCommit {
  readonly id: string;
  readonly at: Stamp;
  readonly by: string;
  readonly parents: readonly string[];
  readonly events: readonly JournalEvent[];
}

function pack(commit: NewCommit): string {
  const events: PackedEvent[] = commit.events.map((one) => [
    one.roundId,
    one.number,
    one.what,
    one.about,
    one.from,
    one.to,
    one.why,
  ]);
  return JSON.stringify({ by: commit.by, events });
}

function hashOf(digest: (text: string) => string, at: string, id: string, parents: string, data: string): string {
  return `h${digest([at, id, parents, data].join('\n')).slice(0, 24)}`;
}

/** The row to append, and the hash that the next commit names as its parent. Null where the events do not fit one row. */
export function commitRow(
  commit: NewCommit,
  visible: VisibleTexts,
  digest: (text: string) => string,
): { readonly row: Cell[]; readonly hash: string } | null {
  const data = pack(commit);
  if (data.length > CHUNK * DATA_COLUMNS) return null;
  const chunks = Array.from({ length: DATA_COLUMNS }, (_, index) => data.slice(index * CHUNK, (index + 1) * CHUNK));
  // With a space, as people write it.
  const at = formatStamp(commit.at).replace('T', ' ');
  const parents = commit.parents.join(' ');
  const hash = hashOf(digest, at, commit.id, parents, data);
  return {
    // The unit's cell is our own formula; everything else is text, whatever it looks like.
    row: [
      safeText(at),
      visible.roundId,
      visible.unit,
      ...[visible.what, visible.from, visible.to, visible.why, commit.id, parents, hash, ...chunks].map(safeText),
    ],
    hash,
  };
}

export interface JournalFault {
  /** 1-based row in the tab. */
  readonly row: number;
  readonly problem: 'unreadable' | 'changed' | 'parentMissing' | 'cut';
}

export interface JournalTail {
  readonly commits: readonly Commit[];
  /** Hashes that no later commit names as its parent. */
  readonly tips: readonly string[];
  /** The row after the last one with content. */
  readonly nextRow: number;
  readonly faults: readonly JournalFault[];
}

/**
 * @param rows rows of Händelser from `firstRow` on
 * @param knownTips the loose ends before `firstRow`; null where they are not known
 */
export function readJournal(
  rows: readonly (readonly Cell[])[],
  firstRow: number,
  knownTips: readonly string[] | null,
  digest: (text: string) => string,
  checksHashes = true,
): JournalTail {
  const commits: Commit[] = [];
  const faults: JournalFault[] = [];
  const known = new Set(knownTips ?? []);
  const tips = new Set(knownTips ?? []);
  let nextRow = firstRow;
  rows.forEach((cells, index) => {
    const row = firstRow + index;
    const [at, id, parents, hash] = [
      String(cells[0] ?? ''),
      String(cells[7] ?? ''),
      String(cells[8] ?? ''),
      String(cells[9] ?? ''),
    ];
    if (id === '' && at === '') return;
    nextRow = row + 1;
    const stamp = parseStamp(at);
    const data = cells.slice(10, 10 + DATA_COLUMNS).join('');
    let content: { by: string; events: PackedEvent[] };
    try {
      content = JSON.parse(data);
    } catch {
      faults.push({ row, problem: 'unreadable' });
      return;
    }
    if (stamp === null || (checksHashes && hashOf(digest, at, id, parents, data) !== hash)) {
      faults.push({ row, problem: 'changed' });
      return;
    }
    // The row at which the last run stopped is read again, so that the range always exists.
    if (index === 0 && known.has(hash)) return;
    const named = parents === '' ? [] : parents.split(' ');
    if (named.some((parent) => !known.has(parent)) && (knownTips !== null || commits.length > 0)) {
      faults.push({ row, problem: 'parentMissing' });
    }
    for (const parent of named) tips.delete(parent);
    known.add(hash);
    tips.add(hash);
    commits.push({
      id,
      at: stamp,
      by: content.by,
      parents: named,
      hash,
      events: content.events.map(([roundId, number, what, about, from, to, why]) => ({
        roundId,
        number,
        what,
        about,
        from,
        to,
        why,
      })),
    });
  });
  return { commits, tips: [...tips], nextRow, faults };
}

/**
 * Whether the journal is as it was written, in whatever order its rows now stand: each row by its hash, the chain by the parents that its rows
 * name, its end by loose ends that have been kept elsewhere.
 */
export function checkJournal(
  rows: readonly (readonly Cell[])[],
  firstRow: number,
  keptTips: readonly string[],
  digest: (text: string) => string,
): readonly JournalFault[] {
  const { commits, faults } = readJournal(rows, firstRow, null, digest);
  const rowOf = new Map(rows.map((cells, index) => [String(cells[9] ?? ''), firstRow + index]));
  const isMissing = (hash: string): boolean => !rowOf.has(hash);
  const found = faults.filter(({ problem }) => problem !== 'parentMissing');
  for (const { parents, hash } of commits) {
    if (parents.some(isMissing)) found.push({ row: rowOf.get(hash) ?? firstRow, problem: 'parentMissing' });
  }
  if (keptTips.some(isMissing)) found.push({ row: firstRow, problem: 'cut' });
  return found;
}

/** Events that hold: where an execution died after its append and was done over, the later commit of the same number. */
export function standingEvents(commits: readonly Commit[]): (JournalEvent & { readonly at: Stamp })[] {
  const latest = new Map<string, JournalEvent & { readonly at: Stamp }>();
  for (const commit of commits) {
    for (const one of commit.events) {
      const key = `${one.roundId}:${one.number}`;
      // Deleting first keeps the order of the commit that holds.
      latest.delete(key);
      latest.set(key, { ...one, at: commit.at });
    }
  }
  return [...latest.values()];
}
