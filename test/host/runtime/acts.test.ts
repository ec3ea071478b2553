import { describe, expect, it } from 'vitest';
import type { Host } from '../../../scripts/host/index.ts';
import { hostOf } from '../script.ts';

const SCRIPT = `
  const plain = (e) => ({ ...e, source: e.source.getName(), user: e.user && e.user.getEmail(), authMode: String(e.authMode), range: e.range && e.range.getA1Notation() });
  const note = (name, e) => console.log(name + ' ' + JSON.stringify(plain(e)));
  function onEdit(e) { note('simple', e) }
  function edited(e) { note('edited', e) }
  function changed(e) { note('changed', e) }
  function install() {
    const book = SpreadsheetApp.getActiveSpreadsheet();
    const sheet = book.getSheets()[0].setName('Data');
    sheet.getRange('A1:B1').setValues([['Namn', 'Antal']]);
    sheet.getRange('A2:B4').setValues([['c', 3], ['a', 1], ['b', 2]]);
    sheet.setFrozenRows(1);
    sheet.getRange('B2:B4').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberBetween(0, 9).setAllowInvalid(false).build());
    sheet.getRange('D1').setFormula('=SUM(B2:B4)');
    book.setNamedRange('antal', sheet.getRange('B2:B4'));
  }
  function triggers() {
    const book = SpreadsheetApp.getActiveSpreadsheet();
    ScriptApp.newTrigger('edited').forSpreadsheet(book).onEdit().create();
    ScriptApp.newTrigger('changed').forSpreadsheet(book).onChange().create();
  }
  function named() { return SpreadsheetApp.getActiveSpreadsheet().getRangeByName('antal').getA1Notation() }
`;

function workbook(script = SCRIPT): Host {
  const host = hostOf(script);
  const installed = host.run('install');
  if (installed.error) throw new Error(installed.error.stack);
  return host;
}

const logs = (executions: readonly { readonly log: readonly { readonly text: string }[] }[]) =>
  executions.flatMap(({ log }) => log.map(({ text }) => text));

const events = (executions: Parameters<typeof logs>[0]) =>
  Object.fromEntries(logs(executions).map((text) => [text.split(' ')[0], JSON.parse(text.slice(text.indexOf(' ')))]));

const column = (host: Host, index: number) =>
  [0, 1, 2, 3].map((row) => host.spreadsheet.sheetByName('Data')?.value(row, index));

// guides/triggers/index.md, "onSelectionChange(e)", with its sample: a single empty cell that is selected becomes red.
describe('selecting cells', () => {
  const script = `
    function onSelectionChange(e) {
      const range = e.range;
      if (range.getNumRows() === 1 && range.getNumColumns() === 1 && range.getCell(1, 1).getValue() === '') range.setBackground('red');
      console.log([range.getSheet().getName(), range.getA1Notation(), e.user.getEmail(), String(e.authMode)].join());
    }
    function install() { SpreadsheetApp.getActive().insertSheet('Data').getRange('A1').setValue('Namn'); }
    function colours() { return SpreadsheetApp.getActive().getRange('Data!A1:B1').getBackgrounds()[0]; }
    function active() { return [SpreadsheetApp.getActiveSheet().getName(), SpreadsheetApp.getActiveRange().getA1Notation()]; }`;

  it.each([
    ['an empty cell', 'Data!B1', ['#ffffff', '#ff0000']],
    ['a cell with a value', 'Data!A1', ['#ffffff', '#ffffff']],
    ['several cells', 'Data!A1:B1', ['#ffffff', '#ffffff']],
  ])('tells onSelectionChange of %s', (_, range, colours) => {
    const host = workbook(script);
    const { executions } = host.select({ range, user: 'kim@example.org' });
    expect(logs(executions)).toEqual([`${range.replace('!', ',')},kim@example.org,LIMITED`]);
    expect(host.run('colours').value).toEqual(colours);
  });

  it('makes them the active range of the active sheet', () => {
    const host = workbook(script);
    host.select({ sheet: 'Blad1', range: 'B2:C3' });
    expect(host.run('active').value).toEqual(['Blad1', 'B2:C3']);
  });
});

