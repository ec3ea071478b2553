import { describe, expect, it } from 'vitest';
import { errorOf, valueIn } from '../script.ts';

const SHEET = 'const ss = SpreadsheetApp.getActiveSpreadsheet(); const sheet = ss.getActiveSheet();';

function inSheet(body: string, options = {}): unknown {
  return valueIn(`${SHEET} ${body}`, options);
}

function failing(body: string, options = {}): string {
  return errorOf(`${SHEET} ${body}`, options);
}

describe('data validation', () => {
  it('is read back as it was built', () => {
    // reference/spreadsheet/DataValidation.md; getCriteriaValues of a list holds the list and whether it drops down.
    const result = inSheet(`
      const rule = SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b'], false).setAllowInvalid(false).setHelpText('Välj').build();
      const read = sheet.getRange('A1:B2').setDataValidation(rule).getDataValidations()[1][1];
      return [read.getCriteriaType() === SpreadsheetApp.DataValidationCriteria.VALUE_IN_LIST, read.getCriteriaValues(), read.getAllowInvalid(), read.getHelpText()]`);
    expect(result).toEqual([true, [['a', 'b'], false], false, 'Välj']);
  });

  it('allows what fails unless told otherwise', () => {
    // reference/spreadsheet/DataValidationBuilder.md setAllowInvalid: the default is true.
    expect(inSheet('return SpreadsheetApp.newDataValidation().requireDate().build().getAllowInvalid()')).toBe(true);
  });

  it('of dates and ranges keeps dates and ranges', () => {
    const result = inSheet(`
      const day = new Date(2025, 9, 6);
      const after = SpreadsheetApp.newDataValidation().requireDateOnOrAfter(day).build();
      const from = SpreadsheetApp.newDataValidation().requireValueInRange(sheet.getRange('C1:C3')).build();
      sheet.getRange('A1:B1').setDataValidations([[after, from]]);
      const [[first, second]] = sheet.getRange('A1:B1').getDataValidations();
      return [first.getCriteriaValues()[0].getTime() === day.getTime(), second.getCriteriaValues()[0].getA1Notation(), sheet.getRange('D1').getDataValidation()]`);
    expect(result).toEqual([true, 'C1:C3', null]);
  });

  it('that rejects stops a script at the next call of the spreadsheet', () => {
    const rejecting = `sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b']).setAllowInvalid(false).build());`;
    const text =
      'Exception: The data you entered in cell A1 violates the data validation rules set on this cell. Please enter one of the following values: a, b.';
    expect(failing(`${rejecting} sheet.getRange('A1').setValue('c'); SpreadsheetApp.flush()`)).toBe(text);
    expect(failing(`${rejecting} sheet.getRange('A1').setValue('c')`)).toBe(text);
    expect(failing(`${rejecting} sheet.getRange('A1').setValue('b')`)).toBe('no error');
  });

  it('needs a criterion', () => {
    expect(failing('SpreadsheetApp.newDataValidation().build()')).toContain('Exception');
  });
});

describe('tick boxes', () => {
  it('start unticked and are ticked by check', () => {
    // reference/spreadsheet/Range.md insertCheckboxes, check, isChecked.
    const result = inSheet(`const range = sheet.getRange('A1:A2').insertCheckboxes();
      const states = [range.getValues(), range.isChecked()];
      sheet.getRange('A1').check();
      return [...states, range.isChecked(), sheet.getRange('A1').isChecked(), sheet.getRange('A1').getValue(), sheet.getRange('B1').isChecked()]`);
    expect(result).toEqual([[[false], [false]], false, null, true, true, null]);
  });

  it('with values of their own', () => {
    const result = inSheet(`const range = sheet.getRange('A1').insertCheckboxes('ja', 'nej');
      return [range.getValue(), range.check().getValue(), range.removeCheckboxes().getDataValidation(), range.getValue()]`);
    expect(result).toEqual(['nej', 'ja', null, '']);
  });
});

describe('notes', () => {
  it('are read as "" where there is none', () => {
    expect(inSheet("return sheet.getRange('A1:B1').setNotes([['a', null]]).getNotes()")).toEqual([['a', '']]);
  });
});

