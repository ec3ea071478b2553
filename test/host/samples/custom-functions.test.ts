import { describe, expect, it } from 'vitest';
import { finished, sample, shown, value } from './sample.ts';

// Functions of the script in formulas. Behaviour: guides/sheets/functions on developers.google.com/apps-script.

const CODE = `
  var base = 1;
/** Doubles. @customfunction */
function DOUBLE(input) {
  return Array.isArray(input) ? input.map(function (row) { return row.map(function (cell) { return cell * 2; }); }) : input * 2;
}
function KIND(input) { return input instanceof Date ? 'date ' + input.getDate() : typeof input + ' ' + input; }
function NEXTDAY(input) { return new Date(input.getFullYear(), input.getMonth(), input.getDate() + 1); }
function LIST() { return ['a', 'b']; }
function NOTHING() {}
function FAILS() { throw new Error('no'); }
function WRITES() { SpreadsheetApp.getActiveSheet().getRange('A9').setValue(1); return 1; }
function MAILS() { MailApp.sendEmail('kim@example.org', 'a', 'b'); return 1; }
function SLOW() { Utilities.sleep(31000); return 1; }
function LOOKS() { return SpreadsheetApp.getActiveSheet().getRange('A1').getValue(); }
function hidden_() { return 1; }
function fill(formula) {
  var sheet = SpreadsheetApp.getActiveSheet();
  sheet.getRange('A1:A4').setValues([[2], [3], [new Date(2025, 0, 31)], ['x']]);
  sheet.getRange('B1').setFormula(formula);
  return sheet.getRange('B1:C2').getDisplayValues();
}
`;

const only = (text: string) => [
  [text, ''],
  ['', ''],
];

describe('a function of the script in a formula', () => {
  it.each([
    ['=DOUBLE(A1)', only('4')],
    ['=double(A1)+1', only('5')],
    [
      '=DOUBLE(A1:A2)',
      [
        ['4', ''],
        ['6', ''],
      ],
    ],
    ['=KIND(A3)', only('date 31')],
    ['=KIND(A4)', only('string x')],
    ['=KIND(Z9)', only('string ')],
    ['=NEXTDAY(A3)', only('2025-02-01')],
    [
      '=LIST()',
      [
        ['a', ''],
        ['b', ''],
      ],
    ],
    ['=NOTHING()', only('')],
    ['=LOOKS()', only('2')],
    ['=FAILS()', only('#ERROR!')],
    ['=WRITES()', only('#ERROR!')],
    ['=MAILS()', only('#ERROR!')],
    ['=SLOW()', only('#ERROR!')],
    ['=hidden_()', only('#NAME?')],
    ['=UNKNOWN()', only('#NAME?')],
  ])('%s', (formula, cells) => {
    const host = sample(CODE);
    expect(value(host, 'fill', formula)).toEqual(cells);
    expect(shown(host)[8]).toBeUndefined();
    expect(host.mail).toEqual([]);
  });

  it('works in what a person types, follows its cells and leaves the log of executions alone', () => {
    const host = sample(CODE);
    host.edit({ sheet: 'Blad1', range: 'B1', value: '=DOUBLE(A1)' });
    host.edit({ sheet: 'Blad1', range: 'A1', value: '5' });
    expect(shown(host)).toEqual([['5', '10']]);
    expect(host.executions).toEqual([]);
    expect(finished(host.run('LIST')).calls).toEqual([]);
  });
});
