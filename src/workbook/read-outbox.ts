import { MAIL_ACTION_CHOICES, MAIL_KIND_CHOICES, MAIL_STATE_CHOICES } from './choices.ts';
import { collect, type Reading } from './reading.ts';
import type { Cell, MailAction, MailState, OutboxRow } from './records.ts';
import { boolean, choice, moment, openTable, raw, text } from './table.ts';
import { OUTBOX_TAB } from './tabs/outbox.ts';

const ACTIONS: readonly MailAction[] = ['hold', 'release', 'stop', 'send-now', 'sent-otherwise', 'send-again'];
const STATES: readonly MailState[] = ['queued', 'held', 'sent', 'withdrawn', 'unsure'];

/** The rows of Utskick, with what a person has chosen in Åtgärd. @param values the tab from row 1 on */
export function readOutbox(values: readonly (readonly Cell[])[]): Reading<OutboxRow> {
  const table = openTable(OUTBOX_TAB, values);
  const id = raw(table, 'id');
  const action = choice(table, 'action', MAIL_ACTION_CHOICES);
  const at = moment(table, 'at');
  const unit = raw(table, 'unit');
  const to = raw(table, 'to');
  const kind = choice(table, 'kind', MAIL_KIND_CHOICES);
  const kinds = raw(table, 'kinds');
  const subject = raw(table, 'subject');
  const body = text(table, 'text');
  const state = choice(table, 'state', MAIL_STATE_CHOICES);
  const leaves = moment(table, 'leaves');
  const sentAt = moment(table, 'sentAt');
  const late = boolean(table, 'late');
  const why = raw(table, 'why');
  const mailKey = raw(table, 'mailKey');
  return collect(table, (cells, row) => {
    const chosen = action(cells, row);
    const itsState = state(cells, row);
    return {
      row,
      id: id(cells, row).trim(),
      action: ACTIONS.find((one) => one === chosen) ?? null,
      at: at(cells, row),
      unit: unit(cells, row),
      to: to(cells, row),
      kind: kind(cells, row) ?? '',
      kinds: kinds(cells, row)
        .split(/[,\s]+/)
        .filter((one) => one !== ''),
      subject: subject(cells, row),
      text: body(cells, row),
      state: STATES.find((one) => one === itsState) ?? null,
      leaves: leaves(cells, row),
      sentAt: sentAt(cells, row),
      late: late(cells, row),
      why: why(cells, row),
      mailKey: mailKey(cells, row),
    };
  });
}