describe('protections', () => {
  it('of ranges and sheets keep what is set', () => {
    const result = inSheet(`
      const range = sheet.getRange('A1:B10').protect().setDescription('Rubriker').setWarningOnly(true);
      const whole = sheet.protect().setUnprotectedRanges([sheet.getRange('C1:C5')]);
      const types = SpreadsheetApp.ProtectionType;
      const [found] = sheet.getProtections(types.RANGE);
      return [found.getDescription(), found.isWarningOnly(), found.getRange().getA1Notation(), ss.getProtections(types.SHEET).length,
        whole.getUnprotectedRanges()[0].getA1Notation(), whole.canEdit(), String(whole.getProtectionType())]`);
    expect(result).toEqual(['Rubriker', true, 'A1:B10', 1, 'C1:C5', true, 'SHEET']);
  });

  it('are gone after remove', () => {
    const result = inSheet(
      `sheet.getRange('A1').protect().remove(); return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length`,
    );
    expect(result).toBe(0);
  });

  it('never keep the owner out', () => {
    // reference/spreadsheet/Protection.md canEdit: "The spreadsheet owner is always able to edit protected ranges and sheets."
    const result = inSheet(`const one = sheet.protect(); one.removeEditors(one.getEditors());
      sheet.getRange('A1').setValue(1); return [one.canEdit(), one.getEditors().map((user) => user.getEmail())]`);
    expect(result).toEqual([true, []]);
  });

  it('follow when columns are inserted', () => {
    const result = inSheet(
      `const one = sheet.getRange('B1:B5').protect(); sheet.insertColumnBefore(1); return one.getRange().getA1Notation()`,
    );
    expect(result).toBe('C1:C5');
  });
});

describe('filters', () => {
  it('hide rows by criteria', () => {
    const result = inSheet(`
      sheet.getRange('A1:A4').setValues([['Namn'], ['a'], ['b'], ['c']]);
      const filter = sheet.getRange('A1:A4').createFilter();
      filter.setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().setHiddenValues(['b']).build());
      const hidden = [2, 3, 4].map((row) => sheet.isRowHiddenByFilter(row));
      filter.setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().whenTextEqualTo('c').build());
      const later = [2, 3, 4].map((row) => sheet.isRowHiddenByFilter(row));
      filter.remove();
      return [hidden, later, sheet.isRowHiddenByFilter(2), sheet.getFilter()]`);
    expect(result).toEqual([[false, true, false], [true, true, false], false, null]);
  });

  it.each([
    ['whenTextEqualToAny(["a", "C"])', [false, false, true, true]],
    ['whenTextNotEqualTo("a")', [false, true, false, false]],
    ['whenTextNotEqualToAny(["a", "c"])', [true, true, false, false]],
    ['whenNumberEqualToAny([1, 3])', [true, true, true, false]],
    ['whenNumberNotEqualToAny([1, 3])', [true, true, true, true]],
    ['setVisibleBackgroundColor(yellow)', [true, false, true, true]],
    ['setVisibleForegroundColor(black)', [true, false, false, false]],
    ['setVisibleBackgroundColor(yellow).setVisibleForegroundColor(red)', [false, true, true, true]],
  ])('hide the rows that are not so: %s', (criteria, hidden) => {
    // reference/spreadsheet/FilterCriteriaBuilder.md; "Setting a foreground color filter criteria removes any current color filter criteria".
    const result = inSheet(`
      const color = (css) => SpreadsheetApp.newColor().setRgbColor(css).build();
      const [yellow, black, red] = ['yellow', 'black', 'red'].map(color);
      sheet.getRange('A1:A5').setValues([['Namn'], ['c'], ['a'], ['b'], [3]]);
      sheet.getRange('A3').setBackground('yellow');
      sheet.getRange('A2').setFontColor('red');
      sheet.getRange('A1:A5').createFilter().setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().${criteria}.build());
      return [2, 3, 4, 5].map((row) => sheet.isRowHiddenByFilter(row))`);
    expect(result).toEqual(hidden);
  });

  it('tell their colours and values', () => {
    const result = inSheet(`
      const blue = SpreadsheetApp.newColor().setRgbColor('blue').build();
      const filter = sheet.getRange('A1:B4').createFilter();
      filter.setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().setVisibleBackgroundColor(blue).whenTextEqualToAny(['a', 'b']).build());
      const read = filter.getColumnFilterCriteria(1).copy().build();
      return [read.getVisibleBackgroundColor().asRgbColor().asHexString(), read.getVisibleForegroundColor(), String(read.getCriteriaType()), read.getCriteriaValues()]`);
    expect(result).toEqual(['#0000ff', null, 'TEXT_EQUAL_TO', ['a', 'b']]);
  });

  it('are one a sheet', () => {
    expect(failing("sheet.getRange('A1:B2').createFilter(); sheet.getRange('D1:E2').createFilter()")).toBe(
      "Exception: You can't create a filter in a sheet that already has a filter.",
    );
  });
});

