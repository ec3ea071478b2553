/** What any programme must look like, those that others write as data too. Strict: what it does not know is refused. */
import * as z from 'zod/mini';
import { type Day, type Duration, dayOf, parseDay } from '../domain/calendar.ts';
import {
  ATTENDANCE_COUNTS,
  HEAD_COUNTS,
  type Programme,
  RECORDED,
  RULE_PATHS,
  type RulePath,
  type RuleVersion,
} from '../domain/rules.ts';
import type { Fraction } from '../domain/share.ts';
import { planContradiction } from './plan-coherence.ts';
import { readDuration, readShare } from './values.ts';

export interface ProgrammeFault {
  /** Where in the data: "versions.0.attendance.share". */
  readonly path: string;
  /** Swedish: what is wrong and what would be right. */
  readonly text: string;
}

/** Built on first use: a script that reads no foreign programme never pays for it. */
function buildSchema() {
  const text = z.string('Skriv en text.').check(z.minLength(1, 'Texten får inte vara tom.'));
  const flag = z.boolean('Skriv true eller false.');
  const day = z.pipe(
    z.union([z.string(), z.number()], 'Skriv en dag som 2025-01-31.'),
    z.transform((value, context): Day => {
      const read =
        typeof value === 'string' ? parseDay(value) : Number.isInteger(value) ? dayOf(1970, 1, 1 + value) : null;
      if (read !== null) return read;
      context.issues.push({
        code: 'custom',
        input: value,
        message: `Dagen finns inte: ”${value}”. Skriv den som 2025-01-31.`,
      });
      return z.NEVER;
    }),
  );
  const duration = z.pipe(
    z.string('Skriv en tid som P8W, P6M eller P3Y.'),
    z.transform((value, context): Duration => {
      const read = readDuration(value);
      if (read !== null) return read;
      context.issues.push({
        code: 'custom',
        input: value,
        message: `Tiden kan inte läsas: ”${value}”. Skriv P8W, P6M eller P3Y.`,
      });
      return z.NEVER;
    }),
  );
  const share = z.pipe(
    z.union([z.string(), z.strictObject({ numerator: z.int(), denominator: z.int() })], 'Skriv en andel som 90 %.'),
    z.transform((value, context): Fraction => {
      const written = typeof value === 'string' ? value : `${value.numerator}/${value.denominator}`;
      const read = readShare(written);
      if (read !== null) return read;
      context.issues.push({
        code: 'custom',
        input: value,
        message: `Andelen kan inte läsas: ”${written}”. Skriv till exempel 95 %.`,
      });
      return z.NEVER;
    }),
  );
  const source = z.strictObject({ text, assumption: flag });
  const count = (least: number, most: number) => {
    const message = `Skriv ett heltal från ${least} till ${most}.`;
    return z.int(message).check(z.gte(least, message), z.lte(most, message));
  };
  const version = z.strictObject({
    from: day,
    // More sessions than this do not fit the bits that an attendance is kept in.
    sessions: count(0, 30),
    attendance: z.nullable(
      z.strictObject({
        share,
        count: z.enum(ATTENDANCE_COUNTS, 'Skriv same-people eller each-session.'),
        headCount: z.enum(HEAD_COUNTS, 'Skriv first-session, last-session eller decision.'),
        catchUpCounts: flag,
      }),
    ),
    managerAttends: flag,
    course: flag,
    reflection: z.nullable(z.enum(['each-person', 'unit'], 'Skriv each-person, unit eller null.')),
    group: z.nullable(
      z
        .strictObject({ least: count(1, 99), most: count(1, 99), withManager: flag })
        .check(z.refine(({ least, most }) => least <= most, 'Gruppens minsta antal är större än det största.')),
    ),
    prerequisite: flag,
    plan: z.nullable(z.strictObject({ opens: z.nullable(duration), due: z.nullable(duration), areas: z.array(text) })),
    presentation: flag,
    diploma: z.enum(['unit', 'unit-and-people', 'completion'], 'Skriv unit, unit-and-people eller completion.'),
    certifyAutomatically: flag,
    validity: z.nullable(duration),
    refresher: z.nullable(z.strictObject({ window: duration })),
    catchUp: z.nullable(z.strictObject({ within: duration })),
    survey: z.nullable(z.strictObject({ after: duration, open: duration })),
    contact: z.nullable(z.strictObject({ after: duration })),
    planRevision: z.nullable(z.strictObject({ every: duration })),
    followUp: z.nullable(z.strictObject({ first: duration, every: z.nullable(duration) })),
    recorded: z.array(z.enum(RECORDED, 'Skriv course, development-task eller review.')),
    sources: z.record(z.enum(RULE_PATHS), source),
  });
  const repeal = z.strictObject({ from: day, repealed: z.literal(true), source });
  return z.strictObject({
    id: text.check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Skriv små bokstäver a–z, siffror och bindestreck.')),
    name: text,
    region: text,
    words: z.strictObject({ plan: text, thePlan: text, catchUp: text, course: text, diploma: text }),
    packages: z.array(
      z.strictObject({ id: text, name: text, criteria: z.array(text), digitalSessions: z.array(count(1, 30)) }),
    ),
    notes: z.array(z.strictObject({ heading: text, text, source })),
    versions: z.array(z.union([version, repeal])).check(z.minLength(1, 'Minst en version behövs.')),
  });
}

