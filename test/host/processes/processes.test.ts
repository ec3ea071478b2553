import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const STORY = path.join(import.meta.dirname, 'story.ts');
const NODE = ['--import', 'tsx', STORY];

let folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'process-'));
  folders.push(folder);
  return folder;
};
beforeEach(() => {
  folders = [];
});
afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function told(seed: number) {
  const folder = newFolder();
  const printed = execFileSync(process.execPath, [...NODE, 'tell', folder, String(seed)], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const files = readdirSync(folder).sort();
  return {
    printed,
    state: Object.fromEntries(files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')])),
  };
}

describe('two processes with the same story', () => {
  it('leave the same bytes in the state folder, the mail and the log when the seed is the same', () => {
    const [first, second, other] = [told(1), told(1), told(2)];
    const { faults, log, mail } = JSON.parse(first.printed);
    expect(faults).toEqual([]);
    expect(log.length).toBeGreaterThan(4);
    expect(mail).toHaveLength(3);
    expect(second.printed).toBe(first.printed);
    expect(second.state).toEqual(first.state);
    expect(other.printed).not.toBe(first.printed);
  });
});

/** Lets a process count until it has reported a number and a little longer, then kills it; gives the last report. */
async function killedAfter(folder: string, reports: number, milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, [...NODE, 'count', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (data) => {
    const before = printed.split('\n').length - 1;
    printed += String(data);
    const after = printed.split('\n').length - 1;
    if (before < reports && after >= reports) setTimeout(() => child.kill('SIGKILL'), milliseconds);
  });
  await new Promise((resolve) => child.on('close', resolve));
  return Number(printed.split('\n').slice(0, -1).at(-1) ?? 0);
}

describe('a process that is killed while it writes', () => {
  it.each([
    [1, 0],
    [2, 7],
    [9, 5],
  ])('after report %i and %i ms loses at most the execution that ran, in all stores alike', async (reports, wait) => {
    const folder = newFolder();
    const first = await killedAfter(folder, reports, wait);
    const second = await killedAfter(folder, reports, wait);
    expect(second).toBeGreaterThan(first);
    const counted: number[] = JSON.parse(
      execFileSync(process.execPath, [...NODE, 'counted', folder], { encoding: 'utf8' }),
    );
    const [number = 0] = counted;
    expect(counted).toEqual(counted.map(() => number));
    expect([second, second + 1]).toContain(number);
  });
});
