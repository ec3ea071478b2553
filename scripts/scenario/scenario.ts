/** The scenario language as data: what a file may say, and what is wrong with one that says something else. */
import * as z from 'zod';

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const text = z.string();
const localTime = z.string().regex(LOCAL_TIME, 'en tid skrivs 2025-09-01T08:00');
const date = z.string().regex(DATE, 'ett datum skrivs 2025-09-01');
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const person = z.object({
  email: text,
  name: text.optional(),
  roles: z.array(text).optional(),
  from: text.nullable().optional(),
  to: text.nullable().optional(),
  leave: z.array(z.object({ from: text, to: text.nullable().optional() })).optional(),
  earlierDiploma: z.union([z.number(), text]).nullable().optional(),
});
const someone = z.union([z.literal('*'), z.array(text)]);
const unit = { unit: text, programme: text.optional() };

const VERBS = {
  interest: z.object({
    ...unit,
    unit: text.nullable(),
    staff: z.union([z.number(), text]).nullable().optional(),
    managerName: text.nullable().optional(),
    managerEmail: text.nullable().optional(),
    unitType: text.nullable().optional(),
    administration: text.nullable().optional(),
    package: text.nullable().optional(),
    answers: z.record(text, z.union([z.string(), z.number(), z.boolean(), z.array(text), z.null()])).optional(),
  }),
  decide: z.object({ ...unit, decision: z.enum(['admit', 'waitlist', 'decline']), reason: text.optional() }),
  people: z.object({ ...unit, add: z.array(person).optional(), change: z.array(person).optional() }),
  occasion: z.object({
    ...unit,
    session: z.number(),
    starts: text.optional(),
    occasion: text.optional(),
    digital: z.boolean().optional(),
    place: text.optional(),
    status: z.enum(['planned', 'held', 'cancelled']).optional(),
  }),
  attendance: z.object({
    ...unit,
    session: z.number(),
    present: someone,
    absent: z.array(text).optional(),
    occasion: text.optional(),
  }),
  complete: z.object({
    ...unit,
    activity: z.enum(['course', 'reflection', 'development-task', 'review', 'catch-up', 'refresher']),
    people: someone.optional(),
    on: text,
  }),
  reflection: z.object({ ...unit, person: text, text: text.nullable().optional() }),
  plan: z.object({ ...unit, on: text, areas: z.array(text).optional(), via: z.enum(['form', 'sheet']).optional() }),
  presentation: z.object({ ...unit, on: text }),
  certify: z.object({ ...unit, on: text, override: z.union([text, z.boolean()]).optional() }),
  withdraw: z.object({ ...unit, reason: text.optional() }),
  extend: z.object({ ...unit, deadline: z.enum(['plan', 'catch-up', 'survey']), to: text, reason: text.optional() }),
  followUp: z.object({
    ...unit,
    kind: z.enum(['contact', 'plan-revision', 'follow-up', 'survey']),
    on: text,
    missed: z.boolean().optional(),
  }),
  survey: z.object({
    ...unit,
    wave: z.enum(['before', 'after', 'follow-up']),
    answers: z.array(z.record(text, z.union([z.string(), z.number(), z.null()]))),
  }),
  rule: z.object({
    programme: text.optional(),
    from: text,
    set: z.record(text, z.union([z.string(), z.number(), z.boolean()])),
    confirm: z.boolean().optional(),
  }),
  setting: z.record(text, cell),
  edit: z.object({ tab: text, row: z.record(text, cell), column: text, value: cell }),
  paste: z.object({ tab: text, row: z.record(text, cell), column: text, values: z.array(z.array(cell)) }),
  sheet: z.object({
    do: z.enum(['sort', 'insertColumn', 'moveColumn', 'renameHeader', 'insertRow', 'deleteRow', 'duplicateRow']),
    tab: text,
    column: text.optional(),
    before: text.optional(),
    to: text.optional(),
    descending: z.boolean().optional(),
    row: z.record(text, cell).optional(),
  }),
  advance: z.union([localTime, date]),
  menu: text,
  outage: z.object({ until: text }),
  quota: z.object({ mailsLeft: z.number() }),
  fault: z.object({
    on: z.enum(['mail', 'write', 'read', 'lock']),
    nth: z.number(),
    when: z.enum(['before', 'after']),
    kind: z.enum(['throw', 'kill']),
  }),
  observe: text,
} as const;

