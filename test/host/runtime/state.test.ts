import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostOf } from '../script.ts';

const SCRIPT = `
  const properties = () => PropertiesService.getScriptProperties();
  function set(key, value) { properties().setProperty(key, value); CacheService.getScriptCache().put(key, value) }
  function get(key) { return [properties().getProperty(key), CacheService.getScriptCache().get(key)] }
  function send() { MailApp.sendEmail({ to: 'å@example.org', subject: 'Hej å', body: 'Text', attachments: [Utilities.newBlob('x', 'text/plain', 'a.txt')] }) }
  function install() { ScriptApp.newTrigger('send').timeBased().everyHours(1).create() }
  function id() { return [ScriptApp.getScriptId(), Math.random()] }
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'host-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a state folder', () => {
  it('brings everything back in the next host', () => {
    const first = hostOf(SCRIPT, { stateFolder: folder });
    first.run('set', 'a', 'ö');
    first.run('send');
    first.run('install');
    first.advance('2025-09-01T09:00');
    const second = hostOf(SCRIPT, { stateFolder: folder, now: '2030-01-01' });
    expect(second.now).toBe(first.now);
    expect(second.run('get', 'a').value).toEqual(['ö', null]);
    expect(second.mail).toEqual(first.mail);
    expect(second.triggers).toEqual(first.triggers);
    expect(second.advance('2025-09-01T10:00').executions).toHaveLength(1);
  });

  it('goes on as if the host had never stopped', () => {
    const whole = hostOf(SCRIPT);
    const expected = [whole.run('id').value, whole.run('id').value];
    const first = hostOf(SCRIPT, { stateFolder: folder }).run('id').value;
    expect([first, hostOf(SCRIPT, { stateFolder: folder }).run('id').value]).toEqual(expected);
  });

  it('has the old state when the new one was not finished', () => {
    hostOf(SCRIPT, { stateFolder: folder }).run('set', 'a', '1');
    writeFileSync(path.join(folder, 'properties-999.json'), '{"script":{"a":');
    writeFileSync(path.join(folder, 'state.json.new'), '{"head"');
    const host = hostOf(SCRIPT, { stateFolder: folder });
    expect(host.run('get', 'a').value).toEqual(['1', '1']);
    expect(readdirSync(folder).some((name) => name.includes('999') || name.endsWith('.new'))).toBe(false);
  });
});

describe('a state that cannot be read', () => {
  const files = () =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));

  it.each([
    ['is half written', (text: string) => text.slice(0, text.length / 2)],
    ['names parts that are missing', (text: string) => text.replace('"properties":"', '"properties":"gone-')],
    ['lacks what this version needs', () => '{"head":{}}'],
  ])('is named and left as it is, and the folder is let go: it %s', async (_name, spoil) => {
    const host = hostOf(SCRIPT, { stateFolder: folder });
    host.run('set', 'a', '1');
    await host.close();
    writeFileSync(path.join(folder, 'state.json'), spoil(readFileSync(path.join(folder, 'state.json'), 'utf8')));
    const before = files();
    expect(() => hostOf(SCRIPT, { stateFolder: folder })).toThrow(
      expect.objectContaining({ name: 'UnreadableState', folder, cause: expect.any(Error) }),
    );
    expect(files()).toEqual(before);
  });
});

describe('a state folder that two processes want', () => {
  const heldBy = () => path.join(folder, 'held-by');

  it('is refused while the other lives, and left as it is', () => {
    writeFileSync(heldBy(), String(process.ppid));
    expect(() => hostOf(SCRIPT, { stateFolder: folder })).toThrow(
      expect.objectContaining({ name: 'FolderInUse', process: process.ppid }),
    );
    expect(readdirSync(folder)).toEqual(['held-by']);
  });

  it.each([
    ['of a process that has ended', () => String(spawnSync(process.execPath, ['-e', '']).pid)],
    ['that a crash left empty', () => ''],
    ['that is not a number', () => 'x'],
  ])('is taken over from a mark %s', (_name, mark) => {
    writeFileSync(heldBy(), mark());
    hostOf(SCRIPT, { stateFolder: folder }).run('set', 'a', '1');
    expect(readFileSync(heldBy(), 'utf8')).toBe(String(process.pid));
  });

  it('is free again after close', async () => {
    await hostOf(SCRIPT, { stateFolder: folder }).close();
    expect(readdirSync(folder)).not.toContain('held-by');
  });
});

describe('a snapshot', () => {
  it('is put back as often as one likes', () => {
    const host = hostOf(SCRIPT);
    host.run('set', 'a', '1');
    const snapshot = host.snapshot();
    const outcome = () => [host.run('id').value, host.run('set', 'a', '2').status, host.run('get', 'a').value];
    const first = outcome();
    host.restore(snapshot);
    expect(host.run('get', 'a').value).toEqual(['1', '1']);
    host.restore(snapshot);
    expect(outcome()).toEqual(first);
  });
});
