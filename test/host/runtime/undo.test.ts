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
