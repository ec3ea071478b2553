/** Hbtq-diplomering, Region Västerbotten: what its text says that no computation needs, and where each value comes from. */
import type { ProgrammeNote, RulePath, RuleSource } from '../domain/rules.ts';
import { assumed, SHARED_ASSUMPTIONS, SILENT, stated } from './source.ts';

export const VASTERBOTTEN_NOTES: readonly ProgrammeNote[] = [
  {
    heading: 'Vem det är för',
    text: 'Bibliotek i Västerbotten. Regionen står för lokal, lunch och fika, och det kostar inget att delta.',
    source: stated('Inledningen.'),
  },
  {
    heading: 'Tid',
    text: 'Fyra till sex månader. Ungefär 10 timmar för varje medarbetare och ytterligare 10 timmar för hbtq-gruppen.',
    source: stated('Avsnitten om tidsåtgång och upplägg.'),
  },
  {
    heading: 'Hbtq-gruppen',
    text: 'Verksamheten utser en grupp som får mer tid. Gruppen är inget krav för diplomet.',
    source: stated('Avsnittet om tidsåtgång.'),
  },
  {
    heading: 'Före den första träffen',
    text: 'Länkar och material till webbutbildningarna skickas i god tid.',
    source: stated('Avsnittet om webbutbildning.'),
  },
  {
    heading: 'Granskning',
    text: 'Verksamheten granskar sig själv innan planen skrivs. Granskningen antecknas men är inget krav för diplomet.',
    source: stated('Avsnittet om upplägg.'),
  },
  {
    heading: 'Före start',
    text: 'Chefen anmäler intresse. Gruppen har talat igenom beslutet, och det finns en plan för hur kränkningar hanteras. Finns det starkt motstånd kan tiden vara fel.',
    source: stated('Avsnittet om förberedelser.'),
  },
  {
    heading: 'Självskattning',
    text: 'Verksamheten kan skatta sig själv före och efter. Den delar ut och sammanställer skattningen själv.',
    source: stated('Avsnittet om förberedelser.'),
  },
  {
    heading: 'Efter diplomet',
    text: 'De som har deltagit erbjuds föreläsningar och nyhetsbrev.',
    source: stated('Avsnittet om uppföljning.'),
  },
];

export const VASTERBOTTEN_SOURCES: Readonly<Record<RulePath, RuleSource>> = {
  from: stated('Inledningen: satsningen på bibliotek görs under 2020.'),
  sessions: stated('Kraven för diplomering talar om båda träffarna.'),
  'attendance.share': stated('Kraven för diplomering: minst 90 % av medarbetarna på båda träffarna.'),
  'attendance.count': SHARED_ASSUMPTIONS['attendance.count'],
  'attendance.headCount': SHARED_ASSUMPTIONS['attendance.headCount'],
  'attendance.catchUpCounts': SHARED_ASSUMPTIONS['attendance.catchUpCounts'],
  managerAttends: stated('Kraven för diplomering: alla medarbetare deltar, ledningen inräknad.'),
  course: stated('Kraven för diplomering: alla medarbetare har gjort webbutbildningarna.'),
  reflection: stated('Kraven för diplomering: alla medarbetare har gjort och skickat in reflektionen.'),
  group: stated('Hbtq-gruppen nämns bara med sin tid. Den är inget krav.'),
  prerequisite: SILENT,
  plan: stated('Kraven för diplomering: en handlingsplan har skickats till Folkhälsoenheten.'),
  'plan.opens': SILENT,
  'plan.due': assumed('Texten har ingen sista dag för planen. Koordinatorn kan sätta en för varje verksamhet.'),
  'plan.areas': SILENT,
  presentation: SILENT,
  diploma: stated('Avsnittet om upplägg: verksamheten diplomeras.'),
  certifyAutomatically: SHARED_ASSUMPTIONS.certifyAutomatically,
  validity: SILENT,
  refresher: SILENT,
  'catchUp.within': SHARED_ASSUMPTIONS['catchUp.within'],
  survey: SILENT,
  contact: SILENT,
  planRevision: SILENT,
  'followUp.first': stated('Avsnittet om uppföljning: den första uppföljningen görs efter sex månader.'),
  'followUp.every': stated('Avsnittet om uppföljning: därefter vartannat år. Vi räknar från den första uppföljningen.'),
  recorded: stated('Avsnittet om upplägg: granskningen före handlingsplanen.'),
};
