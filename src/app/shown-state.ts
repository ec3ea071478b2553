/** A round's state in the words that the workbook shows: for Läge's columns, and through lookups for every tab and the side panel. */
import type { Decision, NoRuleInForce } from '../domain/decision.ts';
import type { Round } from '../domain/facts.ts';
import type { Programme } from '../domain/rules.ts';
import {
  attendanceFigure,
  deadlineText,
  dutyText,
  nextStepText,
  noRuleText,
  requirementText,
  standingLabel,
  summaryText,
} from '../domain/text.ts';

export interface ShownState {
  readonly status: string;
  readonly label: string;
  readonly summary: string;
  readonly nextStep: string;
  readonly attendance: string;
  readonly deadlines: string;
  /** `|e-post eller id=text|` one after the other: a formula in Deltagare finds the person's own. */
  readonly duties: string;
  /** Sentences by requirement id. */
  readonly requirements: Readonly<Record<string, string>>;
}

const NOTHING = { nextStep: '', attendance: '', deadlines: '', duties: '', requirements: {} };

/** A cell has an end: of a whole hospital's duties, the first ones. */
const LONGEST_DUTIES = 45_000;

function fitting(duties: readonly string[]): readonly string[] {
  let length = 0;
  const end = duties.findIndex((duty) => {
    length += duty.length + 1;
    return length > LONGEST_DUTIES;
  });
  return end < 0 ? duties : duties.slice(0, end);
}

export function shownState(decision: Decision | NoRuleInForce, round: Round, programme: Programme | null): ShownState {
  if (programme === null) {
    const summary = `Programmet ${round.programme} finns inte bland reglerna.`;
    return { status: '', label: 'Okänt program', summary, ...NOTHING };
  }
  if (!('status' in decision)) {
    return { status: '', label: 'Ingen regel gäller', summary: noRuleText(decision, programme), ...NOTHING };
  }
  const waits = decision.deadlines.filter(({ state }) => state !== 'done' && state !== 'withdrawn');
  const byPerson = new Map<string, string[]>();
  for (const duty of decision.duties) {
    const texts = byPerson.get(duty.personId) ?? [];
    texts.push(dutyText(duty, programme));
    byPerson.set(duty.personId, texts);
  }
  const duties = [...byPerson].map(([id, texts]) => `${id}=${texts.join(' ')}`);
  return {
    status: decision.status,
    label: standingLabel(decision),
    summary: summaryText(decision, programme, 'coordinator'),
    nextStep: nextStepText(decision, programme),
    attendance: attendanceFigure(decision),
    deadlines: waits.map((deadline) => deadlineText(deadline, programme)).join('\n'),
    duties: duties.length === 0 ? '' : `|${fitting(duties).join('|')}|`,
    requirements: Object.fromEntries(
      decision.requirements.map((one) => [one.id, requirementText(one, decision, programme, 'coordinator')]),
    ),
  };
}
