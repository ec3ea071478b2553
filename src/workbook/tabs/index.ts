import type { Tab, TabKey } from '../tab.ts';
import { COPIES_TAB } from './copies.ts';
import { EVENTS_TAB } from './events.ts';
import { FOLLOW_UPS_TAB } from './follow-ups.ts';
import { OCCASIONS_TAB } from './occasions.ts';
import { OUTBOX_TAB } from './outbox.ts';
import { peopleTab, ticksOf } from './people.ts';
import { REPORT_TAB } from './report.ts';
import { RULES_TAB } from './rules.ts';
import { SETTINGS_TAB } from './settings.ts';
import { START_TAB } from './start.ts';
import { STATE_TAB } from './state.ts';
import { TEMPLATES_TAB } from './templates.ts';
import { UNITS_TAB } from './units.ts';

/** What Deltagare offers unless a programme in use has more sessions. */
export const USUAL_SESSIONS = 4;

/** Every tab in the order in which they stand. `sessions` is the largest number of sessions of the programmes in use. */
export function allTabs(sessions = USUAL_SESSIONS): readonly Tab[] {
  return [
    START_TAB,
    UNITS_TAB,
    peopleTab(Math.max(USUAL_SESSIONS, sessions)),
    OCCASIONS_TAB,
    FOLLOW_UPS_TAB,
    OUTBOX_TAB,
    EVENTS_TAB,
    RULES_TAB,
    SETTINGS_TAB,
    TEMPLATES_TAB,
    REPORT_TAB,
    STATE_TAB,
    COPIES_TAB,
  ];
}

/** The visible names, for calls that need only these. */
export const TAB_NAMES: Readonly<Record<TabKey, string>> = {
  start: START_TAB.name,
  units: UNITS_TAB.name,
  people: 'Deltagare',
  occasions: OCCASIONS_TAB.name,
  followUps: FOLLOW_UPS_TAB.name,
  outbox: OUTBOX_TAB.name,
  events: EVENTS_TAB.name,
  rules: RULES_TAB.name,
  settings: SETTINGS_TAB.name,
  templates: TEMPLATES_TAB.name,
  report: REPORT_TAB.name,
  state: STATE_TAB.name,
  copies: COPIES_TAB.name,
};

export {
  COPIES_TAB,
  EVENTS_TAB,
  FOLLOW_UPS_TAB,
  OCCASIONS_TAB,
  OUTBOX_TAB,
  peopleTab,
  REPORT_TAB,
  RULES_TAB,
  SETTINGS_TAB,
  START_TAB,
  STATE_TAB,
  TEMPLATES_TAB,
  ticksOf,
  UNITS_TAB,
};
