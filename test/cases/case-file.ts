/** Reads the cases that coordinators can read: Swedish words in, rounds and expectations out. Strict: an unknown word is a fault. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Day } from '../../src/domain/calendar.ts';
import type { Occasion, Person, Round } from '../../src/domain/facts.ts';
import { day, occasionOn, personWith, present, roundWith } from '../domain/builders.ts';

const date = z.iso.date();

const person = z.strictObject({
  roller: z.array(z.enum(['chef', 'läkare', 'kommunal', 'grupp'])).optional(),
  från: date.optional(),
  till: date.optional(),
  tjänstledig: z.array(z.tuple([date, date.nullable()])).optional(),
  'tidigare diplom': z.int().optional(),
  frånvarande: z.array(z.int()).optional(),
  webbutbildning: date.nullable().optional(),
  reflektion: date.nullable().optional(),
  'catch-up': date.optional(),
  påfyllnad: z.array(date).optional(),
});

const facts = z.strictObject({
  beslut: z.enum(['antagen', 'i kö', 'avböjd']).nullable().optional(),
  beslutsdag: date.nullable().optional(),
  'regler från': date.optional(),
  personal: z.int().optional(),
  'chefens nummer': z.int().nullable().optional(),
  alla: person.optional(),
  medarbetare: z.record(z.string(), person).optional(),
  grupp: z.array(z.int()).optional(),
  träffar: z.record(z.string(), date).optional(),
  tillfällen: z
    .array(
      z.strictObject({
        träff: z.int(),
        tillfälle: z.string().optional(),
        dag: date.nullable(),
        läge: z.enum(['planerad', 'genomförd', 'inställd']),
        'närvaro klar': z.boolean().optional(),
      }),
    )
    .optional(),
  plan: date.nullable().optional(),
  områden: z.array(z.string()).optional(),
  självreflektion: date.nullable().optional(),
  utvecklingsuppgift: date.optional(),
  granskning: date.optional(),
  slutpresentation: date.nullable().optional(),
  diplom: date.nullable().optional(),
  'skäl för undantag': z.string().optional(),
  'personliga diplom': date.optional(),
  avbruten: date.optional(),
  'plan senast': date.optional(),
  'catch-up senast': date.optional(),
  'enkät senast': date.optional(),
  enkätsvar: z.int().optional(),
  uppföljningar: z.array(z.strictObject({ slag: z.string(), dag: date, uteblev: z.boolean().optional() })).optional(),
});
type Facts = z.infer<typeof facts>;

const expectation = z.strictObject({
  status: z.string(),
  krav: z
    .record(
      z.string(),
      z.strictObject({
        läge: z.enum(['uppfyllt', 'inte uppfyllt', 'vet inte än']).optional(),
        antal: z.string().optional(),
        behövs: z.int().optional(),
        saknas: z.int().optional(),
        text: z.string().optional(),
      }),
    )
    .optional(),
  tidsfrister: z.array(z.string()).optional(),
  diplom: z.strictObject({ från: date, till: date.nullable(), komplettering: z.boolean() }).nullable().optional(),
  perioder: z.array(z.string()).optional(),
  'diplom nekas': z.boolean().optional(),
  kvarstår: z.record(z.string(), z.array(z.string())).optional(),
  'personliga diplom': z.record(z.string(), date.nullable()).optional(),
  'utbildade i dag': z.string().optional(),
  sammanfattning: z.string().optional(),
});
export type Expectation = z.infer<typeof expectation>;

const file = z.strictObject({
  tema: z.string(),
  utgångsläge: facts,
  fall: z.array(
    z.strictObject({
      namn: z.string(),
      fakta: facts.optional(),
      dag: date,
      väntat: z.union([expectation, z.literal('ingen regel gäller')]),
    }),
  ),
});

export interface Case {
  readonly name: string;
  readonly round: Round;
  readonly today: Day;
  readonly expected: Expectation | 'ingen regel gäller';
}

/** All cases of a programme, file by file. */
export function readCases(programme: string): Case[] {
  const folder = join(import.meta.dirname, programme);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const { tema, utgångsläge, fall } = file.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      return fall.map((one) => ({
        name: `${tema}: ${one.namn} (${one.dag})`,
        round: roundOf(programme, { ...utgångsläge, ...one.fakta }),
        today: day(one.dag),
        expected: one.väntat,
      }));
    });
}

const dayOrNull = (text: string | null | undefined): Day | null => (text == null ? null : day(text));