describe('conditional formats', () => {
  it('are read back as they were set', () => {
    const result = inSheet(`
      const rule = SpreadsheetApp.newConditionalFormatRule().whenNumberBetween(1, 10).setBackground('#FF0000').setBold(true).setRanges([sheet.getRange('A1:B3')]).build();
      const scale = SpreadsheetApp.newConditionalFormatRule().setGradientMinpoint('#ffffff').setGradientMaxpointWithValue('#00ff00', SpreadsheetApp.InterpolationType.PERCENT, '90').setRanges([sheet.getRange('C1:C3')]).build();
      sheet.setConditionalFormatRules([rule, scale]);
      const [first, second] = sheet.getConditionalFormatRules();
      const condition = first.getBooleanCondition();
      return [String(condition.getCriteriaType()), condition.getCriteriaValues(), condition.getBackground(), condition.getBold(), condition.getItalic(),
        first.getRanges()[0].getA1Notation(), first.getGradientCondition(), second.getGradientCondition().getMaxValue(), String(second.getGradientCondition().getMinType())]`);
    expect(result).toEqual(['NUMBER_BETWEEN', [1, 10], '#ff0000', true, null, 'A1:B3', null, '90', 'MIN']);
  });

  it('take and give colours as objects', () => {
    // reference/spreadsheet/ConditionalFormatRuleBuilder.md, BooleanCondition.md, GradientCondition.md.
    const result = inSheet(`
      const color = (css) => SpreadsheetApp.newColor().setRgbColor(css).build();
      const hex = (one) => one && one.asRgbColor().asHexString();
      const { PERCENT } = SpreadsheetApp.InterpolationType;
      const range = sheet.getRange('A1:B3');
      const looks = SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().setBackgroundObject(color('red')).setFontColorObject(color('blue')).setRanges([range]);
      const scale = SpreadsheetApp.newConditionalFormatRule().setGradientMinpointObject(color('red')).setGradientMidpointObjectWithValue(color('blue'), PERCENT, '40').setGradientMaxpointObject(color('lime')).setRanges([range]);
      sheet.setConditionalFormatRules([looks.build(), looks.setFontColorObject(null).build(), scale.build()]);
      const [first, second, third] = sheet.getConditionalFormatRules();
      const gradient = third.getGradientCondition();
      return [hex(first.getBooleanCondition().getBackgroundObject()), hex(first.getBooleanCondition().getFontColorObject()), second.getBooleanCondition().getFontColorObject(),
        hex(gradient.getMinColorObject()), hex(gradient.getMidColorObject()), gradient.getMidValue(), hex(gradient.getMaxColorObject())]`);
    expect(result).toEqual(['#ff0000', '#0000ff', null, '#ff0000', '#0000ff', '40', '#00ff00']);
  });

  it('need a range', () => {
    expect(failing('SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().setBold(true).build()')).toContain(
      'Exception',
    );
  });
});

describe('banding', () => {
  it('has the colours of its theme', () => {
    const result =
      inSheet(`const band = sheet.getRange('A1:B5').applyRowBanding(SpreadsheetApp.BandingTheme.CYAN, true, false);
      return [band.getHeaderRowColor(), band.getFooterRowColor(), band.getFirstColumnColor(), band.setSecondRowColor('#eeeeee').getSecondRowColor(), sheet.getBandings().length]`);
    expect(result).toEqual(['#4dd0e1', null, null, '#eeeeee', 1]);
  });
});

describe('developer metadata', () => {
  it('stays with its row, column and sheet', () => {
    // reference/spreadsheet/Range.md addDeveloperMetadata: only whole rows and columns.
    const result = inSheet(`
      sheet.getRange('3:3').addDeveloperMetadata('id', 'tre');
      sheet.getRange('B:B').addDeveloperMetadata('kolumn', 'b', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
      sheet.addDeveloperMetadata('flik'); ss.addDeveloperMetadata('version', '1');
      sheet.insertRowBefore(1); sheet.insertColumnBefore(1);
      const find = (key) => ss.createDeveloperMetadataFinder().withKey(key).find()[0];
      return [find('id').getLocation().getRow().getRow(), find('kolumn').getLocation().getColumn().getColumn(), find('id').getValue(), find('flik').getValue(),
        String(find('kolumn').getVisibility()), String(find('version').getLocation().getLocationType()), sheet.getRange('4:4').getDeveloperMetadata()[0].getKey(),
        sheet.createDeveloperMetadataFinder().find().length]`);
    expect(result).toEqual([4, 3, 'tre', null, 'PROJECT', 'SPREADSHEET', 'id', 3]);
  });

  it('is not for other ranges', () => {
    expect(failing("sheet.getRange('A1:B2').addDeveloperMetadata('x')")).toContain(
      'Adding developer metadata to arbitrary ranges is not currently supported',
    );
  });
});

describe('named ranges', () => {
  it('are found, moved and removed', () => {
    const result = inSheet(`ss.setNamedRange('Deltagare', sheet.getRange('B2:C3'));
      sheet.getRange('Deltagare').setValue(2);
      sheet.insertRowBefore(1);
      const [named] = ss.getNamedRanges();
      const seen = [named.getName(), named.getRange().getA1Notation(), ss.getRangeByName('Deltagare').getA1Notation(), sheet.getRange('A1').setFormula('=SUM(Deltagare)').getValue()];
      ss.removeNamedRange('Deltagare');
      return [...seen, ss.getRangeByName('Deltagare')]`);
    expect(result).toEqual(['Deltagare', 'B3:C4', 'B3:C4', 8, null]);
  });

  it.each(['två ord', 'A1', '1a', ''])('cannot be called "%s"', (name) => {
    expect(failing(`ss.setNamedRange('${name}', sheet.getRange('A1'))`)).toContain('Exception');
  });
});
