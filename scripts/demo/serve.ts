import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHost, type Host } from '../host/index.ts';
import { buildBrowser } from '../web/bundle.ts';
import { keepMessage, type MailServer, startMailServer } from '../web/mail-server.ts';
import type { Welcome } from '../web/pages/start.ts';
import { createWebServer, type WebServer } from '../web/server/index.ts';
import { ExecutionLog } from '../web/server/log.ts';
import { Beginnings, FIRST_DAY, type Story } from './beginnings.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface ServeOptions {
  /** The program, as it would be pushed. */
  readonly files: Readonly<Record<string, string>>;
  /** A folder with stories, a JSON file each. */
  readonly stories: string;
  /** Everything is kept in this folder. */
  readonly local: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Where mail goes; without it, to a server of our own that keeps it. */
  readonly smtpUrl: string | undefined;
}

const welcome = (stories: readonly Story[]): Welcome => ({
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
    text: 'Påhittade verksamheter, steg för steg.',
  })),
});

/** What of the product is kept in a folder between starts: the state of the host, its log, the mail. */
class Desk {
  readonly host: Host;
  readonly log: ExecutionLog;
  readonly #ready: string;
  readonly #mail: string;

  constructor({ files, local }: ServeOptions, smtpUrl: string, mail: string) {
    const state = join(local, 'state');
    this.#ready = join(local, 'ready');
    this.#mail = mail;
    mkdirSync(state, { recursive: true });
    this.host = createHost({ files, now: FIRST_DAY, stateFolder: state, mailTransport: { smtpUrl } });
    this.log = new ExecutionLog(join(state, 'executions.jsonl'));
  }

  get hasBegun(): boolean {
    return existsSync(this.#ready);
  }

  /** Until the marker stands, the next start begins anew: a beginning that was cut off half-way is of no use. */
  async beginWith(beginning: ReturnType<Beginnings['of']>, forget: () => void): Promise<void> {
    if (!beginning) throw new Error('Den berättelsen finns inte.');
    rmSync(this.#ready, { force: true });
    this.host.restore(beginning.state);
    forget();
    this.log.take(beginning.executions);
    for (const mail of this.host.mail) keepMessage(this.#mail, await this.host.rawMail(mail));
    writeFileSync(this.#ready, '');
  }
}

/** The product on this machine, being served. */
export interface Served {
  readonly host: Host;
  readonly log: ExecutionLog;
  readonly server: WebServer;
  close(): Promise<void>;
}

/** Takes up what the folder holds, or begins with the first story, receives the mail, and serves the pages. */
export const serve = async (options: ServeOptions): Promise<Served> => {
  const { files, local } = options;
  const beginnings = new Beginnings({ files, stories: options.stories, folder: join(local, 'beginnings') });
  const bundle = await buildBrowser(root, join(local, 'web'));
  const mailFolder = join(local, 'mail');
  const ownMail: MailServer | null = options.smtpUrl ? null : await startMailServer(mailFolder);
  const desk = new Desk(options, options.smtpUrl ?? ownMail?.url ?? '', mailFolder);
  const { host, log } = desk;
  if (!desk.hasBegun) {
    const first = beginnings.of(beginnings.stories[0]?.id ?? null);
    await desk.beginWith(first, () => log.forget(host.executions));
  }
  const server = await createWebServer({
    host,
    welcome: welcome(beginnings.stories),
    bundle,
    log,
    port: options.port,
    // Loaded when asked for: the library of .xlsx takes as long to load as the rest of the server.
    xlsx: {
      save: async () => (await import('../host/sheet/xlsx/write.ts')).writeXlsx(host.spreadsheet),
      load: async (file) => {
        const { readXlsx } = await import('../host/sheet/xlsx/read.ts');
        await readXlsx(file, host.spreadsheet);
        host.save();
        return 'Filen är inläst. Arbetsboken har nu filens innehåll.';
      },
    },
    restart: (story, forget) => desk.beginWith(beginnings.of(story), forget),
  });
  return {
    host,
    log,
    server,
    close: async () => {
      await server.close();
      await host.close();
      await ownMail?.close();
    },
  };
};
