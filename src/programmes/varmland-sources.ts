/** Hbtq-diplomering, Region Värmland: what its text says that no computation needs, and where each value comes from. */
import type { ProgrammeNote, RulePath, RuleSource } from '../domain/rules.ts';
import { assumed, SHARED_ASSUMPTIONS, SILENT, stated } from './source.ts';

export const VARMLAND_NOTES: readonly ProgrammeNote[] = [
  {
    heading: 'Vem det är för',
    text: 'Hela verksamheter i regionen, med eller utan patienter. Aldrig en enskild medarbetare.',
    source: stated('Avsnittet om målgrupp.'),
  },
  {
    heading: 'Kommunens medarbetare',
    text: 'I verksamheter som regionen delar med en kommun går kommunens medarbetare med utan avgift. De räknas som personal.',
    source: stated('Avsnittet om målgrupp, om verksamheter över organisationsgränser.'),
  },
  {
    heading: 'Flera tillfällen',
    text: 'En verksamhet som inte kan stänga kan ha träff 1 och 2 vid flera tillfällen.',
    source: stated('Avsnittet om upplägg.'),
  },
  {
    heading: 'Chefens ansvar',
    text: 'Chefen håller kontakten med utbildarna, sätter mål och knyter arbetet till det systematiska arbetsmiljöarbetet.',
    source: stated('Avsnittet om chefers ansvar.'),
  },
  {
    heading: 'Intresseformuläret',
    text: 'Alla obligatoriska frågor måste besvaras. Några av dem behöver förankras hos ledning och medarbetare först.',
    source: stated('Slutet av texten, om intresseformuläret.'),
  },
];

export const VARMLAND_SOURCES: Readonly<Record<RulePath, RuleSource>> = {
  from: assumed('Texten har inget datum. Vi räknar med att reglerna gäller från 2020.'),
  sessions: stated('Avsnittet om upplägg räknar upp fyra träffar.'),
  'attendance.share': stated(
    'Målen för verksamheten: minst 9 av 10 medarbetare, chef och läkare inräknade, har gått hela utbildningen.',
  ),
  'attendance.count': stated('Samma mål: det som räknas är medarbetare som har gått igenom hela utbildningen.'),
  'attendance.headCount': SHARED_ASSUMPTIONS['attendance.headCount'],
  'attendance.catchUpCounts': assumed(
    'Texten har ingen catch-up. Vi låter den som tar igen utbildningen före diplomet räknas.',
  ),
  managerAttends: stated('Chefers ansvar: chefen deltar aktivt under hela utbildningen.'),
  course: SILENT,
  reflection: SILENT,
  group: SILENT,
  prerequisite: SILENT,
  plan: stated('Målen för verksamheten bygger på en handlingsplan som verksamheten har skrivit.'),
  'plan.opens': SILENT,
  'plan.due': assumed('Texten har ingen sista dag för planen. Koordinatorn kan sätta en för varje verksamhet.'),
  'plan.areas': SILENT,
  presentation: SILENT,
  diploma: stated('Målgruppen: diplomet är för hela verksamheter, inte för enskilda.'),
  certifyAutomatically: SHARED_ASSUMPTIONS.certifyAutomatically,
  validity: SILENT,
  refresher: SILENT,
  'catchUp.within': assumed('Texten har ingen catch-up. Vi räknar sex månader från anställningens första dag.'),
  survey: SILENT,
  contact: SILENT,
  planRevision: SILENT,
  'followUp.first': SILENT,
  'followUp.every': SILENT,
  recorded: SILENT,
};
