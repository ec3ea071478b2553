import { columnNumber } from './tab.ts';
import { STATE_TAB } from './tabs/state.ts';

/**
 * Formulas of computed cells. `{key}` stands for the cell of that column on the formula's own row and is filled in by `formulaAt`. Arguments are divided by `;`,
 * which every locale of the workbook takes. A formula names whole columns and its own row through ROW(), so that it needs no row number,
 * moves with its row when people sort, and follows a moved column.
 */

/** A, B … Z, AA … of a 1-based column. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

type StateColumn = (typeof STATE_TAB.columns)[number]['key'];

const stateColumn = (key: StateColumn): string => {
  const letters = columnLetters(columnNumber(STATE_TAB, key));
  return `'${STATE_TAB.name}'!$${letters}:$${letters}`;
};

/** Blank where Läge has no such row. */
function lookup(value: string, byColumn: 'id' | 'lookup', column: StateColumn): string {
  return `XLOOKUP(${value};${stateColumn(byColumn)};${stateColumn(column)};"")`;
}

/** What Läge says in `column` about the round whose id stands in the column `idKey` of the same row. */
export function stateById(idKey: string, column: StateColumn): string {
  return `=IF({${idKey}}="";"";${lookup(`{${idKey}}`, 'id', column)})`;
}

/** The key that tabs use which name their round by the unit's name: "name#1". */
const ROUND_BY_NAME = '{unit}&"#"&IF({round}="";1;{round})';

/** What the person on the row still owes, found in the unit's list in Läge between `|` marks: "|anna@example.org=Reflektion|". */
export function dutiesOfPerson(): string {
  const who = 'IF({email}="";{personId};{email})';
  const duties = lookup(ROUND_BY_NAME, 'lookup', 'duties');
  const start = 'SEARCH("|"&who&"=";duties)+LEN(who)+2';
  const found = 'IFERROR(MID(duties;start;SEARCH("|";duties;start)-start);"")';
  return `=LET(who;${who};duties;${duties};start;${start};IF(who="";"";${found}))`;
}

/** Days before 1970 in the serial numbers of dates, as formulas see them. */
export const SERIAL_ZERO = 25_569;

/** What a changed rule would touch, found between `|` marks in the head row of Läge: "|varmland#45931#Diplomets giltighetstid#P4Y=text|". */
export function reachOfRule(): string {
  const mark = '{programme}&"#"&IFERROR(VALUE({from});{from})&"#"&{path}&"#"&SUBSTITUTE({value};",";".")';
  const reaches = lookup('"head"', 'id', 'duties');
  const start = 'FIND("|"&mark&"=";reaches)+LEN(mark)+2';
  const found = 'IFERROR(MID(reaches;start;FIND("|";reaches;start)-start);"")';
  return `=LET(mark;${mark};reaches;${reaches};start;${start};IF({path}="";"";${found}))`;
}

/**
 * The formula with its places filled in. `keyRow` is the tab's key row as it stands now, so that moved columns are found.
 * Null where a column that the formula needs is missing.
 */
export function formulaAt(formula: string, keyRow: readonly (string | number | boolean)[]): string | null {
  let complete = true;
  const filled = formula.replace(/\{(\w+)\}/g, (_, key: string) => {
    const index = keyRow.indexOf(key);
    if (index < 0) complete = false;
    const letters = columnLetters(index + 1);
    return `INDEX($${letters}:$${letters};ROW())`;
  });
  return complete ? filled : null;
}
