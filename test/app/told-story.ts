/** A workbook with the product installed from the built bundle, and what the world sees of it: for tests that break executions. */
import { pushedFiles } from '../../scripts/build.ts';
import { createHost, type Host, type HostOptions } from '../../scripts/host/index.ts';
import { observeEvents, observeMail, observeUnit } from '../../scripts/scenario/observe.ts';
import { installProduct, runStory } from '../../scripts/scenario/run.ts';
import { parseScenario } from '../../scripts/scenario/scenario.ts';
import { Verbs } from '../../scripts/scenario/verbs.ts';

type Steps = readonly Readonly<Record<string, unknown>>[];

export class ToldStory {
  readonly host: Host;
  private readonly programme: string;
  private clock: string;

  /** @param scripts further files of the script, as somebody might add them */
  constructor(
    programme: string,
    start: string,
    settings: Readonly<Record<string, string | number | boolean>> = {},
    scripts: Readonly<Record<string, string>> = {},
    options: Partial<HostOptions> = {},
  ) {
    this.programme = programme;
    this.clock = start;
    this.host = createHost({ files: { ...pushedFiles(), ...scripts }, now: start, ...options });
    installProduct(this.host);
    new Verbs(this.host, programme).setting({ dryRun: false, ...settings });
  }

  /** Steps of the scenario language. */
  tell(steps: Steps): ReturnType<typeof runStory> {
    const text = JSON.stringify({ name: 'x', programme: this.programme, start: this.clock, steps, expect: {} });
    const scenario = parseScenario(text);
    const told = runStory(this.host, scenario);
    for (const { at, advance } of steps as readonly { at?: string; advance?: string }[]) {
      this.clock = advance ?? at ?? this.clock;
    }
    return told;
  }

  snapshot(): { readonly host: ReturnType<Host['snapshot']>; readonly clock: string } {
    return { host: this.host.snapshot(), clock: this.clock };
  }

  restore(kept: ReturnType<ToldStory['snapshot']>): void {
    this.host.restore(kept.host);
    this.clock = kept.clock;
  }
}

export interface SeenMail {
  readonly outbox: readonly {
    readonly to: string;
    readonly kind: string;
    readonly kinds: readonly string[];
    readonly subject: string;
    readonly text: string;
    readonly state: string;
    readonly on: string | null;
    readonly late: boolean;
    readonly unit: string;
  }[];
  readonly delivered: readonly {
    readonly to: string;
    readonly subject: string;
    readonly attachments: readonly string[];
  }[];
  readonly counts: Readonly<Record<string, number>>;
}

export function mailOf(story: ToldStory): SeenMail {
  return observeMail(story.host) as SeenMail;
}

/**
 * Everything that must not depend on an execution that died; not when something happened, since the work is done later then. A mail
 * that nobody knows whether it left is shown as sent here: the caller counts those.
 */
export function worldOf(story: ToldStory, units: readonly string[]): string[] {
  const mail = mailOf(story);
  const events = observeEvents(story.host) as readonly { unit: string; what: string; from: string; to: string }[];
  const sorted = (lines: readonly unknown[]): string[] => lines.map((line) => JSON.stringify(line)).sort();
  return [
    ...units.map((unit) => JSON.stringify(observeUnit(story.host, unit))),
    ...sorted(
      mail.outbox.map(({ to, kinds, subject, state, unit }) => [
        to,
        kinds,
        subject,
        state === 'unsure' ? 'sent' : state,
        unit,
      ]),
    ),
    ...sorted(
      events.filter(({ what }) => !what.startsWith('mail')).map(({ unit, what, from, to }) => [unit, what, from, to]),
    ),
  ];
}

/** A line of `worldOf` for comparing where people sort: lists follow the rows of a tab, which people sort. */
export const inOneOrder = (unit: string): unknown =>
  JSON.parse(unit, (_, value: unknown) =>
    Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : value,
  );

/** What arrived, without the coordinators' own mail, which tells of what is unsure. */
export function arrived(story: ToldStory): string[] {
  return mailOf(story)
    .delivered.filter(({ subject }) => !subject.startsWith('Att göra i dag'))
    .map(({ to, subject, attachments }) => JSON.stringify([to, subject, attachments]))
    .sort();
}
