import { describe, expect, it } from 'vitest';
import { finished, sample, shown, value } from './sample.ts';

// Tables: reading, grouping, sorting, validation, looks, charts. Behaviour: reference/spreadsheet on
// developers.google.com/apps-script.

const FILL = `
  function fill() {
    var sheet = SpreadsheetApp.getActiveSheet().setName('Sales');
    var rows = [
      ['Date', 'Region', 'Seller', 'Amount'],
      [new Date(2025, 0, 5), 'North', 'Eva', 120],
      [new Date(2025, 0, 6), 'South', 'Bo', 80.5],
      [new Date(2025, 1, 7), 'North', 'Bo', 200],
      [new Date(2025, 1, 8), 'East', 'Eva', 40]
    ];
    sheet.getRange(1, 1, rows.length, rows[0].length).setValues(rows);
    sheet.setFrozenRows(1);
    sheet.getRange('A2:A').setNumberFormat('yyyy-MM-dd');
    return sheet;
  }`;

const run = (code: string, settings = {}) => {
  const host = sample(`${FILL}\n${code}`, settings);
  return { host, result: value(host, 'main') };
};

describe('a summary', () => {
  it('groups rows into a new sheet, formatted', () => {
    const { host } = run(`
      function main() {
        fill();
        var ss = SpreadsheetApp.getActiveSpreadsheet();
        var data = ss.getSheetByName('Sales').getDataRange().getValues();
        data.shift();
        var totals = data.reduce(function (sums, row) { sums[row[1]] = (sums[row[1]] || 0) + row[3]; return sums; }, {});
        var target = ss.getSheetByName('Summary') || ss.insertSheet('Summary');
        target.clearContents();
        var out = [['Region', 'Total']].concat(Object.keys(totals).sort().map(function (key) { return [key, totals[key]]; }));
        target.getRange(1, 1, out.length, 2).setValues(out);
        target.getRange(1, 1, 1, 2).setFontWeight('bold').setBackground('#eeeeee');
        target.getRange(2, 2, out.length - 1).setNumberFormat('#,##0.00');
        target.autoResizeColumns(1, 2);
      }`);
    expect(shown(host, 'Summary')).toEqual([
      ['Region', 'Total'],
      ['East', '40,00'],
      ['North', '320,00'],
      ['South', '80,50'],
    ]);
  });

  it('tells types apart: dates, numbers, text and empty cells', () => {
    expect(
      run(`
      function main() {
        var sheet = fill();
        return sheet.getRange('A2:E2').getValues()[0].map(function (value) { return value instanceof Date ? 'Date ' + value.getTime() : typeof value + ' ' + value; })
          .concat([sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation(), sheet.getRange('Sales!D2').isBlank()]);
      }`).result,
    ).toEqual([
      `Date ${Date.UTC(2025, 0, 4, 23)}`,
      'string North',
      'string Eva',
      'number 120',
      'string ',
      5,
      4,
      'A1:D5',
      false,
    ]);
  });
});

describe('sorting and filtering', () => {
  it('sorts by several columns below the frozen row', () => {
    const { host } = run(`
      function main() {
        var sheet = fill();
        sheet.getRange(2, 1, sheet.getLastRow() - 1, sheet.getLastColumn()).sort([{ column: 2, ascending: true }, { column: 4, ascending: false }]);
      }`);
    expect(
      shown(host)
        .slice(1)
        .map((row) => `${row[1]} ${row[3]}`),
    ).toEqual(['East 40', 'North 200', 'North 120', 'South 80,5']);
  });

  it('sorts the whole sheet and leaves the heading', () => {
    const { host } = run('function main() { fill().sort(4, false); }');
    expect(shown(host).map((row) => row[3])).toEqual(['Amount', '200', '120', '80,5', '40']);
  });

  it('filters by a condition and reads what is left', () => {
    expect(
      run(`
      function main() {
        var sheet = fill();
        var criteria = SpreadsheetApp.newFilterCriteria().whenNumberGreaterThan(100).build();
        sheet.getDataRange().createFilter().setColumnFilterCriteria(4, criteria);
        var visible = [];
        for (var row = 2; row <= sheet.getLastRow(); row++) if (!sheet.isRowHiddenByFilter(row)) visible.push(sheet.getRange(row, 3).getValue());
        return visible;
      }`).result,
    ).toEqual(['Eva', 'Bo']);
  });

  it('removes duplicates', () => {
    const { host } = run(`
      function main() { var sheet = fill(); sheet.appendRow(['', 'x', 'Bo', 1]); sheet.getRange('C2:C6').removeDuplicates(); return sheet.getRange('C2:C6').getValues(); }`);
    expect(shown(host).map((row) => row[2])).toEqual(['Seller', 'Eva', 'Bo', '', '', '']);
  });
});

