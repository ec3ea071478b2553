/**
 * Runs any Apps Script on this machine:
 * `npm run -s host -- run FILES... --function NAME [--args JSON] [--state DIR]`.
 * The returned value goes to standard output as JSON, the log to standard error; the exit status is 1 after an error of
 * the script and 2 after a wrong call.
 */
import { runCommand } from './cli.ts';

const { code, out, err } = await runCommand(process.argv.slice(2));
process.stderr.write(err);
process.stdout.write(out);
process.exitCode = code;
