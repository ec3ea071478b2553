import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ExecutionRecord } from '../../host/index.ts';
import type { Host } from '../../host/runtime/host.ts';
import { rect, rectName } from '../../host/sheet/address.ts';
import type { FromServer, FromWindow } from '../protocol.ts';
import { ActDesk } from './acts.ts';
import { Canvas, shownIn } from './canvas.ts';
import { Desk } from './desk.ts';
import { isOwnRequest, PAGE_HEADERS } from './guard.ts';
import { Hub, type Window } from './hub.ts';
import { liveState } from './live.ts';
import { ExecutionLog } from './log.ts';
import { windowMenus } from './menus.ts';
import { type Answered, write } from './router.ts';
import { routesOf, type WebOptions } from './routes.ts';

export type { WebOptions } from './routes.ts';

const styleFile = join(dirname(fileURLToPath(import.meta.url)), '..', 'pages', 'style.css');

/** The pages of a host, being served. */
export interface WebServer {
  readonly url: string;
  readonly port: number;
  /** Tells all windows what has changed. For changes that did not come through the pages. */
  publish(): void;
  /** Lets all windows start over, after the host was put back to an earlier state. */
  restarted(): void;
  close(): Promise<void>;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What connects windows to the host: acts, menus, calls, and the news that go back to all windows. */
class Office {
  readonly desk = new Desk();
  readonly acts: ActDesk;
  readonly #host: Host;
  readonly #canvas = new Canvas();
  readonly #tell: (kind: 'grid' | 'live' | 'all', message: FromServer) => void;
  readonly #log: ExecutionLog;
  #menus = '';
  #live = '';
  #shown: number;
  #shownCells = '';

  constructor(host: Host, tell: (kind: 'grid' | 'live' | 'all', message: FromServer) => void, log: ExecutionLog) {
    this.#log = log;
    this.#host = host;
    this.acts = new ActDesk(host);
    this.#tell = tell;
    this.#shown = host.dialogs.length;
  }

  /** Forgets what belongs to the state before: what could be undone, and the log. */
  restarted(): void {
    this.acts.forget();
    this.#log.forget(this.#host.executions);
    this.publish();
    this.#tell('all', { type: 'reload' });
  }

  executions(): readonly ExecutionRecord[] {
    this.#log.take(this.#host.executions);
    return this.#log.runs;
  }

  /** Draws what has changed and sends it to all windows. */
  publish(): void {
    const host = this.#host;
    const patch = this.#canvas.update(host.spreadsheet, host.now);
    if (patch) this.#tell('grid', { type: 'patch', patch });
    const menus = windowMenus(host.menus());
    if (JSON.stringify(menus) !== this.#menus) {
      this.#menus = JSON.stringify(menus);
      this.#tell('grid', { type: 'menus', menus });
    }
    const live = this.live();
    if (JSON.stringify(live) !== this.#live) {
      this.#live = JSON.stringify(live);
      this.#tell('all', { type: 'live', live });
    }
  }

  live() {
    const { now, spreadsheet, forms, mail } = this.#host;
    const executions = this.executions();
    return liveState({ now, zone: spreadsheet.timeZone, workbook: spreadsheet, forms, mail, executions });
  }

  view() {
    this.publish();
    return this.#canvas.view(this.#host.spreadsheet);
  }

