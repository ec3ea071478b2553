import { describe, expect, it } from 'vitest';
import { errorOf, valueIn } from '../script.ts';

const SHEET = 'const ss = SpreadsheetApp.getActiveSpreadsheet(); const sheet = ss.getActiveSheet();';
const english = { locale: 'en_US' };

function inSheet(body: string, options = {}): unknown {
  return valueIn(`${SHEET} ${body}`, options);
}

function failing(body: string): string {
  return errorOf(`${SHEET} ${body}`);
}

describe('getRange', () => {
  // reference/spreadsheet/Sheet.md getRange: (row, column), (row, column, numRows), (.., numColumns), (a1Notation).
  it.each([
    ['getRange(2, 3)', 'C2'],
    ['getRange(2, 3, 2)', 'C2:C3'],
    ['getRange(2, 3, 2, 2)', 'C2:D3'],
    ["getRange('B2:C3')", 'B2:C3'],
    ["getRange('A:A')", 'A:A'],
    ["getRange('2:3')", '2:3'],
    ["getRange('B2:B')", 'B2:B'],
    ["getRange('R1C2')", 'B1'],
    ["getRange('R1C2:R3C4')", 'B1:D3'],
    ["getRange('A1:D4').getCell(2, 3)", 'C2'],
    ["getRange('A1').offset(2, 3)", 'D3'],
    ["getRange('A1:B2').offset(1, 1)", 'B2:C3'],
    ["getRange('A1:B2').offset(1, 1, 1, 3)", 'B2:D2'],
    ['getDataRange()', 'A1'],
  ])('%s is %s', (call, a1) => {
    expect(inSheet(`return sheet.${call}.getA1Notation()`)).toBe(a1);
  });

  it.each([
    ["getRange('A:A').getNumRows()", 1000],
    ["getRange('B3:D10').getLastRow()", 10],
    ["getRange('B3:D10').getLastColumn()", 4],
    ["getRange('B3:D10').getColumn()", 2],
    ["getRange('A:A').isEndRowBounded()", false],
    ["getRange('A:A').isEndColumnBounded()", true],
  ])('%s is %s', (call, value) => {
    expect(inSheet(`return sheet.${call}`)).toBe(value);
  });

  // Texts quoted by users, collected in the project's notes on how Apps Script behaves.
  it.each([
    ['getRange(0, 1)', 'The starting row of the range is too small.'],
    ['getRange(1, 0)', 'The starting column of the range is too small.'],
    ['getRange(1, 1, 0)', 'The number of rows in the range must be at least 1.'],
    ['getRange(1, 1, 1, 0)', 'The number of columns in the range must be at least 1.'],
    ['getRange(1001, 1)', 'The coordinates of the range are outside the dimensions of the sheet.'],
    ["getRange('A1:AZ9')", 'The coordinates of the range are outside the dimensions of the sheet.'],
    ["getRange('inget namn')", 'Range not found'],
    ["getRange('A1').offset(-1, 0)", 'The coordinates of the range are outside the dimensions of the sheet.'],
    ["getRange('A1').getCell(2, 1)", 'Cell reference out of range'],
  ])('%s fails', (call, message) => {
    expect(failing(`sheet.${call}`)).toBe(`Exception: ${message}`);
  });
});

