import { describe, expect, it } from 'vitest';
import { errorOf, valueIn } from '../script.ts';

// What Apps Script was seen to do where the reference is silent or says less. Source: the tests of the open project
// gas-fakes (github.com/brucemcpherson/gas-fakes, test/testsheets*.js), which run on Google's servers too.

const SHEET = 'const ss = SpreadsheetApp.getActiveSpreadsheet(); const sheet = ss.getActiveSheet();';
const IN_ENGLISH = { locale: 'en_US' };

function inSheet(body: string): unknown {
  return valueIn(`${SHEET} ${body}`, IN_ENGLISH);
}

function failing(body: string): string {
  return errorOf(`${SHEET} ${body}`, IN_ENGLISH);
}

describe('ranges', () => {
  it.each([
    ['R10C5:R1C2', 'B1:E10'],
    ['r1c1:r2c2', 'A1:B2'],
    ['!c2:e5', 'C2:E5'],
    ['C5:B2', 'B2:C5'],
    ['5:2', '2:5'],
    ['D:B', 'B:D'],
  ])('written as %s are %s', (written, notation) => {
    expect(inSheet(`return sheet.getRange('${written}').getA1Notation()`)).toBe(notation);
  });

  it.each([
    ['C3', '', 'B2:D4'],
    ['A1', '', 'A1'],
    ['B1', '', 'B1:D4'],
    ['E3', '', 'B2:E4'],
    ['F7', '', 'F6:G7'],
    ['C3', 'SpreadsheetApp.Dimension.ROWS', 'C2:C4'],
    ['C3', 'SpreadsheetApp.Dimension.COLUMNS', 'B3:D3'],
  ])('around %s (%s) hold the data %s', (cell, dimension, region) => {
    expect(
      inSheet(`sheet.getRange('B2:D4').setValue('x'); sheet.getRange('F6:G7').setValue('x');
        return sheet.getRange('${cell}').getDataRegion(${dimension}).getA1Notation()`),
    ).toBe(region);
  });

  it.each([
    ['E1:H1', '[[10, 8, 6, 4]]', 'B1:H1', [16, 14, 12, 10, 8, 6, 4]],
    ['A5:A6', '[[5], [6]]', 'A3:A6', [3, 4, 5, 6]],
    ['A1:A2', "[['Jan'], ['Feb']]", 'A1:A4', ['Jan', 'Feb', 'Mar', 'Apr']],
    ['A1', "[['Sunday']]", 'A1:A3', ['Sunday', 'Monday', 'Tuesday']],
  ])('%s with %s fill %s', (from, values, to, filled) => {
    expect(
      inSheet(`sheet.getRange('${from}').setValues(${values}).autoFill(sheet.getRange('${to}'), SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES);
        return sheet.getRange('${to}').getValues().flat()`),
    ).toEqual(filled);
  });

  it.each([
    ["['Vecka 1']", ['Vecka 1', 'Vecka 2', 'Vecka 3']],
    ["['A5', 'A7']", ['A5', 'A7', 'A9']],
    ["['x']", ['x', 'x', 'x']],
    ['[4]', [4, 4, 4]],
  ])('continues %s', (values, filled) => {
    // enum AutoFillSeries: DEFAULT_SERIES fills with increments of the existing values.
    const result = inSheet(`const start = ${values}.map((one) => [one]);
      sheet.getRange(1, 1, start.length, 1).setValues(start).autoFill(sheet.getRange('A1:A3'), SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES);
      return sheet.getRange('A1:A3').getValues().flat()`);
    expect(result).toEqual(filled);
  });

  it.each([
    ['C1:C5', 'AutoFill destination range must contain the source range.'],
    ['A1:B10', 'AutoFill destination range must extend the source range in only one direction.'],
  ])('A1:A4 do not fill %s', (to, message) => {
    expect(
      failing(
        `sheet.getRange('A1:A4').autoFill(sheet.getRange('${to}'), SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES)`,
      ),
    ).toBe(`Exception: ${message}`);
  });

  it('take formulas with null for cells without any', () => {
    expect(inSheet("return sheet.getRange('A1:B1').setFormulas([[null, '=1+1']]).getFormulas()")).toEqual([
      ['', '=1+1'],
    ]);
  });
});

