/**
 * A person has edited the workbook. The event is only a hint that something changed: the tab is read again and compared with what Läge
 * knows, so that a lost, doubled or late event, a paste, a sort or an undo does no harm.
 */
import type { Stamp } from '../domain/mail-times.ts';
import { FIRST_DATA_ROW, TAB_NAMES, type TabKey } from '../workbook/index.ts';
import { advance } from './advance.ts';
import { commit } from './commit.ts';
import { decorateNewRows } from './decorate.ts';
import type { JournalEvent } from './events.ts';
import { fullRun, openState } from './full-run.ts';
import { readHeadTabs } from './head-tabs.ts';
import { keeps } from './letters.ts';
import type { Ports } from './ports.ts';
import { lastRow, peoplePrints, readPeopleOf, roundContext, rulebook, stampNow } from './register.ts';
import type { RoundState } from './round-state.ts';
import { readSettings } from './settings.ts';
import { withPeopleFaults } from './shown-faults.ts';
import type { OpenState } from './state-tab.ts';

/** Long enough for another edit to finish; the nightly run sees to what had to leave. */
const LOCK_WAIT = 10_000;

export interface Edit {
  /** The tab's visible name. */
  readonly tab: string;
  /** 1-based first and last row. */
  readonly firstRow: number;
  readonly lastRow: number;
}

const WATCHED: readonly TabKey[] = [
  'units',
  'people',
  'occasions',
  'followUps',
  'rules',
  'settings',
  'templates',
  'outbox',
];

export function watchedTab(name: string): TabKey | null {
  return WATCHED.find((key) => TAB_NAMES[key] === name) ?? null;
}

/** Does nothing, and makes no call, when the edit concerns none of the product's facts. */
export function edited(ports: Ports, edit: Edit): void {
  const key = watchedTab(edit.tab);
  if (key === null || edit.lastRow < FIRST_DATA_ROW) return;
  if (!ports.lock.take(LOCK_WAIT)) return;
  const tab = openState(ports);
  if (!tab) return;
  const now = stampNow(ports.now());
  switch (key) {
    case 'people':
      if (!peopleEdited(ports, tab, now)) fullRun(ports, tab, { by: 'edited', now });
      return;
    case 'rules':
    case 'settings':
    case 'templates': {
      const { head, events, lastRows } = readHeadTabs(ports, tab.head);
      fullRun(ports, tab, {
        by: 'edited',
        now,
        showsOutbox: key === 'settings',
        head: () => head,
        events,
        lastRows,
      });
      return;
    }
    default:
      fullRun(ports, tab, { by: 'edited', now, showsOutbox: true });
  }
}

/** The common road of a tick: five calls. False where Läge does not know enough and everything must be read. */
function peopleEdited(ports: Ports, tab: OpenState, now: Stamp): boolean {
  const rules = rulebook(tab.head.ruleRows);
  const { settings } = readSettings(tab.head.settings);
  const isKept = keeps(settings.dryRun, settings);
  const states = new Map<string, RoundState>();
  for (const row of tab.rows) {
    const state = row.state();
    if (state === null) return false;
    if (!state.missing) states.set(row.roundId, state);
  }
  const facts = [...states.values()].map((state) => state.facts);
  const { rounds, reading, faults } = readPeopleOf(ports.workbook, facts, rules, roundContext(tab, rules, now));
  if (!reading.usable) return true;
  const prints = peoplePrints(rounds);
  const events: JournalEvent[] = [];
  const changed: RoundState[] = [];
  for (const round of rounds) {
    const before = states.get(round.id);
    const peoplePrint = prints.get(round.id) ?? '';
    if (!before || before.peoplePrint === peoplePrint) continue;
    const step = advance(before, round, {
      now,
      programme: rules.programmes.get(round.programme) ?? null,
      holdMinutes: settings.holdMinutes,
      peoplePrint,
      newId: ports.newId,
      isFirstInstallation: false,
      isKept,
    });
    events.push(...step.events);
    changed.push(step.state);
  }
  const people = decorateNewRows(ports, tab.head.decorated, { people: lastRow(reading) });
  const listed = withPeopleFaults(tab.head.faults, faults);
  const isSame = people === tab.head.decorated && listed === tab.head.faults;
  const head = isSame ? null : { ...tab.head, decorated: people, faults: listed };
  commit(ports, tab, { by: 'edited', at: now, events, states: changed, head, tips: null });
  return true;
}