// guides/triggers/events.md: value and oldValue only for a single cell, oldValue only where there was one.
describe('typing in a cell', () => {
  it.each([
    ['a new value', 'C2', 'x', { value: 'x' }],
    ['another value', 'A2', 'd', { value: 'd', oldValue: 'c' }],
    ['a number for a number', 'B2', '5', { value: '5', oldValue: '3' }],
    ['a number with a Swedish comma', 'C2', '1,5', { value: '1.5' }],
    ['nothing', 'A2', '', { oldValue: 'c' }],
    ['a yes', 'C2', true, { value: 'TRUE' }],
  ])('tells the handlers of %s', (_, range, value, fields) => {
    const host = workbook();
    host.run('triggers');
    const { executions } = host.edit({ sheet: 'Data', range, value });
    const common = { source: 'Kalkylark utan namn', user: 'agare@example.org', range };
    expect(events(executions)).toEqual({
      simple: { ...common, ...fields, authMode: 'LIMITED' },
      edited: { ...common, ...fields, authMode: 'FULL', triggerUid: host.triggers[0]?.id },
      changed: {
        source: common.source,
        user: common.user,
        authMode: 'FULL',
        changeType: 'EDIT',
        triggerUid: host.triggers[1]?.id,
      },
    });
  });

  it('is refused by a validation that rejects, and then fires nothing', () => {
    const host = workbook();
    host.run('triggers');
    const result = host.edit({ sheet: 'Data', range: 'B2', value: '10' });
    expect(result.refused?.message).toContain('B2');
    expect([result.executions, column(host, 1)]).toEqual([[], ['Antal', 3, 1, 2]]);
  });

  it('is refused by a protection to others than its editors', () => {
    const host = workbook(
      `${SCRIPT} function protect() { SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange('A1:A2').protect() }`,
    );
    host.run('protect');
    expect(host.edit({ sheet: 'Data', range: 'A2', value: 'x', user: 'annan@example.org' }).refused?.message).toContain(
      'skyddad',
    );
    expect(host.edit({ sheet: 'Data', range: 'A3', value: 'x', user: 'annan@example.org' }).refused).toBe(undefined);
    expect(host.edit({ sheet: 'Data', range: 'A2', value: 'x' }).refused).toBe(undefined);
  });

  it('does not tell a script of another domain who typed', () => {
    const { executions } = workbook().edit({ sheet: 'Data', range: 'A2', value: 'x', user: 'annan@example.com' });
    expect(events(executions).simple.user).toBe('');
  });

  it('is not told of what the script itself writes', () => {
    const host = workbook(
      `${SCRIPT} function write() { SpreadsheetApp.getActiveSpreadsheet().getRange('Data!A2').setValue('x') }`,
    );
    host.run('triggers');
    host.run('write');
    expect(host.executions.map(({ entry }) => entry)).toEqual(['install', 'triggers', 'write']);
  });
});

describe('pasting', () => {
  it('tells of a range without values, even of a single cell', () => {
    const host = workbook();
    for (const values of [
      [
        ['x', '1'],
        ['y', '2'],
      ],
      [['z']],
    ]) {
      const { simple } = events(host.paste({ sheet: 'Data', range: 'A2', values }).executions);
      expect([simple.value, simple.oldValue, simple.range]).toEqual([
        undefined,
        undefined,
        values.length === 2 ? 'A2:B3' : 'A2',
      ]);
    }
  });

  it('is refused by no validation, and grows the grid', () => {
    const host = workbook();
    expect(host.paste({ sheet: 'Data', range: 'B2', values: [['99']] }).refused).toBe(undefined);
    host.paste({
      sheet: 'Data',
      range: 'Z1000',
      values: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    });
    const sheet = host.spreadsheet.sheetByName('Data');
    expect([column(host, 1), sheet?.maxRows, sheet?.maxColumns, sheet?.value(1000, 26)]).toEqual([
      ['Antal', 99, 1, 2],
      1001,
      27,
      'd',
    ]);
  });
});

describe('rearranging', () => {
  it.each<[string, (host: Host) => unknown, string, string, (string | number)[]]>([
    ['sorting', (host) => host.sort({ sheet: 'Data', column: 1 }), 'OTHER', 'B2:B4', ['Antal', 1, 2, 3]],
    [
      'sorting downwards',
      (host) => host.sort({ sheet: 'Data', column: 1, descending: true }),
      'OTHER',
      'B2:B4',
      ['Antal', 3, 2, 1],
    ],
    [
      'inserting a row',
      (host) => host.insertRows({ sheet: 'Data', at: 3 }),
      'INSERT_ROW',
      'B2:B5',
      ['Antal', 3, null as never, 1],
    ],
    [
      'deleting a row',
      (host) => host.deleteRows({ sheet: 'Data', at: 3 }),
      'REMOVE_ROW',
      'B2:B3',
      ['Antal', 3, 2, null as never],
    ],
  ])('by %s keeps everything together', (_, act, changeType, range, values) => {
    const host = workbook();
    host.run('triggers');
    act(host);
    expect(host.executions.at(-1)?.log[0]?.text).toContain(`"changeType":"${changeType}"`);
    expect([host.run('named').value, column(host, 1)]).toEqual([range, values]);
  });

  it.each<[string, (host: Host) => unknown, string, string]>([
    ['inserting a column', (host) => host.insertColumns({ sheet: 'Data', at: 1 }), 'INSERT_COLUMN', 'C2:C4'],
    ['deleting a column', (host) => host.deleteColumns({ sheet: 'Data', at: 1 }), 'REMOVE_COLUMN', 'A2:A4'],
    ['moving a column', (host) => host.moveColumns({ sheet: 'Data', at: 2, before: 1 }), 'OTHER', 'A2:A4'],
  ])('by %s takes names and formulas along', (_, act, changeType, range) => {
    const host = workbook();
    host.run('triggers');
    act(host);
    expect(host.executions.at(-1)?.log[0]?.text).toContain(`"changeType":"${changeType}"`);
    expect(host.run('named').value).toBe(range);
  });

  it('of tabs tells of grids', () => {
    const host = workbook();
    host.run('triggers');
    host.insertSheet({ name: 'Ny' });
    host.renameSheet({ sheet: 'Ny', name: 'Nyare' });
    host.copySheet({ sheet: 'Nyare' });
    host.deleteSheet({ sheet: 'Nyare' });
    const types = logs(host.executions.slice(2)).map((text) => /"changeType":"(\w+)"/.exec(text)?.[1]);
    expect(types).toEqual(['INSERT_GRID', 'OTHER', 'INSERT_GRID', 'REMOVE_GRID']);
    expect(host.renameSheet({ sheet: 'Data', name: '' }).refused).toBeDefined();
  });
});

