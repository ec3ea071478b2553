import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { buildWhenStale, pushedFiles } from '../../scripts/build.ts';
import { createHost, type Host } from '../../scripts/host/index.ts';
import { installProduct, runStory } from '../../scripts/scenario/run.ts';
import { parseScenario } from '../../scripts/scenario/scenario.ts';
import { FIRST_DATA_ROW, same, TabView } from '../../scripts/scenario/tab-view.ts';
import { Verbs } from '../../scripts/scenario/verbs.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A workbook where the product is installed and a story has been told. */
export async function workbookWith(
  steps: readonly unknown[],
  start = '2025-09-01T08:00',
  programme = 'vasterbotten',
): Promise<Host> {
  await buildWhenStale();
  const host = createHost({ files: pushedFiles(), now: start });
  installProduct(host);
  new Verbs(host, programme).setting({ dryRun: false });
  const story = parseScenario(JSON.stringify({ name: '', programme, start, steps }));
  const { refused } = runStory(host, story);
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  return host;
}

/** Puts the mark on the row that says `text` in a column, as a person who clicks on it. */
export function select(host: Host, tab: string, key: string, text: string): void {
  const sheet = host.spreadsheet.sheetByName(tab);
  const view = new TabView(host, tab);
  const row = view.rows(key).find((one) => same(view.get(one, key), text)) ?? FIRST_DATA_ROW - 1;
  if (!sheet) throw new Error(`No tab ${tab}`);
  const { records } = host.spreadsheet;
  records.activeSheetId = sheet.id;
  records.selection = { sheetId: sheet.id, ranges: [{ top: row, left: 1, bottom: row + 1, right: 2 }] };
}

/** What stands between a page and the script at Google: `google.script.run` and `google.script.host`. */
const BRIDGE = `globalThis.google = { script: { host: { close() { document.title = 'closed'; } }, run: new Proxy({}, { get: (_, first) => {
  const runner = (handlers) => new Proxy({}, { get: (_, name) => {
    if (name === 'withSuccessHandler') return (done) => runner({ ...handlers, done });
    if (name === 'withFailureHandler') return (failed) => runner({ ...handlers, failed });
    return (...args) => hostCall(name, args).then((result) => result.error ? handlers.failed(new Error(result.error)) : handlers.done(result.value));
  } });
  return runner({})[first];
} }) } };`;

export interface Stage {
  /** Opens the page that the product has shown last, as wide as the panel or the dialog is. */
  open(host: Host, width: number, height?: number): Promise<Page>;
  /** Opens a page of the product. */
  show(content: string, host: Host, width: number, height?: number): Promise<Page>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  const faults: string[] = [];
  const stage: Stage = {
    open: (host, width, height) => stage.show(host.dialogs.at(-1)?.content ?? '', host, width, height),
    async show(content, host, width, height = 700) {
      const context = await browser.newContext({ viewport: { width, height }, locale: 'sv-SE' });
      context.setDefaultTimeout(5000);
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('request', (request) => {
        if (!/^(about|data):/.test(request.url())) faults.push(`The page asks for ${request.url()}`);
      });
      await page.exposeFunction('hostCall', (name: string, args: unknown[]) => {
        const { value, error } = host.call(name, args);
        return error ? { error: error.message } : { value };
      });
      await page.setContent(content.replace('<head>', `<head><script>${BRIDGE}</script>`));
      await page.waitForSelector('#content:not([aria-busy])', { state: 'attached' });
      return page;
    },
    async close() {
      await browser.close();
      if (faults.length > 0) throw new Error(faults.join('\n'));
    },
  };
  return stage;
}

/** What axe finds, as one line a fault; empty when the page is accessible as far as a machine can tell. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const faults: unknown = await page.evaluate(`axe
    .run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`);
  if (!Array.isArray(faults)) throw new Error('axe gave no answer');
  return faults.map(String);
}
