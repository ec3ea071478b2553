/** The coordinators' dated changes from the tab Regler, laid over the published programmes. */
import type { Day } from '../domain/calendar.ts';
import {
  CHANGEABLE_PATHS,
  type ChangeablePath,
  type Programme,
  type Repeal,
  type RuleSource,
  type RuleVersion,
  ruleInForce,
} from '../domain/rules.ts';
import { dayInWords } from '../domain/swedish.ts';
import { planContradiction } from './plan-coherence.ts';
import { isNone, readCount, readDuration, readHeadCount, readShare, readYesNo } from './values.ts';

/** One row of the tab Regler, as far as it could be read: `from` is null and `programme` or `path` empty where they could not. */
export interface RuleRow {
  readonly programme: string;
  readonly from: Day | null;
  readonly path: string;
  readonly value: string;
  readonly note: string;
  /** Where `value` stands, for faults. */
  readonly valueCell: string;
}

export interface RuleFault {
  readonly cell: string;
  /** Swedish: what is wrong and what would be right. */
  readonly text: string;
}

interface Change {
  readonly from: Day;
  readonly path: ChangeablePath;
  readonly row: RuleRow;
}

function isChangeable(path: string): path is ChangeablePath {
  return CHANGEABLE_PATHS.some((one) => one === path);
}

/**
 * The programmes with the rows' changes. A change holds from its day until a later row changes the same value; what cannot be right is left
 * out and named. The order of the rows makes no difference, except that the first of two that contradict each other on one day holds.
 */
export function applyRuleRows(
  programmes: readonly Programme[],
  rows: readonly RuleRow[],
): { readonly programmes: readonly Programme[]; readonly faults: readonly RuleFault[] } {
  const faults: RuleFault[] = [];
  const changed = programmes.map((programme) => {
    const changes = changesOf(programme, rows, faults);
    return changes.length === 0 ? programme : withChanges(programme, changes, faults);
  });
  return { programmes: changed, faults };
}

/** The rows that say something of the programme; what the workbook could not read has been named by it already. */
function changesOf(programme: Programme, rows: readonly RuleRow[], faults: RuleFault[]): Change[] {
  const changes: Change[] = [];
  for (const row of rows) {
    const { from, path } = row;
    if (row.programme !== programme.id || from === null || path === '') continue;
    if (!isChangeable(path)) {
      faults.push({ cell: row.valueCell, text: `Regeln finns inte: ”${path}”. Välj en ur listan.` });
      continue;
    }
    const change = { from, path, row };
    if (!isReadable(programme, change, faults)) continue;
    const same = changes.find((one) => one.from === from && one.path === path);
    if (same === undefined) changes.push(change);
    else if (same.row.value.trim() !== row.value.trim()) {
      const text = `Regeln har redan ett annat värde från ${dayInWords(from)}, i cell ${same.row.valueCell}. Ta bort det ena.`;
      faults.push({ cell: row.valueCell, text });
    }
  }
  return changes.sort((one, other) => one.from - other.from);
}

function withChanges(programme: Programme, changes: readonly Change[], faults: RuleFault[]): Programme {
  const standing: Change[] = [];
  for (const from of new Set(changes.map((change) => change.from))) {
    const added = changes.filter((change) => change.from === from);
    const tried = versionOn(programme, [...standing, ...added], from);
    const wrong = 'repealed' in tried || tried.plan === null ? null : planContradiction(tried.plan);
    for (const change of added) {
      if (wrong !== null && change.path.startsWith('plan.')) faults.push({ cell: change.row.valueCell, text: wrong });
      else standing.push(change);
    }
  }
  const days = new Set([
    ...programme.versions.map((version) => version.from),
    ...standing.map((change) => change.from),
  ]);
  const versions = [...days].sort((one, other) => one - other).map((day) => versionOn(programme, standing, day));
  return { ...programme, versions };
}

function isReadable(programme: Programme, { from, path, row }: Change, faults: RuleFault[]): boolean {
  const base = ruleInForce(programme, from);
  const text =
    'noRuleInForce' in base
      ? `${programme.name} har inga regler den ${dayInWords(from)}, så det finns inget att ändra.`
      : (notApplicable(base, path, programme) ?? applied(base, path, row.value));
  if (typeof text !== 'string') return true;
  faults.push({ cell: row.valueCell, text });
  return false;
}

