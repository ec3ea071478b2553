import { describe, expect, it } from 'vitest';
import { errorOf, hostOf, valueFrom, valueIn } from '../script.ts';

const SHEET = 'const ss = SpreadsheetApp.getActiveSpreadsheet(); const sheet = ss.getActiveSheet();';

function inSheet(body: string, options = {}): unknown {
  return valueIn(`${SHEET} ${body}`, options);
}

function failing(body: string, options = {}): string {
  return errorOf(`${SHEET} ${body}`, options);
}

describe('sheets', () => {
  it('are inserted, named, ordered, copied and deleted', () => {
    // reference/spreadsheet/Spreadsheet.md insertSheet, moveActiveSheet, duplicateActiveSheet; Sheet.md copyTo ("Copy of [original name]").
    const result = inSheet(`
      const names = () => ss.getSheets().map((one) => one.getName());
      const steps = [];
      ss.insertSheet('B'); steps.push(names());
      ss.insertSheet('A', 0); steps.push(names());
      ss.insertSheet(); steps.push(names());
      ss.getSheetByName('A').copyTo(ss).setName('Kopia'); steps.push(names());
      ss.setActiveSheet(ss.getSheetByName('Kopia')); ss.moveActiveSheet(1); steps.push(names());
      ss.deleteSheet(ss.getSheetByName('B')); steps.push(names());
      return steps`);
    expect(result).toEqual([
      ['Blad1', 'B'],
      ['A', 'Blad1', 'B'],
      ['A', 'Blad4', 'Blad1', 'B'],
      ['A', 'Blad4', 'Blad1', 'B', 'Kopia'],
      ['Kopia', 'A', 'Blad4', 'Blad1', 'B'],
      ['Kopia', 'A', 'Blad4', 'Blad1'],
    ]);
  });

  it.each([
    ["ss.insertSheet('Blad1')", 'A sheet with the name "Blad1" already exists. Please enter another name.'],
    ['ss.deleteSheet(sheet)', "You can't remove all the sheets in a document."],
    [
      "ss.insertSheet('B').hideSheet(); ss.deleteSheet(sheet)",
      "You can't remove all the visible sheets in a document.",
    ],
    [
      "SpreadsheetApp.openByUrl('https://docs.google.com/spreadsheets/d/abc/edit')",
      'Unexpected error while getting the method or property openByUrl on object SpreadsheetApp.',
    ],
    ['sheet.hideSheet()', "You can't hide all the sheets in a document."],
    ['sheet.deleteRows(999, 3)', 'Those rows are out of bounds.'],
    ['sheet.deleteColumn(27)', 'Those columns are out of bounds.'],
    ['sheet.deleteRows(1, 1000)', "You can't delete all the rows on the sheet."],
    ['sheet.insertRowsAfter(1001, 1)', 'Those rows are out of bounds.'],
    [
      'sheet.insertRowsAfter(1000, 400000)',
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    ],
  ])('%s fails', (call, message) => {
    expect(failing(call)).toBe(`Exception: ${message}`);
  });

  it('are found by their exact name', () => {
    expect(
      inSheet(
        "return [ss.getSheetByName('Blad1') === sheet, ss.getSheetByName('blad1'), ss.getSheetById(sheet.getSheetId()).getName()]",
      ),
    ).toEqual([true, null, 'Blad1']);
  });

  it('keep settings of calculation and of the buttons for groups', () => {
    // reference/spreadsheet/Spreadsheet.md setRecalculationInterval ..., Sheet.md setRowGroupControlPosition
    const result = inSheet(`
      ss.setIterativeCalculationEnabled(true).setMaxIterativeCalculationCycles(10).setRecalculationInterval(SpreadsheetApp.RecalculationInterval.HOUR);
      sheet.setRowGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.BEFORE);
      return [ss.isIterativeCalculationEnabled(), ss.getMaxIterativeCalculationCycles(), ss.getRecalculationInterval().name(),
        sheet.getRowGroupControlPosition().name(), sheet.getColumnGroupControlPosition().name()]`);
    expect(result).toEqual([true, 10, 'HOUR', 'BEFORE', 'AFTER']);
  });

  it('take the colour of their tab without "#" too', () => {
    expect(
      inSheet("return [sheet.setTabColor('ff0000').getTabColor(), sheet.setTabColor(null).getTabColor()]"),
    ).toEqual(['#ff0000', null]);
  });

  it('keep frozen, hidden, coloured and sized parts', () => {
    const result = inSheet(`
      sheet.setFrozenRows(2); sheet.setFrozenColumns(1); sheet.setTabColor('red'); sheet.setColumnWidth(2, 150); sheet.setRowHeight(3, 40);
      sheet.hideColumns(4, 2); sheet.hideRow(sheet.getRange('A5'));
      ss.insertSheet('Annan').hideSheet();
      return [sheet.getFrozenRows(), sheet.getFrozenColumns(), sheet.getTabColor(), sheet.getColumnWidth(2), sheet.getColumnWidth(3), sheet.getRowHeight(3), sheet.getRowHeight(4),
        sheet.isColumnHiddenByUser(5), sheet.isColumnHiddenByUser(6), sheet.isRowHiddenByUser(5), ss.getSheetByName('Annan').isSheetHidden()]`);
    expect(result).toEqual([2, 1, '#ff0000', 150, 100, 40, 21, true, false, true, true]);
  });

  it('make new rows look like the row that they were inserted beside', () => {
    const result = inSheet(`sheet.getRange('1:1').setBackground('red'); sheet.getRange('2:2').setBackground('lime');
      sheet.insertRowBefore(2); sheet.insertRowAfter(1);
      return sheet.getRange('A1:A4').getBackgrounds().flat()`);
    expect(result).toEqual(['#ff0000', '#ff0000', '#00ff00', '#00ff00']);
  });

  it('move columns', () => {
    // reference/spreadsheet/Sheet.md moveColumns(columnSpec, destinationIndex): the index before the move.
    const result = inSheet(`sheet.getRange('A1:D1').setValues([['a', 'b', 'c', 'd']]);
      sheet.moveColumns(sheet.getRange('A1:B1'), 4);
      const first = sheet.getRange('A1:D1').getValues()[0].join('');
      sheet.moveColumns(sheet.getRange('D1'), 1);
      return [first, sheet.getRange('A1:D1').getValues()[0].join('')]`);
    expect(result).toEqual(['cabd', 'dcab']);
  });

  it('have groups of rows', () => {
    const result = inSheet(`sheet.getRange('2:4').shiftRowGroupDepth(1);
      const group = sheet.getRowGroup(2, 1).collapse();
      return [sheet.getRowGroupDepth(3), sheet.getRowGroupDepth(5), group.isCollapsed(), sheet.isRowHiddenByUser(3), group.getRange().getA1Notation().slice(0, 2)]`);
    expect(result).toEqual([1, 0, true, true, 'A2']);
  });

  it('keep charts as objects', () => {
    const result = inSheet(`
      const chart = sheet.newChart().setChartType(Charts.ChartType.BAR).addRange(sheet.getRange('A1:B5')).setPosition(5, 3, 0, 0).setOption('title', 'Antal').build();
      sheet.insertChart(chart);
      const [found] = sheet.getCharts();
      sheet.updateChart(found.modify().asPieChart().setTitle('Nytt').build());
      return [found.getRanges()[0].getA1Notation(), found.getContainerInfo().getAnchorRow(), sheet.getCharts()[0].getOptions().get('title')]`);
    expect(result).toEqual(['A1:B5', 5, 'Nytt']);
  });
});

