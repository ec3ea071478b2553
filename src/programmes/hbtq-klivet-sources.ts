/** Hbtq-klivet, Västra Götalandsregionen: what its text says that no computation needs, and where each value comes from. */
import type { ProgrammeNote, RulePath, RuleSource } from '../domain/rules.ts';
import { assumed, SILENT, stated } from './source.ts';

export const HBTQ_KLIVET_NOTES: readonly ProgrammeNote[] = [
  {
    heading: 'Vem det är för',
    text: 'Verksamheter som diplomerades före 2017. Klivet ersätter deras tidigare uppföljningar.',
    source: stated('Inledningen och avsnittet om vad klivet är.'),
  },
  {
    heading: 'Material',
    text: 'Verksamheten hör av sig när det är dags, och får då materialet.',
    source: stated('Avsnittet om kontakt.'),
  },
  {
    heading: 'Återkoppling',
    text: 'Verksamheten får skicka in planen för återkoppling. Det är frivilligt; planen finns när chefen säger att den är klar.',
    source: stated('Avsnittet om återkoppling.'),
  },
  {
    heading: 'Självreflektion',
    text: 'Varje medarbetare får tid att reflektera för sig själv. Inget skickas in. Chefen bekräftar ett datum då alla har haft tid.',
    source: assumed(
      'Avsnittet om självreflektion ger alla möjlighet men säger inte hur det bekräftas. Vi tar ett datum från chefen.',
    ),
  },
];

export const HBTQ_KLIVET_SOURCES: Readonly<Record<RulePath, RuleSource>> = {
  from: assumed('Klivet är för diplom från före 2017. Vi räknar med att reglerna gäller från 2017.'),
  sessions: stated('Klivet räknar upp sina delar, och träffar hör inte till dem.'),
  'attendance.share': SILENT,
  'attendance.count': SILENT,
  'attendance.headCount': SILENT,
  'attendance.catchUpCounts': SILENT,
  managerAttends: stated('Chefen deltar genom att vara med i gruppen.'),
  course: stated('Delen om Normino: varje medarbetare går webbutbildningen.'),
  reflection: stated('Delen om självreflektion: varje medarbetare får möjlighet att reflektera på egen hand.'),
  group: stated('Delen om gruppen: 3 till 5 personer, chefen inräknad.'),
  prerequisite: stated('Förutsättningen: all personal har en diplomering eller en catch-up.'),
  plan: stated('Delen om utvecklingsplan: verksamheten skriver en färdig plan.'),
  'plan.opens': SILENT,
  'plan.due': assumed('Texten har ingen sista dag för planen. Koordinatorn kan sätta en för varje verksamhet.'),
  'plan.areas': stated('Delen om utvecklingsplan: kunskap/kompetens, bemötande och arbetsmiljö.'),
  presentation: SILENT,
  diploma: stated('Klivet är en fortsättning på ett diplom och ger inget nytt.'),
  certifyAutomatically: assumed('Omgången är genomförd den dag då det sista kravet uppfylls.'),
  validity: SILENT,
  refresher: SILENT,
  'catchUp.within': stated(
    'Den som saknar diplomering och catch-up hindrar klivet. Efter klivet har verksamheten sin egen ordning.',
  ),
  survey: SILENT,
  contact: SILENT,
  planRevision: stated('Verksamheten sätter sin egen ordning för uppföljning.'),
  'followUp.first': stated('Klivet ersätter de tidigare uppföljningarna.'),
  'followUp.every': stated('Klivet ersätter de tidigare uppföljningarna.'),
  recorded: SILENT,
};
