/** For every kind of mail and every programme that can send it: facts, a day and a memory in which exactly that mail is due. */
import { addDays, addDuration, type Day } from '../../src/domain/calendar.ts';
import type { Occasion, Person, Round } from '../../src/domain/facts.ts';
import type { Notice, Told } from '../../src/domain/notices.ts';
import { type Programme, type RuleVersion, ruleInForce } from '../../src/domain/rules.ts';
import {
  type Causes,
  type ComposeContext,
  composeMail,
  kindsOf,
  type MailLinks,
  type MailSettings,
  type TemplateKind,
} from '../../src/messages/index.ts';
import { day, decide, held, occasion, person, round, staff, standing, tell } from '../domain/notices/story.ts';

export const LINKS: MailLinks = {
  page: 'https://script.google.com/macros/s/abc/exec?sida=k1',
  plan: 'https://forms.example.org/plan?unit=a1b2c3',
  staffChange: 'https://forms.example.org/personal?unit=a1b2c3',
  survey: 'https://forms.example.org/enkat',
  reflection: 'https://forms.example.org/reflektion?unit=a1b2c3',
  catchUp: 'https://larande.example.org/catch-up',
  material: 'https://larande.example.org/material',
};

export const NO_LINKS: MailLinks = {
  page: '',
  plan: '',
  staffChange: '',
  survey: '',
  reflection: '',
  catchUp: '',
  material: '',
};

export const SETTINGS: MailSettings = {
  office: 'Folkhälsoenheten',
  contactName: 'Robin Berg',
  contactEmail: 'diplomering@example.org',
  contactPhone: '010-000 00 00',
  templates: [],
};

const NAMES = [
  'Kim Ek',
  'Alex Lund',
  'Bo Åkesson',
  'Charlie Öberg',
  'Dana Sjö',
  'Eli Holm',
  'Frej Dal',
  'Gry Äng',
  'Hilding Ros',
  'Ira Vik',
];
const ADMITTED_ON = '2025-09-01';
const AFTER_SESSIONS = day('2025-11-03');

function rulesOf(programme: Programme): RuleVersion {
  const rules = ruleInForce(programme, day(ADMITTED_ON));
  if ('noRuleInForce' in rules) throw new Error(programme.id);
  return rules;
}

const SESSION_DAYS = ['2025-10-06', '2025-10-13', '2025-10-27', '2025-11-03'];

function sessions(programme: Programme, of: (session: number, on: string) => Occasion): Occasion[] {
  const { sessions: count } = rulesOf(programme);
  return SESSION_DAYS.slice(4 - count).map((on, index) => of(index + 1, on));
}

/** Ten people who have done all that is asked, `missing` of them without the sessions. */
function people(missing: number, extra: Partial<Person> = {}): Person[] {
  const done = { course: day('2025-09-20'), reflection: day('2025-11-01'), earlierDiploma: null };
  return staff(10, done).map((one, index) => ({
    ...one,
    name: NAMES[index] ?? '',
    roles: index < 4 ? [...one.roles, 'group' as const] : one.roles,
    attended: index >= 10 - missing ? 0b1 : 0b1111,
    ...extra,
  }));
}

function begun(programme: Programme, missing: number, extra: Partial<Round> = {}): Round {
  return round(programme, { occasions: sessions(programme, held), people: people(missing), ...extra });
}

function finished(programme: Programme, extra: Partial<Round> = {}): Round {
  const rules = rulesOf(programme);
  const on = day('2025-12-01');
  return begun(programme, 1, {
    people: people(1, rules.prerequisite ? { earlierDiploma: 2015 } : {}),
    planOn: rules.plan === null ? null : on,
    planAreas: rules.plan?.areas ?? [],
    reviewOn: on,
    selfReflectionOn: on,
    presentationOn: rules.presentation ? on : null,
    ...extra,
  });
}

const certified = (programme: Programme, extra: Partial<Round> = {}): Round =>
  finished(programme, { diplomaOn: day('2025-12-01'), ...extra });

export interface Situation {
  readonly facts: Round;
  readonly today: Day;
  readonly told: Told;
  readonly programme: Programme;
}

/** What has been told by the end of a day, for what only the difference tells. */
function heard(facts: Round, programme: Programme, today: Day): Told {
  return tell({}, standing(facts, programme, today), today);
}