function roundOf(programme: string, given: Facts): Round {
  const decisions = { antagen: 'admit', 'i kö': 'waitlist', avböjd: 'decline' } as const;
  const kinds = {
    kontakt: 'contact',
    'översyn av planen': 'plan-revision',
    uppföljning: 'follow-up',
    enkät: 'survey',
  } as const;
  const occasions = occasionsOf(given);
  return roundWith({
    programme,
    decision: given.beslut === null ? null : decisions[given.beslut ?? 'antagen'],
    decisionOn: given.beslutsdag === undefined ? day('2025-09-01') : dayOrNull(given.beslutsdag),
    rulesFrom: dayOrNull(given['regler från']),
    planOn: dayOrNull(given.plan),
    planAreas: given.områden ?? [],
    selfReflectionOn: dayOrNull(given.självreflektion),
    developmentTaskOn: dayOrNull(given.utvecklingsuppgift),
    reviewOn: dayOrNull(given.granskning),
    presentationOn: dayOrNull(given.slutpresentation),
    diplomaOn: dayOrNull(given.diplom),
    overrideReason: given['skäl för undantag'] ?? '',
    personDiplomaOn: dayOrNull(given['personliga diplom']),
    withdrawnOn: dayOrNull(given.avbruten),
    planDue: dayOrNull(given['plan senast']),
    catchUpDue: dayOrNull(given['catch-up senast']),
    surveyDue: dayOrNull(given['enkät senast']),
    surveyAnswers: given.enkätsvar ?? 0,
    followUps: (given.uppföljningar ?? []).map(({ slag, dag, uteblev }, index) => {
      const kind = Object.entries(kinds).find(([word]) => word === slag)?.[1];
      if (kind === undefined) throw new Error(`Unknown follow-up: ${slag}`);
      return { id: String(index), kind, on: day(dag), missed: uteblev ?? false };
    }),
    occasions,
    people: peopleOf(given, new Set(occasions.filter(({ state }) => state === 'held').map(({ session }) => session))),
  });
}

function occasionsOf(given: Facts): Occasion[] {
  const states = { planerad: 'planned', genomförd: 'held', inställd: 'cancelled' } as const;
  const whole = Object.entries(given.träffar ?? {}).map(([session, on]) => occasionOn(Number(session), on));
  const single = (given.tillfällen ?? []).map((one) =>
    occasionOn(one.träff, one.dag, {
      label: one.tillfälle ?? '',
      state: states[one.läge],
      attendanceComplete: one['närvaro klar'] ?? one.läge === 'genomförd',
    }),
  );
  return [...whole, ...single];
}

/** Everyone has been at every session held, but for those of which it says otherwise; whoever is numbered above the staff comes beside it. */
function peopleOf(given: Facts, held: ReadonlySet<number>): Person[] {
  const roles = { chef: 'manager', läkare: 'doctor', kommunal: 'municipal', grupp: 'group' } as const;
  const manager = given['chefens nummer'] === undefined ? 1 : given['chefens nummer'];
  const count = given.personal ?? 0;
  const others = Object.keys(given.medarbetare ?? {}).map(Number);
  return Array.from({ length: Math.max(count, ...others) }, (_, index) => {
    const number = index + 1;
    const isExtra = number > count;
    const own = { ...(isExtra ? {} : given.alla), ...given.medarbetare?.[String(number)] };
    const [latest, ...earlier] = [...(own.påfyllnad ?? [])].reverse();
    return personWith(`p${number}`, {
      roles: [
        ...(own.roller ?? []).map((role) => roles[role]),
        ...(number === manager ? (['manager'] as const) : []),
        ...(given.grupp?.includes(number) ? (['group'] as const) : []),
      ],
      from: dayOrNull(own.från),
      to: dayOrNull(own.till),
      leave: (own.tjänstledig ?? []).map(([from, to]) => ({ from: day(from), to: dayOrNull(to) })),
      earlierDiploma: own['tidigare diplom'] ?? null,
      attended: isExtra ? 0 : present(...[...held].filter((session) => !own.frånvarande?.includes(session))),
      course: dayOrNull(own.webbutbildning),
      reflection: dayOrNull(own.reflektion),
      catchUp: dayOrNull(own['catch-up']),
      refresher: dayOrNull(latest),
      earlierRefreshers: earlier.map(day),
    });
  }).filter((_, index) => index < count || others.includes(index + 1));
}
