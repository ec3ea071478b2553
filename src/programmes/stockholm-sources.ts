/** HBTQ-diplomering, Region Stockholm: what its text says that no computation needs, and where each value comes from. */
import type { ProgrammeNote, RulePath, RuleSource } from '../domain/rules.ts';
import { assumed, SHARED_ASSUMPTIONS, SILENT, stated } from './source.ts';

export const STOCKHOLM_NOTES: readonly ProgrammeNote[] = [
  {
    heading: 'Vem det är för',
    text: 'I första hand verksamheter i primärvården.',
    source: stated('Avsnittet om diplomeringen.'),
  },
  {
    heading: 'Tid',
    text: 'Sammanlagt ungefär 14 timmar under ungefär tre månader.',
    source: stated('Avsnittet om diplomeringen.'),
  },
  {
    heading: 'Webbutbildning',
    text: 'Hör till regionens hbt-policy. Chefen rekommenderar den och kan följa upp den där lärplattformen är öppen för verksamheten. Den antecknas men är inget krav för diplomet.',
    source: stated('Avsnitten om chefers ansvar och om webbutbildningen.'),
  },
];

export const STOCKHOLM_SOURCES: Readonly<Record<RulePath, RuleSource>> = {
  from: stated('Avsnittet om diplomeringen: den har funnits sedan 2016.'),
  sessions: assumed('Texten anger timmar, inte antal träffar. Vi räknar med fyra träffar.'),
  'attendance.share': assumed('Texten nämner krav men inte vilka. Vi kräver 90 % på alla träffar.'),
  'attendance.count': SHARED_ASSUMPTIONS['attendance.count'],
  'attendance.headCount': SHARED_ASSUMPTIONS['attendance.headCount'],
  'attendance.catchUpCounts': assumed(
    'Texten har ingen catch-up. Vi låter den som tar igen utbildningen före diplomet räknas.',
  ),
  managerAttends: SILENT,
  course: stated('Webbutbildningen rekommenderas men krävs inte för diplomet.'),
  reflection: SILENT,
  group: SILENT,
  prerequisite: SILENT,
  plan: SILENT,
  'plan.opens': SILENT,
  'plan.due': SILENT,
  'plan.areas': SILENT,
  presentation: SILENT,
  diploma: stated('Avsnittet om diplomeringen: både verksamheten och de enskilda anställda diplomeras.'),
  certifyAutomatically: SHARED_ASSUMPTIONS.certifyAutomatically,
  validity: SILENT,
  refresher: SILENT,
  'catchUp.within': assumed('Texten har ingen catch-up. Vi räknar sex månader från anställningens första dag.'),
  survey: SILENT,
  contact: SILENT,
  planRevision: SILENT,
  'followUp.first': SILENT,
  'followUp.every': SILENT,
  recorded: stated('Avsnittet om chefers ansvar: chefen kan följa upp webbutbildningen.'),
};
