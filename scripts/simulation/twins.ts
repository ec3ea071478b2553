/**
 * Tells one story twice on the built bundle: as it happened, with failures, outages and rearranged sheets, and as it would have been without
 * them. Both must end at the same place; what must hold in either is listed as broken promises.
 */
import type { ExecutionRecord, Host } from '../host/index.ts';
import { observeEvents, observeHealth, observeMail, observeUnit } from '../scenario/observe.ts';
import { runStory } from '../scenario/run.ts';
import { parseScenario } from '../scenario/scenario.ts';
import { openingOf, type RawStep, type SimulatedStory } from './arbitrary-story.ts';

/** A host with the product installed, as it was then. */
export interface Installed {
  readonly host: Host;
  readonly state: ReturnType<Host['snapshot']>;
}

export interface Told {
  /** The very steps, as a scenario file would have them. */
  readonly steps: readonly RawStep[];
  readonly broken: readonly string[];
}

const MINUTE = 60_000;

/** Local times without a zone, reckoned as if they were UTC: only whole hours are added, and the host knows what they mean. */
class Clock {
  private moment: number;
  constructor(start: string) {
    this.moment = Date.parse(`${start}Z`);
  }
  pass(hours: number): string {
    this.moment += hours * 60 * MINUTE;
    return this.after(0);
  }
  after(hours: number): string {
    return new Date(this.moment + hours * 60 * MINUTE).toISOString().slice(0, 16);
  }
}

function dated(step: RawStep, clock: Clock): RawStep {
  const text = JSON.stringify(step)
    .replaceAll('"TODAY"', JSON.stringify(clock.after(0).slice(0, 10)))
    .replace(/"\+(\d+)"/, (_, hours) => JSON.stringify(clock.after(Number(hours))));
  return JSON.parse(text);
}

interface World {
  readonly units: readonly string[];
  readonly faults: string;
  readonly steps: readonly RawStep[];
  /** Numbers of the happenings that the product refused; what was typed stands in its cell all the same. */
  readonly refused: readonly number[];
  readonly broken: readonly string[];
}

interface Outgoing {
  readonly to: string;
  readonly kind: string;
  readonly state: string;
  readonly unit: string;
}

function promises(host: Host, executions: readonly ExecutionRecord[], quiet: boolean): string[] {
  const broken: string[] = [];
  const { outbox, delivered } = observeMail(host) as {
    readonly outbox: readonly Outgoing[];
    readonly delivered: readonly { readonly subject: string }[];
  };
  const left = outbox.filter(({ state }) => state === 'sent').length;
  const unsure = outbox.filter(({ state }) => state === 'unsure').length;
  const arrived = delivered.filter(({ subject }) => !subject.startsWith('Att göra i dag')).length;
  if (arrived < left || arrived > left + unsure)
    broken.push(`${arrived} mails arrived where ${left} are marked as sent and ${unsure} as unsure`);
  for (const { kind, unit, state } of outbox) if (state === 'queued') broken.push(`${kind} for ${unit} still waits`);
  const sent = (observeEvents(host) as readonly { unit: string; what: string; to: string; why: string }[]).filter(
    ({ what, to }) => what.startsWith('mail:') && to === 'sent',
  );
  const seen = new Set<string>();
  for (const { unit, what, why } of sent) {
    const cause = `${unit} ${what} ${why}`;
    if (seen.has(cause)) broken.push(`${cause} was sent twice`);
    seen.add(cause);
  }
  for (const { id, entry, error, hostFaults, status } of executions) {
    for (const fault of hostFaults ?? []) broken.push(`the host failed in ${entry} (${id}): ${String(fault)}`);
    if (quiet && status !== 'completed') broken.push(`${entry} ${status}: ${error?.message ?? ''}`);
  }
  return broken;
}

/** What a person has to look at, without the cells: rows are in another order where somebody has sorted. */
function faultsOf(host: Host): string {
  const faults = observeHealth(host) as readonly { readonly tab: string; readonly text: string }[];
  return faults
    .map(({ tab, text }) => `${tab}: ${text}`)
    .sort()
    .join('\n');
}

/** Running everything once more where nothing has happened must change nothing. */
function isStill(host: Host): string[] {
  host.menu('Uppdatera alla');
  const before = JSON.stringify(observeEvents(host));
  const mails = host.mail.length;
  host.menu('Uppdatera alla');
  return [
    ...(JSON.stringify(observeEvents(host)) === before ? [] : ['updating once more wrote new events']),
    ...(host.mail.length === mails ? [] : ['updating once more sent mail']),
  ];
}

/** Lists follow the rows of a tab, which people sort. */
function inOneOrder(unit: unknown): string {
  return JSON.stringify(unit, (_, value: unknown) =>
    Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : value,
  );
}

function tell(installed: Installed, story: SimulatedStory, disturbed: boolean): World {
  const { host } = installed;
  host.restore(installed.state);
  const executions: ExecutionRecord[] = [];
  const stopListening = host.onExecution((record) => executions.push(record));
  const clock = new Clock(story.start);
  const steps: RawStep[] = [];
  const refused: number[] = [];
  let now = story.start;
  const run = (step: RawStep): boolean => {
    steps.push(step);
    const text = JSON.stringify({ name: 'x', programme: story.programme, start: now, steps: [step] });
    return runStory(host, parseScenario(text)).refused.length === 0;
  };
  const pass = (hours: number): void => {
    if (hours === 0) return;
    const then = clock.pass(hours);
    run({ advance: then });
    now = then;
  };
  for (const step of openingOf(story)) run(step);
  story.happenings.forEach(({ hours, step, disturbance }, index) => {
    pass(hours);
    if (disturbance && !disturbed) return;
    if (!run(dated(step, clock)) && !disturbance) refused.push(index);
  });
  // What was planned to fail has failed by then, or strikes while several nights are left.
  run({ quota: { mailsLeft: 100 } });
  pass(24 * 4);
  const units = story.units.map((unit) => inOneOrder(observeUnit(host, unit)));
  const broken = [...promises(host, executions, !disturbed), ...isStill(host)];
  stopListening();
  return { units, faults: faultsOf(host), steps, refused, broken };
}

/** @returns what the story, or its undisturbed twin, has broken */
export function tellTwins(installed: Installed, story: SimulatedStory): Told {
  const disturbed = tell(installed, story, true);
  const quiet = tell(installed, story, false);
  const broken = [...disturbed.broken, ...quiet.broken.map((one) => `undisturbed: ${one}`)];
  // An execution says what is refused, and one that comes late or dies says it later or of another step: then the end alone is compared.
  const isHeard = !story.happenings.some(
    ({ step, disturbance }) => disturbance && ('outage' in step || 'fault' in step),
  );
  if (isHeard && String(disturbed.refused) !== String(quiet.refused))
    broken.push(`refused ${disturbed.refused}, undisturbed: ${quiet.refused}`);
  if (disturbed.faults !== quiet.faults) broken.push(`to look at: ${disturbed.faults}\nundisturbed: ${quiet.faults}`);
  disturbed.units.forEach((unit, index) => {
    if (unit !== quiet.units[index]) broken.push(`disturbed: ${unit}\nundisturbed: ${quiet.units[index]}`);
  });
  return { steps: disturbed.steps, broken };
}
