/** A decision explained in plain Swedish. Sentences are made here, on demand, and nowhere in the evaluation. */

import { deadlineText } from './deadline-text.ts';
import type { Decision, NoRule, Requirement } from './decision.ts';
import { type Audience, requirementText } from './requirement-text.ts';
import type { Programme } from './rules.ts';
import { formatShare } from './share.ts';
import { dayInWords } from './swedish.ts';

export { deadlineText, dutyText } from './deadline-text.ts';
export {
  deadlineLabel,
  deadlineStateLabel,
  dutyLabel,
  requirementLabel,
  standingLabel,
  statusLabel,
} from './labels.ts';
export { type Audience, requirementText } from './requirement-text.ts';
export { dayInWords } from './swedish.ts';

const isNotMet = ({ state }: Requirement): boolean => state !== 'met';

/** Where the round stands and what is missing, in a few sentences. */
export function summaryText(decision: Decision, programme: Programme, audience: Audience): string {
  const doubt = decision.contradictedDiploma && audience === 'coordinator' ? CONTRADICTED : '';
  return [refusalText(decision), statusText(decision, programme, audience), doubt]
    .filter((text) => text !== '')
    .join(' ');
}

/** What a coordinator has to judge when facts are corrected after the unit has been told of its diploma. */
const CONTRADICTED =
  'Uppgifterna säger nu att kraven inte var uppfyllda den dagen. Beskedet står kvar. Rätta uppgifterna, ange skäl för undantag eller avsluta omgången.';

/** Why a diploma date is not accepted; empty where there is nothing to refuse. */
export function refusalText(decision: Decision): string {
  if (!decision.refusedDiploma) return '';
  return 'Diplomdatumet godtas inte: kraven var inte uppfyllda den dagen. Ändra datumet eller ange skäl för undantag.';
}

function statusText(decision: Decision, programme: Programme, audience: Audience): string {
  const { diploma } = decision;
  switch (decision.status) {
    case 'interested':
      return 'Intresseanmälan har kommit in. Beslut om plats är inte fattat.';
    case 'waitlisted':
      return 'Verksamheten står i kö till en plats.';
    case 'declined':
      return 'Verksamheten fick ingen plats den här gången.';
    case 'withdrawn':
      return 'Omgången är avbruten.';
    case 'admitted':
      return `Verksamheten är antagen. ${missingText(decision, programme, audience)}`;
    case 'underway':
    case 'planning':
      return missingText(decision, programme, audience);
    case 'requirementsMet':
      return `Alla krav är uppfyllda${decision.refusedDiploma ? ' i dag.' : '. Nu återstår att koordinatorn sätter diplomdatum.'}`;
    case 'completed':
      return `${programme.name} är genomfört sedan ${dayInWords(decision.judgedOn)}.`;
    case 'certified': {
      if (diploma === null) return '';
      const through =
        diploma.validThrough === null ? '' : ` Diplomet gäller till och med ${dayInWords(diploma.validThrough)}.`;
      const supplement = diploma.supplementNeeded ? ' Komplettering krävs.' : '';
      return `Verksamheten är diplomerad sedan ${dayInWords(diploma.on)}.${through}${supplement}`;
    }
    case 'expired':
      return diploma?.validThrough == null
        ? ''
        : `Diplomet gick ut ${dayInWords(diploma.validThrough)}. Det förnyas när personalen har gått påfyllnaden.`;
  }
}

function missingText(decision: Decision, programme: Programme, audience: Audience): string {
  return decision.requirements
    .filter(isNotMet)
    .map((requirement) => requirementText(requirement, decision, programme, audience))
    .join(' ');
}

/** The one thing that comes next, for the column "Nästa steg". */
export function nextStepText(decision: Decision, programme: Programme): string {
  if (decision.refusedDiploma) return 'Diplomdatumet godtas inte.';
  switch (decision.status) {
    case 'interested':
      return 'Besluta om plats.';
    case 'waitlisted':
      return 'Erbjud plats när det finns en.';
    case 'declined':
    case 'withdrawn':
    case 'completed':
      return '';
    case 'requirementsMet':
      return 'Sätt diplomdatum.';
    case 'admitted':
    case 'underway':
    case 'planning': {
      const first = decision.requirements.find(isNotMet);
      return first === undefined ? '' : requirementText(first, decision, programme, 'coordinator');
    }
    case 'certified':
    case 'expired': {
      const open = decision.deadlines.filter(({ state }) => state !== 'done' && state !== 'withdrawn');
      const next = open.reduce<(typeof open)[number] | null>(
        (best, one) => (best === null || one.due < best.due ? one : best),
        null,
      );
      return next === null ? '' : deadlineText(next, programme);
    }
  }
}

/** "16 av 20 (80 %)" for the column "Närvaro"; empty where the programme counts none. */
export function attendanceFigure(decision: Decision): string {
  const attendance = decision.requirements.find(({ id }) => id === 'attendance');
  if (attendance === undefined || attendance.of === 0) return '';
  return `${attendance.have} av ${attendance.of} (${formatShare(attendance.have, attendance.of)})`;
}

/** "Ingen regel gäller för Hbtq-klivet den 1 januari 2010." */
export function noRuleText({ noRuleInForce }: NoRule, programme: Programme): string {
  return `Ingen regel gäller för ${programme.name} den ${dayInWords(noRuleInForce.on)}.`;
}
