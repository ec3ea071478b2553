/**
 * The page on which a manager reads how it goes for the unit. A web app cannot open the workbook (it has the scope `spreadsheets.currentonly`
 * alone), so what the page shows lies in the script's properties, by a token that cannot be guessed: no names, neither of people nor of the unit.
 */
import { byDay } from '../domain/calendar.ts';
import type { Decision, DutyKind, RequirementState } from '../domain/decision.ts';
import { dayOfStamp } from '../domain/mail-times.ts';
import {
  dayInWords,
  deadlineText,
  dutyLabel,
  requirementLabel,
  requirementText,
  standingLabel,
  summaryText,
} from '../domain/text.ts';
import { isDecision } from './advance.ts';
import type { FullRun } from './full-run.ts';
import type { Ports, PropertiesPort } from './ports.ts';
import { occasionInWords } from './printables.ts';
import type { RoundState } from './round-state.ts';
import type { Settings } from './settings.ts';

export interface UnitPage {
  readonly on: string;
  readonly programme: string;
  readonly status: string;
  readonly label: string;
  readonly summary: string;
  readonly requirements: readonly {
    readonly label: string;
    readonly state: RequirementState;
    readonly have: number;
    readonly need: number;
    readonly text: string;
  }[];
  /** How many people have something left to do, by what it is. */
  readonly duties: Readonly<Record<string, number>>;
  /** Occasions to come. */
  readonly occasions: readonly string[];
  readonly deadlines: readonly string[];
}

const PROPERTY = 'sida-';
/** The properties of a script hold 500 kB in all; what does not fit has no page. */
const MOST_CHARACTERS = 400_000;
/** A single property holds 9 kB. */
const MOST_DEADLINES = 20;

const hasPage = ({ status }: Decision): boolean => status !== 'declined' && status !== 'withdrawn';
/** Has nothing more to meet, so that its page can best be spared. */
const isThrough = ({ decision }: RoundState): boolean =>
  isDecision(decision) && ['certified', 'completed', 'expired'].includes(decision.status);

/** A new manager gets a page of their own, and the former one's is no more. */
export function withPage(state: RoundState, { managerPage }: Settings, newId: () => string): RoundState {
  const manager = state.facts.managerEmail;
  if (managerPage === '' || state.page?.manager === manager) return state;
  return { ...state, page: { manager, token: newId() + newId() + newId() } };
}

/** The link to the page; empty where there is none. */
export function pageLink({ page, decision }: RoundState, { managerPage }: Settings): string {
  if (managerPage === '' || !page || !isDecision(decision) || !hasPage(decision)) return '';
  return `${managerPage}?sida=${page.token}`;
}

function pageOf({ decision, facts }: RoundState, { rules, now }: FullRun): UnitPage | null {
  const programme = rules.programmes.get(facts.programme);
  if (!programme || !isDecision(decision) || !hasPage(decision)) return null;
  const today = dayOfStamp(now);
  const duties: Record<string, number> = {};
  const own: Partial<Record<DutyKind, string>> = {
    'catch-up': programme.words.catchUp,
    course: programme.words.course,
  };
  for (const { kind } of decision.duties) {
    const label = own[kind] ?? dutyLabel(kind);
    duties[label] = (duties[label] ?? 0) + 1;
  }
  return {
    on: dayInWords(today),
    programme: `${programme.name}, ${programme.region}`,
    status: decision.status,
    label: standingLabel(decision),
    summary: summaryText(decision, programme, 'manager'),
    requirements: decision.requirements.map((one) => ({
      label: requirementLabel(one.id),
      state: one.state,
      have: one.have,
      need: one.need,
      text: requirementText(one, decision, programme, 'manager'),
    })),
    duties,
    occasions: facts.occasions
      .filter(({ state, day }) => state === 'planned' && day !== null && day >= today)
      .sort((one, other) => byDay(one.day, other.day))
      .map(occasionInWords),
    deadlines: decision.deadlines
      .filter(({ duty, state }) => duty === 'manager' && state !== 'done' && state !== 'withdrawn')
      .slice(0, MOST_DEADLINES)
      .map((one) => deadlineText(one, programme)),
  };
}

/** Of each unit its latest round's page, by the name of its property: those under way first, as far as there is room. */
function pagesOf(run: FullRun): Record<string, string> {
  const latest = new Map<string, RoundState>();
  for (const state of run.states.values()) {
    const { unitId, number } = state.facts;
    if (!state.missing && number >= (latest.get(unitId)?.facts.number ?? 0)) latest.set(unitId, state);
  }
  const pages: Record<string, string> = {};
  let room = MOST_CHARACTERS;
  for (const state of [...latest.values()].sort((one, other) => Number(isThrough(one)) - Number(isThrough(other)))) {
    const page = state.page && state.facts.managerEmail !== '' ? pageOf(state, run) : null;
    if (!page || !state.page) continue;
    const text = JSON.stringify(page);
    room -= text.length;
    if (room < 0) break;
    pages[PROPERTY + state.page.token] = text;
  }
  return pages;
}

/**
 * Brings the pages up to date. One call, and one more where something has changed; none while the pages are not in use. No mail waits for
 * them: where the properties are full or do not answer, the next run tries again.
 */
export function keepPages({ properties, log }: Ports, run: FullRun): void {
  if (![...run.states.values()].some(({ page }) => page)) return;
  try {
    writePages(properties, run);
  } catch (cause) {
    log.error(`Chefernas sidor kunde inte skrivas: ${cause instanceof Error ? cause.name : 'fel'}`);
  }
}

function writePages(properties: PropertiesPort, run: FullRun): void {
  const wanted = run.settings.managerPage === '' ? {} : pagesOf(run);
  const kept = properties.all();
  for (const name of Object.keys(kept)) if (name.startsWith(PROPERTY) && !(name in wanted)) properties.remove(name);
  const changed = Object.entries(wanted).filter(([name, text]) => kept[name] !== text);
  if (changed.length > 0) properties.setAll(Object.fromEntries(changed));
}

/** The page of a link; null where the link is not, or no longer, one of ours. One call. */
export function unitPage(properties: PropertiesPort, token: string): UnitPage | null {
  const kept = /^\w{1,100}$/.test(token) ? properties.get(PROPERTY + token) : null;
  return kept === null ? null : (JSON.parse(kept) as UnitPage);
}