export function situation(kind: Exclude<TemplateKind, 'receipt'>, programme: Programme): Situation {
  const rules = rulesOf(programme);
  const at = (facts: Round, today: string | Day, told: Told = {}): Situation => ({
    facts,
    today: typeof today === 'string' ? day(today) : today,
    told,
    programme,
  });
  const window = rules.plan?.due ?? null;
  const planDue = window === null ? day('2026-01-26') : null;
  const due = planDue ?? addDuration(AFTER_SESSIONS, window ?? 'P12W');
  const diplomaOn = day('2025-12-01');
  const through = rules.validity === null ? diplomaOn : addDuration(diplomaOn, rules.validity);
  const planned = sessions(programme, (session, on) => occasion(session, on, { place: 'Sal Björk, hus 3' }));
  switch (kind) {
    case 'admitted':
      return at(round(programme), ADMITTED_ON);
    case 'waitlisted':
      return at(round(programme, { decision: 'waitlist', decisionReason: 'no-places' }), ADMITTED_ON);
    case 'declined':
      return at(round(programme, { decision: 'decline', decisionReason: 'not-anchored' }), ADMITTED_ON);
    case 'occasion-set':
      return at(round(programme, { occasions: planned }), ADMITTED_ON);
    case 'occasion-moved': {
      const first = round(programme, { occasions: planned });
      const moved = planned.map((one, index) => (index === 0 ? { ...one, day: day('2025-10-08'), minute: 540 } : one));
      return at({ ...first, occasions: moved }, '2025-09-02', heard(first, programme, day(ADMITTED_ON)));
    }
    case 'occasion-cancelled': {
      const first = round(programme, { occasions: planned });
      const cancelled = planned.map((one, index) => (index === 0 ? { ...one, state: 'cancelled' as const } : one));
      return at({ ...first, occasions: cancelled }, '2025-09-02', heard(first, programme, day(ADMITTED_ON)));
    }
    case 'material':
      return at(round(programme, { occasions: planned }), addDays(planned[0]?.day ?? day('2025-09-11'), -10));
    case 'attendance-met':
      return at(begun(programme, 1), AFTER_SESSIONS);
    case 'attendance-lost':
      return at(begun(programme, 3), addDays(AFTER_SESSIONS, 1), heard(begun(programme, 0), programme, AFTER_SESSIONS));
    case 'attendance-unreachable':
      return at(begun(programme, 3), AFTER_SESSIONS);
    case 'plan-set':
      return at(begun(programme, 0, { planDue }), addDays(AFTER_SESSIONS, 1));
    case 'plan-open':
      return at(begun(programme, 0), addDuration(AFTER_SESSIONS, rules.plan?.opens ?? 'P8W'));
    case 'plan-due-soon': {
      const facts = begun(programme, 0, { planDue });
      return at(facts, addDays(due, -14), heard(facts, programme, addDays(AFTER_SESSIONS, 1)));
    }
    case 'plan-overdue':
      return at(begun(programme, 0, { planDue }), addDays(due, 1));
    case 'plan-moved': {
      const told = heard(begun(programme, 0, { planDue }), programme, addDays(AFTER_SESSIONS, 1));
      return at(begun(programme, 0, { planDue: day('2026-03-02') }), addDays(AFTER_SESSIONS, 30), told);
    }
    case 'plan-feedback':
      return at(begun(programme, 0, { planOn: day('2025-11-20'), planAreas: ['bemötande'] }), '2025-11-20');
    case 'requirements-met':
      // Somebody did the catch-up after the final presentation, so that the presentation could not give the diploma.
      return at(
        finished(programme, {
          people: people(3).map((one, index) =>
            index === 9 || index === 8 ? { ...one, catchUp: day('2025-12-05') } : one,
          ),
        }),
        '2025-12-06',
      );
    case 'certified':
      return at(certified(programme), '2025-12-02');
    case 'completed':
      return at(finished(programme), '2025-12-02');
    case 'survey-open':
      return at(certified(programme), addDuration(diplomaOn, rules.survey?.after ?? 'P6M'));
    case 'survey-low': {
      const open = addDuration(diplomaOn, rules.survey?.after ?? 'P6M');
      return at(
        certified(programme),
        addDays(addDuration(open, rules.survey?.open ?? 'P3W'), -7),
        heard(certified(programme), programme, open),
      );
    }
    case 'plan-revision':
      return at(certified(programme), addDuration(diplomaOn, 'P1Y'));
    case 'follow-up':
      return at(certified(programme), addDuration(diplomaOn, rules.followUp?.first ?? 'P6M'));
    case 'supplement': {
      const newcomers = [
        person('nya', { name: 'Noa Ny', from: day('2026-01-10') }),
        person('m-77', { email: '', from: day('2026-01-12') }),
      ];
      const facts = certified(programme);
      return at({ ...facts, people: [...facts.people, ...newcomers] }, '2026-09-01');
    }
    case 'expiry-180':
      return at(certified(programme), addDays(through, -180));
    case 'expiry-90':
      return at(certified(programme), addDays(through, -90));
    case 'expiry-30':
      return at(certified(programme), addDays(through, -30));
    case 'expired':
      return at(certified(programme), addDays(through, 1));
    case 'rules-changed': {
      const changed: Programme = {
        ...programme,
        versions: [
          ...programme.versions,
          { ...rules, from: day('2025-11-01'), certifyAutomatically: !rules.certifyAutomatically },
        ],
      };
      const told = heard(round(changed), changed, day(ADMITTED_ON));
      return {
        facts: { ...begun(changed, 1), rulesFrom: day('2025-11-01') },
        today: AFTER_SESSIONS,
        told,
        programme: changed,
      };
    }
  }
}

export function contextOf(
  { facts, today, told, programme }: Situation,
  extra: Partial<ComposeContext> = {},
): ComposeContext {
  const decision = decide(facts, programme, today);
  return {
    round: facts,
    decision,
    programme,
    today,
    told,
    links: LINKS,
    settings: SETTINGS,
    diplomaAttached: true,
    personalDiplomas: programme.id === 'stockholm' ? 9 : 0,
    ...extra,
  };
}

/** All that stands in the situation; a mail needs at least one cause. */
export function causesOf({ facts, today, told, programme }: Situation, only?: TemplateKind): Causes {
  const notices = standing(facts, programme, today, told).filter(({ kind }) => only === undefined || kind === only);
  const [first, ...rest]: Notice[] = notices;
  if (first === undefined) throw new Error(`Nothing stands for ${only ?? 'any kind'} in ${programme.id}`);
  return [first, ...rest];
}

export const unitKinds = (programme: Programme): Exclude<TemplateKind, 'receipt'>[] =>
  kindsOf(programme).filter((kind): kind is Exclude<TemplateKind, 'receipt'> => kind !== 'receipt');

/** The mail of one kind alone. */
export function mailOf(
  kind: Exclude<TemplateKind, 'receipt'>,
  programme: Programme,
  extra: Partial<ComposeContext> = {},
) {
  const here = situation(kind, programme);
  return composeMail(causesOf(here, kind), contextOf(here, extra));
}