describe('the spreadsheet', () => {
  it('knows its name, locale, zone, owner and address', () => {
    const result = inSheet(`ss.rename('Diplom');
      return [ss.getName(), ss.getSpreadsheetLocale(), ss.getSpreadsheetTimeZone(), ss.getOwner().getEmail(), ss.getUrl().includes(ss.getId()), ss.getNumSheets(), ss === SpreadsheetApp.getActive()]`);
    expect(result).toEqual(['Diplom', 'sv_SE', 'Europe/Stockholm', 'agare@example.org', true, 1, true]);
  });

  it('is copied with its content and opened by id', () => {
    const result = inSheet(`sheet.getRange('A1').setValue('x');
      const copy = ss.copy('Kopia'); copy.getActiveSheet().getRange('A1').setValue('y');
      const again = SpreadsheetApp.openById(copy.getId());
      return [sheet.getRange('A1').getValue(), again.getSheets()[0].getRange('A1').getValue(), again.getName(), SpreadsheetApp.openByUrl(copy.getUrl()).getId() === copy.getId()]`);
    expect(result).toEqual(['x', 'y', 'Kopia', true]);
  });

  it('made by a script has the wanted size', () => {
    expect(
      inSheet(
        "const made = SpreadsheetApp.create('Ny', 5, 3); return [made.getSheets()[0].getMaxRows(), made.getSheets()[0].getMaxColumns()]",
      ),
    ).toEqual([5, 3]);
  });

  it('is closed to scripts with currentonly that open by id', () => {
    const files = {
      'appsscript.json': '{"oauthScopes": ["https://www.googleapis.com/auth/spreadsheets.currentonly"]}',
    };
    expect(failing('SpreadsheetApp.openById(ss.getId())', { files })).toContain(
      'permissions are not sufficient to call SpreadsheetApp.openById',
    );
  });

  it('shows no window to a function that the editor runs', () => {
    // "Cannot call SpreadsheetApp.getUi() from this context." as users report it of triggers.
    const host = hostOf(
      'function main() { SpreadsheetApp.getUi() } function setUp() { ScriptApp.newTrigger("main").timeBased().everyHours(1).create() }',
    );
    host.run('setUp');
    host.advance('2025-09-01T10:00');
    expect(host.executions.at(-1)?.error?.message).toBe('Cannot call SpreadsheetApp.getUi() from this context.');
  });
});