  opened(window: Window): void {
    if (window.kind === 'grid') {
      this.#host.open();
      const view = this.view();
      this.#shownCells = JSON.stringify(view.shown);
      window.send({ type: 'view', view });
      window.send({ type: 'menus', menus: windowMenus(this.#host.menus()) });
    }
    window.send({ type: 'live', live: this.live() });
  }

  /** Shows the window what the script has shown since the last time, and all windows what has changed. */
  #news(window: Window): void {
    const shown = shownIn(this.#host.spreadsheet);
    const fresh = this.#host.dialogs.slice(this.#shown);
    this.#shown = this.#host.dialogs.length;
    this.publish();
    for (const dialog of fresh) this.desk.show(window, dialog);
    if (JSON.stringify(shown) !== this.#shownCells) {
      this.#shownCells = JSON.stringify(shown);
      window.send({ type: 'show', ...shown });
    }
  }

  #asking(window: Window) {
    return (dialog: Parameters<Desk['ask']>[1]) => {
      this.#news(window);
      return this.desk.ask(window, dialog);
    };
  }

  async said(window: Window, message: FromWindow): Promise<void> {
    switch (message.type) {
      case 'act': {
        const refusal = this.acts.perform(message.what);
        this.#news(window);
        window.send({ type: 'done', act: message.act, ...(refusal === null ? {} : { refusal }) });
        return;
      }
      case 'menu': {
        window.send({ type: 'busy', on: true, text: 'Skriptet arbetar …' });
        try {
          const result = await this.#host.menuAsking(message.path, this.#asking(window));
          if (result.error) window.send({ type: 'toast', title: 'Skriptet stannade', text: result.error.message });
        } finally {
          window.send({ type: 'busy', on: false, text: '' });
          this.#news(window);
        }
        return;
      }
      case 'call': {
        if (!this.desk.owns(window, message.dialog)) return;
        const result = await this.#host.callAsking(message.name, message.args, this.#asking(window));
        this.#news(window);
        const { error } = result;
        window.send({
          type: 'returned',
          call: message.call,
          ...(error ? { error: { name: error.name, message: error.message } } : { value: result.value }),
        });
        return;
      }
      case 'answer':
        this.desk.answered(message.dialog, message.button, message.text);
        return;
      case 'select': {
        const area = rect(message.row, message.column, message.rows, message.columns);
        const { executions } = this.#host.select({ sheet: Number(message.sheet), range: rectName(area) });
        this.#shownCells = JSON.stringify(shownIn(this.#host.spreadsheet));
        if (executions.length > 0) this.#news(window);
      }
    }
  }
}

const answerWith = (error: unknown): Answered => ({
  status: 500,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: `Det blev fel: ${messageOf(error)}`,
});

/**
 * Serves the pages of a host on the loopback address: the workbook in a grid and as tables, forms, mailbox, clock,
 * executions. `port` 0 takes any free port. Requests of foreign pages are refused.
 */
export const createWebServer = async (options: WebOptions): Promise<WebServer> => {
  const { host, bundle } = options;
  const server: Server = createServer();
  const office = new Office(host, (kind, message) => hub.tell(kind, message), options.log ?? new ExecutionLog());
  const hub = new Hub(server, {
    opened: (window) => office.opened(window),
    closed: (window) => office.desk.gone(window),
    said: (window, message) => {
      office.said(window, message).catch((error: unknown) => {
        window.send({ type: 'toast', title: 'Det blev fel', text: messageOf(error) });
        if (message.type === 'act') window.send({ type: 'done', act: message.act });
        if (message.type === 'call') {
          window.send({ type: 'returned', call: message.call, error: { name: 'Error', message: messageOf(error) } });
        }
        office.publish();
      });
    },
  });
  const router = routesOf(options, {
    publish: () => office.publish(),
    restarted: () => office.restarted(),
    executions: () => office.executions(),
    loaded: () => {
      office.acts.forget();
      office.publish();
      hub.tell('grid', { type: 'reload' });
    },
    live: () => office.live(),
    view: () => office.view(),
    scriptPage: (id) => office.desk.page(id),
    keepScriptPage: (source) => office.desk.keep(source),
  });
  const asset = (name: string, type: string) =>
    router.get(`/${name}`, () => ({
      headers: { 'content-type': type, 'cache-control': 'max-age=31536000' },
      body: readFileSync(name === 'stil.css' ? styleFile : join(bundle, name)),
    }));
  asset('stil.css', 'text/css; charset=utf-8');
  for (const name of readdirSync(bundle)) {
    asset(name, name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8');
  }

  server.on('request', (request, response) => {
    if (!isOwnRequest(request)) {
      write(response, { status: 403, body: 'Forbidden' }, PAGE_HEADERS);
      return;
    }
    const missing: Answered = {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: 'Sidan finns inte.',
    };
    router.answer(request).then(
      (answered) => write(response, answered ?? missing, PAGE_HEADERS),
      (error: unknown) => write(response, answerWith(error), PAGE_HEADERS),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    url: `http://127.0.0.1:${port}/`,
    port,
    publish: () => office.publish(),
    restarted: () => office.restarted(),
    close: async () => {
      hub.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
