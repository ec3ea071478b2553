/** The journal cannot be changed unseen: whatever somebody does to its rows, the health check names it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { letters, TabView } from '../../scripts/scenario/tab-view.ts';
import { workbookWith } from '../pages/stage.ts';

const unit = 'Biblioteket';
const told = await workbookWith([
  { interest: { unit, staff: 2, managerName: 'Kim Ek', managerEmail: 'kim@example.org' } },
  { decide: { unit, decision: 'admit' } },
  { people: { unit, add: [{ email: 'kim@example.org' }, { email: 'lo@example.org' }] } },
  { occasion: { unit, session: 1, starts: '2025-09-10T13:00' } },
  { advance: '2025-09-02T06:00' },
]);
const begin = told.snapshot();
beforeEach(() => told.restore(begin));

const HEADING_ROWS = 2;
const journal = (): TabView => new TabView(told, 'Händelser');
const lastRow = (): number => journal().rows('commit').length + HEADING_ROWS;
/** Types over what an event consists of, which lies in a hidden column. */
const overwrite = (row: number, text: string): void => {
  told.paste({ sheet: 'Händelser', range: `${letters(journal().column('data1'))}${row}`, values: [[text]] });
};
/** By the health check's dialog. */
const faults = (): unknown => Object(told.call('healthView', []).value).faults;
const ADVICE = ' Hämta tillbaka fliken med Arkiv → Versionshistorik.';

describe('the health check of the journal', () => {
  it('finds nothing in what the product has written, also after more has happened and a second night', () => {
    expect(lastRow()).toBeGreaterThan(HEADING_ROWS + 4);
    expect(faults()).toEqual([]);
    told.edit({ sheet: 'Verksamheter', range: 'A3', value: 'x' });
    told.advance('2025-09-03T12:00');
    expect(faults()).toEqual([]);
  });

  it.each([true, false])('does not mind that somebody sorts the tab, descending: %s', (descending) => {
    told.sort({ sheet: 'Händelser', column: 1, descending });
    expect(faults()).toEqual([]);
  });

  it('names a row whose content somebody has changed', () => {
    const data = String(journal().get(HEADING_ROWS, 'data1'));
    expect(data).toContain('installed');
    overwrite(HEADING_ROWS + 1, data.replace('installed', 'begun'));
    expect(faults()).toEqual([{ where: 'Händelser A3', text: `Händelsen har ändrats efter att den skrevs.${ADVICE}` }]);
  });

  it('names the row after one that somebody has deleted', () => {
    told.deleteRows({ sheet: 'Händelser', at: HEADING_ROWS + 2, count: 1 });
    expect(faults()).toEqual([
      { where: `Händelser A${HEADING_ROWS + 2}`, text: `En händelse före den här saknas.${ADVICE}` },
    ]);
  });

  it('sees that the end has been cut off, which no row can tell', () => {
    told.deleteRows({ sheet: 'Händelser', at: lastRow(), count: 1 });
    expect(faults()).toEqual([{ where: 'Händelser A3', text: `Händelser som fanns i natt saknas.${ADVICE}` }]);
  });

  it('names a row that can no longer be read', () => {
    overwrite(HEADING_ROWS + 1, 'borta');
    expect(faults()).toEqual([{ where: 'Händelser A3', text: `Händelsen kan inte läsas.${ADVICE}` }]);
  });
});
