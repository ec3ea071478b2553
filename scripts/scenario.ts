/** `npm run -s scenario -- FILE...`: one JSON object a file on standard output; exit 1 when an expectation fails, 2 for a malformed file. */
import { readFileSync } from 'node:fs';
import { buildWhenStale } from './build.ts';
import { runScenario } from './scenario/run.ts';
import { MalformedScenario, parseScenario } from './scenario/scenario.ts';

let exit = 0;
await buildWhenStale();
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Skriv: npm run -s scenario -- FIL...');
  exit = 2;
}
for (const file of files) {
  try {
    const answer = runScenario(parseScenario(readFileSync(file, 'utf8')));
    console.log(JSON.stringify(answer));
    if (answer.failed.length > 0 && exit === 0) exit = 1;
  } catch (error) {
    if (!(error instanceof MalformedScenario)) throw error;
    console.error(`${file}: ${error.message}`);
    exit = 2;
  }
}
process.exitCode = exit;