/** Why the programme has no such value; null where it has. */
function notApplicable(base: RuleVersion, path: ChangeablePath, { name }: Programme): string | null {
  // The plan's days are counted from the last session.
  const attends = ['attendance.', 'plan.', 'catchUp.'].some((part) => path.startsWith(part));
  const lacks =
    base.attendance === null && attends
      ? 'har inga träffar'
      : base.plan === null && path.startsWith('plan.')
        ? 'har ingen plan'
        : base.followUp === null && path === 'followUp.every'
          ? 'har ingen återkommande uppföljning'
          : base.diploma === 'completion' && (path === 'validity' || path === 'certifyAutomatically')
            ? 'ger inget nytt diplom'
            : null;
  return lacks && `${name} ${lacks}, så regeln finns inte där.`;
}

/** The published version of the day with every change that holds then. */
function versionOn(programme: Programme, changes: readonly Change[], day: Day): RuleVersion | Repeal {
  const base = ruleInForce(programme, day);
  if ('noRuleInForce' in base) {
    const repeals = programme.versions.filter(
      (version): version is Repeal => 'repealed' in version && version.from <= day,
    );
    const repeal = repeals.at(-1);
    if (repeal === undefined) throw new RangeError(`No rules of ${programme.id} to change on the day`);
    return { ...repeal, from: day };
  }
  let version: RuleVersion = { ...base, from: day };
  for (const { from, path, row } of changes) {
    if (from > day) continue;
    const next = applied(version, path, row.value);
    if (typeof next === 'string') continue;
    version = { ...next, sources: () => ({ ...next.sources(), [path]: sourceOf(from, row.note) }) };
  }
  return version;
}

function sourceOf(from: Day, note: string): RuleSource {
  const why = note.trim() === '' ? '' : ` ${note.trim()}`;
  return { text: `Ändrat i fliken Regler från ${dayInWords(from)}.${why}`, assumption: false };
}

const unreadable = (what: string, value: string, right: string): string =>
  `${what} ${value.trim() === '' ? 'saknas' : `kan inte läsas: ”${value.trim()}”`}. Skriv ${right}.`;

/** The version with one value changed, or a sentence that says why not. What the version has none of stays so. */
function applied(version: RuleVersion, path: ChangeablePath, value: string): RuleVersion | string {
  const { attendance, plan, followUp } = version;
  switch (path) {
    case 'attendance.share': {
      const share = readShare(value);
      if (share === null) return unreadable('Andelen', value, 'till exempel 95\u00a0%');
      return { ...version, attendance: attendance && { ...attendance, share } };
    }
    case 'attendance.count': {
      const count = readCount(value);
      if (count === null) return unreadable('Räknesättet', value, 'samma personer eller varje träff');
      return { ...version, attendance: attendance && { ...attendance, count } };
    }
    case 'attendance.headCount': {
      const headCount = readHeadCount(value);
      if (headCount === null) return unreadable('Dagen', value, 'första träffen, sista träffen eller beslutet');
      return { ...version, attendance: attendance && { ...attendance, headCount } };
    }
    case 'attendance.catchUpCounts':
    case 'certifyAutomatically': {
      const isSo = readYesNo(value);
      if (isSo === null) return unreadable('Värdet', value, 'ja eller nej');
      return path === 'certifyAutomatically'
        ? { ...version, certifyAutomatically: isSo }
        : { ...version, attendance: attendance && { ...attendance, catchUpCounts: isSo } };
    }
    default: {
      const duration = isNone(value) ? null : readDuration(value);
      if (duration === null && !isNone(value))
        return unreadable('Tiden', value, 'till exempel 8 veckor (P8W), 6 månader (P6M) eller 3 år (P3Y), eller ingen');
      switch (path) {
        case 'plan.opens':
          return { ...version, plan: plan && { ...plan, opens: duration } };
        case 'plan.due':
          return { ...version, plan: plan && { ...plan, due: duration } };
        case 'validity':
          return { ...version, validity: duration };
        case 'catchUp.within':
          return { ...version, catchUp: duration && { within: duration } };
        case 'followUp.every':
          return { ...version, followUp: followUp && { ...followUp, every: duration } };
      }
    }
  }
}
