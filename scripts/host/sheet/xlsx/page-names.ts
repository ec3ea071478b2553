import { loadWorkbook, saveWorkbook } from '../json.ts';
import { renameSheet } from '../tabs.ts';
import type { Workbook } from '../workbook.ts';

/** What the format does not allow in a tab's name; Sheets does. */
const REFUSED = /[*?:\\/[\]]/g;
const LONGEST = 31;

const fits = (name: string): boolean => name.length <= LONGEST && !/[*?:\\/[\]]/.test(name) && !/^'|'$/.test(name);

/** A name that a file may hold, different from all others. */
function pageName(name: string, taken: ReadonlySet<string>): string {
  const plain = name.replace(REFUSED, '-').replace(/^'+|'+$/g, '') || 'Blad';
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : ` ${number}`;
    const made = plain.slice(0, LONGEST - end.length) + end;
    if (!taken.has(made.toLowerCase())) return made;
  }
}

/** The workbook with tabs that a file can name, and the names that these tabs really have, by sheet id. */
export function withPageNames(workbook: Workbook): {
  readonly workbook: Workbook;
  readonly titles: ReadonlyMap<number, string>;
} {
  const titles = new Map<number, string>();
  if (workbook.sheets.every((sheet) => fits(sheet.name))) return { workbook, titles };
  const copy = loadWorkbook(saveWorkbook(workbook), workbook.host);
  for (const sheet of copy.sheets) {
    if (fits(sheet.name)) continue;
    titles.set(sheet.id, sheet.name);
    const taken = new Set(copy.sheets.filter((other) => other !== sheet).map((other) => other.name.toLowerCase()));
    renameSheet(sheet, pageName(sheet.name, taken));
  }
  return { workbook: copy, titles };
}
