/**
 * The workbook behind `fixtures/through-libreoffice.xlsx`. Run with the program `soffice` on the path (`npx tsx
 * test/host/sheet/libreoffice-books.ts`), this file makes the fixtures anew; CI has no LibreOffice and reads them as they are.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProtectionRecord, Validation } from '../../../scripts/host/sheet/rules.ts';
import { restyle } from '../../../scripts/host/sheet/style.ts';
import { insertSheet } from '../../../scripts/host/sheet/tabs.ts';
import { setValidation } from '../../../scripts/host/sheet/validation.ts';
import type { Workbook } from '../../../scripts/host/sheet/workbook.ts';
import { writeXlsx } from '../../../scripts/host/sheet/xlsx/write.ts';
import { sheetOf, type } from './books.ts';

export const fixtures = fileURLToPath(new URL('./fixtures', import.meta.url));

const rule = (criteria: string, values: Validation['values'] = [], more: Partial<Validation> = {}): Validation => ({
  criteria,
  values,
  source: null,
  showDropdown: true,
  allowInvalid: true,
  helpText: null,
  ...more,
});

const protection = (more: Partial<ProtectionRecord>): ProtectionRecord => ({
  id: 1,
  type: 'RANGE',
  range: null,
  namedRangeId: null,
  description: '',
  warningOnly: false,
  domainEdit: false,
  editors: ['agare@example.org'],
  unprotected: [],
  ...more,
});

/** One validation of each kind, in column A of a sheet of its own from the first row on. */
export const VALIDATIONS: readonly (readonly [kind: string, rule: Validation])[] = [
  ['a list', rule('VALUE_IN_LIST', ['ja', 'nej'], { helpText: 'Välj i listan.' })],
  ['a list with commas', rule('VALUE_IN_LIST', ['ja, tack', 'nej "tack"'])],
  [
    'a long list',
    rule(
      'VALUE_IN_LIST',
      Array.from({ length: 60 }, (_, index) => `Val nummer ${index}`),
    ),
  ],
  ['a tick box', rule('CHECKBOX')],
  ['a date', rule('DATE_IS_VALID_DATE', [], { helpText: 'Skriv ett datum, till exempel 2025-10-06.' })],
  ['a date on or after', rule('DATE_ON_OR_AFTER', [{ date: 45_936 }])],
  ['a date between', rule('DATE_BETWEEN', [{ date: 45_936 }, { date: 46_000 }])],
  ['a number between', rule('NUMBER_BETWEEN', [1, 9.5], { allowInvalid: false })],
  ['a number of at least', rule('NUMBER_GREATER_THAN_OR_EQUAL_TO', [0], { helpText: 'Skriv ett heltal.' })],
  ['a mail address', rule('TEXT_IS_VALID_EMAIL')],
  ['a text that contains', rule('TEXT_CONTAINS', ['@'])],
  ['a formula', rule('CUSTOM_FORMULA', ['=LEN(A12)<4'])],
];

/** A workbook with something of everything that has to survive. */
export function bookOfEverything(): Workbook {
  const data = sheetOf([
    ['Namn', 'Antal', 'Datum', 'Tid', 'Andel', 'Klar', 'Kod', 'Stund', 'Formel'],
    ['Åsa Öberg', '2,5', '2025-10-06', '13:45', '89,5 %', 'SANT', "'007", '2025-10-06 09:30', '=B2*2'],
    ['två\nrader', '-1', '2024-02-29', '', '', 'FALSKT', "'=1+1", '', '=IFERROR(VLOOKUP("x";A:B;2;FALSE);"")'],
    ['', '', '', '', '', '', '', '', '=1/0'],
  ]);
  const { workbook, records } = data;
  const dress = (row: number, column: number, change: Parameters<typeof restyle>[1]) =>
    data.setLayer('style', row, column, restyle(data.layer('style', row, column), change));
  for (let column = 0; column < 9; column += 1)
    dress(0, column, { background: '#1f5a5e', fontColor: '#ffffff', fontWeight: 'bold' });
  dress(1, 0, { background: '#ffee00', fontStyle: 'italic', horizontal: 'center', wrap: 'WRAP' });
  data.setLayer('note', 1, 0, 'En not\npå två rader');
  records.frozenRows = 1;
  records.merges = [{ top: 5, left: 0, bottom: 6, right: 3 }];
  data.setSize('columns', 1, { hidden: true });
  data.setSize('columns', 2, { size: 210 });
  data.setSize('rows', 1, { size: 60 });
  records.protections = [
    protection({ description: 'Rubriker', range: { top: 0, left: 0, bottom: 1, right: 9 } }),
    protection({ id: 2, warningOnly: true, range: { top: 1, left: 8, bottom: 4, right: 9 } }),
  ];
  records.conditionalFormats = [
    {
      ranges: [{ top: 1, left: 1, bottom: 4, right: 2 }],
      condition: { criteria: 'NUMBER_LESS_THAN', values: [0] },
      looks: { background: '#ffcccc' },
      gradient: null,
    },
  ];
  const rules = insertSheet(workbook, 'Svar: Intresseanmälan – en lång titel', 1);
  rules.records.tabColor = '#4a4a4a';
  type(
    rules,
    VALIDATIONS.map(([, one]) => [one.criteria === 'CHECKBOX' ? true : '']),
  );
  for (const [row, [, one]] of VALIDATIONS.entries())
    setValidation(rules, { top: row, left: 0, bottom: row + 1, right: 1 }, one);
  const hidden = insertSheet(workbook, 'Dold', 2);
  type(hidden, [['x']]);
  hidden.records.hidden = true;
  hidden.records.protections = [
    protection({ id: 3, type: 'SHEET', unprotected: [{ top: 0, left: 0, bottom: 1, right: 1 }] }),
  ];
  return workbook;
}

/** What LibreOffice makes of a file in one of its formats. */
function throughLibreOffice(name: string, content: Uint8Array | string): void {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  const file = join(folder, name);
  writeFileSync(file, content);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const format = 'xlsx:Calc MS Excel 2007 XML';
  execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', fixtures, file]);
  rmSync(folder, { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  throughLibreOffice('through-libreoffice.xlsx', await writeXlsx(bookOfEverything()));
  throughLibreOffice('made-in-libreoffice.fods', readFileSync(join(fixtures, 'made-in-libreoffice.fods')));
}
