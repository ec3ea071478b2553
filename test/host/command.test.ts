import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../scripts/host/cli.ts';

const COMMAND = fileURLToPath(new URL('../../scripts/host/command.ts', import.meta.url));
const TSX = fileURLToPath(new URL('../../node_modules/.bin/tsx', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'host-command-'));
  writeFileSync(
    path.join(folder, 'Code.js'),
    `function add(a, b) { Logger.log('adding'); return { sum: a + b, file: other() } }
     function count() { const sheet = SpreadsheetApp.getActiveSheet(); sheet.appendRow(['x']); return sheet.getLastRow() }
     function ask() { return SpreadsheetApp.getUi().prompt('Vem?').getResponseText() }
     function broken() { other.missing.field }
     function sheet() { return SpreadsheetApp.getActiveSheet().getName() }
     function odd() {
       const once = { a: 1 };
       const loop = {};
       loop.a = loop;
       Logger.log(loop);
       console.log(loop);
       console.log([new TypeError('inner')]);
       const all = { sheet: SpreadsheetApp.getActiveSheet(), theme: SpreadsheetApp.BandingTheme.BLUE, long: 10n, twice: [once, once] };
       all.self = all;
       return all;
     }
     function mail() { MailApp.sendEmail('a@example.org', 'Hej', 'Text') }`,
  );
  writeFileSync(path.join(folder, 'Other.gs'), 'const other = () => "Other"');
});
afterAll(() => rmSync(folder, { recursive: true }));

const command = (...args: readonly string[]) => runCommand(args);

describe('the command', () => {
  it('prints the value as JSON and the log beside it', async () => {
    const { code, out, err } = await command('run', folder, '--function', 'add', '--args', '[1, 2]');
    expect([code, JSON.parse(out)]).toEqual([0, { sum: 3, file: 'Other' }]);
    expect(err).toContain('adding');
  });

  it('shows service objects as their text, and what JSON has no form for', async () => {
    const { out, err } = await command('run', folder, '--function', 'odd');
    expect(JSON.parse(out)).toEqual({
      sheet: 'Sheet',
      theme: 'BLUE',
      long: '10',
      twice: [{ a: 1 }, { a: 1 }],
      self: '[Circular]',
    });
    expect(err).toContain('{a=[Circular]}');
    expect(err).toMatch(/\[\n +TypeError: inner\n +at odd/);
    expect(err).toMatch(/\{ a: \[Circular( \*1)?\] \}/);
  });

  it('runs as a program of its own', () => {
    const ended = spawnSync(TSX, [COMMAND, 'run', folder, '--function', 'add', '--args', '[1, 2]'], {
      encoding: 'utf8',
    });
    expect([ended.status, ended.stdout]).toEqual([0, '{"sum":3,"file":"Other"}\n']);
  });

  it('answers dialogs, and lists mail', async () => {
    const asked = await command('run', folder, '--function', 'ask', '--answers', '[{"button": "OK", "text": "Åsa"}]');
    expect(asked.out).toBe('"Åsa"\n');
    const mailed = await command('run', folder, '--function', 'mail');
    expect([mailed.out, mailed.err]).toEqual(['null\n', expect.stringContaining('[mail] a@example.org: Hej')]);
  });

  it('keeps the workbook in a folder', async () => {
    const state = path.join(folder, 'state');
    const once = () => command('run', folder, '--function', 'count', '--state', state);
    expect([(await once()).out, (await once()).out]).toEqual(['1\n', '2\n']);
  });

  it('says who works in the folder already', async () => {
    const state = mkdtempSync(path.join(folder, 'held-'));
    writeFileSync(path.join(state, 'held-by'), String(process.ppid));
    const { code, err } = await command('run', folder, '--function', 'count', '--state', state);
    expect([code, err]).toEqual([2, expect.stringContaining(`in use by process ${process.ppid}`)]);
  });

  it('makes an English workbook unless told otherwise', async () => {
    const named = async (...args: string[]) =>
      (await command('run', folder, '--function', 'sheet', ...args)).out.trim();
    expect([await named(), await named('--locale', 'sv_SE')]).toEqual(['"Sheet1"', '"Blad1"']);
  });

  it('ends with 1 after an error of the script, and shows its frames', async () => {
    const { code, out, err } = await command('run', folder, '--function', 'broken');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/TypeError: Cannot read properties of undefined.*\n {4}at broken \(Code:4:/);
  });

  it.each([
    [[], 'A verb is missing'],
    [['jump'], 'Unknown verb: jump'],
    [['run', 'none.js', '--function', 'x'], 'No such file: none.js'],
    [['run', COMMAND], '--function is missing'],
    [['run', '--function', 'x'], 'No .js or .gs file was given'],
    [['run', 'x', '--functions', 'y'], "Unknown option '--functions'"],
    [['run', '.', '--function', 'x', '--container', 'disk'], '--container is spreadsheet, form or none, not disk'],
    [['run', '.', '--function', 'x', '--args', '{'], '--args is not JSON: {'],
    [['run', 'scripts', '--function', 'x', '--now', 'soon'], 'No .js or .gs file was given'],
  ])('ends with 2 when it is called as %j', async (args, message) => {
    const { code, err } = await command(...args);
    expect([code, err.split('\n')[0]]).toEqual([2, expect.stringContaining(message)]);
  });
});
