/** The tab Start as a block: what needs a person today, the next fourteen days, waiting mail, key figures, and when the last nightly run was. */

import { addDuration, byDay, type Day, formatDay } from '../domain/calendar.ts';
import { STATUSES, type Status } from '../domain/decision.ts';
import { MAIL_LABELS } from '../domain/mail-kinds.ts';
import { dayOfStamp, formatStamp } from '../domain/mail-times.ts';
import { listInWords } from '../domain/swedish.ts';
import { statusLabel } from '../domain/text.ts';
import type { DigestGroup } from '../messages/index.ts';
import { SETTINGS_TAB, safeCell } from '../workbook/index.ts';
import { isDecision } from './advance.ts';
import { digestItems } from './digest.ts';
import type { FullRun } from './full-run.ts';
import type { Cell } from './ports.ts';
import { mayPurge, purgeText } from './purge.ts';
import { placesText, queueOf } from './queue.ts';
import type { Head, Unmatched } from './state-tab.ts';
import { FORM_NAMES } from './visible-events.ts';

/** Rows that the block always covers, so that yesterday's last lines do not stay. */
const ROWS = 150;
/** A longer part would push the next out of sight; the rest stands on the tab that the part names. */
const MOST_IN_PART = 30;

const GROUPS: readonly { readonly group: DigestGroup; readonly section: string; readonly where: string }[] = [
  { group: 'unsure', section: 'Osäkert utskick', where: 'Utskick' },
  { group: 'failed', section: 'Utskick utan adress', where: 'Verksamheter' },
  { group: 'overdue', section: 'Försenat', where: 'Verksamheter' },
  { group: 'decide', section: 'Att besluta', where: 'Verksamheter' },
  { group: 'due', section: 'Att göra nu', where: 'Uppföljning' },
  { group: 'fault', section: 'Går inte att läsa', where: 'Hälsokoll' },
  { group: 'coming', section: 'De närmaste 14 dagarna', where: 'Verksamheter' },
];

/** Answers that belong to nobody and that nobody has seen to. */
export const openAnswers = ({ unmatched }: Head): Unmatched[] => unmatched.filter(({ isDone }) => !isDone);

interface Line {
  readonly on?: Day | null;
  readonly unit?: string;
  readonly text: string;
}

const inOrder = (lines: readonly Line[]): Line[] => [...lines].sort((one, other) => byDay(one.on, other.on));

function waitingMail(run: FullRun): Line[] {
  return [...run.states.values()].flatMap(({ mails, facts }) =>
    mails
      .filter((mail) => mail.state === 'queued')
      .map((mail) => ({
        on: dayOfStamp(mail.after),
        unit: facts.unit,
        text: MAIL_LABELS[mail.kind],
      })),
  );
}

function queue(run: FullRun): Line[] {
  return queueOf(run).map(({ round, number }) => ({
    on: round.interestOn,
    unit: round.unit,
    text: `Nummer ${number} i kön`,
  }));
}

function keyFigures(run: FullRun, today: Day): Line[] {
  const counts = new Map<string, number>();
  for (const { decision } of run.states.values()) {
    if (isDecision(decision)) counts.set(decision.status, (counts.get(decision.status) ?? 0) + 1);
  }
  const figures = STATUSES.flatMap((status) => {
    const count = counts.get(status);
    return count === undefined ? [] : [{ text: `${statusLabel(status)}: ${count}` }];
  });
  const { places } = run.settings;
  return places === null ? figures : [...figures, { text: placesText(run, places, today) }];
}

const CONFIRMS_STAFF: readonly Status[] = ['admitted', 'underway', 'planning', 'requirementsMet', 'certified'];
const MOST_NAMED = 5;

/** Units whose manager has not for half a year said that the list of staff is right; the day of the decision counts as the first time. */
function unconfirmedStaff(run: FullRun, today: Day): Line[] {
  const units = run.register.units.records.flatMap(({ id, unit, staffConfirmedOn, decisionOn, interestOn }) => {
    const decision = run.states.get(id)?.decision ?? null;
    const since = staffConfirmedOn ?? decisionOn ?? interestOn;
    const isAsked = isDecision(decision) && CONFIRMS_STAFF.includes(decision.status);
    return isAsked && since !== null && addDuration(since, 'P6M') < today ? [unit] : [];
  });
  if (units.length === 0) return [];
  const rest = units.length - MOST_NAMED;
  const named = rest > 0 ? [...units.slice(0, MOST_NAMED), `${rest} till`] : units;
  return [{ text: `Be chefen bekräfta personallistan. Det är mer än ett halvår sedan för ${listInWords(named)}.` }];
}

export function startRows(run: FullRun, today: Day): Cell[][] {
  const rows: Cell[][] = [];
  const add = (section: string, lines: readonly Line[], where = ''): void => {
    const rest = lines.length - MOST_IN_PART;
    const shown = rest > 0 ? [...lines.slice(0, MOST_IN_PART), { text: `… och ${rest} till.` }] : lines;
    for (const { on = null, unit = '', text } of shown)
      rows.push([section, on === null ? '' : formatDay(on), safeCell(unit), safeCell(text), where]);
  };
  const night = run.head.lastNightly;
  const last = night === null ? '' : `Senast ${formatStamp(night).replace('T', ' kl. ')}.`;
  const late = (night === null ? run.head.installedOn : dayOfStamp(night)) < today - 1;
  if (late)
    add('Varning', [{ text: `Nattkörningen är sen. Kontrollera att kontot som installerade finns kvar. ${last}` }]);
  add(
    'Svar att ta hand om',
    openAnswers(run.head).map(({ on, form, problem }) => ({ on, text: `${FORM_NAMES[form] ?? form}: ${problem}` })),
  );
  const items = digestItems(run, today);
  for (const { group, section, where } of GROUPS) {
    const lines = items
      .filter((item) => item.group === group)
      .map(({ day, about, text }) => ({ on: day, unit: about, text }));
    add(section, inOrder(lines), where);
    if (group === 'fault' && rows.length === 0) add('Att göra i dag', [{ text: 'Inget behöver göras i dag.' }]);
  }
  const old = purgeText(run.rounds.values(), run.states.values(), run.settings, today);
  const how = mayPurge(run.settings, today) ? 'Välj Diplomering → Gallra.' : 'Ett gallringsbeslut behövs.';
  add('Personallistor', unconfirmedStaff(run, today), 'Verksamheter');
  add('Gallring', old === '' ? [] : [{ text: `${old} ${how}` }], SETTINGS_TAB.name);
  if (run.settings.dryRun) add('Torrkörning', [{ text: 'Inga utskick lämnar arbetsboken.' }], SETTINGS_TAB.name);
  add(run.settings.dryRun ? 'Hålls av torrkörningen' : 'Utskick som väntar', inOrder(waitingMail(run)), 'Utskick');
  add('Kö', queue(run), 'Verksamheter');
  add('Nyckeltal', keyFigures(run, today));
  if (!late)
    add('Senaste nattkörning', [
      { text: last === '' ? 'Nattkörningen har inte gått än. Den går mellan 04 och 05.' : last },
    ]);
  while (rows.length < ROWS) rows.push(['', '', '', '', '']);
  return rows.slice(0, ROWS);
}
