import { canonical } from '../domain/clean-text.ts';
import type { Reading } from './reading.ts';
import type { UnitRow } from './records.ts';

/**
 * A row that a person made by duplicating another one bears its id too. Where the copy has been made into something else (another unit,
 * programme or round), it loses the id and is treated as new; a copy that says the same stays and is named by `roundFacts`.
 * @param unitOf the unit that each id is known to belong to, so that the original keeps its id wherever it has been sorted
 */
export function separateCopies(reading: Reading<UnitRow>, unitOf: (id: string) => string | null): Reading<UnitRow> {
  const identity = (row: UnitRow): string => `${canonical(row.unit)}#${row.round}#${row.programme}`;
  const originals = new Map<string, UnitRow>();
  for (const row of reading.records) {
    if (row.id === '') continue;
    const known = unitOf(row.id);
    const first = originals.get(row.id);
    const isKnown = (one: UnitRow): boolean => known !== null && canonical(one.unit) === canonical(known);
    if (!first || (isKnown(row) && !isKnown(first))) originals.set(row.id, row);
  }
  const records = reading.records.map((row) => {
    const original = originals.get(row.id);
    return original && identity(original) !== identity(row) ? { ...row, id: '' } : row;
  });
  return { ...reading, records };
}
