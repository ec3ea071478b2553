import { ApiError, type World } from '../../runtime/contract.ts';
import { displayAt } from '../../sheet/display.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import { Blob } from '../blob.ts';
import { printedSheets, printedWorkbook } from './printed.ts';
import { workbooksOf } from './store.ts';

const ADDRESS =
  /^https:\/\/docs\.google\.com\/(?:a\/[^/]+\/)?spreadsheets\/(?:u\/\d+\/)?d\/([\w-]+)\/(export|gviz\/tq)\?/;

/** The id of the spreadsheet that an address downloads; null for any other address. */
export function downloadedId(url: string): string | null {
  return ADDRESS.exec(url)?.[1] ?? null;
}

/**
 * What Google's addresses for downloading a spreadsheet give: `/d/ID/export?format=pdf|csv|tsv&gid=...` and
 * `/d/ID/gviz/tq?tqx=out:csv&sheet=...`. Null where there is no such spreadsheet or sheet.
 */
export function download(world: World, url: string): Blob | null {
  const id = downloadedId(url);
  const workbook = id === null ? null : workbooksOf(world).find(id);
  if (!workbook) return null;
  const { searchParams } = new URL(url);
  const gid = searchParams.get('gid');
  const name = searchParams.get('sheet');
  const chosen =
    gid === null ? (name === null ? workbook.sheets[0] : workbook.sheetByName(name)) : workbook.sheetById(Number(gid));
  if (!chosen) return null;
  const format = searchParams.get('format') ?? /out:(\w+)/.exec(searchParams.get('tqx') ?? '')?.[1] ?? 'xlsx';
  const title = `${workbook.records.name} - ${chosen.name}`;
  if (format === 'csv') return Blob.ofText(delimited(chosen, ','), 'text/csv', `${title}.csv`);
  if (format === 'tsv') return Blob.ofText(delimited(chosen, '\t'), 'text/tab-separated-values', `${title}.tsv`);
  if (format === 'pdf') return gid === null ? printedWorkbook(workbook) : printedSheets(workbook, [chosen]);
  throw new ApiError(`Not implemented by this host: download of a spreadsheet as ${format}`);
}

function delimited(sheet: Sheet, delimiter: string): string {
  const { rows, columns } = sheet.dataSize();
  const lines = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => field(displayAt(sheet, row, column), delimiter)).join(delimiter),
  );
  return lines.join('\r\n');
}

function field(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
