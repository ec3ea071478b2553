/** What mail says and how it looks, before anybody has edited a text. Data alone: the build keeps it beside the bundle, since few executions need it. */
import type { DefaultText, TemplateKind } from './texts.ts';
import * as after from './texts-after.ts';
import * as goals from './texts-goals.ts';
import * as start from './texts-start.ts';

export { LETTER_PAGE, LETTER_STYLES } from './letter-look.ts';

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

export const DIGEST = {
  headings: {
    unsure: 'Osäkra mejl: skickades de?',
    failed: 'Mejl som inte kunde skickas',
    overdue: 'Försenat',
    decide: 'Väntar på beslut',
    due: 'Att göra nu',
    fault: 'Går inte att läsa i arbetsboken',
    coming: 'De närmaste fjorton dagarna',
  },
  intro: 'Det här behöver du eller en kollega ta hand om. Listan gäller',
  closing: 'Mer står på fliken Start i arbetsboken.',
  footer:
    'Du får mejlet för att du står som koordinator på fliken Inställningar. Det kommer bara de arbetsdagar då något behöver göras.',
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