describe('values', () => {
  it('come back as numbers, booleans, dates and strings, empty cells as ""', () => {
    // reference/spreadsheet/Range.md getValue: "Number, Boolean, Date, or String"; empty cells return an empty string.
    const result = inSheet(`
      sheet.getRange('A1:F1').setValues([[1.5, true, new Date(2025, 9, 6, 13, 30), 'text', '', null]]);
      const [row] = sheet.getRange('A1:F1').getValues();
      return row.map((value) => value instanceof Date ? value.toISOString() : value)`);
    expect(result).toEqual([1.5, true, '2025-10-06T11:30:00.000Z', 'text', '', '']);
  });

  it('in strings are read as if typed', () => {
    // reference/spreadsheet/Range.md setValues: its example writes '2.000', '1,000,000' and '$2.99'.
    const result = inSheet(
      `sheet.getRange('B2:D2').setValues([['2.000', '1,000,000', '$2.99']]);
       const range = sheet.getRange('B2:D2'); return [range.getValues(), range.getDisplayValues()]`,
      english,
    );
    expect(result).toEqual([[[2, 1_000_000, 2.99]], [['2', '1,000,000', '$2.99']]]);
  });

  it.each([
    ["'=1+1'", 2],
    ['"\'=1+1"', '=1+1'],
    ['"\'007"', '007'],
    ["'007'", 7],
    ["'TRUE'", true],
    ["'2025-10-06'", '2025-10-05T22:00:00.000Z'],
    ["'Kim'", 'Kim'],
    ['undefined', ''],
    ['-0', 0],
    ['NaN', '#NUM!'],
  ])('setValue(%s) makes %s', (written, value) => {
    expect(inSheet(`sheet.getRange('A1').setValue(${written}); return sheet.getRange('A1').getValue()`)).toEqual(
      typeof value === 'string' && value.endsWith('Z') ? new Date(value) : value,
    );
  });

  it('in cells formatted as text stay as they are', () => {
    const result = inSheet(`const cell = sheet.getRange('A1').setNumberFormat('@');
      return ['007', '=1+1', '2025-10-06', 'TRUE'].map((text) => cell.setValue(text).getValue())`);
    expect(result).toEqual(['007', '=1+1', '2025-10-06', 'TRUE']);
  });

  it('of dates follow the time zone of the spreadsheet, time alone the day 1899-12-30', () => {
    const result = inSheet(`
      ss.setSpreadsheetTimeZone('America/New_York');
      sheet.getRange('A1:B1').setValues([['2025-10-06', '13:45']]);
      const [[day, time]] = sheet.getRange('A1:B1').getValues();
      return [day.toISOString(), Utilities.formatDate(time, 'America/New_York', 'yyyy-MM-dd HH:mm')]`);
    expect(result).toEqual(['2025-10-06T04:00:00.000Z', '1899-12-30 13:45']);
  });

  it('need the shape of the range', () => {
    expect(failing("sheet.getRange('A1:D1').setValues([[1, 2, 3, 4, 5]])")).toBe(
      'Exception: The number of columns in the data does not match the number of columns in the range. The data has 5 but the range has 4.',
    );
    expect(failing("sheet.getRange('A1:A2').setValues([[1]])")).toBe(
      'Exception: The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    );
    expect(failing("sheet.getRange('A1:C1').setValues([1, 2, 3])")).toBe(
      "Exception: The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    );
  });

  it('of more than 50,000 characters are refused when they are committed', () => {
    const write = (length: number) =>
      failing(`sheet.getRange('A1').setValue('x'.repeat(${length})); SpreadsheetApp.flush()`);
    expect(write(50_000)).toBe('no error');
    expect(write(50_001)).toBe(
      'Exception: Your input contains more than the maximum of 50000 characters in a single cell.',
    );
  });
});

describe('formulas', () => {
  it('are set, read and computed', () => {
    const result = inSheet(`
      sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
      sheet.getRange('B1').setFormula('=SUM(A1:A3)');
      sheet.getRange('C1:C3').setFormula('=A1*2');
      sheet.getRange('D4').setFormulaR1C1('=SUM(R[-3]C[-3]:R[-1]C[-3])');
      const range = sheet.getRange('A1:C3');
      return [range.getFormulas(), range.getValues(), sheet.getRange('D4').getFormula(), sheet.getRange('C2').getFormulaR1C1()]`);
    expect(result).toEqual([
      [
        ['', '=SUM(A1:A3)', '=A1*2'],
        ['', '', '=A2*2'],
        ['', '', '=A3*2'],
      ],
      [
        [1, 6, 2],
        [2, '', 4],
        [3, '', 6],
      ],
      '=SUM(A1:A3)',
      '=R[0]C[-2]*2',
    ]);
  });

  it('give errors as their text and dates as dates', () => {
    const result = inSheet(`sheet.getRange('A1:C1').setValues([['=1/0', '=TODAY()', '=FOO()']]);
      const [row] = sheet.getRange('A1:C1').getValues();
      return [row[0], row[1] instanceof Date, row[2], sheet.getRange('B1').getDisplayValue()]`);
    expect(result).toEqual(['#DIV/0!', true, '#NAME?', '2025-09-01']);
  });
});

describe('the size of the data', () => {
  it.each([
    ['nothing', '', [0, 0, 'A1']],
    ['a value', "sheet.getRange('B3').setValue('x');", [3, 2, 'A1:B3']],
    ['a formula that shows nothing', `sheet.getRange('C2').setFormula('=""');`, [2, 3, 'A1:C2']],
    ['unticked tick boxes', "sheet.getRange('A1:A5').insertCheckboxes();", [5, 1, 'A1:A5']],
    ['looks only', "sheet.getRange('D4').setBackground('red');", [0, 0, 'A1']],
  ])('with %s', (_what, before, size) => {
    // reference/spreadsheet/Sheet.md getLastRow: "the position of the last row that has content".
    expect(
      inSheet(`${before} return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()]`),
    ).toEqual(size);
  });

  it('grows with appendRow, beyond the grid too', () => {
    const result = inSheet(`
      sheet.deleteRows(3, 998);
      for (const row of [['a', '=1+1'], ['b'], ['c', 3, 4]]) sheet.appendRow(row);
      return [sheet.getMaxRows(), sheet.getDataRange().getValues()]`);
    expect(result).toEqual([
      3,
      [
        ['a', 2, ''],
        ['b', '', ''],
        ['c', 3, 4],
      ],
    ]);
  });
});

describe('clearing', () => {
  // reference/spreadsheet/Range.md clear, clear(options), clearContent, clearFormat, clearNote, clearDataValidations.
  it.each([
    ['clear()', ['', '#ffffff', 'not', true]],
    ['clear({})', ['', '#ffffff', '', false]],
    ['clear({ contentsOnly: true })', ['', '#ff0000', 'not', true]],
    ['clear({ formatOnly: true })', ['x', '#ffffff', 'not', true]],
    ['clear({ commentsOnly: true })', ['x', '#ff0000', '', true]],
    ['clear({ validationsOnly: true })', ['x', '#ff0000', 'not', false]],
    ['clearContent()', ['', '#ff0000', 'not', true]],
    ['clearFormat()', ['x', '#ffffff', 'not', true]],
    ['clearNote()', ['x', '#ff0000', '', true]],
    ['clearDataValidations()', ['x', '#ff0000', 'not', false]],
  ])('by %s', (call, left) => {
    const result = inSheet(`const cell = sheet.getRange('A1').setValue('x').setBackground('red').setNote('not');
      cell.setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['x']).build());
      cell.${call};
      return [cell.getValue(), cell.getBackground(), cell.getNote(), cell.getDataValidation() !== null]`);
    expect(result).toEqual(left);
  });

  it('by clearFormat keeps number formats', () => {
    expect(
      inSheet(
        "return sheet.getRange('A1').setNumberFormat('0.00').setFontWeight('bold').clearFormat().getNumberFormat()",
      ),
    ).toBe('0.00');
  });
});

describe('looks', () => {
  it.each([
    ['Background', "'yellow'", '#ffff00'],
    ['Background', "'#ABC'", '#aabbcc'],
    ['Background', 'null', '#ffffff'],
    ['NumberFormat', "'0.00'", '0.00'],
    ['FontFamily', "'Roboto'", 'Roboto'],
    ['FontSize', '14', 14],
    ['FontWeight', "'bold'", 'bold'],
    ['FontStyle', "'italic'", 'italic'],
    ['FontLine', "'underline'", 'underline'],
    ['HorizontalAlignment', "'center'", 'center'],
    ['VerticalAlignment', "'middle'", 'middle'],
    ['Wrap', 'true', true],
    ['Note', "'hej'", 'hej'],
  ])('set%s(%s) is read back as %s', (name, argument, value) => {
    expect(inSheet(`return sheet.getRange('A1').set${name}(${argument}).get${name}()`)).toBe(value);
  });

  it('of each cell by tables', () => {
    const result = inSheet(`const range = sheet.getRange('A1:B1');
      range.setBackgrounds([['red', null]]).setFontWeights([['bold', 'normal']]).setNumberFormats([['0%', '@']]);
      return [range.getBackgrounds(), range.getFontWeights(), range.getNumberFormats(), range.getWrapStrategies().map((row) => row.map(String))]`);
    expect(result).toEqual([[['#ff0000', '#ffffff']], [['bold', 'normal']], [['0%', '@']], [['OVERFLOW', 'OVERFLOW']]]);
  });

  it('as text styles', () => {
    const result =
      inSheet(`const style = SpreadsheetApp.newTextStyle().setBold(true).setForegroundColor('#ff0000').setFontSize(12).build();
      const read = sheet.getRange('A1').setTextStyle(style).getTextStyle();
      return [read.isBold(), read.isItalic(), read.getForegroundColor(), read.getFontSize(), read.getFontFamily()]`);
    expect(result).toEqual([true, false, '#ff0000', 12, 'arial,sans,sans-serif']);
  });
});

describe('copying and moving', () => {
  it('copies values, formulas that follow, looks and validations', () => {
    const result = inSheet(`
      sheet.getRange('A1:B1').setValues([[2, '=A1*2']]).setBackground('red');
      sheet.getRange('A1:B1').copyTo(sheet.getRange('A2:B3'));
      const range = sheet.getRange('A1:B3');
      return [range.getFormulas().map((row) => row[1]), range.getBackgrounds().flat().every((one) => one === '#ff0000'), range.getValues()]`);
    expect(result).toEqual([
      ['=A1*2', '=A2*2', '=A3*2'],
      true,
      [
        [2, 4],
        [2, 4],
        [2, 4],
      ],
    ]);
  });

  it.each([
    ['{ contentsOnly: true }', [4, '', '#ffffff']],
    ['{ formatOnly: true }', ['', '', '#ff0000']],
    ['SpreadsheetApp.CopyPasteType.PASTE_VALUES, false', [4, '', '#ffffff']],
    ['SpreadsheetApp.CopyPasteType.PASTE_FORMULA, false', [4, '=2*2', '#ffffff']],
    ['SpreadsheetApp.CopyPasteType.PASTE_FORMAT, false', ['', '', '#ff0000']],
  ])('copies in part with %s', (how, copied) => {
    const result =
      inSheet(`sheet.getRange('A1').setFormula('=2*2').setBackground('red').copyTo(sheet.getRange('C1'), ${how});
      const cell = sheet.getRange('C1'); return [cell.getValue(), cell.getFormula(), cell.getBackground()]`);
    expect(result).toEqual(copied);
  });

  it('transposes', () => {
    const result =
      inSheet(`sheet.getRange('A1:C1').setValues([[1, 2, 3]]).copyTo(sheet.getRange('A3'), SpreadsheetApp.CopyPasteType.PASTE_NORMAL, true);
      return sheet.getRange('A3:A5').getValues()`);
    expect(result).toEqual([[1], [2], [3]]);
  });

  it('moves with references that follow', () => {
    const result = inSheet(`sheet.getRange('A1:B1').setValues([[5, '=A1']]);
      sheet.getRange('A1').moveTo(sheet.getRange('D4'));
      return [sheet.getRange('B1').getFormula(), sheet.getRange('A1').getValue(), sheet.getRange('B1').getValue()]`);
    expect(result).toEqual(['=D4', '', 5]);
  });

  it('fills series', () => {
    const result =
      inSheet(`sheet.getRange('A1:A2').setValues([[1], [3]]).autoFill(sheet.getRange('A1:A4'), SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES);
      sheet.getRange('B1').setValue('2025-10-06').autoFillToNeighbor(SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES);
      return sheet.getRange('A1:B4').getDisplayValues()`);
    expect(result).toEqual([
      ['1', '2025-10-06'],
      ['3', '2025-10-07'],
      ['5', '2025-10-08'],
      ['7', '2025-10-09'],
    ]);
  });
});

describe('sorting and tidying', () => {
  const table = "const range = sheet.getRange('A1:B4').setValues([['b', 2], ['a', 1], ['', 9], ['a', 3]]);";

  // reference/spreadsheet/Range.md sort: a column, an array of columns, an object, an array of objects.
  it.each([
    ['1', ['a1', 'a3', 'b2', '9']],
    ['2', ['a1', 'b2', 'a3', '9']],
    ['{ column: 2, ascending: false }', ['9', 'a3', 'b2', 'a1']],
    ['[{ column: 1, ascending: true }, { column: 2, ascending: false }]', ['a3', 'a1', 'b2', '9']],
    ['[1, 2]', ['a1', 'a3', 'b2', '9']],
  ])('sort(%s)', (by, result) => {
    expect(inSheet(`${table} return range.sort(${by}).getValues().map((row) => row.join(''))`)).toEqual(result);
  });

  it('sorts a sheet below its frozen rows', () => {
    const result = inSheet(
      `${table} sheet.setFrozenRows(1); sheet.sort(2, false); return range.getValues().map((row) => row[1])`,
    );
    expect(result).toEqual([2, 9, 3, 1]);
  });

  it('removes duplicates without regard to case', () => {
    const result = inSheet(`const range = sheet.getRange('A1:A4').setValues([['a'], ['b'], ['A'], ['c']]);
      return [range.removeDuplicates().getA1Notation(), range.getValues().flat()]`);
    expect(result).toEqual(['A1:A3', ['a', 'b', 'c', '']]);
  });

  it('trims white space and splits text', () => {
    const result = inSheet(`sheet.getRange('A1:A2').setValues([['  a   b '], ['c']]).trimWhitespace();
      sheet.getRange('A5').setValue('x, 2,y').splitTextToColumns(',');
      return [sheet.getRange('A1').getValue(), sheet.getRange('A5:C5').getValues()[0]]`);
    expect(result).toEqual(['a b', ['x', 2, 'y']]);
  });

  it('finds the edges of data', () => {
    const result = inSheet(`sheet.getRange('B2:C4').setValue('x'); sheet.getRange('B8').setValue('y');
      const next = (cell, direction) => sheet.getRange(cell).getNextDataCell(SpreadsheetApp.Direction[direction]).getA1Notation();
      return [next('B2', 'DOWN'), next('B4', 'DOWN'), next('B8', 'UP'), next('A2', 'NEXT'), next('B8', 'DOWN'), sheet.getRange('B3').getDataRegion().getA1Notation()]`);
    expect(result).toEqual(['B4', 'B8', 'B4', 'B2', 'B1000', 'B2:C4']);
  });
});

describe('merging', () => {
  it('keeps the first value and can be undone', () => {
    const result = inSheet(`const range = sheet.getRange('A1:B2').setValues([[1, 2], [3, 4]]).merge();
      const merged = [range.isPartOfMerge(), range.getValues(), sheet.getRange('B2').getMergedRanges().map((one) => one.getA1Notation())];
      return [...merged, range.breakApart().isPartOfMerge()]`);
    expect(result).toEqual([
      true,
      [
        [1, ''],
        ['', ''],
      ],
      ['A1:B2'],
      false,
    ]);
  });
});

describe('rich text', () => {
  it('keeps links and looks of parts', () => {
    const result = inSheet(`
      const bold = SpreadsheetApp.newTextStyle().setBold(true).build();
      const value = SpreadsheetApp.newRichTextValue().setText('Läs mer här').setTextStyle(0, 3, bold).setLinkUrl(8, 11, 'https://example.org/').build();
      const read = sheet.getRange('A1').setRichTextValue(value).getRichTextValue();
      return [read.getText(), read.getLinkUrl(), read.getLinkUrl(8, 11), read.getTextStyle(0, 3).isBold(), read.getRuns().map((run) => run.getText()), sheet.getRange('A1').getValue()]`);
    expect(result).toEqual(['Läs mer här', null, 'https://example.org/', true, ['Läs', ' mer ', 'här'], 'Läs mer här']);
  });
});

describe('finding text', () => {
  it('finds and replaces', () => {
    const result = inSheet(`sheet.getRange('A1:A3').setValues([['Örebro län'], ['örebro'], ['x']]);
      const find = (text) => sheet.createTextFinder(text);
      return [find('örebro').findAll().length, find('Örebro').matchCase(true).findAll().length, find('örebro').matchEntireCell(true).findNext().getA1Notation(),
        find('^ö').useRegularExpression(true).matchCase(true).findAll().length, find('orebro').ignoreDiacritics(true).findAll().length,
        find('örebro').replaceAllWith('Kalmar'), sheet.getRange('A1:A3').getValues().flat()]`);
    expect(result).toEqual([2, 1, 'A2', 1, 2, 2, ['Kalmar län', 'Kalmar', 'x']]);
  });
});
