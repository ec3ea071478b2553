/** The list on which a trainer marks who is there, as a page to print: names alone, since it lies open in the room. */
import { escapeHtml } from './html.ts';

export interface AttendanceList {
  readonly unit: string;
  readonly programmeName: string;
  /** "Träff 1 A, 6 oktober 2025 kl. 13.00" */
  readonly occasion: string;
  readonly place: string;
  readonly trainer: string;
  readonly names: readonly string[];
}

/** Lines for those who are there without being on the list. */
const SPARE_LINES = 5;

const STYLE = {
  body: 'margin:32px;font-family:Arial,sans-serif;font-size:15px;color:#1f2933;background:#ffffff',
  table: 'width:100%;margin-top:16px;border-collapse:collapse',
  cell: 'height:20px;padding:8px;border:1px solid #6b7280;text-align:left',
} as const;

export function attendanceListDocument(list: AttendanceList): string {
  const { unit, programmeName, occasion, place, trainer, names } = list;
  const cell = (name: 'th' | 'td', text: string, more = ''): string =>
    `<${name}${name === 'th' ? ' scope="col"' : ''} style="${STYLE.cell}${more}">${escapeHtml(text)}</${name}>`;
  const line = (name: string): string => `<tr>${cell('td', name)}${cell('td', '')}</tr>`;
  const about = [programmeName, occasion, place, trainer === '' ? '' : `Utbildare: ${trainer}`].filter(Boolean);
  const lines = [...names, ...Array.from({ length: SPARE_LINES }, () => '')].map(line);
  return `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Närvarolista</title></head><body style="${STYLE.body}"><h1>Närvarolista – ${escapeHtml(unit)}</h1><p>${about.map(escapeHtml).join('<br>')}</p><table style="${STYLE.table}"><thead><tr>${cell('th', 'Namn')}${cell('th', 'Närvarande', ';width:120px')}</tr></thead><tbody>${lines.join('')}</tbody></table></body></html>`;
}
