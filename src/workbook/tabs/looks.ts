/** How each column looks and is explained, wherever it is declared. */
import type { Looks, TabKey } from '../tab.ts';
import { COPIES_LOOKS } from './copies.ts';
import { EVENTS_LOOKS } from './events.ts';
import { FOLLOW_UPS_LOOKS } from './follow-ups.ts';
import { OCCASIONS_LOOKS } from './occasions.ts';
import { OUTBOX_LOOKS } from './outbox.ts';
import { peopleLooks } from './people.ts';
import { REPORT_LOOKS } from './report.ts';
import { RULES_LOOKS } from './rules.ts';
import { SETTINGS_LOOKS } from './settings.ts';
import { START_LOOKS } from './start.ts';
import { STATE_LOOKS } from './state.ts';
import { TEMPLATES_LOOKS } from './templates.ts';
import { UNITS_LOOKS } from './units.ts';

const LOOKS: Readonly<Record<Exclude<TabKey, 'people'>, Readonly<Record<string, Looks>>>> = {
  start: START_LOOKS,
  units: UNITS_LOOKS,
  occasions: OCCASIONS_LOOKS,
  followUps: FOLLOW_UPS_LOOKS,
  outbox: OUTBOX_LOOKS,
  events: EVENTS_LOOKS,
  rules: RULES_LOOKS,
  settings: SETTINGS_LOOKS,
  templates: TEMPLATES_LOOKS,
  report: REPORT_LOOKS,
  state: STATE_LOOKS,
  copies: COPIES_LOOKS,
};

/** @throws when no such column is declared */
export function looksOf(tab: TabKey, column: string): Looks {
  const looks = tab === 'people' ? peopleLooks(column) : LOOKS[tab][column];
  if (looks === undefined) throw new RangeError(`The tab ${tab} has no looks for the column ${column}`);
  return looks;
}
