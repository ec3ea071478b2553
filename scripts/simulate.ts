/**
 * `npm run -s simulate -- [--stories N] [--seed S]`: random stories with failures, each beside its undisturbed twin. A broken promise is
 * shrunk, and its story printed as a scenario file.
 */
import { parseArgs } from 'node:util';
import { buildWhenStale } from './build.ts';
import { simulate } from './simulation/simulate.ts';

const { values } = parseArgs({
  options: { stories: { type: 'string', default: '100' }, seed: { type: 'string', default: String(Date.now() % 1e6) } },
});
await buildWhenStale();
const seed = Number(values.seed);
const found = simulate({ stories: Number(values.stories), seed });
if (found) {
  console.error(found.message);
  console.log(JSON.stringify(found.scenario));
  process.exitCode = 1;
} else {
  console.error(`${values.stories} stories, seed ${seed}: every promise kept.`);
}
