/**
 * Runs any Apps Script on this machine:
 * `npm run -s host -- run FILES... --function NAME [--args JSON] [--state DIR]`.
 * The returned value goes to standard output as JSON, the log to standard error; the exit status is 1 after an error of
 * the script and 2 after a wrong call.
 */
import { readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createHost, type LogLine, type RunResult } from './index.ts';
import { mailsAsText } from './mail-listing.ts';

const USAGE = `Usage: npm run -s host -- run FILES... --function NAME [options]

Runs a function of an Apps Script project, bound to a fresh workbook, on this machine.
FILES are .js, .gs and .html files, appsscript.json, or folders that hold them.

  --function NAME   the function to run
  --args JSON       its arguments, a JSON array (a single other value is one argument)
  --state DIR       keep the workbook and everything else in this folder
  --container WHAT  what the script belongs to: spreadsheet (default), form or none
  --now TIME        what the clock shows, for example 2025-09-01T08:00 (default: this machine's clock)
  --user ADDRESS    the account that owns the workbook (default agare@example.org)
  --locale NAME     locale of a fresh workbook (default sv_SE)
  --time-zone ZONE  its time zone (default Europe/Stockholm)
  --seed NUMBER     what everything random follows from (default 1)
  --answers JSON    answers to alerts and prompts in order: [{"button": "OK", "text": "..."}]
  --smtp URL        also deliver the mail to this server
  --calls           list the calls that left the script on standard error`;

class UsageError extends Error {}

function json(text: string, option: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${option} is not JSON: ${text}`);
  }
}

/** Reads the project: each file by its name, folders with all that is in them. */
async function readProject(names: readonly string[]): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const add = (file: string, name: string) => {
    if (/\.(js|gs|html)$/.test(name) || path.basename(name) === 'appsscript.json') {
      files[path.basename(name) === 'appsscript.json' ? 'appsscript.json' : name] = readFileSync(file, 'utf8');
    }
  };
  for (const name of names) {
    const found = statSync(name, { throwIfNoEntry: false });
    if (!found) throw new UsageError(`No such file: ${name}`);
    if (!found.isDirectory()) {
      add(name, path.basename(name));
      continue;
    }
    const inside = await readdir(name, { recursive: true });
    for (const file of inside.sort()) {
      if (!file.includes('node_modules') && statSync(path.join(name, file)).isFile()) add(path.join(name, file), file);
    }
  }
  if (!Object.keys(files).some((name) => /\.(js|gs)$/.test(name))) throw new UsageError('No .js or .gs file was given');
  return files;
}

function printLog(lines: readonly LogLine[]): void {
  for (const { level, text } of lines) process.stderr.write(`${level === 'INFO' ? '' : `[${level}] `}${text}\n`);
}

function printCalls(result: RunResult): void {
  for (const { kind, method, cells } of result.calls) {
    process.stderr.write(`${kind.padEnd(8)} ${method}${cells > 0 ? ` (${cells} cells)` : ''}\n`);
  }
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      function: { type: 'string' },
      args: { type: 'string' },
      state: { type: 'string' },
      container: { type: 'string', default: 'spreadsheet' },
      now: { type: 'string' },
      user: { type: 'string' },
      locale: { type: 'string' },
      'time-zone': { type: 'string' },
      seed: { type: 'string' },
      answers: { type: 'string' },
      smtp: { type: 'string' },
      calls: { type: 'boolean', default: false },
    },
  });
  if (!values.function) throw new UsageError('--function is missing');
  const { container } = values;
  if (container !== 'spreadsheet' && container !== 'form' && container !== 'none') {
    throw new UsageError(`--container is spreadsheet, form or none, not ${container}`);
  }
  const given = values.args === undefined ? [] : json(values.args, '--args');
  const host = createHost({
    files: await readProject(positionals),
    container,
    now: values.now ?? Date.now(),
    ...(values.user !== undefined && { owner: values.user }),
    ...(values.locale !== undefined && { locale: values.locale }),
    ...(values['time-zone'] !== undefined && { timeZone: values['time-zone'] }),
    ...(values.seed !== undefined && { seed: Number(values.seed) }),
    ...(values.state !== undefined && { stateFolder: values.state }),
    ...(values.smtp !== undefined && { mailTransport: { smtpUrl: values.smtp } }),
  });
  const answers = values.answers === undefined ? [] : json(values.answers, '--answers');
  for (const answer of Array.isArray(answers) ? answers : [answers]) host.answer(String(answer.button), answer.text);
  const mailsBefore = host.mail.length;
  const result = host.run(values.function, ...(Array.isArray(given) ? given : [given]));
  printLog(result.log);
  for (const { kind, title, content } of host.dialogs)
    process.stderr.write(`[${kind}] ${[title, content].filter(Boolean).join(': ')}\n`);
  process.stderr.write(mailsAsText(host.mail.slice(mailsBefore)));
  if (values.calls) printCalls(result);
  await host.close();
  if (result.error) {
    process.stderr.write(`${result.error.stack}\n`);
    for (const fault of result.hostFaults ?? [])
      process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`);
    return 1;
  }
  process.stdout.write(`${JSON.stringify(result.value ?? null)}\n`);
  return 0;
}

async function main([verb, ...rest]: readonly string[]): Promise<number> {
  try {
    if (verb === 'run') return await run(rest);
    throw new UsageError(verb === undefined ? 'A verb is missing' : `Unknown verb: ${verb}`);
  } catch (error) {
    const wrongCall = error instanceof UsageError || (error instanceof TypeError && 'code' in error);
    if (!wrongCall) throw error;
    process.stderr.write(`${error.message}\n\n${USAGE}\n`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
