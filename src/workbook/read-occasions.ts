import { OCCASION_STATES } from '../domain/facts.ts';
import { OCCASION_STATE_CHOICES } from './choices.ts';
import { collect, type Reading } from './reading.ts';
import type { Cell, OccasionRow } from './records.ts';
import { boolean, choice, integer, moment, openTable, text } from './table.ts';
import { OCCASIONS_TAB } from './tabs/occasions.ts';

/** The rows of Tillfällen. @param values the tab from row 1 on */
export function readOccasions(values: readonly (readonly Cell[])[]): Reading<OccasionRow> {
  const table = openTable(OCCASIONS_TAB, values);
  const unit = text(table, 'unit');
  const round = integer(table, 'round', '2');
  const session = integer(table, 'session', '1');
  const label = text(table, 'label');
  const starts = moment(table, 'starts');
  const digital = boolean(table, 'digital');
  const place = text(table, 'place');
  const trainer = text(table, 'trainer');
  const state = choice(table, 'state', OCCASION_STATE_CHOICES);
  const attendanceComplete = boolean(table, 'attendanceComplete');
  const note = text(table, 'note');
  return collect(table, (cells, row) => {
    const itsState = state(cells, row);
    return {
      row,
      unit: unit(cells, row),
      round: round(cells, row) || null,
      session: session(cells, row),
      label: label(cells, row).toUpperCase(),
      starts: starts(cells, row),
      digital: digital(cells, row),
      place: place(cells, row),
      trainer: trainer(cells, row),
      state: OCCASION_STATES.find((one) => one === itsState) ?? 'planned',
      attendanceComplete: attendanceComplete(cells, row),
      note: note(cells, row),
    };
  });
}
