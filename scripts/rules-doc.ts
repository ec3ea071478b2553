/** Writes src/programmes/README.md from the programmes' data: every rule in Swedish, with its source. A test fails when it is stale. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Duration } from '../src/domain/calendar.ts';
import {
  CHANGEABLE_PATHS,
  type Programme,
  RULE_PATHS,
  type RulePath,
  type RuleSource,
  type RuleVersion,
} from '../src/domain/rules.ts';
import { formatFraction } from '../src/domain/share.ts';
import { dayInWords, durationInWords } from '../src/domain/swedish.ts';
import { PROGRAMMES } from '../src/programmes/index.ts';
import { SILENT } from '../src/programmes/source.ts';

export const RULES_DOC = join(import.meta.dirname, '..', 'src', 'programmes', 'README.md');

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

const cell = (text: string): string => text.replaceAll('|', '\\|');

function sourceCell({ text, assumption }: RuleSource): string {
  return cell(assumption ? `**Antagande.** ${text}` : text);
}

function versionSection(version: Programme['versions'][number]): string[] {
  if ('repealed' in version) {
    return [`### Upphävt från ${dayInWords(version.from)}`, '', sourceCell(version.source), ''];
  }
  const isSilent = (path: RulePath): boolean => version.sources[path].text === SILENT.text;
  const rows = RULE_PATHS.filter((path) => !isSilent(path)).map((path) => {
    return `| ${headingOf(path)} | ${cell(RULES[path][1](version))} | ${sourceCell(version.sources[path])} |`;
  });
  const silent = RULE_PATHS.filter(isSilent).map((path) => RULES[path][0].toLowerCase());
  return [
    `### Gäller från ${dayInWords(version.from)}`,
    '',
    '| Regel | Värde | Källa |',
    '| --- | --- | --- |',
    ...rows,
    '',
    ...(silent.length > 0
      ? [`Texten nämner inte följande, så programmet har ingen regel om det: ${silent.join('; ')}.`, '']
      : []),
  ];
}

function headingOf(path: RulePath): string {
  return CHANGEABLE_PATHS.some((one) => one === path) ? `${RULES[path][0]} (\`${path}\`)` : RULES[path][0];
}

function programmeSection(programme: Programme): string[] {
  const packages = programme.packages.map(
    ({ name, id, digitalSessions, criteria }) =>
      `- **${name}** (\`${id}\`)${digitalSessions.length > 0 ? `: träff ${digitalSessions.join(' och ')} live på nätet` : ''}. ${criteria.join(' ')}`,
  );
  const notes = programme.notes.map(({ heading, text, source }) => `- **${heading}.** ${text} _${sourceCell(source)}_`);
  return [
    `## ${programme.region}: ${programme.name} (\`${programme.id}\`)`,
    '',
    ...(notes.length > 0 ? [...notes, ''] : []),
    ...(packages.length > 0 ? ['Paket:', '', ...packages, ''] : []),
    ...programme.versions.flatMap(versionSection),
  ];
}

/** The whole page. */
export function rulesDoc(programmes: readonly Programme[]): string {
  const lines = [
    '# Programmens regler',
    '',
    'Den här sidan skrivs av `npx tsx scripts/rules-doc.ts` ur programmens data. Ändra inte här.',
    '',
    'Varje värde har sin källa: var i programmets publicerade text det står, med våra egna ord. **Antagande** betyder att texten inte säger det',
    'och att produkten därför har ett förval. En regel med en kod inom parentes kan koordinatorn ändra i fliken Regler, från en dag som koordinatorn väljer.',
    'En omgång följer den version som gällde den dag då verksamheten antogs.',
    '',
    ...programmes.flatMap(programmeSection),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(RULES_DOC, rulesDoc(PROGRAMMES));
