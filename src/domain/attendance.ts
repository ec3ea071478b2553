/** The requirements that come from being at the sessions: the staff's share, and the manager's own. */
import type { Reach, Requirement, RequirementState } from './decision.ts';
import type { AttendanceRule } from './rules.ts';
import type { Schedule } from './schedule.ts';
import { neededOf } from './share.ts';
import type { Tally } from './tally.ts';

/** Codes in `missing`: a session that has not been held to its end, or whose attendance is not complete. */
export const NOT_HELD = 'not-held:';
export const NOT_COMPLETE = 'not-complete:';
export const NO_PEOPLE = 'no-people';
export const NO_MANAGER = 'no-manager';

const NOTHING: readonly string[] = [];
const NO_ONE: readonly string[] = [NO_PEOPLE];

/** What keeps the attendance from being told, first session first. */
function openSessions(schedule: Schedule): readonly string[] {
  const open = schedule.all & ~schedule.closed;
  if (open === 0) return NOTHING;
  const missing: string[] = [];
  for (let session = 1; open >> (session - 1) !== 0; session++) {
    const bit = 1 << (session - 1);
    if (open & bit) missing.push((schedule.over & bit ? NOT_COMPLETE : NOT_HELD) + session);
  }
  return missing;
}

function reachOf(state: RequirementState, possible: number, need: number): Reach {
  if (state === 'met') return 'open';
  if (possible < need) return 'only-by-catch-up';
  return possible === need ? 'just' : 'open';
}

/**
 * At least the programme's share of the staff at the sessions (decisions 1–4). It cannot be told until every session is held and its
 * attendance complete, nor while nobody is on the list; until then `have` is how many have been there so far.
 */
export function attendanceRequirement(rule: AttendanceRule, schedule: Schedule, tally: Tally): Requirement {
  const of = tally.staff;
  const have = tally.present;
  const need = neededOf(rule.share, of);
  const short = have < need ? need - have : 0;
  if (of === 0) {
    return { id: 'attendance', state: 'unknown', have, of, need, short, reach: 'open', missing: NO_ONE };
  }
  const missing = openSessions(schedule);
  const state = missing.length > 0 ? 'unknown' : short === 0 ? 'met' : 'unmet';
  return { id: 'attendance', state, have, of, need, short, reach: reachOf(state, tally.possible, need), missing };
}

/** Everyone with the manager's role has been at all sessions or made up for it (decision 13). */
export function managerRequirement(schedule: Schedule, tally: Tally): Requirement {
  const { count: of, present: have, missed } = tally.managers;
  if (of === 0) {
    return { id: 'manager', state: 'unknown', have: 0, of: 1, need: 1, short: 1, reach: 'open', missing: [NO_MANAGER] };
  }
  const missing = openSessions(schedule);
  const state = missing.length > 0 ? 'unknown' : have === of ? 'met' : 'unmet';
  return {
    id: 'manager',
    state,
    have,
    of,
    need: of,
    short: of - have,
    reach: reachOf(state, of - missed, of),
    missing,
  };
}
