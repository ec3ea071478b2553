/** Every story in this folder, through the built bundle and the doors that people use. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildWhenStale } from '../../scripts/build.ts';
import { runScenario } from '../../scripts/scenario/run.ts';
import { parseScenario } from '../../scripts/scenario/scenario.ts';

const folder = import.meta.dirname;
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .sort();

beforeAll(async () => {
  await buildWhenStale();
}, 60_000);

test.each(files)('%s', (file) => {
  const path = join(folder, file);
  const answer = runScenario(parseScenario(readFileSync(path, 'utf8')));
  expect(answer.failed, `${relative(folder, path)}: ${answer.name}`).toEqual([]);
  // A story of several years has an execution for every hour of them.
}, 300_000);
