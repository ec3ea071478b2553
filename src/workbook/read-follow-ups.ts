import { FOLLOW_UP_KINDS } from '../domain/facts.ts';
import { FOLLOW_UP_CHOICES } from './choices.ts';
import { collect, type Reading } from './reading.ts';
import type { Cell, FollowUpRow } from './records.ts';
import { boolean, choice, day, integer, openTable, text } from './table.ts';
import { FOLLOW_UPS_TAB } from './tabs/follow-ups.ts';

/** The rows of Uppföljning. @param values the tab from row 1 on */
export function readFollowUps(values: readonly (readonly Cell[])[]): Reading<FollowUpRow> {
  const table = openTable(FOLLOW_UPS_TAB, values);
  const unit = text(table, 'unit');
  const round = integer(table, 'round', '2');
  const kind = choice(table, 'kind', FOLLOW_UP_CHOICES);
  const on = day(table, 'on');
  const missed = boolean(table, 'missed');
  const note = text(table, 'note');
  return collect(table, (cells, row) => {
    const code = kind(cells, row);
    return {
      row,
      unit: unit(cells, row),
      round: round(cells, row) || null,
      kind: FOLLOW_UP_KINDS.find((one) => one === code) ?? null,
      on: on(cells, row),
      missed: missed(cells, row),
      note: note(cells, row),
    };
  });
}
