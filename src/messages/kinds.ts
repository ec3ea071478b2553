/** Which kinds of mail a programme's rules can give rise to. */
import { MAIL_KINDS } from '../domain/mail-kinds.ts';
import type { Programme, RuleVersion } from '../domain/rules.ts';
import type { TemplateKind } from './texts.ts';

function canCause(kind: TemplateKind, rules: RuleVersion): boolean {
  switch (kind) {
    case 'occasion-set':
    case 'occasion-moved':
    case 'occasion-cancelled':
      return rules.sessions > 0;
    case 'attendance-met':
    case 'attendance-lost':
    case 'attendance-unreachable':
      return rules.attendance !== null;
    case 'material':
      return rules.course;
    case 'plan-set':
    case 'plan-due-soon':
    case 'plan-overdue':
    case 'plan-moved':
      return rules.plan !== null;
    case 'plan-open':
      return rules.plan !== null && rules.plan.opens !== null;
    case 'plan-feedback':
      return rules.plan !== null && rules.plan.areas.length > 0;
    // Coordinators can change none of the rules of a programme without sessions and diploma.
    case 'rules-changed':
    case 'requirements-met':
    case 'certified':
      return rules.diploma !== 'completion';
    case 'completed':
      return rules.diploma === 'completion';
    case 'survey-open':
    case 'survey-low':
      return rules.survey !== null;
    case 'plan-revision':
      return rules.planRevision !== null;
    case 'follow-up':
      return rules.followUp !== null;
    case 'supplement':
      return rules.catchUp !== null || rules.followUp !== null;
    case 'expiry-180':
    case 'expiry-90':
    case 'expiry-30':
    case 'expired':
      return rules.validity !== null;
    default:
      return true;
  }
}

/** The kinds that any version of the programme's rules can cause, in the order a unit meets them; the digest belongs to no programme. */
export function kindsOf(programme: Programme): TemplateKind[] {
  const versions = programme.versions.flatMap((version) => ('repealed' in version ? [] : [version]));
  return MAIL_KINDS.filter(
    (kind): kind is TemplateKind => kind !== 'digest' && versions.some((rules) => canCause(kind, rules)),
  );
}
