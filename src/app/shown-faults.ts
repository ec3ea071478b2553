/** What the health check lists: kept in Läge's head, so that it can be shown without reading every tab. */
import { type Fault, TAB_NAMES } from '../workbook/index.ts';
import type { ShownFault } from './state-tab.ts';

/** The head is one cell: the first faults are enough to start mending. */
const MOST_FAULTS = 60;

const TABS: readonly string[] = Object.values(TAB_NAMES);

export const shownFault = ({ tabName, cell, text, level }: Fault): ShownFault => ({ tab: tabName, cell, text, level });

/** What must be mended before what is only worth a look, and then tab by tab; the order is the same whichever run has found them. */
export function listFaults(faults: readonly ShownFault[]): readonly ShownFault[] {
  return [...faults]
    .sort(
      (left, right) =>
        Number(left.level === 'remark') - Number(right.level === 'remark') ||
        TABS.indexOf(left.tab) - TABS.indexOf(right.tab),
    )
    .slice(0, MOST_FAULTS);
}

/** The list after an edit of Deltagare alone: what is known of the other tabs stays. The same object when nothing has changed. */
export function withPeopleFaults(known: readonly ShownFault[], people: readonly Fault[]): readonly ShownFault[] {
  const others = known.filter((fault) => fault.tab !== TAB_NAMES.people);
  const next = listFaults([...others, ...people.map(shownFault)]);
  return JSON.stringify(next) === JSON.stringify(known) ? known : next;
}