describe('rules for input', () => {
  const CODE = `
    function main() {
      var sheet = fill();
      var list = SpreadsheetApp.newDataValidation().requireValueInList(['North', 'South', 'East'], true).setAllowInvalid(false).setHelpText('Choose a region').build();
      sheet.getRange('B2:B100').setDataValidation(list);
      sheet.getRange('E2:E5').insertCheckboxes();
      var rule = SpreadsheetApp.newConditionalFormatRule().whenNumberLessThan(50).setBackground('#ffcccc').setRanges([sheet.getRange('D2:D')]).build();
      sheet.setConditionalFormatRules(sheet.getConditionalFormatRules().concat([rule]));
      sheet.getRange('A1:E1').protect().setDescription('Headings').setWarningOnly(true);
      var back = sheet.getRange('B2').getDataValidation();
      return [String(back.getCriteriaType()), back.getCriteriaValues()[0], back.getAllowInvalid(), sheet.getRange('E2').getValue(), sheet.getRange('E2').isChecked(),
        sheet.getConditionalFormatRules().length, sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getDescription()];
    }
    function wrong() { SpreadsheetApp.getActiveSheet().getRange('B2').setValue('West'); SpreadsheetApp.flush(); }`;

  it('are set by script and read back', () => {
    expect(run(CODE).result).toEqual(['VALUE_IN_LIST', ['North', 'South', 'East'], false, false, false, 1, 'Headings']);
  });

  it('bind people and scripts alike', () => {
    const { host } = run(CODE);
    expect(host.edit({ sheet: 'Sales', range: 'B2', value: 'West' }).refused?.message).toContain('Choose a region');
    expect(host.edit({ sheet: 'Sales', range: 'B2', value: 'South' }).refused).toBeUndefined();
    expect(host.run('wrong').error?.message).toContain('B2');
    expect(shown(host)[1]?.[1]).toBe('South');
  });
});

