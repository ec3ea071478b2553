/** Rows that have come to hold something get their tick boxes and computed cells; an empty row has none, so that it stays empty. */
import { FIRST_DATA_ROW, type TabKey } from '../workbook/tab.ts';
import type { Ports } from './ports.ts';
import type { LastRows } from './register.ts';

/** The same object when no row is new. The formulas name their own row, so it does no harm when a person sorts meanwhile. */
export function decorateNewRows(
  ports: Ports,
  decorated: Readonly<Record<string, number>>,
  lastRows: LastRows,
): Readonly<Record<string, number>> {
  const next: Record<string, number> = { ...decorated };
  let changed = false;
  for (const key of Object.keys(lastRows) as TabKey[]) {
    const last = lastRows[key] ?? 0;
    const done = decorated[key] ?? FIRST_DATA_ROW - 1;
    if (last <= done) continue;
    ports.workbook.decorate(key, done + 1, last);
    next[key] = last;
    changed = true;
  }
  return changed ? next : decorated;
}
