import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildWhenStale, pushedFiles } from '../../scripts/build.ts';
import { Beginnings } from '../../scripts/demo/beginnings.ts';
import { refusal } from '../../scripts/demo/refusal.ts';
import { type Served, type ServeOptions, serve } from '../../scripts/demo/serve.ts';
import { buildBrowser } from '../../scripts/web/bundle.ts';

const story = (name: string, unit: string) =>
  JSON.stringify({
    name,
    programme: 'varmland',
    start: '2025-09-01T08:00',
    steps: [{ interest: { unit, staff: 8, managerName: 'Kim Ek', managerEmail: 'kim.ek@example.org' } }],
  });

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'start-'));
const stories = join(folder, 'stories');
const told = join(folder, 'told');
let options: ServeOptions;
let starts = 0;

/** What a build would have made lies there; nobody has started yet. */
const built = (): ServeOptions => {
  starts += 1;
  const local = join(folder, `local-${starts}`);
  cpSync(told, join(local, 'beginnings'), { recursive: true });
  cpSync(join(folder, 'web'), join(local, 'web'), { recursive: true });
  return { ...options, local };
};
const units = ({ host }: Served) => host.shown('Verksamheter!A:D').flat().join(' ');
const ran = ({ host }: Served) => host.meter().executions.map(({ entry }) => entry);
const beginnings = () => new Beginnings({ files: options.files, stories, folder: told });

beforeAll(async () => {
  mkdirSync(stories);
  await buildWhenStale();
  writeFileSync(join(stories, 'a.json'), story('Solen', 'Familjecentralen Solen'));
  writeFileSync(join(stories, 'b.json'), story('Månen', 'Familjecentralen Månen'));
  options = { files: pushedFiles(), stories, local: folder, port: 0, smtpUrl: undefined };
  beginnings().tellAll(() => undefined);
  await buildBrowser(root, join(folder, 'web'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a first start after a build', () => {
  let served: Served;
  beforeEach(async () => {
    served = await serve(built());
    return () => served.close();
  });

  it('shows the end of the first story and runs nothing for it', () => {
    expect(units(served)).toContain('Familjecentralen Solen');
    expect(served.host.executions).toEqual([]);
    expect(ran(served)).toEqual([]);
  });

  it('has the story’s executions in its log and its mail in the mailbox', () => {
    expect(served.log.runs.map(({ entry }) => entry)).toContain('answerArrived');
    expect(served.host.mail.flatMap(({ to }) => to)).toEqual(['kim.ek@example.org']);
  });

  it.each([
    ['another story', 'b', 'Familjecentralen Månen'],
    ['the same story', 'a', 'Familjecentralen Solen'],
    ['an empty workbook', '', ''],
  ])('starts over with %s and runs nothing but the opening', async (_name, id, unit) => {
    served.host.edit({ sheet: 'Verksamheter', range: 'A20', value: 'Mitt eget' });
    served.host.meter();
    const answer = await fetch(`${served.server.url}borja-om`, {
      method: 'POST',
      body: new URLSearchParams({ med: id }),
    });
    expect(answer.status).toBe(200);
    expect(ran(served)).toEqual(['onOpen']);
    expect(units(served)).not.toContain('Mitt eget');
    expect(/Familjecentralen \S+/.exec(units(served))?.[0] ?? '').toBe(unit);
  });
});

it('goes on where it was at the next start', async () => {
  const same = built();
  const first = await serve(same);
  first.host.edit({ sheet: 'Verksamheter', range: 'A20', value: 'Mitt eget' });
  await first.close();
  const second = await serve(same);
  expect(second.host.shown('Verksamheter!A20')).toEqual([['Mitt eget']]);
  await second.close();
});

describe('a start that cannot be', () => {
  const start = (environment: Record<string, string>) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
      cwd: root,
      env: { ...process.env, ...environment },
      encoding: 'utf8',
    });

  it.each([
    ['a port that is no number', 'hej', 'PORT ska vara ett tal mellan 0 och 65535.'],
    ['a port beyond the last', '65536', 'PORT ska vara ett tal mellan 0 och 65535.'],
  ])('says what to do about %s', (_name, port, said) => {
    const { status, stderr } = start({ PORT: port });
    expect([status, stderr.trim()]).toEqual([1, said]);
  });

  it('says what to do about a saved state that cannot be read, and leaves it', async () => {
    const spoilt = built();
    const saved = join(spoilt.local, 'state', 'state.json');
    mkdirSync(join(spoilt.local, 'state'));
    writeFileSync(saved, '{"head":');
    const failed = await serve(spoilt).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refusal(failed, 8642)).toMatch(
      /^Det som sparades förra gången går inte att läsa\..*Byt namn på mappen \.local/s,
    );
    expect(readFileSync(saved, 'utf8')).toBe('{"head":');
  });
});

describe('what is told at a build', () => {
  it('is told once', () => {
    const said: string[] = [];
    const before = readdirSync(told).sort();
    beginnings().tellAll((text) => said.push(text));
    expect(said).toEqual([]);
    expect(readdirSync(told).sort()).toEqual(before);
  });

  it('is told anew when a story has changed, and what it was is removed', () => {
    const said: string[] = [];
    writeFileSync(join(stories, 'b.json'), story('Stjärnan', 'Familjecentralen Stjärnan'));
    beginnings().tellAll((text) => said.push(text));
    writeFileSync(join(stories, 'b.json'), story('Månen', 'Familjecentralen Månen'));
    beginnings().tellAll(() => undefined);
    expect(said).toEqual([expect.stringContaining('Stjärnan')]);
    expect(readdirSync(told)).toHaveLength(3);
  });

  it('is told anew when the program has changed', () => {
    const said: string[] = [];
    const files = { ...options.files, 'other.html': '<p>' };
    const changed = new Beginnings({ files, stories, folder: join(folder, 'changed') });
    changed.tellAll((text) => said.push(text));
    expect(said).toHaveLength(2);
  });
});
