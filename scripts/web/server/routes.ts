import type { ExecutionRecord } from '../../host/index.ts';
import type { Host } from '../../host/runtime/host.ts';
import type { GridView } from '../grid/view.ts';
import { type Html, html } from '../html.ts';
import { page } from '../layout.ts';
import { clockBody } from '../pages/clock.ts';
import { executionList } from '../pages/executions.ts';
import { mailBody, mailHtml, mailList } from '../pages/mail.ts';
import { resetBody, startBody, type Welcome } from '../pages/start.ts';
import { tableBody } from '../pages/table.ts';
import { workbookBody } from '../pages/workbook.ts';
import type { LiveState } from '../protocol.ts';
import { withBridge } from '../script-page.ts';
import { clockText, daysLater, fieldTime } from '../time.ts';
import { formRoutes } from './form-routes.ts';
import { MAIL_HEADERS, SCRIPT_PAGE_HEADERS } from './guard.ts';
import type { ExecutionLog } from './log.ts';
import { type Answered, Router, redirect } from './router.ts';
import { webAppRoutes } from './web-app.ts';

/** What a web server is made of. Product words come in here; the server itself knows none. */
export interface WebOptions {
  readonly host: Host;
  readonly welcome: Welcome;
  /** The folder with the built browser code (`buildBrowser`). */
  readonly bundle: string;
  /** 0 for any free port. */
  readonly port: number;
  /** The log to go on with, when it shall be kept or other hosts write in it, too. */
  readonly log?: ExecutionLog;
  /** Starts over with one of the welcome's stories, or with none. `forget` is to be called once the host is back at its start. */
  restart?(story: string | null, forget: () => void): Promise<void>;
  /** The workbook as a file, and a file as the workbook's contents. */
  readonly xlsx?: { save(): Promise<Uint8Array>; load(file: Uint8Array): Promise<string> };
}

/** What the routes need of the open windows. */
export interface Windows {
  publish(): void;
  restarted(): void;
  executions(): readonly ExecutionRecord[];
  /** A file has taken the place of the workbook's contents. */
  loaded(): void;
  live(): LiveState;
  view(): GridView;
  scriptPage(id: string): string | undefined;
  /** Keeps a page of the script for the window that is to show it, and gives its id. */
  keepScriptPage(source: string): string;
}

