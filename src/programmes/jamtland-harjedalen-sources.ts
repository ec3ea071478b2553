/** Hbtqi- och mångfaldsdiplomering, Region Jämtland Härjedalen: what its text says that no computation needs, and where each value comes from. */
import type { ProgrammeNote, RulePath, RuleSource } from '../domain/rules.ts';
import { assumed, SHARED_ASSUMPTIONS, SILENT, stated } from './source.ts';

export const JAMTLAND_HARJEDALEN_NOTES: readonly ProgrammeNote[] = [
  {
    heading: 'Vem det är för',
    text: 'Alla verksamheter i regionen, med eller utan patienter. Antalet deltagare i en omgång kan anpassas.',
    source: stated('Avsnittet om målgrupp.'),
  },
  {
    heading: 'Tid',
    text: 'Ungefär sex månader och sammanlagt cirka 20 timmar. Varje träff är 3 timmar.',
    source: stated('Avsnittet om upplägg.'),
  },
  {
    heading: 'Utvecklingsuppgift',
    text: 'Gruppen gör en gemensam uppgift mellan träffarna, sammanlagt ungefär en arbetsdag. Den antecknas men är inget krav för diplomet.',
    source: stated('Avsnittet om upplägg.'),
  },
  {
    heading: 'Avstämningar',
    text: 'Utbildaren och chefen stämmer av kort under hela processen. Vid behov görs en ny planering.',
    source: stated('Avsnittet om upplägg.'),
  },
  {
    heading: 'Före start',
    text: 'Personalgruppen har talat igenom beslutet, och det finns en plan för hur kränkningar hanteras. Finns det starkt motstånd eller andra problem i arbetsmiljön kan tiden vara fel.',
    source: stated('Avsnittet om förberedelser.'),
  },
];

export const JAMTLAND_HARJEDALEN_SOURCES: Readonly<Record<RulePath, RuleSource>> = {
  from: assumed(
    'Texten har inget datum men bygger på policyer från 2020. Vi räknar med att reglerna gäller från 2020.',
  ),
  sessions: stated('Avsnittet om upplägg: två halvdagar.'),
  'attendance.share': stated('Kraven för diplomering: minst 90 % av medarbetarna på båda träffarna.'),
  'attendance.count': SHARED_ASSUMPTIONS['attendance.count'],
  'attendance.headCount': SHARED_ASSUMPTIONS['attendance.headCount'],
  'attendance.catchUpCounts': SHARED_ASSUMPTIONS['attendance.catchUpCounts'],
  managerAttends: stated('Kraven för diplomering: alla medarbetare deltar, ledningen inräknad.'),
  course: SILENT,
  reflection: SILENT,
  group: SILENT,
  prerequisite: SILENT,
  plan: stated('Kraven för diplomering: en handlingsplan för det fortsatta arbetet.'),
  'plan.opens': stated('Avsnittet om upplägg: 8 till 12 veckor efter den sista träffen.'),
  'plan.due': stated('Avsnittet om upplägg: 8 till 12 veckor efter den sista träffen.'),
  'plan.areas': SILENT,
  presentation: stated('Kraven för diplomering: planen redovisas vid slutpresentationen, där diplomet också delas ut.'),
  diploma: stated('Avsnittet om upplägg: verksamheten diplomeras.'),
  certifyAutomatically: assumed(
    'Slutpresentationen ger diplomet om allt annat är klart då. Annars sätter koordinatorn diplomdatum.',
  ),
  validity: stated('Avsnittet om uppföljning: diplomet gäller i tre år.'),
  refresher: assumed(
    'Avsnittet om uppföljning kräver en halv dags påfyllnad men säger inte av hur många eller när. Vi kräver samma andel som för närvaron, under de sista sex månaderna eller senare.',
  ),
  'catchUp.within': SHARED_ASSUMPTIONS['catchUp.within'],
  survey: assumed(
    'Avsnittet om uppföljning: enkät efter sex månader till alla som deltog. Att den är öppen i tre veckor är vårt antagande.',
  ),
  contact: stated('Avsnittet om uppföljning: kontakt med chefen efter ett och ett halvt år.'),
  planRevision: stated('Avsnittet om uppföljning: chefen ser över planen varje år.'),
  'followUp.first': SILENT,
  'followUp.every': SILENT,
  recorded: stated('Avsnittet om upplägg: utvecklingsuppgiften mellan träffarna.'),
};
