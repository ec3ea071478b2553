/**
 * `npm start`: the product on this machine. Builds what is stale, takes up the state in `.local/state` (or begins one and
 * tells the demo stories in it), receives the mail, and serves the pages. `PORT` chooses the port, `SMTP_URL` another mail server.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhenStale, pushedFiles } from './build.ts';
import { createHost, type Host } from './host/index.ts';
import { readXlsx } from './host/sheet/xlsx/read.ts';
import { writeXlsx } from './host/sheet/xlsx/write.ts';
import { installProduct, runStory } from './scenario/run.ts';
import { parseScenario, type Scenario } from './scenario/scenario.ts';
import { Verbs } from './scenario/verbs.ts';
import { buildBrowser } from './web/bundle.ts';
import { keepMessage, startMailServer } from './web/mail-server.ts';
import type { Welcome } from './web/pages/start.ts';
import { createWebServer } from './web/server/index.ts';
import { ExecutionLog } from './web/server/log.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const local = join(root, '.local');
const stateFolder = join(local, 'state');
const ready = join(local, 'ready');
const demoFolder = join(root, 'scripts', 'demo');
const mailFolder = join(local, 'mail');
const FIRST_DAY = '2025-09-01T08:00';

interface Story {
  readonly id: string;
  readonly scenario: Scenario;
}

const readStory = (file: string): Story => ({
  id: file.replace(/\.json$/, ''),
  scenario: parseScenario(readFileSync(join(demoFolder, file), 'utf8')),
});

const stories = (existsSync(demoFolder) ? readdirSync(demoFolder) : [])
  .filter((file) => file.endsWith('.json'))
  .map(readStory)
  .sort((a, b) => a.scenario.start.localeCompare(b.scenario.start));

const welcome: Welcome = {
  title: 'Diplomering',
  lines: [
    {
      text: 'Så här ser arbetsboken ut som en koordinator för hbtq-diplomering har hos Google, med samma skript, på din egen dator.',
    },
    { text: '1. Anmäl en verksamhet som chefen gör:', link: { text: 'fyll i intresseformuläret', href: '/formular' } },
    { text: '2. Anta den och kryssa i närvaron:', link: { text: 'öppna arbetsboken', href: '/arbetsbok' } },
    { text: '3. Låt tiden gå:', link: { text: 'flytta klockan', href: '/klocka' } },
    { text: '4. Läs vad chefen får veta:', link: { text: 'öppna brevlådan', href: '/brevlada' } },
  ],
  stories: stories.map(({ id, scenario }) => ({
    id,
    title: scenario.name,
    text: 'En påhittad verksamhet, steg för steg.',
  })),
};

await buildWhenStale();
const files = pushedFiles();
const bundle = await buildBrowser(root, join(local, 'web'));
if (!existsSync(ready)) rmSync(stateFolder, { recursive: true, force: true });
mkdirSync(stateFolder, { recursive: true });
const ownMail = process.env.SMTP_URL ? null : await startMailServer(mailFolder);
const smtpUrl = process.env.SMTP_URL ?? ownMail?.url ?? '';
const host = createHost({ files, now: FIRST_DAY, stateFolder, mailTransport: { smtpUrl } });

const log = new ExecutionLog(join(stateFolder, 'executions.jsonl'));

/**
 * Does the work on a host in memory and takes over its state. The host of the pages saves after each execution, which
 * hundreds of executions in a row have no need of.
 */
const inMemory = async <T>(work: (quick: Host) => T): Promise<T> => {
  const quick = createHost({ files, now: FIRST_DAY });
  quick.restore(host.snapshot());
  const known = new Set(quick.mail.map((mail) => mail.id));
  const result = work(quick);
  host.restore(quick.snapshot());
  log.take(quick.executions);
  for (const mail of quick.mail) if (!known.has(mail.id)) keepMessage(mailFolder, await quick.rawMail(mail));
  return result;
};

const tell = (on: Host, story: Story): string => {
  const outcome = runStory(on, story.scenario);
  const refused = outcome.refused.length > 0 ? ` ${outcome.refused.length} steg togs inte emot.` : '';
  return `Berättelsen ”${story.scenario.name}” är spelad.${refused}`;
};

/** Until the marker stands, the next start begins anew: a first day that was cut off half-way is of no use. */
const beginWith = async (told: readonly Story[], forget: () => void): Promise<void> => {
  rmSync(ready, { force: true });
  host.restore(createHost({ files, now: FIRST_DAY }).snapshot());
  forget();
  await inMemory((quick) => {
    quick.spreadsheet.records.name = 'Hbtq-diplomering';
    installProduct(quick);
    // A new installation holds all mail back until its coordinator lets it go; here mail stays on this machine anyway.
    new Verbs(quick, 'varmland').setting({ dryRun: false });
    for (const story of told) tell(quick, story);
  });
  writeFileSync(ready, '');
};

const server = await createWebServer({
  host,
  welcome,
  bundle,
  log,
  port: Number(process.env.PORT ?? 8642),
  tell: async (id) => {
    const story = stories.find((each) => each.id === id);
    return story ? inMemory((quick) => tell(quick, story)) : 'Den berättelsen finns inte.';
  },
  xlsx: {
    save: () => writeXlsx(host.spreadsheet),
    load: async (file) => {
      await readXlsx(file, host.spreadsheet);
      host.save();
      return 'Filen är inläst. Arbetsboken har nu filens innehåll.';
    },
  },
  restart: (withStories, forget) => beginWith(withStories ? stories : [], forget),
});
if (!existsSync(ready)) {
  console.log('Första starten: berättelserna spelas upp. Det tar några sekunder.');
  await beginWith(stories, () => server.restarted());
  server.publish();
}
console.log(`Öppna ${server.url} i webbläsaren. Avsluta med Ctrl+C.`);

const stop = async (): Promise<void> => {
  await server.close();
  await host.close();
  await ownMail?.close();
  process.exit(0);
};
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
