/**
 * `npm run -s bench`: what the design costs, in calls that leave the script; the same for ten units and for a thousand. Then the host beside a
 * bare sandbox and over three years, and the engine alone, as a ratio of twice the work.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { countedCalls } from './bench-calls.ts';
import { buildWhenStale } from './build.ts';
import type { MeterLine } from './host/index.ts';

await buildWhenStale();
const small = countedCalls(10);
const large = countedCalls(1000);
console.log('calls that leave the script          10 units   1,000 units   modelled ms at Google (1,000 units)');
for (const [what, line] of Object.entries(large)) {
  const calls = (one: MeterLine | undefined): string => String(one?.backend ?? 0).padStart(8);
  console.log(
    `${what.padEnd(42)}${calls(small[what])}${calls(line).padStart(12)}${String(Math.round(line?.modelledMs ?? 0)).padStart(14)}`,
  );
}
// Each in a process of its own: the host changes V8's settings, and what one has left in memory lies in the way of the next.
for (const part of ['bench-host.ts', 'bench-engine.ts']) {
  execFileSync(process.execPath, ['--import', 'tsx', fileURLToPath(new URL(part, import.meta.url))], {
    stdio: 'inherit',
  });
}
