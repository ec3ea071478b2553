/** The stories in the folders beside this file, through the built bundle and the doors that people use. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildWhenStale } from '../../scripts/build.ts';
import { runScenario } from '../../scripts/scenario/run.ts';
import { parseScenario } from '../../scripts/scenario/scenario.ts';

/** Places where a story says that there is nothing and there is something: in the language an empty list asks for no element, and matches any. */
function notEmpty(expected: unknown, actual: unknown, path = ''): string[] {
  if (typeof expected !== 'object' || expected === null) return [];
  // Which element of a list is meant, the language leaves open.
  if (Array.isArray(expected))
    return expected.length === 0 && Array.isArray(actual) && actual.length > 0 ? [`${path} is not empty`] : [];
  return Object.entries(expected).flatMap(([key, value]) =>
    notEmpty(value, actual === null ? null : Object(actual)[key], `${path}.${key}`),
  );
}

/** The steps that a story makes in order to be refused; every other step of every story is taken. */
const REFUSED_STEPS: Readonly<Record<string, readonly number[]>> = {
  'hbtq-klivet/bad-input.json': [4, 6],
  'jamtland-harjedalen/bad-input.json': [2, 4, 5, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18],
  'jamtland-harjedalen/diploma-refused-and-overridden.json': [7],
  'jamtland-harjedalen/plan-sent-in-again-and-revised-every-year.json': [5],
  'jamtland-harjedalen/renewed-twice.json': [13],
  'mail/choices-that-say-nothing.json': [2, 4, 7],
  'mail/own-texts.json': [1],
  'reports/as-of-a-day.json': [9],
  'rules/refused-values.json': [5, 8, 9, 10],
  'stockholm/bad-input.json': [4, 7, 9],
  'stockholm/ninety-per-cent-by-assumption.json': [16],
  'surveys/small-groups.json': [41],
  'varmland/bad-input.json': [4, 7, 9],
  'varmland/plan-by-the-coordinators-date-and-a-diploma-without-end.json': [12],
  'vasterbotten/bad-input.json': [4, 7, 9],
  'vasterbotten/reflections-by-the-form.json': [10, 15],
  'workbook/dates-in-many-ways.json': [12, 13, 14, 15],
  'workbook/formulas-and-nonsense-in-fact-columns.json': [6, 8],
  'workbook/rows-duplicated-and-deleted.json': [3, 10],
};

/**
 * Tells every story of a folder and expects what it expects. Each folder is a test file of its own, so that they run beside each other.
 * @param folder its path
 */
export function tellStories(folder: string): void {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort();

  beforeAll(async () => {
    await buildWhenStale();
  }, 60_000);

  test.each(files)('%s', (file) => {
    const path = join(basename(folder), file);
    const scenario = parseScenario(readFileSync(join(folder, file), 'utf8'));
    const { name, failed, refused, observations } = runScenario(scenario);
    expect([...failed, ...notEmpty(scenario.expect, observations)], `${path}: ${name}`).toEqual([]);
    expect(refused.map(({ step }) => step)).toEqual(REFUSED_STEPS[path] ?? []);
    // A story of several years has an execution for every hour of them.
  }, 300_000);
}
