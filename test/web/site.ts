import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { createHost } from '../../scripts/host/index.ts';
import type { Host } from '../../scripts/host/runtime/host.ts';
import { buildBrowser } from '../../scripts/web/bundle.ts';
import { createWebServer, type WebServer } from '../../scripts/web/server/index.ts';

// A busy machine takes its time: outcomes are waited for, and only what never comes fails.
const PATIENCE = 30_000;
vi.setConfig({ hookTimeout: 4 * PATIENCE, testTimeout: 6 * PATIENCE });

/** Expects something of what the function gives, now or in a while. */
export const eventually = <T>(look: () => T) => expect.poll(look, { timeout: PATIENCE, interval: 100 });

const root = fileURLToPath(new URL('../..', import.meta.url));
const toy = fileURLToPath(new URL('./fixtures/toy', import.meta.url));
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A host with the small library of `fixtures/toy`, its pages, and a browser to open them with. */
export interface Site {
  readonly host: Host;
  readonly server: WebServer;
  /** Opens a page in a window of its own; fails the test on a script error or a request that leaves the machine. */
  open(path: string, options?: { width?: number; height?: number; javaScript?: boolean }): Promise<Page>;
  close(): Promise<void>;
}

export const openSite = async (options: { installed: boolean }): Promise<Site> => {
  const files = Object.fromEntries(readdirSync(toy).map((name) => [name, readFileSync(join(toy, name), 'utf8')]));
  const host = createHost({ files, now: '2025-09-01T08:00' });
  if (options.installed) {
    const result = host.run('install');
    if (result.error) throw new Error(result.error.message);
  }
  const server = await createWebServer({
    host,
    welcome: { title: 'Bibliotek', lines: [{ text: 'Ett litet bibliotek.' }], stories: [] },
    bundle: await buildBrowser(root, join(tmpdir(), 'apps-script-host-pages')),
    port: 0,
  });
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: CHROMIUM_FLAGS,
  });
  const faults: string[] = [];
  return {
    host,
    server,
    async open(path, { width = 1200, height = 760, javaScript = true } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        permissions: ['clipboard-read', 'clipboard-write'],
        locale: 'sv-SE',
        javaScriptEnabled: javaScript,
      });
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`));
      page.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (protocol.startsWith('http') && hostname !== '127.0.0.1') faults.push(`${path} asks for ${request.url()}`);
      });
      await page.goto(new URL(path, server.url).href);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
      await host.close();
      if (faults.length > 0) throw new Error(faults.join('\n'));
    },
  };
};

/** What axe finds on a page, as one line a fault; empty when the page is accessible as far as a machine can tell. */
export const accessibilityFaults = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe);
  const faults: unknown = await page.evaluate(`axe
    .run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`);
  if (!Array.isArray(faults)) throw new Error('axe gave no answer');
  return faults.map(String);
};
