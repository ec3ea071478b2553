/** A programme's rules as people read them: what each is called, its value in words, and where it comes from. */
import type { Duration } from '../domain/calendar.ts';
import { CHANGEABLE_PATHS, RULE_PATHS, type RulePath, type RuleSource, type RuleVersion } from '../domain/rules.ts';
import { formatFraction } from '../domain/share.ts';
import { dayInWords, durationInWords } from '../domain/swedish.ts';
import { SILENT } from './source.ts';

const yesNo = (value: boolean): string => (value ? 'ja' : 'nej');
const NONE = '–';

const inWords = (duration: Duration | null | undefined): string =>
  duration == null ? NONE : durationInWords(duration);

const COUNTS = { 'same-people': 'samma personer på alla träffar', 'each-session': 'träffen med lägst närvaro' };
const HEAD_COUNTS = {
  'first-session': 'den dag då den första träffen hålls',
  'last-session': 'den dag då den sista träffen hålls',
  decision: 'diplomdagen',
};
const DIPLOMAS = {
  unit: 'för verksamheten',
  'unit-and-people': 'för verksamheten och för var och en som har gått alla träffar',
  completion: 'inget nytt diplom; omgången blir genomförd',
};
const RECORDED = { course: 'webbutbildning', 'development-task': 'utvecklingsuppgift', review: 'granskning' };

/** What each value is called, and how it is written. */
const RULES: Record<RulePath, readonly [heading: string, value: (version: RuleVersion) => string]> = {
  from: ['Gäller från', (version) => dayInWords(version.from)],
  sessions: ['Antal träffar', (version) => String(version.sessions)],
  'attendance.share': [
    'Andel som ska ha varit med',
    ({ attendance }) => (attendance ? formatFraction(attendance.share) : NONE),
  ],
  'attendance.count': ['Hur närvaron räknas', ({ attendance }) => (attendance ? COUNTS[attendance.count] : NONE)],
  'attendance.headCount': [
    'När personalen räknas',
    ({ attendance }) => (attendance ? HEAD_COUNTS[attendance.headCount] : NONE),
  ],
  'attendance.catchUpCounts': [
    'Catch-up räknas som närvaro',
    ({ attendance }) => (attendance ? yesNo(attendance.catchUpCounts) : NONE),
  ],
  managerAttends: ['Chefen ska vara med på alla träffar', (version) => yesNo(version.managerAttends)],
  course: ['Alla ska göra webbutbildningen', (version) => yesNo(version.course)],
  reflection: [
    'Reflektion',
    ({ reflection }) =>
      reflection === null ? NONE : reflection === 'unit' ? 'ett datum för verksamheten' : 'alla skickar in en',
  ],
  group: [
    'Grupp',
    ({ group }) =>
      group === null ? NONE : `${group.least}–${group.most} personer${group.withManager ? ', chefen med' : ''}`,
  ],
  prerequisite: ['Alla ska ha en tidigare diplomering eller catch-up', (version) => yesNo(version.prerequisite)],
  plan: ['Plan', ({ plan }) => yesNo(plan !== null)],
  'plan.opens': ['Planen öppnar, räknat från den sista träffen', ({ plan }) => inWords(plan?.opens)],
  'plan.due': ['Planens sista dag, räknat från den sista träffen', ({ plan }) => inWords(plan?.due)],
  'plan.areas': [
    'Planens områden',
    ({ plan }) => (plan === null || plan.areas.length === 0 ? NONE : plan.areas.join(', ')),
  ],
  presentation: ['Slutpresentation', (version) => yesNo(version.presentation)],
  diploma: ['Diplom', (version) => DIPLOMAS[version.diploma]],
  certifyAutomatically: [
    'Blir klar av sig själv när alla krav är uppfyllda',
    (version) => yesNo(version.certifyAutomatically),
  ],
  validity: ['Diplomet gäller', (version) => inWords(version.validity)],
  refresher: [
    'Påfyllnad som förnyar diplomet',
    ({ refresher }) => (refresher === null ? NONE : `under de sista ${inWords(refresher.window)} eller senare`),
  ],
  'catchUp.within': ['Tid för nyanställda att göra catch-up', ({ catchUp }) => inWords(catchUp?.within)],
  survey: [
    'Enkät efter diplomet',
    ({ survey }) => (survey === null ? NONE : `efter ${inWords(survey.after)}, öppen i ${inWords(survey.open)}`),
  ],
  contact: ['Kontakt med chefen efter diplomet', ({ contact }) => inWords(contact?.after)],
  planRevision: [
    'Översyn av planen',
    ({ planRevision }) => (planRevision ? `varje ${inWords(planRevision.every).replace('1 ', '')}` : NONE),
  ],
  'followUp.first': ['Första uppföljningen efter diplomet', ({ followUp }) => inWords(followUp?.first)],
  'followUp.every': ['Därefter med', ({ followUp }) => (followUp?.every ? `${inWords(followUp.every)} emellan` : NONE)],
  recorded: [
    'Antecknas utan att krävas',
    ({ recorded }) => (recorded.length === 0 ? NONE : recorded.map((one) => RECORDED[one]).join(', ')),
  ],
};

export interface RuleInWords {
  readonly path: RulePath;
  readonly heading: string;
  readonly value: string;
  readonly source: RuleSource;
  /** True where a coordinator can change it in the tab Regler. */
  readonly isChangeable: boolean;
}

export interface VersionInWords {
  readonly rules: readonly RuleInWords[];
  /** What the programme's text says nothing of, so that there is no such rule. */
  readonly silent: readonly string[];
}

export function versionInWords(version: RuleVersion): VersionInWords {
  const sources = version.sources();
  const isSilent = (path: RulePath): boolean => sources[path].text === SILENT.text;
  return {
    rules: RULE_PATHS.filter((path) => !isSilent(path)).map((path) => {
      const [heading, value] = RULES[path];
      const isChangeable = CHANGEABLE_PATHS.some((one) => one === path);
      return { path, heading, value: value(version), source: sources[path], isChangeable };
    }),
    silent: RULE_PATHS.filter(isSilent).map((path) => RULES[path][0].toLowerCase()),
  };
}
