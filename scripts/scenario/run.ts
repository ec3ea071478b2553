/** Runs one scenario against the built bundle on a fresh host, through the doors that people use. */

import { pushedFiles } from '../build.ts';
import { createHost, type Host } from '../host/index.ts';
import { type Mismatch, mismatches } from './match.ts';
import {
  headOf,
  observeEvents,
  observeHealth,
  observeMail,
  observePeople,
  observeReport,
  observeSurvey,
  observeUnit,
  stateOf,
} from './observe.ts';
import { Refused } from './refused.ts';
import { MalformedScenario, type Scenario, type Step } from './scenario.ts';
import { Verbs } from './verbs.ts';

export interface Answer {
  readonly name: string;
  readonly refused: readonly { readonly step: number; readonly message: string }[];
  readonly observations: Readonly<Record<string, unknown>>;
  readonly failed: readonly ({ readonly as: string } & Mismatch)[];
}

const SECONDS = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}):\d{2}$/;
const localTime = (text: string): string => (text.includes('T') ? text.replace(SECONDS, '$1') : `${text}T00:00`);

/** The problems that are new. Rows and columns that only have been moved take theirs along to other cells. */
function added(after: readonly string[], before: readonly string[], moved: boolean): string[] {
  const said = (problem: string): string => (moved ? problem.replace(/ [A-Z]*\d*:/, ':') : problem);
  const known = before.map(said);
  return after.filter((problem) => {
    const index = known.indexOf(said(problem));
    if (index >= 0) known.splice(index, 1);
    return index < 0;
  });
}

class Story {
  readonly refused: { step: number; message: string }[] = [];
  readonly observations: Record<string, unknown> = {};
  private readonly host: Host;
  private readonly verbs: Verbs;
  private clock: string;

  constructor(host: Host, programme: string, start: string) {
    this.host = host;
    this.verbs = new Verbs(host, programme);
    this.clock = localTime(start);
  }

  private moveTo(time: string, place: string): void {
    const target = localTime(time);
    if (target < this.clock)
      throw new MalformedScenario(`${place}: ${time} ligger före klockan, som är ${this.clock}.`);
    this.clock = target;
    this.host.advance(target);
  }

  run(step: Step, index: number): void {
    const place = `steg ${index}`;
    if (step.at !== undefined) this.moveTo(step.at, place);
    if (step.verb === 'repeat') {
      for (let time = 0; time < step.with.times; time += 1) this.run(step.with.step, index);
      return;
    }
    if (step.verb === 'both') {
      const [first, second] = step.with;
      this.host.both(
        () => this.act(first, index),
        () => this.act(second, index),
      );
      return;
    }
    this.act(step, index);
  }

  private act(step: Step, index: number): void {
    try {
      const before = this.problems(step);
      // A date that stays refused was refused when it was set, though what is missing may since be said in other words.
      const alreadyRefused = step.verb !== 'certify' && this.refusedDiploma(step).length > 0;
      this.perform(step, index);
      const after = added(this.problems(step), before, step.verb === 'sheet');
      if (!alreadyRefused) after.push(...this.refusedDiploma(step));
      if (after.length > 0) this.refused.push({ step: index, message: after.join(' ') });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.refused.push({ step: index, message: error.message });
    }
  }

  /** Whether the workbook can say anything against what the step types. */
  private isJudged(step: Step): boolean {
    return step.verb !== 'observe' && step.verb !== 'advance' && this.host.spreadsheet.sheetByName('Läge') !== null;
  }

  /** What the workbook says against what was typed: the cells that cannot be read. */
  private problems(step: Step): string[] {
    if (!this.isJudged(step)) return [];
    return headOf(this.host)
      .faults.filter((fault) => fault.level === 'fault')
      .map((fault) => `${fault.tab} ${fault.cell}: ${fault.text}`);
  }

  /** What the workbook says of the diploma date of the step's unit, where it is refused. */
  private refusedDiploma(step: Step): string[] {
    const unit = typeof step.with === 'object' && 'unit' in step.with ? step.with.unit : null;
    if (!this.isJudged(step) || typeof unit !== 'string') return [];
    const state = stateOf(this.host, unit);
    const isRefused = state?.decision && 'refusedDiploma' in state.decision && state.decision.refusedDiploma;
    return isRefused ? [state.shown.summary] : [];
  }