describe('looks', () => {
  it.each([
    ['range.getWrap()', true],
    ['range.setWrapStrategy(SpreadsheetApp.WrapStrategy.OVERFLOW).getWrap()', false],
    ['range.setWrap(false).getWrap()', false],
    ['range.setWrap(false).clearFormat().getWrap()', true],
    ["range.setHorizontalAlignment('normal').getHorizontalAlignment()", 'general-left'],
    ["range.setHorizontalAlignment('center').setHorizontalAlignment(null).getHorizontalAlignment()", 'general'],
    ["range.setNumberFormat('general').getNumberFormat()", '0.###############'],
    ['range.setTextRotation(45).setVerticalText(true).getTextRotation().getDegrees()', 0],
    ['range.getTextStyle().getFontFamily()', 'arial,sans,sans-serif'],
    ['range.getFontFamily()', 'Arial'],
  ])('%s is %o', (call, value) => {
    expect(inSheet(`const range = sheet.getRange('A1'); return ${call}`)).toBe(value);
  });

  it('of the parts of a text that was read are those of the cell where the parts say nothing', () => {
    const result = inSheet(`
      const bold = SpreadsheetApp.newTextStyle().setBold(true).build();
      const text = SpreadsheetApp.newRichTextValue().setText('Fet text').setTextStyle(0, 3, bold).build();
      sheet.getRange('A1').setRichTextValue(text).setFontSize(14);
      return sheet.getRange('A1').getRichTextValue().getRuns().map((run) => [run.getText(), run.getTextStyle().isBold(), run.getTextStyle().isItalic(), run.getTextStyle().getFontSize()])`);
    expect(result).toEqual([
      ['Fet', true, false, 14],
      [' text', false, false, 14],
    ]);
  });

  it.each([
    ['applyRowBanding', 'setFirstRowColor', 'First row color should not be null.'],
    ['applyRowBanding', 'setSecondRowColor', 'Second row color should not be null.'],
    ['applyColumnBanding', 'setFirstColumnColor', 'First column color should not be null.'],
  ])('of %s keep their colours: %s(null) fails', (apply, set, message) => {
    expect(failing(`sheet.getRange('A1:C9').${apply}().${set}(null)`)).toBe(`Exception: ${message}`);
  });
});

describe('a text finder', () => {
  const CELLS = `sheet.getRange('A1:B4').setValues([['sample', 'sámplé'], ['SampleA', ''], ['=SAMPLE()', ''], ['=sampleA()', '']]);
    const found = (finder) => finder.findAll().map((range) => range.getA1Notation());`;

  it.each([
    ['', ['A1', 'A2']],
    ['.ignoreDiacritics(true).matchCase(true).matchEntireCell(true)', ['A1', 'B1']],
    ['.matchFormulaText(true)', ['A1', 'A2', 'A3', 'A4']],
    ['.matchFormulaText(true).ignoreDiacritics(true).matchCase(true).matchEntireCell(true)', ['A1', 'B1']],
  ])('with %s finds %o', (options, cells) => {
    expect(inSheet(`${CELLS} return found(sheet.createTextFinder('sample')${options})`)).toEqual(cells);
  });
});

describe('colours', () => {
  const ACCENT = 'SpreadsheetApp.newColor().setThemeColor(SpreadsheetApp.ThemeColorType.ACCENT4).build()';

  it('of the theme keep their name in cells, and show as what the theme has', () => {
    const result = inSheet(`
      const range = sheet.getRange('A1').setBackgroundObject(${ACCENT}).setFontColorObject(${ACCENT});
      const before = [range.getBackgroundObject().getColorType().name(), range.getFontColorObject().asThemeColor().getThemeColorType().name(), range.getBackground(), range.getTextStyle().getForegroundColor()];
      range.setBackground('red');
      return [...before, range.getBackgroundObject().getColorType().name()]`);
    expect(result).toEqual(['THEME', 'ACCENT4', '#34a853', 'ACCENT4', 'RGB']);
  });

  it.each([
    [`${ACCENT}.asRgbColor()`, 'Object is not of type RgbColor.'],
    ['SpreadsheetApp.newColor().asRgbColor()', 'Object is not of type RgbColor.'],
    ["SpreadsheetApp.newColor().setRgbColor('red').asThemeColor()", 'Object is not of type ThemeColor.'],
  ])('refuse %s', (call, message) => {
    expect(failing(call)).toBe(`Exception: ${message}`);
  });

  it('of alternating rows can be had as objects', () => {
    const result =
      inSheet(`const banding = sheet.getRange('A1:C9').applyRowBanding(SpreadsheetApp.BandingTheme.CYAN, true, true);
      banding.setFooterRowColorObject(null);
      return [banding.getHeaderRowColorObject().asRgbColor().asHexString(), banding.getFooterRowColorObject(), banding.getHeaderColumnColorObject()]`);
    expect(result).toEqual(['#4dd0e1', null, null]);
  });
});

