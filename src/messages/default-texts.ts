/** What mail says and how it looks, before anybody has edited a text. Data alone: the build keeps it beside the bundle, since few executions need it. */
import type { ChangeablePath } from '../domain/rules.ts';
import type { DefaultText, TemplateKind } from './texts.ts';
import * as after from './texts-after.ts';
import * as goals from './texts-goals.ts';
import * as start from './texts-start.ts';

export { TIME_ZONE } from './calendar-zone.ts';
export { LETTER_PAGE, LETTER_STYLES } from './letter-look.ts';

/** What a programme may ask for, as a manager reads it. */
export const REQUIREMENTS = {
  prerequisite: 'Alla medarbetare har ett tidigare diplom eller har gjort {{catch-up}}.',
  group: 'En grupp på {{minst}} till {{högst}} personer samordnar arbetet.',
  'group-with-manager':
    'En grupp på {{minst}} till {{högst}} personer samordnar arbetet, och du som chef är med i den.',
  attendance: 'Minst {{andel}} av medarbetarna har varit med på {{räknade träffar}}.',
  manager: 'Du som chef har varit med på {{träffarna}}.',
  course: 'Alla medarbetare har gjort {{webbutbildningen}}.',
  'reflection-unit': 'Alla medarbetare har fått tid för självreflektion.',
  'reflection-each-person': 'Alla medarbetare har gjort och skickat in en reflektionsuppgift.',
  plan: 'Ni har tagit fram en {{plan}}.',
  'plan-sent': 'Ni har tagit fram en {{plan}} och skickat den till oss.',
  'plan-areas': '{{Planen}} tar upp {{områden}}.',
  presentation: 'Ni har presenterat {{planen}} vid slutpresentationen.',
};

/** What the manager does where the attendance is not enough: sessions are over, sessions are left, catch-up counts for nothing. */
export const CATCH_UP_TO_DO = {
  enough: 'Se till att minst {{antal}} medarbetare gör {{catch-up}}. Då är kravet uppfyllt.',
  early: 'Se till att minst {{antal}} medarbetare gör {{catch-up}}, och att ingen fler missar de träffar som är kvar.',
  ask: 'Hör av dig till oss, så går vi igenom hur ni kan komma vidare.',
};

/** What a diploma may need so that the unit keeps it. */
export const SUPPLEMENTS = {
  late: 'Tiden för nyanställda och andra att göra {{catch-up}} har gått ut.',
  missed: 'Ni har missat en uppföljning. Hör av dig till oss, så bestämmer vi en ny tid.',
};

/** What an admission says of the times where none is set. */
export const TIMES_TO_COME =
  'Nästa steg är att vi bestämmer tider för träffarna tillsammans med dig. Varje tid får du i ett mejl med en kalenderfil.';

/** What a receipt calls the form, and what happens next. */
export const RECEIPTS = {
  interest: {
    name: 'din intresseanmälan',
    next: 'Vi läser anmälan och återkommer med besked. Du behöver inte göra något nu.',
  },
  'staff-change': {
    name: 'din personaländring',
    next: 'Vi uppdaterar listan över medarbetare. Du behöver inte göra något mer.',
  },
  plan: { name: 'er plan', next: 'Vi läser planen och hör av oss om något saknas. Du behöver inte göra något nu.' },
  reflection: {
    name: 'din reflektion',
    next: 'Nu är den delen klar för dig. I registret antecknar vi bara att du har skickat in den, inte vad du har skrivit.',
  },
};

/** What a mail calls each rule, and what stands for no value. */
export const RULES: Readonly<Record<ChangeablePath, readonly [label: string, none: string]>> = {
  'attendance.share': ['Andel av medarbetarna som ska ha varit med', 'ingen'],
  'attendance.count': ['Så räknas närvaron', 'inte alls'],
  'attendance.headCount': ['Dag då vi räknar hur många ni är', 'ingen'],
  'attendance.catchUpCounts': ['Den som tar igen det som hen har missat räknas som närvarande', 'nej'],
  'plan.opens': ['Första dagen för planen, räknat från den sista träffen', 'ingen'],
  'plan.due': ['Sista dagen för planen, räknat från den sista träffen', 'ingen'],
  validity: ['Tid som diplomet gäller', 'utan slut'],
  'catchUp.within': ['Tid för nyanställda att ta igen utbildningen', 'inget krav'],
  'followUp.every': ['Tid mellan uppföljningarna', 'inga fler uppföljningar'],
  certifyAutomatically: ['Ni blir klara så snart alla krav är uppfyllda, utan särskilt beslut', 'nej'],
};

export const RULE_VALUES: Readonly<Record<string, string>> = {
  'same-people': 'de som har varit med på alla träffar',
  'each-session': 'den träff där färst var med',
  'first-session': 'den första träffen',
  'last-session': 'den sista träffen',
  decision: 'diplomdagen',
  true: 'ja',
  false: 'nej',
};

export const DEFAULT_TEXTS: Readonly<Record<TemplateKind, DefaultText>> = {
  receipt: start.RECEIPT,
  admitted: start.ADMITTED,
  waitlisted: start.WAITLISTED,
  declined: start.DECLINED,
  'occasion-set': start.OCCASION_SET,
  'occasion-moved': start.OCCASION_MOVED,
  'occasion-cancelled': start.OCCASION_CANCELLED,
  material: start.MATERIAL,
  'attendance-met': goals.ATTENDANCE_MET,
  'attendance-lost': goals.ATTENDANCE_LOST,
  'attendance-unreachable': goals.ATTENDANCE_UNREACHABLE,
  'plan-set': goals.PLAN_SET,
  'plan-open': goals.PLAN_OPEN,
  'plan-due-soon': goals.PLAN_DUE_SOON,
  'plan-overdue': goals.PLAN_OVERDUE,
  'plan-moved': goals.PLAN_MOVED,
  'plan-feedback': goals.PLAN_FEEDBACK,
  'requirements-met': goals.REQUIREMENTS_MET,
  certified: goals.CERTIFIED,
  completed: goals.COMPLETED,
  'survey-open': after.SURVEY_OPEN,
  'survey-low': after.SURVEY_LOW,
  'plan-revision': after.PLAN_REVISION,
  'follow-up': after.FOLLOW_UP,
  supplement: after.SUPPLEMENT,
  'expiry-180': after.EXPIRY_180,
  'expiry-90': after.EXPIRY_90,
  'expiry-30': after.EXPIRY_30,
  expired: after.EXPIRED,
  'rules-changed': after.RULES_CHANGED,
};