describe('typed text', () => {
  it('becomes numbers, dates and truth values as if a person had typed it, in the locale of the workbook', () => {
    const code = `
      function main() {
        var sheet = SpreadsheetApp.getActiveSheet();
        sheet.getRange('A1:F1').setValues([['1,5', '1.5', '2025-09-01', 'TRUE', "'007", '50%']]);
        return sheet.getRange('A1:F1').getValues()[0].map(function (v) { return v instanceof Date ? 'date' : typeof v + ' ' + v; });
      }`;
    expect(value(sample(code), 'main')).toEqual([
      'number 1.5',
      expect.any(String),
      'date',
      'boolean true',
      'string 007',
      'number 0.5',
    ]);
    expect(value(sample(code, { locale: 'en_US' }), 'main')).toEqual([
      'string 1,5',
      'number 1.5',
      'date',
      'boolean true',
      'string 007',
      'number 0.5',
    ]);
  });

  it('is refused with Apps Script’s words when its shape is wrong', () => {
    const wrong = (call: string) => sample(`function main() { ${call} }`).run('main').error?.message;
    expect(wrong(`SpreadsheetApp.getActiveSheet().getRange('A1:B2').setValues([[1, 2, 3]])`)).toBe(
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    );
    expect(wrong(`SpreadsheetApp.getActiveSheet().getRange('A1').setValues([1])`)).toBe(
      "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    );
    expect(wrong(`SpreadsheetApp.getActiveSheet().getRange('Ö1')`)).toBe('Range not found');
    expect(wrong(`SpreadsheetApp.getActive().getSheetByName('Nope').getName()`)).toBe(
      "Cannot read properties of null (reading 'getName')",
    );
  });
});

describe('formulas', () => {
  it('are written, copied down and calculated', () => {
    expect(
      run(`
      function main() {
        var sheet = fill();
        sheet.getRange('E1').setValue('With tax');
        sheet.getRange('E2').setFormula('=D2*1.25');
        sheet.getRange('E2').copyTo(sheet.getRange('E3:E5'));
        sheet.getRange('D6').setFormula('=SUM(D2:D5)');
        sheet.getRange('E6').setFormulaR1C1('=SUM(R[-4]C:R[-1]C)');
        SpreadsheetApp.flush();
        return [sheet.getRange('E5').getFormula(), sheet.getRange('D6:E6').getValues()[0], sheet.getRange('E6').getFormula()];
      }`).result,
    ).toEqual(['=D5*1.25', [440.5, 550.625], '=SUM(E2:E5)']);
  });
});

describe('archives and structure', () => {
  it('copies a sheet, moves done rows, hides and inserts', () => {
    const { host, result } = run(`
      function main() {
        var ss = SpreadsheetApp.getActive();
        var sheet = fill();
        var archive = sheet.copyTo(ss).setName('Archive');
        archive.getRange(2, 1, archive.getLastRow() - 1, archive.getLastColumn()).clearContent();
        var rows = sheet.getDataRange().getValues();
        for (var i = rows.length - 1; i >= 1; i--) {
          if (rows[i][1] === 'North') { archive.appendRow(rows[i]); sheet.deleteRow(i + 1); }
        }
        sheet.insertColumnBefore(1).getRange('A1').setValue('Id');
        sheet.hideColumns(1);
        ss.setNamedRange('Amounts', sheet.getRange('E2:E3'));
        ss.moveActiveSheet(1);
        return [ss.getSheets().map(function (s) { return s.getName(); }), ss.getRangeByName('Amounts').getValues(), sheet.isColumnHiddenByUser(1)];
      }`);
    expect(result).toEqual([['Sales', 'Archive'], [[80.5], [40]], true]);
    expect(shown(host, 'Archive').map((row) => row[2])).toEqual(['Seller', 'Bo', 'Eva']);
  });

  it('finds and replaces text', () => {
    expect(
      run(`
      function main() {
        var sheet = fill();
        var finder = sheet.createTextFinder('north').matchCase(false);
        var places = finder.findAll().map(function (range) { return range.getA1Notation(); });
        return [places, finder.replaceAllWith('Norr'), sheet.getRange('B2').getValue()];
      }`).result,
    ).toEqual([['B2', 'B4'], 2, 'Norr']);
  });
});

describe('charts', () => {
  it('are built, placed, changed and removed', () => {
    expect(
      run(`
      function main() {
        var sheet = fill();
        var chart = sheet.newChart().setChartType(Charts.ChartType.COLUMN).addRange(sheet.getRange('C1:D5')).setPosition(2, 6, 0, 0)
          .setOption('title', 'Sales per seller').setOption('legend', { position: 'none' }).build();
        sheet.insertChart(chart);
        var stored = sheet.getCharts()[0];
        sheet.updateChart(stored.modify().setOption('title', 'New').build());
        var result = [sheet.getCharts().length, sheet.getCharts()[0].getRanges()[0].getA1Notation(), sheet.getCharts()[0].getOptions().get('title')];
        sheet.removeChart(sheet.getCharts()[0]);
        return result.concat(sheet.getCharts().length);
      }`).result,
    ).toEqual([1, 'C1:D5', 'New', 0]);
  });
});

describe('imports', () => {
  it('reads CSV into a sheet in one write', () => {
    const host = sample(`
      function main() {
        var blob = DriveApp.createFile('list.csv', 'Name,Age\\n"Ek, Åsa",41\\nBo,7').getBlob();
        var rows = Utilities.parseCsv(blob.getDataAsString());
        SpreadsheetApp.getActiveSheet().getRange(1, 1, rows.length, rows[0].length).setValues(rows);
      }`);
    finished(host.run('main'));
    expect(shown(host)).toEqual([
      ['Name', 'Age'],
      ['Ek, Åsa', '41'],
      ['Bo', '7'],
    ]);
    expect(host.meter().executions[0]).toMatchObject({ cellsWritten: 6 });
  });
});

describe('other workbooks', () => {
  it('are created, opened by id and by link', () => {
    expect(
      value(
        sample(`
        function main() {
          var ss = SpreadsheetApp.create('New book', 10, 3);
          ss.getSheets()[0].appendRow(['x', 1]);
          var again = SpreadsheetApp.openById(ss.getId());
          var byUrl = SpreadsheetApp.openByUrl(ss.getUrl());
          return [again.getName(), byUrl.getSheets()[0].getRange('B1').getValue(), again.getSheets()[0].getMaxRows(), DriveApp.getFileById(ss.getId()).getName(),
            SpreadsheetApp.getActive().getId() !== ss.getId()];
        }`),
        'main',
      ),
    ).toEqual(['New book', 1, 10, 'New book', true]);
  });
});