let schema: ReturnType<typeof buildSchema> | null = null;

/**
 * A programme from data: days as 2025-01-31, shares as "90 %", durations as P3Y. Everything wrong is named at once, each with its place.
 */
export function readProgramme(
  data: unknown,
): { readonly programme: Programme } | { readonly faults: readonly ProgrammeFault[] } {
  schema ??= buildSchema();
  const result = schema.safeParse(data);
  if (!result.success) return { faults: result.error.issues.flatMap((issue) => faultsOf(issue, [])) };
  const { notes, versions, ...rest } = result.data;
  const programme: Programme = {
    ...rest,
    notes: () => notes,
    versions: versions.map((version) =>
      'repealed' in version ? version : { ...version, sources: () => version.sources },
    ),
  };
  const faults = orderFaults(programme);
  programme.versions.forEach((version, index) => {
    if ('repealed' in version) return;
    for (const { paths, text } of contradictions(version))
      faults.push({ path: `versions.${index}.${paths[0] ?? ''}`, text });
  });
  return faults.length > 0 ? { faults } : { programme };
}

interface Contradiction {
  readonly paths: readonly RulePath[];
  /** Swedish: what is wrong and what would be right. */
  readonly text: string;
}

/** What the values of one version must not say against each other. */
function contradictions(version: RuleVersion): Contradiction[] {
  const { plan, attendance, sessions, refresher, validity } = version;
  const ofPlan = plan && planContradiction(plan);
  const found: Contradiction[] = ofPlan ? [{ paths: ['plan.opens', 'plan.due'], text: ofPlan }] : [];
  if ((attendance === null) !== (sessions === 0)) {
    found.push({
      paths: ['sessions', 'attendance.share'],
      text: 'Närvaro krävs om programmet har träffar, och bara då.',
    });
  }
  if (attendance === null && (version.managerAttends || version.catchUp !== null)) {
    found.push({
      paths: ['managerAttends', 'catchUp.within'],
      text: 'Utan träffar kan programmet inte kräva att chefen är med på dem eller att någon tar igen dem.',
    });
  }
  if (refresher !== null && attendance === null) {
    found.push({
      paths: ['refresher'],
      text: 'Påfyllnaden räknas med närvarons andel, så programmet behöver träffar.',
    });
  }
  if (version.presentation && plan === null) {
    found.push({ paths: ['presentation', 'plan'], text: 'En slutpresentation behöver en plan att presentera.' });
  }
  if (version.diploma === 'completion' && (validity !== null || !version.certifyAutomatically)) {
    found.push({
      paths: ['diploma', 'validity', 'certifyAutomatically'],
      text: 'Ett program utan nytt diplom har ingen giltighetstid och blir genomfört av sig självt.',
    });
  }
  return found;
}

function orderFaults({ versions }: Programme): ProgrammeFault[] {
  const faults: ProgrammeFault[] = [];
  versions.forEach((version, index) => {
    const before = versions[index - 1];
    if (before !== undefined && before.from >= version.from) {
      faults.push({
        path: `versions.${index}.from`,
        text: 'Versionerna ska stå i tidsordning, bara en för varje dag.',
      });
    }
  });
  return faults;
}

type Issue = z.core.$ZodIssue;

/** Of the forms a version can have, the one that comes closest is the one that was meant. */
function faultsOf(issue: Issue, before: readonly PropertyKey[]): ProgrammeFault[] {
  const place = [...before, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = issue.errors.reduce((best, one) => (one.length < best.length ? one : best));
    return closest.flatMap((inner) => faultsOf(inner, place));
  }
  const path = place.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: path === '' ? key : `${path}.${key}`,
      text: `Okänt namn: '${key}'. Ta bort det.`,
    }));
  }
  if (issue.code === 'invalid_type' && issue.message === 'Invalid input')
    return [{ path, text: 'Värdet saknas eller har fel form.' }];
  return [{ path, text: issue.message === 'Invalid input' ? 'Värdet kan inte läsas.' : issue.message }];
}
