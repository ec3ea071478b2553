/** The tab Start as a block: what needs a person today, the next fourteen days, waiting mail, and when the last nightly run was. */
import { type Day, formatDay } from '../domain/calendar.ts';
import { STATUSES } from '../domain/decision.ts';
import { dayOfStamp, formatStamp } from '../domain/mail-times.ts';
import { statusLabel } from '../domain/text.ts';
import type { DigestGroup } from '../messages/index.ts';
import { safeCell } from '../workbook/index.ts';
import { isDecision } from './advance.ts';
import { digestItems } from './digest.ts';
import type { FullRun } from './full-run.ts';
import type { Cell } from './ports.ts';

/** Rows that the block always covers, so that yesterday's last lines do not stay. */
const ROWS = 150;

const SECTIONS: Readonly<Record<DigestGroup, string>> = {
  unsure: 'Osäkert utskick',
  failed: 'Utskick utan adress',
  overdue: 'Försenat',
  decide: 'Att besluta',
  due: 'Att göra nu',
  fault: 'Går inte att läsa',
  coming: 'De närmaste 14 dagarna',
};
const ORDER: readonly DigestGroup[] = ['unsure', 'failed', 'overdue', 'decide', 'due', 'fault', 'coming'];
const WHERE: Readonly<Record<DigestGroup, string>> = {
  unsure: 'Utskick',
  failed: 'Verksamheter',
  overdue: 'Verksamheter',
  decide: 'Verksamheter',
  due: 'Uppföljning',
  fault: 'Hälsokoll',
  coming: 'Verksamheter',
};

export function startRows(run: FullRun, today: Day): Cell[][] {
  const rows: Cell[][] = [];
  const add = (section: string, on: Day | null, unit: string, text: string, where = ''): void => {
    rows.push([section, on === null ? '' : formatDay(on), safeCell(unit), safeCell(text), where]);
  };
  const night = run.head.lastNightly;
  const late = night === null || dayOfStamp(night) < today - 1;
  add(
    late ? 'Varning' : 'Senaste nattkörning',
    null,
    '',
    night === null
      ? 'Nattkörningen har inte gått än. Den går mellan 04 och 05.'
      : `${late ? 'Nattkörningen är sen. Kontrollera att kontot som installerade finns kvar. ' : ''}Senast ${formatStamp(night).replace('T', ' kl. ')}.`,
  );
  if (run.settings.dryRun) add('Torrkörning', null, '', 'Inga utskick lämnar arbetsboken.', 'Inställningar');
  for (const one of run.head.unmatched)
    add('Svar utan verksamhet', one.on, '', `Formuläret ${one.form}: ${one.problem}`);
  const items = digestItems(run, today);
  for (const group of ORDER) {
    for (const item of items.filter((one) => one.group === group)) {
      add(SECTIONS[group], item.day, item.about, item.text, WHERE[group]);
    }
  }
  for (const state of run.states.values()) {
    for (const mail of state.mails) {
      if (mail.state === 'queued') {
        add('Lämnar snart', dayOfStamp(mail.after), state.facts.unit, `Utskick: ${mail.kind}`, 'Utskick');
      }
    }
  }
  for (const status of STATUSES) {
    const count = [...run.states.values()].filter(
      ({ decision }) => isDecision(decision) && decision.status === status,
    ).length;
    if (count > 0) add('Nyckeltal', null, '', `${statusLabel(status)}: ${count}`);
  }
  while (rows.length < ROWS) rows.push(['', '', '', '', '']);
  return rows.slice(0, ROWS);
}