interface PageShape {
  readonly title: string;
  readonly at: string;
  readonly body: Html;
  readonly wide?: boolean;
  readonly head?: Html;
  readonly bodyClass?: string;
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const notFound: Answered = {
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'Sidan finns inte.',
};
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#175e63"/><path d="M8 17l5 5 11-12" fill="none" stroke="#fff" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/></svg>';

const runs = (executions: readonly ExecutionRecord[]): string => {
  const failed = executions.filter((run) => run.status !== 'completed').length;
  const count = executions.length === 1 ? '1 körning' : `${executions.length} körningar`;
  return `${count}${failed > 0 ? `, varav ${failed} slutade med fel` : ''}.`;
};

/** The file in a multipart form with a single file field. */
const uploaded = (body: Buffer): Buffer | null => {
  const head = body.indexOf('\r\n\r\n');
  const boundary = body.subarray(0, body.indexOf('\r\n'));
  const end = body.lastIndexOf(Buffer.concat([Buffer.from('\r\n'), boundary]));
  return head < 0 || end < head ? null : body.subarray(head + 4, end);
};

/** All pages and what their forms do. */
export const routesOf = (options: WebOptions, windows: Windows): Router => {
  const { host, welcome } = options;
  const router = new Router();
  const zone = (): string => host.spreadsheet.timeZone;
  const assets = options.bundle.split(/[\\/]/).at(-1) ?? '';
  const show = (shape: PageShape): Answered => ({
    headers: HTML,
    body: page({ ...shape, product: welcome.title, clock: clockText(host.now, zone()), assets }),
  });
  const live = html`<script type="module" src="/live.js?${assets}"></script>`;
  let told: string | null = null;
  const takeTold = (): string | null => {
    const text = told;
    told = null;
    return text;
  };

  router.get('/ikon.svg', () => ({ headers: { 'content-type': 'image/svg+xml' }, body: ICON }));
  router.get('/', () =>
    show({
      title: 'Start',
      at: '/',
      body: startBody(welcome, windows.live(), takeTold(), options.xlsx !== undefined),
      head: live,
    }),
  );
  router.get('/borja-om', () => show({ title: 'Börja om', at: '/', body: resetBody(welcome.stories) }));
  router.post('/borja-om', async (asked) => {
    const chosen = (await asked.fields()).get('med');
    const story = welcome.stories.find(({ id }) => id === chosen);
    await options.restart?.(story?.id ?? null, () => windows.restarted());
    windows.publish();
    told = story ? `Allt har börjat om med ”${story.title}”.` : 'Allt har börjat om med en tom arbetsbok.';
    return redirect('/');
  });

  router.get('/arbetsbok', () =>
    show({
      title: 'Arbetsbok',
      at: '/arbetsbok',
      body: workbookBody(),
      bodyClass: 'workbook',
      head: html`<link rel="stylesheet" href="/grid-vendor.css?${assets}"><script type="module" src="/grid.js?${assets}"></script>`,
    }),
  );
  const table = (id: string | undefined): Answered => {
    const { sheets } = windows.view();
    const shown =
      id === undefined ? (sheets.find((sheet) => !sheet.hidden) ?? sheets[0]) : sheets.find((sheet) => sheet.id === id);
    return shown ? show({ title: shown.name, at: '/arbetsbok', body: tableBody(sheets, shown), wide: true }) : notFound;
  };
  router.get('/tabell', () => table(undefined));
  router.get('/tabell/:id', (asked) => table(asked.parts.id));

  router.get('/skriptsida/:id', (asked) => {
    const source = windows.scriptPage(asked.parts.id ?? '');
    return source === undefined ? notFound : { headers: { ...HTML, ...SCRIPT_PAGE_HEADERS }, body: withBridge(source) };
  });

  formRoutes(router, host, show, () => windows.publish());
  webAppRoutes(router, host, assets, (source) => {
    windows.publish();
    return windows.keepScriptPage(source);
  });

  const mailOf = (id: string | undefined) => host.mail.find((mail) => mail.id === id);
  router.get('/brevlada', () => show({ title: 'Brevlåda', at: '/brevlada', body: mailList(host.mail, zone()) }));
  router.get('/brevlada/:id', (asked) => {
    const mail = mailOf(asked.parts.id);
    return mail ? show({ title: mail.subject, at: '/brevlada', body: mailBody(mail, zone()) }) : notFound;
  });
  router.get('/brevlada/:id/html', (asked) => {
    const mail = mailOf(asked.parts.id);
    return mail ? { headers: { ...HTML, ...MAIL_HEADERS }, body: mailHtml(mail) } : notFound;
  });
  router.get('/brevlada/:id/kalla', async (asked) => {
    const mail = mailOf(asked.parts.id);
    return mail
      ? { headers: { 'content-type': 'text/plain; charset=utf-8' }, body: await host.rawMail(mail) }
      : notFound;
  });
  router.get('/brevlada/:id/bilaga/:nr', (asked) => {
    const file = mailOf(asked.parts.id)?.attachments[Number(asked.parts.nr)];
    if (!file) return notFound;
    const name = encodeURIComponent(file.name);
    const disposition = `attachment; filename*=UTF-8''${name}`;
    return { headers: { 'content-type': file.contentType, 'content-disposition': disposition }, body: file.content };
  });

  router.get('/klocka', () =>
    show({
      title: 'Klocka',
      at: '/klocka',
      body: clockBody(host.now, zone(), host.triggers, host.nextDue, takeTold()),
    }),
  );
  router.post('/klocka', async (asked) => {
    const fields = await asked.fields();
    const days: Record<string, number> = { dag: 1, vecka: 7 };
    const way = fields.get('flytta') ?? '';
    const till = fields.get('till') ?? '';
    const to =
      way === 'timme'
        ? host.now + 3_600_000
        : way === 'utlosare'
          ? (host.nextDue ?? host.now)
          : way === 'till'
            ? /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(till)
              ? till.slice(0, 16)
              : null
            : daysLater(host.now, days[way] ?? 0, zone());
    if (to === null) told = 'Ange ett datum och en tid att flytta till.';
    else if (typeof to === 'string' && to < fieldTime(host.now, zone()))
      told = 'Klockan går bara framåt. Ange en senare tid.';
    else {
      const { executions } = host.advance(to);
      told = `Klockan har flyttats. På vägen blev det ${runs(executions)}`;
    }
    windows.publish();
    return redirect('/klocka');
  });
  router.get('/korningar', () =>
    show({ title: 'Körningar', at: '/korningar', body: executionList(windows.executions(), zone()), wide: true }),
  );

  router.get('/export.xlsx', async () => {
    if (!options.xlsx) return notFound;
    const name = encodeURIComponent(`${host.spreadsheet.records.name}.xlsx`);
    return {
      headers: {
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': `attachment; filename*=UTF-8''${name}`,
      },
      body: await options.xlsx.save(),
    };
  });
  router.post('/import', async (asked) => {
    const file = uploaded(await asked.bytes());
    if (options.xlsx && file && file.length > 0) {
      try {
        told = await options.xlsx.load(file);
        windows.loaded();
      } catch (error) {
        told = `Filen gick inte att läsa in: ${error instanceof Error ? error.message : String(error)}`;
      }
    } else told = 'Välj en fil först.';
    return redirect('/');
  });
  return router;
};