export type Verb = keyof typeof VERBS;
export type Arguments<V extends Verb> = z.infer<(typeof VERBS)[V]>;

type Act = { [V in Verb]: { readonly verb: V; readonly with: Arguments<V> } }[Verb];
export type Step = (
  | Act
  | { readonly verb: 'repeat'; readonly with: { readonly times: number; readonly step: Step } }
  | { readonly verb: 'both'; readonly with: readonly [Step, Step] }
) & { readonly at?: string; readonly as?: string };

export interface Scenario {
  readonly name: string;
  readonly programme: string;
  readonly start: string;
  readonly settings: Readonly<Record<string, string | number | boolean | null>>;
  readonly steps: readonly Step[];
  readonly expect: Readonly<Record<string, unknown>>;
}

/** Says which step of the file is wrong, and how. */
export class MalformedScenario extends Error {}

const PLAIN = ['at', 'as'];

function isVerb(key: string): key is Verb {
  return key in VERBS;
}

function parseStep(raw: unknown, place: string): Step {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new MalformedScenario(`${place}: ett steg är ett objekt.`);
  const record: Record<string, unknown> = { ...raw };
  const verbs = Object.keys(record).filter((key) => !PLAIN.includes(key));
  const [verb] = verbs;
  if (verbs.length !== 1 || verb === undefined) {
    throw new MalformedScenario(
      `${place}: ett steg har precis ett verb, här ${verbs.length === 0 ? 'inget' : verbs.join(', ')}.`,
    );
  }
  const { at, as } = record;
  if (at !== undefined && (typeof at !== 'string' || !LOCAL_TIME.test(at))) {
    throw new MalformedScenario(`${place}: "at" skrivs 2025-10-06T13:00.`);
  }
  if (as !== undefined && typeof as !== 'string') throw new MalformedScenario(`${place}: "as" är en text.`);
  const common = { ...(at === undefined ? {} : { at }), ...(as === undefined ? {} : { as }) };
  const value = record[verb];
  if (verb === 'repeat') {
    const repeat = z.object({ times: z.number().int().min(1), step: z.unknown() }).safeParse(value);
    if (!repeat.success) throw new MalformedScenario(`${place}: repeat har times och step.`);
    return { verb, with: { times: repeat.data.times, step: parseStep(repeat.data.step, place) }, ...common };
  }
  if (verb === 'both') {
    if (!Array.isArray(value) || value.length !== 2) throw new MalformedScenario(`${place}: both har två steg.`);
    return { verb, with: [parseStep(value[0], place), parseStep(value[1], place)], ...common };
  }
  if (!isVerb(verb)) throw new MalformedScenario(`${place}: verbet ${verb} finns inte.`);
  const parsed = VERBS[verb].safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new MalformedScenario(`${place}: ${verb}${issue ? ` ${issue.path.join('.')}: ${issue.message}` : ''}`);
  }
  // The schema of this very verb has just accepted the value; TypeScript cannot follow a verb that is chosen at run time.
  return { verb, with: parsed.data, ...common } as Step;
}

const FILE = z.object({
  name: z.string(),
  programme: z.string().optional(),
  start: localTime,
  settings: z.record(z.string(), cell).optional(),
  steps: z.array(z.unknown()),
  expect: z.record(z.string(), z.unknown()).optional(),
});

/** @throws MalformedScenario with the number of the faulty step, counted from 0 */
export function parseScenario(source: string): Scenario {
  let raw: unknown;
  try {
    raw = JSON.parse(source);
  } catch (cause) {
    throw new MalformedScenario(`Filen är inte JSON: ${cause instanceof Error ? cause.message : ''}`);
  }
  const file = FILE.safeParse(raw);
  if (!file.success) {
    const issue = file.error.issues[0];
    throw new MalformedScenario(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const { name, programme = '', start, settings = {}, steps, expect = {} } = file.data;
  return {
    name,
    programme,
    start,
    settings,
    expect,
    steps: steps.map((step, index) => parseStep(step, `steg ${index}`)),
  };
}