describe('writes', () => {
  it('wait until something is read', () => {
    const host = hostOf(
      `function main() { ${SHEET} sheet.getRange('A1').setValue(1); sheet.getRange('A2').setValue(2); throw new Error('x') }`,
    );
    expect(host.run('main').error?.message).toBe('x');
    expect(host.spreadsheet.activeSheet.value(1, 0)).toBe(2);
  });

  it('that were not flushed are lost when the execution is killed', () => {
    const host = hostOf(
      `function main() { ${SHEET} sheet.getRange('A1').setValue(1); SpreadsheetApp.flush(); sheet.getRange('A2').setValue(2); sheet.getRange('A3').setValue(3) }`,
    );
    host.fault({ on: 'write', nth: 3, when: 'before', kind: 'kill' });
    host.run('main');
    expect([0, 1, 2].map((row) => host.spreadsheet.activeSheet.value(row, 0))).toEqual([1, null, null]);
  });

  it('and reads are counted, handles are not', () => {
    const host = hostOf(
      `function main() { ${SHEET} sheet.getRange('A1:B2').setValues([[1, 2], [3, 4]]); sheet.getRange('A1:B2').getValues(); ss.getSheetByName('Blad1').getLastRow(); }`,
    );
    host.run('main');
    expect(host.meter()).toMatchObject({ executions: [{ backend: 3, cellsWritten: 4, cellsRead: 4 }] });
  });

  it('of 30,000 rows and 25 columns arrive whole', () => {
    const host = hostOf(`function main() { ${SHEET} sheet.insertRowsAfter(1000, 29000);
      sheet.getRange(1, 1, 30000, 25).setValues(Array.from({ length: 30000 }, (_, row) => Array.from({ length: 25 }, (__, column) => row * 25 + column)));
      return sheet.getRange(30000, 25).getValue() }`);
    expect(valueFrom(host.run('main'))).toBe(749_999);
  });
});
