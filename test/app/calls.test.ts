/** What the users' acts may cost in calls that leave the script: at Google each is a wait of tenths of a second, and a day has only so many. */
import { beforeAll, expect, it } from 'vitest';
import { countedCalls } from '../../scripts/bench-calls.ts';
import { buildWhenStale } from '../../scripts/build.ts';

let few: ReturnType<typeof countedCalls>;
let many: ReturnType<typeof countedCalls>;

beforeAll(async () => {
  await buildWhenStale();
  few = countedCalls(10);
  many = countedCalls(50);
}, 120_000);

it.each([
  // Lock, people, Läge, journal, Läge.
  ['an attendance tick that changes a status', 5],
  ['a paste over up to 500 units', 5],
  ['an edit outside watched tabs', 0],
  // Seven, and the receipt: two for the mail and one for its mark.
  ['an interest form with its receipt', 10],
  ['opening the workbook', 3],
  ['the nightly run', 18],
  // The lock and a look at Läge.
  ['the hourly run when nothing is due', 2],
])('%s takes at most %i calls, with ten units and with fifty', (act, most) => {
  const [calls, withMany] = [few[act]?.backend ?? 0, many[act]?.backend ?? 0];
  expect(calls).toBeLessThanOrEqual(most);
  expect(withMany).toBe(calls);
});

it('counts what happens, not what does not', () => {
  for (const act of Object.keys(few).filter((one) => one !== 'an edit outside watched tabs')) {
    expect(few[act]?.backend, act).toBeGreaterThan(0);
  }
});
