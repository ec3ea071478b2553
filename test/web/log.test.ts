import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createHost } from '../../scripts/host/index.ts';
import { ExecutionLog } from '../../scripts/web/server/log.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
  file = join(folder, 'executions.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const worked = (...names: string[]) => {
  const source = 'function good() { console.log("klar"); }\nfunction bad() { throw new Error("fel"); }';
  const host = createHost({ files: { 'Code.js': source }, now: '2025-09-01T08:00' });
  for (const name of names) host.run(name);
  return host;
};
const told = (log: ExecutionLog) => log.runs.map(({ entry, status }) => `${entry}: ${status}`);

it('keeps executions over a restart, with calls, log and error, each once', () => {
  const log = new ExecutionLog(file);
  const host = worked('good', 'bad');
  log.take(host.executions);
  host.run('good');
  log.take(host.executions);
  expect(told(log)).toEqual(['good: completed', 'bad: failed', 'good: completed']);
  expect(new ExecutionLog(file).runs).toEqual(JSON.parse(JSON.stringify(host.executions)));
});

it('loses at most the line that a crash cut off, and goes on after it', () => {
  new ExecutionLog(file).take(worked('good').executions);
  appendFileSync(file, '{"entry":"ba');
  const log = new ExecutionLog(file);
  log.take(worked('bad').executions);
  expect(told(new ExecutionLog(file))).toEqual(['good: completed', 'bad: failed']);
});

it('begins anew when the state does, and does not take up again what is forgotten', () => {
  const log = new ExecutionLog(file);
  const host = worked('good');
  log.take(host.executions);
  log.forget(host.executions);
  log.take(host.executions);
  host.run('bad');
  log.take(host.executions);
  expect(told(log)).toEqual(['bad: failed']);
  expect(told(new ExecutionLog(file))).toEqual(['bad: failed']);
});
