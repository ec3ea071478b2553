import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { isOwnRequest } from '../../scripts/web/server/guard.ts';
import { openSite, type Site } from './site.ts';

describe('which requests are our own', () => {
  const asked = (method: string, headers: Record<string, string>) => isOwnRequest({ method, headers });
  it.each([
    ['the address bar', 'GET', { host: '127.0.0.1:8642', 'sec-fetch-site': 'none' }],
    ['the name localhost', 'GET', { host: 'localhost:8642' }],
    ['a form of our own', 'POST', { host: '127.0.0.1:8642', origin: 'http://127.0.0.1:8642' }],
    ['a tool without headers', 'POST', { host: '127.0.0.1:8642' }],
  ])('lets in %s', (_name, method, headers) => {
    expect(asked(method, headers)).toBe(true);
  });
  it.each([
    ['a foreign name that leads to this machine', 'GET', { host: 'elak.example.org' }],
    ['a foreign page that sends a form', 'POST', { host: '127.0.0.1:8642', origin: 'https://elak.example.org' }],
    ['a page on another port', 'POST', { host: '127.0.0.1:8642', origin: 'http://127.0.0.1:9000' }],
    ['a frame without an origin', 'POST', { host: '127.0.0.1:8642', origin: 'null' }],
    [
      'a foreign page whose browser hides the origin',
      'POST',
      { host: '127.0.0.1:8642', 'sec-fetch-site': 'cross-site' },
    ],
    ['a request without a host', 'GET', {}],
  ])('keeps out %s', (_name, method, headers) => {
    expect(asked(method, headers)).toBe(false);
  });
});

describe('the server', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ installed: false });
  });
  afterAll(() => site.close());

  const status = (headers: Record<string, string>, method = 'GET', path = '/') =>
    new Promise<number>((resolve, reject) => {
      const asked = request({ port: site.server.port, host: '127.0.0.1', path, method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      asked.on('error', reject);
      asked.end();
    });

  it('answers its own pages and refuses foreign ones, and does nothing for them', async () => {
    expect(await status({ host: `127.0.0.1:${site.server.port}` })).toBe(200);
    expect(await status({ host: 'elak.example.org' })).toBe(403);
    const before = site.host.now;
    expect(await status({ origin: 'https://elak.example.org' }, 'POST', '/klocka')).toBe(403);
    expect(site.host.now).toBe(before);
  });

  it('opens no line to a foreign page', async () => {
    const refused = (origin: string | undefined) =>
      new Promise<boolean>((resolve) => {
        const line = new WebSocket(
          `ws://127.0.0.1:${site.server.port}/ws?page=/arbetsbok`,
          origin === undefined ? {} : { origin },
        );
        line.on('open', () => {
          line.close();
          resolve(false);
        });
        line.on('error', () => resolve(true));
      });
    expect(await refused('https://elak.example.org')).toBe(true);
    expect(await refused(undefined)).toBe(true);
    expect(await refused(`http://127.0.0.1:${site.server.port}`)).toBe(false);
  });

  it('listens on the loopback address alone', () => {
    expect(site.server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });
});
