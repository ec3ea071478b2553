/** What codes are called on the screen. */
import type { DeadlineKind, DeadlineState, Decision, DutyKind, RequirementId, Status } from './decision.ts';

const STATUS_LABELS: Record<Status, string> = {
  interested: 'Intresseanmäld',
  waitlisted: 'I kö',
  declined: 'Avböjd',
  admitted: 'Antagen',
  underway: 'Pågår',
  planning: 'Handlingsplan pågår',
  requirementsMet: 'Krav uppfyllda',
  certified: 'Diplomerad',
  completed: 'Genomförd',
  expired: 'Utgången',
  withdrawn: 'Avbruten',
};

export const REQUIREMENT_LABELS: Record<RequirementId, string> = {
  attendance: 'Närvaro',
  manager: 'Chefens deltagande',
  course: 'Webbutbildning',
  reflection: 'Reflektion',
  plan: 'Plan',
  'plan-areas': 'Planens områden',
  presentation: 'Slutpresentation',
  group: 'Grupp',
  prerequisite: 'Tidigare diplomering',
};

export const DEADLINE_LABELS: Record<DeadlineKind, string> = {
  plan: 'Plan',
  survey: 'Uppföljningsenkät',
  contact: 'Kontakt med chefen',
  'plan-revision': 'Översyn av planen',
  'follow-up': 'Uppföljning',
  expiry: 'Diplomet går ut',
  'catch-up': 'Utbildning för nyanställda',
};

const DEADLINE_STATE_LABELS: Record<DeadlineState, string> = {
  upcoming: 'kommande',
  due: 'i dag',
  overdue: 'försenad',
  done: 'klar',
  withdrawn: 'gäller inte längre',
};

const DUTY_LABELS: Record<DutyKind, string> = {
  attendance: 'utbildningsträff',
  'catch-up': 'catch-up',
  course: 'webbutbildning',
  reflection: 'reflektion',
  refresher: 'påfyllnad',
};

export const statusLabel = (status: Status): string => STATUS_LABELS[status];
/** The status as the workbook shows it: what somebody owes after the diploma stands beside it, and the diploma stays. */
export const standingLabel = ({ status, diploma }: Pick<Decision, 'status' | 'diploma'>): string =>
  diploma?.supplementNeeded ? `${statusLabel(status)} – komplettering krävs` : statusLabel(status);
export const requirementLabel = (id: RequirementId): string => REQUIREMENT_LABELS[id];
export const deadlineLabel = (kind: DeadlineKind): string => DEADLINE_LABELS[kind];
export const deadlineStateLabel = (state: DeadlineState): string => DEADLINE_STATE_LABELS[state];
export const dutyLabel = (kind: DutyKind): string => DUTY_LABELS[kind];
