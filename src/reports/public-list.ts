/** The public list of units with a valid diploma: name, type, date, valid through, and nothing else. */
import { type Day, formatDay } from '../domain/calendar.ts';
import type { Status } from '../domain/decision.ts';
import { dayInWords } from '../domain/text.ts';
import { escapeHtml } from './html.ts';

export interface ListedUnit {
  readonly unit: string;
  readonly unitType: string;
  readonly programmeName: string;
  readonly on: Day;
  readonly validThrough: Day | null;
}

export interface PublicEntry extends Omit<ListedUnit, 'on'> {
  readonly status: Status;
  readonly on: Day | null;
}

/** Units with a diploma that is valid on the day, once each with the latest diploma, in Swedish order. */
export function publicList(entries: readonly PublicEntry[], today: Day): readonly ListedUnit[] {
  const latest = new Map<string, ListedUnit>();
  for (const { status, on, ...entry } of entries) {
    if (status !== 'certified' || on === null || on > today) continue;
    if (entry.validThrough !== null && entry.validThrough < today) continue;
    const key = `${entry.unit}\n${entry.programmeName}`;
    const before = latest.get(key);
    if (!before || before.on < on) latest.set(key, { ...entry, on });
  }
  const collator = new Intl.Collator('sv', { numeric: true });
  return [...latest.values()].sort((left, right) => collator.compare(left.unit, right.unit) || right.on - left.on);
}

/** A page of its own, for the region's site: a table with headings, readable without styles. */
export function publicListPage(units: readonly ListedUnit[], asOf: Day, heading: string): string {
  const cell = (text: string): string => `<td>${escapeHtml(text)}</td>`;
  const rows = units.map(
    (unit) =>
      `<tr><th scope="row">${escapeHtml(unit.unit)}</th>${cell(unit.unitType)}${cell(formatDay(unit.on))}${cell(
        unit.validThrough === null ? 'Utan slutdatum' : formatDay(unit.validThrough),
      )}</tr>`,
  );
  const caption = `Verksamheter med giltigt diplom den ${dayInWords(asOf)}: ${units.length}`;
  const headings = ['Verksamhet', 'Typ', 'Diplomdatum', 'Giltigt till och med'];
  return `<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(heading)}</title><style>body{font-family:system-ui,sans-serif;margin:1rem;color:#1f2933;background:#fff}table{border-collapse:collapse;width:100%}caption{text-align:left;padding:.5rem 0}th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #9aa5b1}</style></head><body><main><h1>${escapeHtml(heading)}</h1><table><caption>${escapeHtml(caption)}</caption><thead><tr>${headings.map((one) => `<th scope="col">${one}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></main></body></html>`;
}