describe('writes to cells', () => {
  const WRITES = `${SCRIPT}
    const cell = (a1) => SpreadsheetApp.getActiveSpreadsheet().getRange('Data!' + a1);
    const stop = () => { Utilities.sleep(300000); Utilities.sleep(300000) };
    function killed() { cell('A2').setValue('flushed'); SpreadsheetApp.flush(); cell('A3').setValue('lost'); stop() }
    function read() { cell('A2').setValue('read'); cell('A2').getValue(); cell('A3').setValue('lost'); stop() }
    function throws() { cell('A2').setValue('kept'); throw new Error('no') }
    function late() { cell('B2').setValue(99); return 'not reached' }
    function caught() { cell('B2').setValue(99); try { SpreadsheetApp.flush() } catch (e) { return e.message } }
    function touch() { cell('A2').setValue('x'); cell('A3').setValue('y'); return cell('A4').getValue() }
  `;

  it.each([
    ['killed', ['Namn', 'flushed', 'a', 'b']],
    ['read', ['Namn', 'read', 'a', 'b']],
    ['throws', ['Namn', 'kept', 'a', 'b']],
  ])('of an execution that ends in "%s" leave what had got through', (name, left) => {
    const host = workbook(WRITES);
    host.run(name);
    expect(column(host, 0)).toEqual(left);
  });

  it('that a validation rejects fail where they are committed', () => {
    const host = workbook(WRITES);
    expect(host.run('late').error?.message).toContain('violates the data validation rules');
    expect(host.run('caught').value).toContain('violates the data validation rules');
  });

  it('can fail before or after their effect', () => {
    const host = workbook(WRITES);
    host.fault({ on: 'write', nth: 2, when: 'before', kind: 'kill' });
    host.run('touch');
    expect(column(host, 0)).toEqual(['Namn', 'c', 'a', 'b']);
    host.fault({ on: 'write', nth: 2, when: 'after', kind: 'kill' });
    host.run('touch');
    expect(column(host, 0)).toEqual(['Namn', 'x', 'y', 'b']);
  });

  it('of two interleaved executions overtake one another as they would', () => {
    const host = workbook(`${WRITES}
      const add = () => { const range = cell('B2'); range.setValue(range.getValue() + 1) };
      function locked() { const lock = LockService.getScriptLock(); lock.waitLock(5000); add(); SpreadsheetApp.flush(); lock.releaseLock() }
      function careless() { const lock = LockService.getScriptLock(); lock.waitLock(5000); add(); lock.releaseLock(); for (let i = 0; i < 3; i += 1) PropertiesService.getScriptProperties().getKeys() }
      function open() { add() }`);
    const left = (name: string) => {
      host.edit({ sheet: 'Data', range: 'B2', value: 0 });
      host.both(
        () => host.run(name),
        () => host.run(name),
      );
      return column(host, 1)[1];
    };
    expect([left('locked'), left('open'), left('careless')]).toEqual([2, 1, 1]);
  });
});

describe('where somebody acts', () => {
  const twoSheets = () => {
    const host = hostOf('');
    host.insertSheet({ name: 'Svar från maj' });
    return host;
  };

  it.each([
    ['the active sheet unless told', {}, 'A1', 'Blad1'],
    ['the sheet that the range names', {}, "'Svar från maj'!A1", 'Svar från maj'],
    ['the sheet by name', { sheet: 'Svar från maj' }, 'A1', 'Svar från maj'],
  ])('is %s', (_, place, range, name) => {
    const host = twoSheets();
    host.edit({ ...place, range, value: 'här' });
    expect(host.spreadsheet.sheetByName(name)?.value(0, 0)).toBe('här');
  });

  it.each([
    [{ sheet: 'Svar', range: 'A1' }, 'The workbook has no sheet Svar; it has Blad1, Svar från maj'],
    [{ range: 'first' }, 'Not an address: first'],
  ])('is refused where there is none: %o', (act, message) => {
    expect(() => twoSheets().edit({ ...act, value: 1 })).toThrow(message);
  });
});
