/** The default text of every kind of mail: one for all programmes, and one for each programme that has something of its own to say. */
import type { MailKind } from '../domain/mail-kinds.ts';
import * as after from './texts-after.ts';
import * as goals from './texts-goals.ts';
import * as start from './texts-start.ts';

/** The digest has no text to edit: it is the list of what needs a person. */
export type TemplateKind = Exclude<MailKind, 'digest'>;

export interface DefaultText {
  readonly subject: string;
  readonly body: string;
  /** By programme id; what is not there is as for all. */
  readonly programmes?: Readonly<Record<string, { readonly subject?: string; readonly body: string }>>;
}

function textOf(kind: TemplateKind): DefaultText {
  switch (kind) {
    case 'receipt':
      return start.RECEIPT;
    case 'admitted':
      return start.ADMITTED;
    case 'waitlisted':
      return start.WAITLISTED;
    case 'declined':
      return start.DECLINED;
    case 'occasion-set':
      return start.OCCASION_SET;
    case 'occasion-moved':
      return start.OCCASION_MOVED;
    case 'occasion-cancelled':
      return start.OCCASION_CANCELLED;
    case 'material':
      return start.MATERIAL;
    case 'attendance-met':
      return goals.ATTENDANCE_MET;
    case 'attendance-lost':
      return goals.ATTENDANCE_LOST;
    case 'attendance-unreachable':
      return goals.ATTENDANCE_UNREACHABLE;
    case 'plan-set':
      return goals.PLAN_SET;
    case 'plan-open':
      return goals.PLAN_OPEN;
    case 'plan-due-soon':
      return goals.PLAN_DUE_SOON;
    case 'plan-overdue':
      return goals.PLAN_OVERDUE;
    case 'plan-moved':
      return goals.PLAN_MOVED;
    case 'plan-feedback':
      return goals.PLAN_FEEDBACK;
    case 'requirements-met':
      return goals.REQUIREMENTS_MET;
    case 'certified':
      return goals.CERTIFIED;
    case 'completed':
      return goals.COMPLETED;
    case 'survey-open':
      return after.SURVEY_OPEN;
    case 'survey-low':
      return after.SURVEY_LOW;
    case 'plan-revision':
      return after.PLAN_REVISION;
    case 'follow-up':
      return after.FOLLOW_UP;
    case 'supplement':
      return after.SUPPLEMENT;
    case 'expiry-180':
      return after.EXPIRY_180;
    case 'expiry-90':
      return after.EXPIRY_90;
    case 'expiry-30':
      return after.EXPIRY_30;
    case 'expired':
      return after.EXPIRED;
    case 'rules-changed':
      return after.RULES_CHANGED;
  }
}

/** The text that a kind of mail has in a programme before anybody has edited it. */
export function defaultText(
  kind: TemplateKind,
  programme: string,
): { readonly subject: string; readonly body: string } {
  const { subject, body, programmes } = textOf(kind);
  const own = programmes?.[programme];
  return own === undefined ? { subject, body } : { subject: own.subject ?? subject, body: own.body };
}