  private perform(step: Step, index: number): void {
    const today = this.clock.slice(0, 10);
    switch (step.verb) {
      case 'interest':
        this.verbs.interest(step.with);
        return;
      case 'decide':
        this.verbs.decide(step.with);
        return;
      case 'people':
        this.verbs.people(step.with);
        return;
      case 'occasion':
        this.verbs.occasion(step.with);
        return;
      case 'attendance':
        this.verbs.attendance(step.with, today);
        return;
      case 'complete':
        this.verbs.complete(step.with, today);
        return;
      case 'reflection':
        this.verbs.reflection(step.with);
        return;
      case 'plan':
        this.verbs.plan(step.with);
        return;
      case 'presentation':
        this.verbs.presentation(step.with);
        return;
      case 'certify':
        this.verbs.certify(step.with);
        return;
      case 'withdraw':
        this.verbs.withdraw(step.with, today);
        return;
      case 'extend':
        this.verbs.extend(step.with);
        return;
      case 'followUp':
        this.verbs.followUp(step.with);
        return;
      case 'survey':
        this.verbs.survey(step.with);
        return;
      case 'rule':
        this.verbs.rule(step.with);
        return;
      case 'setting':
        this.verbs.setting(step.with);
        return;
      case 'edit':
        this.verbs.edit(step.with);
        return;
      case 'paste':
        this.verbs.paste(step.with);
        return;
      case 'sheet':
        this.verbs.sheet(step.with);
        return;
      case 'advance':
        this.moveTo(step.with, `steg ${index}`);
        return;
      case 'menu':
        this.host.menu(step.with);
        return;
      case 'outage':
        this.host.outage(localTime(step.with.until));
        return;
      case 'quota':
        this.host.setQuota(step.with.mailsLeft);
        return;
      case 'fault':
        this.host.fault(step.with);
        return;
      case 'observe':
        this.observations[step.as ?? step.with] = this.observe(step.with);
        return;
      case 'repeat':
      case 'both':
        this.run(step, index);
        return;
    }
  }

  private observe(what: string): unknown {
    const [subject, ...rest] = what.split(':');
    const name = rest.join(':');
    switch (subject) {
      case 'unit':
        return observeUnit(this.host, name);
      case 'people':
        return observePeople(this.host, name);
      case 'mail':
        return observeMail(this.host);
      case 'events':
        return observeEvents(this.host);
      case 'health':
        return observeHealth(this.host);
      case 'meter':
        return this.host.meter();
      case 'report':
      case 'survey':
        this.report(subject === 'report' ? name : '');
        return subject === 'report' ? observeReport(this.host) : observeSurvey(this.host, name);
      default:
        throw new Refused(`${what} går inte att se.`);
    }
  }

  private report(asOf: string): void {
    this.host.open();
    // The menu asks for the day of count; an empty answer means today.
    this.host.answer('OK', asOf);
    const shown = this.host.dialogs.length;
    const { error } = this.host.menu('Rapport');
    const alert = this.host.dialogs.slice(shown).find((dialog) => dialog.kind === 'alert');
    if (error || alert) throw new Refused(error?.message ?? alert?.content ?? '');
  }
}

/** Tells a story on a host where the product is installed. @throws MalformedScenario where a step goes back in time */
export function runStory(
  host: Host,
  scenario: Pick<Scenario, 'programme' | 'start' | 'steps'>,
): Pick<Answer, 'refused' | 'observations'> {
  const story = new Story(host, scenario.programme, scenario.start);
  scenario.steps.forEach((step, index) => {
    story.run(step, index);
  });
  return { refused: story.refused, observations: story.observations };
}

/** The product's own installer, through its menu. */
export function installProduct(host: Host): void {
  host.open();
  const result = host.menu('Installera');
  if (result.error) throw new Error(`Installationen misslyckades: ${result.error.message}\n${result.error.stack}`);
}

export function runScenario(scenario: Scenario): Answer {
  const host = createHost({ files: pushedFiles(), now: localTime(scenario.start) });
  try {
    installProduct(host);
    new Verbs(host, scenario.programme).setting({ dryRun: false, ...scenario.settings });
    host.meter();
    const { refused, observations } = runStory(host, scenario);
    const failed = Object.entries(scenario.expect).flatMap(([as, expected]) =>
      mismatches(expected, observations[as]).map((one) => ({ as, ...one })),
    );
    return { name: scenario.name, refused, observations, failed };
  } finally {
    host.close();
  }
}
