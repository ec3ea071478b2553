import { describe, expect, it } from 'vitest';
import { createHost } from '../../../scripts/host/index.ts';

const CODE = `
function onEdit(e) {
  if (e.range.getColumn() === 1) e.range.offset(0, 1).setValue('seen ' + (e.value === undefined ? 'none' : e.value));
}
function note() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue('script'); }
`;

const hostOf = () => createHost({ files: { 'Code.gs': CODE }, now: '2025-09-01T08:00' });
const rows = (host: ReturnType<typeof hostOf>) =>
  [0, 1, 2].map((row) => [0, 1].map((column) => host.spreadsheet.sheets[0]?.value(row, column) ?? ''));
const sheet = 'Blad1';

describe('undoing what a person did', () => {
  it('puts a cell back, lets the triggers know, and does it again', () => {
    const host = hostOf();
    host.edit({ sheet, range: 'C1', value: 'a' });
    host.edit({ sheet, range: 'C1', value: 'b' });
    expect(host.undo().executions.map(({ entry }) => entry)).toEqual(['onEdit']);
    expect(host.spreadsheet.sheets[0]?.value(0, 2)).toBe('a');
    host.redo();
    expect(host.spreadsheet.sheets[0]?.value(0, 2)).toBe('b');
  });

  it('fires the edit triggers without a value', () => {
    const host = hostOf();
    host.edit({ sheet, range: 'A1', value: 'a' });
    expect(rows(host)[0]).toEqual(['a', 'seen a']);
    host.undo();
    expect(rows(host)[0]).toEqual(['', 'seen none']);
  });

  it('leaves a cell that a script has changed since', () => {
    const host = hostOf();
    host.edit({ sheet, range: 'A1', value: 'a' });
    host.run('note');
    host.undo();
    expect(rows(host)[0]?.[0]).toBe('script');
  });

  it('puts rows back while nothing else has changed, and refuses afterwards', () => {
    const host = hostOf();
    host.paste({ sheet, range: 'A1', values: [['a'], ['b'], ['c']] });
    host.deleteRows({ sheet, at: 1 });
    expect(rows(host).map(([first]) => first)).toEqual(['b', 'c', '']);
    expect(host.undo().refused).toBeUndefined();
    expect(rows(host).map(([first]) => first)).toEqual(['a', 'b', 'c']);
    host.deleteRows({ sheet, at: 1 });
    host.run('note');
    expect(host.undo().refused?.message).toMatch(/^Det går inte att ångra/);
  });

  it('takes back a chain of all kinds act by act, and does it all again', () => {
    const host = hostOf();
    const states: unknown[] = [];
    const seen = () =>
      host.spreadsheet.sheets.map((tab) => [tab.name, tab.maxColumns, host.shown(`${tab.name}!B1:E3`)]);
    const acts: readonly (() => unknown)[] = [
      () =>
        host.paste({
          sheet,
          range: 'C1',
          values: [
            ['c', 3, '=D1*2'],
            ['b', 2],
            ['a', 1],
          ],
        }),
      () => host.insertColumns({ sheet, at: 4 }),
      () => host.edit({ sheet, range: 'D1', value: 'egen' }),
      () => host.sort({ sheet, column: 3 }),
      () => host.moveColumns({ sheet, at: 5, before: 2 }),
      () => host.copySheet({ sheet }),
      () => host.edit({ sheet: 'Kopia av Blad1', range: 'D3', value: 'kopian' }),
      () => host.deleteSheet({ sheet: 'Kopia av Blad1' }),
      () => host.renameSheet({ sheet, name: 'Nytt' }),
    ];
    states.push(seen());
    for (const act of acts) {
      act();
      states.push(seen());
    }
    for (const before of states.slice(0, -1).reverse()) {
      expect(host.undo().refused).toBeUndefined();
      expect(seen()).toEqual(before);
    }
    for (const after of states.slice(1)) {
      expect(host.redo().refused).toBeUndefined();
      expect(seen()).toEqual(after);
    }
  });

  it('puts rows back although a script has written in another tab, and keeps what it wrote', () => {
    const host = createHost({
      files: { 'Code.gs': "function log() { SpreadsheetApp.getActive().getSheetByName('Logg').appendRow(['x']); }" },
      now: '2025-09-01T08:00',
    });
    host.insertSheet({ name: 'Logg' });
    host.paste({ sheet, range: 'A1', values: [['b'], ['a']] });
    host.sort({ sheet, column: 1 });
    host.run('log');
    expect(host.undo().refused).toBeUndefined();
    expect(host.shown('Blad1!A1:A2')).toEqual([['b'], ['a']]);
    expect(host.shown('Logg!A1')).toEqual([['x']]);
  });

  it('has nothing to undo at first, after a refused edit and after a restored state', () => {
    const host = hostOf();
    const start = host.snapshot();
    expect(host.undo().refused?.message).toBe('Det finns inget att ångra.');
    expect(host.redo().refused?.message).toBe('Det finns inget att göra om.');
    host.edit({ sheet, range: 'C1', value: 'a' });
    host.restore(start);
    expect(host.undo().refused?.message).toBe('Det finns inget att ångra.');
  });
});