describe('borders', () => {
  it('can be read, and change side by side', () => {
    const result = inSheet(`const range = sheet.getRange('B2:C3');
      const none = range.getBorder();
      range.setBorder(true, true, true, true, true, true);
      range.setBorder(true, null, true, true, true, true, '#00ff00', SpreadsheetApp.BorderStyle.DASHED);
      const { top, left } = { top: range.getBorder().getTop(), left: range.getBorder().getLeft() };
      return [none, ...[top, left].map((side) => [side.getBorderStyle().name(), side.getColor().asRgbColor().asHexString()])]`);
    expect(result).toEqual([null, ['DASHED', '#00ff00'], ['SOLID', '#000000']]);
  });
});

describe('groups', () => {
  const FOLDED = `const folded = () => [[2, 1], [3, 2], [8, 1]].map(([row, depth]) => sheet.getRowGroup(row, depth).isCollapsed());
    sheet.getRange('A2:A5').shiftRowGroupDepth(1); sheet.getRange('A3:A4').shiftRowGroupDepth(1); sheet.getRange('A8:A9').shiftRowGroupDepth(1);`;

  it.each([
    ['those that lie within', `sheet.getRange('A1:A6').collapseGroups()`, [true, true, false]],
    [
      'the innermost open one that it touches, where none lies within',
      `sheet.getRange('A3').collapseGroups()`,
      [false, true, false],
    ],
    ['none that it does not touch', `sheet.getRange('A6').collapseGroups()`, [false, false, false]],
  ])('of a range collapse: %s', (_, act, folded) => {
    // reference/spreadsheet/Range.md collapseGroups.
    expect(inSheet(`${FOLDED} ${act}; return folded()`)).toEqual(folded);
  });

  it.each([
    ['A3:A4', [false, false, true]],
    ['A6', [false, true, true]],
    ['A7', [true, true, true]],
    ['A10', [true, true, false]],
  ])('expand where the range touches them or their toggle: %s', (range, folded) => {
    // reference/spreadsheet/Range.md expandGroups; the toggle stands after the group.
    expect(
      inSheet(`${FOLDED} sheet.collapseAllRowGroups(); sheet.getRange('${range}').expandGroups(); return folded()`),
    ).toEqual(folded);
  });

  it('in one place expand from the outermost', () => {
    const result = inSheet(`sheet.getRange('A2:A4').shiftRowGroupDepth(2); sheet.collapseAllRowGroups();
      const shown = () => !sheet.isRowHiddenByUser(3);
      sheet.getRange('A3').expandGroups(); const once = shown(); sheet.getRange('A3').expandGroups(); return [once, shown()]`);
    expect(result).toEqual([false, true]);
  });
});

describe('arguments', () => {
  it.each([
    ['sheet.getRange(null)', 'Exception: Argument cannot be null: a1Notation'],
    ['sheet.getRange(undefined)', 'Exception: Argument cannot be null: a1Notation'],
    [
      'HtmlService.createHtmlOutput().setXFrameOptionsMode(HtmlService.XFrameOptionsMode.NONE)',
      'Exception: Argument cannot be null: mode',
    ],
    [
      'sheet.deleteRow(undefined)',
      "Exception: The parameters (null) don't match the method signature for SpreadsheetApp.Sheet.deleteRow.",
    ],
  ])('that are nothing: %s', (call, message) => {
    expect(failing(call)).toBe(message);
  });

  it('that only one of the two ways of copying knows leave the other: all is pasted', () => {
    const result = inSheet(`sheet.getRange('A1').setValue('x').setBackground('red');
      sheet.getRange('A1').copyTo(sheet.getRange('B1'), SpreadsheetApp.CopyPasteType.PASTE_VALUES);
      sheet.getRange('A1').copyTo(sheet.getRange('C1'), SpreadsheetApp.CopyPasteType.PASTE_VALUES, false);
      return [sheet.getRange('B1:C1').getBackgrounds(), sheet.getRange('B1:C1').getValues()]`);
    expect(result).toEqual([[['#ff0000', '#ffffff']], [['x', 'x']]]);
  });

  it('of setFormula may be null, and then take the formula away', () => {
    expect(
      inSheet(
        `const cell = sheet.getRange('A1').setFormula('=1+1'); cell.setFormula(null); return [cell.getFormula(), cell.getValue()]`,
      ),
    ).toEqual(['', '']);
  });

  it('that are colours may be their builders', () => {
    const result =
      inSheet(`const color = SpreadsheetApp.newColor().setThemeColor(SpreadsheetApp.ThemeColorType.ACCENT4);
      return [SpreadsheetApp.newTextStyle().setForegroundColorObject(color).build().getForegroundColor(), sheet.getRange('A1').setBackgroundObject(color).getBackground()]`);
    expect(result).toEqual(['ACCENT4', '#34a853']);
  });
});

