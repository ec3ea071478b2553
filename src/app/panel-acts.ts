/** What a coordinator can do from the side panel: each act is a few cells of the unit's row, as she would have typed them there. */
import { type Day, formatDay } from '../domain/calendar.ts';
import { type Decision, ON_THE_WAY, type RequirementId, type Status } from '../domain/decision.ts';
import type { Programme } from '../domain/rules.ts';
import {
  DECISION_CHOICES,
  DECISION_REASON_CHOICES,
  EXTENSION_REASON_CHOICES,
  OVERRIDE_REASON_CHOICES,
  PLAN_AREA_CHOICES,
  textForTextCell,
  WITHDRAWAL_REASON_CHOICES,
} from '../workbook/index.ts';
import { readDay } from '../workbook/read-date.ts';
import type { Cell } from './ports.ts';

/** One question of an act. The key is the column that the answer goes to. */
export interface ActField {
  readonly key: string;
  readonly label: string;
  readonly type: 'date' | 'choice' | 'choices' | 'text';
  /** Labels as the column's drop-down has them. */
  readonly choices: readonly string[];
  readonly value: string;
  readonly required: boolean;
}

export interface Act {
  readonly key: 'decide' | 'plan' | 'extend' | 'certify' | 'withdraw';
  readonly label: string;
  readonly button: string;
  readonly fields: readonly ActField[];
}

const DEADLINE_COLUMNS = { plan: 'planDue', survey: 'surveyDue', 'catch-up': 'catchUpDue' } as const;
type Extendable = keyof typeof DEADLINE_COLUMNS;
const DEADLINE_LABELS: Readonly<Record<Extendable, string>> = {
  plan: 'Planen',
  survey: 'Enkäten',
  'catch-up': 'Catch-up',
};
const EXTENDABLE: readonly Extendable[] = ['plan', 'survey', 'catch-up'];

const ENDED: readonly Status[] = ['withdrawn', 'declined'];

const date = (key: string, label: string, value: Day | null): ActField => ({
  key,
  label,
  type: 'date',
  choices: [],
  value: value === null ? '' : formatDay(value),
  required: true,
});

const choice = (
  key: string,
  label: string,
  from: readonly { readonly label: string }[],
  required: boolean,
): ActField => {
  const choices = from.map((one) => one.label);
  return {
    key,
    label,
    type: 'choice',
    choices,
    value: required && choices.length === 1 ? (choices[0] ?? '') : '',
    required,
  };
};

const isUnmet = ({ requirements }: Decision, asked: RequirementId): boolean =>
  requirements.some(({ id, state }) => id === asked && state !== 'met');

function planAct(decision: Decision, today: Day): Act | null {
  if (!isUnmet(decision, 'plan')) return null;
  const areas: ActField[] = decision.requirements.some(({ id }) => id === 'plan-areas')
    ? [{ ...choice('planAreas', 'Planens områden', PLAN_AREA_CHOICES, false), type: 'choices' }]
    : [];
  const link: ActField = {
    key: 'planLink',
    label: 'Länk till planen',
    type: 'text',
    choices: [],
    value: '',
    required: false,
  };
  return {
    key: 'plan',
    label: 'Registrera planen',
    button: 'Registrera',
    fields: [date('planOn', 'Planen kom in', today), ...areas, link],
  };
}

function extendAct(decision: Decision): Act | null {
  const open = EXTENDABLE.filter(
    (kind) =>
      decision.deadlines.some((one) => one.kind === kind && one.state !== 'done' && one.state !== 'withdrawn') ||
      (kind === 'plan' && ON_THE_WAY.includes(decision.status) && isUnmet(decision, 'plan')),
  );
  if (open.length === 0) return null;
  const which = open.map((kind) => ({ label: DEADLINE_LABELS[kind] }));
  return {
    key: 'extend',
    label: 'Flytta en sista dag',
    button: 'Flytta',
    fields: [
      choice('deadline', 'Vad gäller det?', which, true),
      date('due', 'Ny sista dag', null),
      choice('extensionReason', 'Skäl', EXTENSION_REASON_CHOICES, true),
    ],
  };
}

