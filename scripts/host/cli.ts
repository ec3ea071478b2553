import { readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createHost, type Dialog, FolderInUse, type LogLine, type Mail, type RunResult } from './index.ts';

const USAGE = `Usage: npm run -s host -- run FILES... --function NAME [options]

Runs a function of an Apps Script project, bound to a fresh workbook, on this machine.
FILES are .js, .gs and .html files, appsscript.json, or folders that hold them.

  --function NAME   the function to run
  --args JSON       its arguments, a JSON array (a single other value is one argument)
  --state DIR       keep the workbook and everything else in this folder
  --container WHAT  what the script belongs to: spreadsheet (default), form or none
  --now TIME        what the clock shows, for example 2025-09-01T08:00 (default: this machine's clock)
  --user ADDRESS    the account that owns the workbook (default agare@example.org)
  --locale NAME     locale of a fresh workbook (default en_US, which most published scripts expect)
  --time-zone ZONE  its time zone (default Europe/Stockholm)
  --seed NUMBER     what everything random follows from (default 1)
  --answers JSON    answers to alerts and prompts in order: [{"button": "OK", "text": "..."}]
  --smtp URL        also deliver the mail to this server
  --calls           list the calls that left the script on standard error`;

/** What the command prints on standard output and standard error, and its exit status. */
export interface Printed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

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

function logText(lines: readonly LogLine[]): string {
  return lines.map(({ level, text }) => `${level === 'INFO' ? '' : `[${level}] `}${text}\n`).join('');
}

function dialogText({ kind, title, content }: Dialog): string {
  return `[${kind}] ${[title, content].filter(Boolean).join(': ')}\n`;
}

function mailText({ to, cc, bcc, subject, attachments }: Mail): string {
  const others = [...cc.map((one) => `cc ${one}`), ...bcc.map((one) => `bcc ${one}`)];
  const files = attachments.map(({ name }) => name).join(', ');
  return `[mail] ${[...to, ...others].join(', ')}: ${subject}${files && ` (${files})`}\n`;
}

function callsText(result: RunResult): string {
  return result.calls
    .map(({ kind, method, cells }) => `${kind.padEnd(8)} ${method}${cells > 0 ? ` (${cells} cells)` : ''}\n`)
    .join('');
}

function errorText({ error, hostFaults = [] }: RunResult): string {
  if (!error) return '';
  const faults = hostFaults.map((fault) => `${fault instanceof Error ? fault.stack : String(fault)}\n`);
  return `${error.stack}\n${faults.join('')}`;
}

async function run(args: readonly string[]): Promise<Printed> {
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
      locale: { type: 'string', default: 'en_US' },
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
    locale: values.locale,
    ...(values['time-zone'] !== undefined && { timeZone: values['time-zone'] }),
    ...(values.seed !== undefined && { seed: Number(values.seed) }),
    ...(values.state !== undefined && { stateFolder: values.state }),
    ...(values.smtp !== undefined && { mailTransport: { smtpUrl: values.smtp } }),
  });
  const answers = values.answers === undefined ? [] : json(values.answers, '--answers');
  for (const answer of Array.isArray(answers) ? answers : [answers]) host.answer(String(answer.button), answer.text);
  const mailsBefore = host.mail.length;
  const result = host.run(values.function, ...(Array.isArray(given) ? given : [given]));
  const log = [
    logText(result.log),
    host.dialogs.map(dialogText).join(''),
    host.mail.slice(mailsBefore).map(mailText).join(''),
    values.calls ? callsText(result) : '',
    errorText(result),
  ].join('');
  await host.close();
  if (result.error) return { code: 1, out: '', err: log };
  return { code: 0, out: `${jsonOf(result.value)}\n`, err: log };
}

/** A returned value as JSON, also where JSON has no form for it: what contains itself, and integers of any length. */
function jsonOf(value: unknown): string {
  const open: unknown[] = [];
  return (
    JSON.stringify(value ?? null, function (this: unknown, _name, field: unknown) {
      if (typeof field === 'bigint') return String(field);
      while (open.length > 0 && open.at(-1) !== this) open.pop();
      if (typeof field !== 'object' || field === null) return field;
      if (open.includes(field)) return '[Circular]';
      open.push(field);
      return field;
    }) ?? 'null'
  );
}

/** Whether the fault lies in how the command was called: options, times, a manifest that is not JSON. */
function isWrongCall(error: unknown): error is Error {
  if (
    error instanceof FolderInUse ||
    error instanceof UsageError ||
    error instanceof RangeError ||
    error instanceof SyntaxError
  )
    return true;
  return error instanceof TypeError && 'code' in error;
}

/** Does what the command line says; see the usage. Rejects if the mail server cannot be reached. */
export async function runCommand([verb, ...rest]: readonly string[]): Promise<Printed> {
  try {
    if (verb === 'run') return await run(rest);
    throw new UsageError(verb === undefined ? 'A verb is missing' : `Unknown verb: ${verb}`);
  } catch (error) {
    if (!isWrongCall(error)) throw error;
    return { code: 2, out: '', err: `${error.message}\n\n${USAGE}\n` };
  }
}