describe('what a script gets wrong without being told', () => {
  it.each([
    ['Background', 'foo', '#ff0000'],
    ['Background', '#gggggg', '#ff0000'],
    ['FontColor', 'foo', '#0000ff'],
    ['HorizontalAlignment', 'foo', 'right'],
    ['VerticalAlignment', 'foo', 'top'],
    ['FontWeight', 'heavy', 'bold'],
    ['FontStyle', 'foo', 'italic'],
    ['FontLine', 'foo', 'underline'],
  ])('set%s with %s leaves the look as it was', (look, value, before) => {
    const result =
      inSheet(`const cell = sheet.getRange('A1').setBackground('red').setFontColor('blue').setHorizontalAlignment('right').setVerticalAlignment('top')
      .setFontWeight('bold').setFontStyle('italic').setFontLine('underline'); return cell.set${look}('${value}').get${look}()`);
    expect(result).toBe(before);
  });

  it('a way of pasting that copyTo does not know pastes everything', () => {
    expect(
      inSheet(
        `sheet.getRange('A1').setBackground('red').copyTo(sheet.getRange('B1'), 'FOO'); return sheet.getRange('B1').getBackground()`,
      ),
    ).toBe('#ff0000');
    expect(failing(`sheet.getRange('A1').copyTo(sheet.getRange('B1'), 'FOO', true)`)).toContain(
      "don't match the method signature",
    );
  });
});

it('numbers as notes are written in two ways', () => {
  expect(
    inSheet(
      `return [sheet.getRange('A1').setNote(25).getNote(), sheet.getRange('A1:C1').setNotes([[25, 2.5, 'x']]).getNotes()]`,
    ),
  ).toEqual(['25', [['25.0', '2.5', 'x']]]);
});

it('a protection that a script makes has no editors of its own, and the owner can edit', () => {
  expect(
    inSheet(`const one = sheet.protect(); const [editors, may] = [one.getEditors().length, one.canEdit()];
    return [editors, may, one.addEditor(Session.getEffectiveUser()).getEditors().map(String)]`),
  ).toEqual([0, true, ['agare@example.org']]);
});

it('the range of a protected sheet has no notation, and all its cells', () => {
  expect(
    inSheet(
      `const range = sheet.protect().getRange(); return [range.getA1Notation(), range.getNumRows(), range.getNumColumns()]`,
    ),
  ).toEqual(['', 1000, 26]);
});

describe('a filter', () => {
  const FILTER = `sheet.getRange('A1:B4').setValues([['h', 'n'], ['c', 3], ['a', 1], ['b', 2]]); const filter = sheet.getRange('A1:B4').createFilter();`;

  it('is that of the sheet for every range, and tells by what it sorted', () => {
    const result = inSheet(`${FILTER} filter.sort(2, false);
      const spec = sheet.getRange('F9').getFilter().getColumnSortSpec(2);
      return [sheet.getRange('A2:A4').getValues().flat(), spec.getDimensionIndex(), spec.isAscending(), spec.getSortOrder().name()]`);
    expect(result).toEqual([['c', 'b', 'a'], 2, false, 'DESCENDING']);
  });

  it('has no order for a column that it does not sort by', () => {
    expect(failing(`${FILTER} filter.sort(2, true); filter.getColumnSortSpec(1).getSortOrder()`)).toBe(
      'Exception: Unexpected error while getting the method or property getSortOrder on object SpreadsheetApp.SortSpec.',
    );
  });
});