/** The acts that make sense for a round as it stands. */
export function actsFor(decision: Decision, programme: Programme, today: Day): readonly Act[] {
  const { status } = decision;
  const acts: (Act | null)[] = [];
  if (status === 'interested' || status === 'waitlisted' || status === 'declined') {
    acts.push({
      key: 'decide',
      label: 'Besluta om anmälan',
      button: 'Spara beslutet',
      fields: [
        { ...choice('decision', 'Beslut', DECISION_CHOICES, true), value: DECISION_CHOICES[0].label },
        date('decisionOn', 'Beslutsdatum', today),
        choice('decisionReason', 'Skäl', DECISION_REASON_CHOICES, false),
      ],
    });
  }
  if (ON_THE_WAY.includes(status)) acts.push(planAct(decision, today));
  if (!ENDED.includes(status)) acts.push(extendAct(decision));
  const rules = programme.versions.find((version) => version.from === decision.ruleVersion);
  const givesDiploma = rules !== undefined && 'diploma' in rules && rules.diploma !== 'completion';
  if (ON_THE_WAY.includes(status) && status !== 'admitted' && givesDiploma) {
    const reason = choice('overrideReason', 'Skäl för undantag', OVERRIDE_REASON_CHOICES, true);
    acts.push({
      key: 'certify',
      label: 'Sätt diplomdatum',
      button: 'Diplomera',
      fields: [date('diplomaOn', 'Diplomdatum', today), ...(status === 'requirementsMet' ? [] : [reason])],
    });
  }
  if (!ENDED.includes(status)) {
    acts.push({
      key: 'withdraw',
      label: 'Avbryt omgången',
      button: 'Avbryt omgången',
      fields: [
        date('withdrawnOn', 'Avbröts den', today),
        choice('withdrawnReason', 'Skäl', WITHDRAWAL_REASON_CHOICES, true),
      ],
    });
  }
  return acts.filter((act) => act !== null);
}

/** One answer as a cell, or what is wrong with it. */
function cellOf(field: ActField, text: string, today: Day): { readonly cell: Cell } | { readonly problem: string } {
  if (text === '') return field.required ? { problem: `${field.label}: fyll i ett svar.` } : { cell: '' };
  if (field.type === 'text') return { cell: textForTextCell(text) };
  if (field.type === 'date') {
    const day = readDay(text);
    if (day === undefined || day === null) return { problem: `${field.label}: skriv ett datum som 2025-10-06.` };
    return day > today && field.key !== 'due'
      ? { problem: `${field.label}: datumet ligger i framtiden.` }
      : { cell: formatDay(day) };
  }
  const parts = field.type === 'choices' ? text.split(', ') : [text];
  return parts.every((part) => field.choices.includes(part))
    ? { cell: text }
    : { problem: `${field.label}: välj något i listan.` };
}

/**
 * The cells that an act writes, by column key, or the first thing that is wrong with the answers. Answers left empty write nothing.
 * @param given what the page sent, by the fields' keys: nothing in it is trusted
 */
export function cellsOfAct(
  act: Act,
  given: Readonly<Record<string, unknown>>,
  today: Day,
): { readonly cells: Readonly<Record<string, Cell>> } | { readonly problem: string } {
  const cells: Record<string, Cell> = {};
  for (const field of act.fields) {
    const answer = given[field.key];
    const read = cellOf(field, typeof answer === 'string' ? answer.trim() : '', today);
    if ('problem' in read) return read;
    if (read.cell !== '') cells[field.key] = read.cell;
  }
  const { deadline, due, ...rest } = cells;
  const kind = EXTENDABLE.find((one) => DEADLINE_LABELS[one] === deadline);
  return kind === undefined || due === undefined ? { cells } : { cells: { ...rest, [DEADLINE_COLUMNS[kind]]: due } };
}
