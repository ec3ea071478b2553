import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite({ installed: true });
});
afterAll(() => site.close());

const APP = '/macros/s/vilken-som-helst/exec';
const ask = (query: string, options: RequestInit = {}) => fetch(new URL(APP + query, site.server.url), options);

it('shows the page of doGet, whose calls reach the script', async () => {
  const page = await site.open(APP, { width: 320 });
  expect(await page.title()).toBe('Panel');
  expect(await page.locator('meta[name=viewport]').getAttribute('content')).toBe('width=device-width');
  const shown = page.frameLocator('iframe');
  await shown.getByRole('button', { name: 'Flytta till C' }).click();
  await shown.getByText('Flyttad till C från panelen').waitFor();
  expect(site.host.shown('Lån!B3')).toEqual([['C']]);
  await shown.getByRole('button', { name: 'Gör fel' }).click();
  await shown.getByText('Fel: Hyllan finns inte.').waitFor();
  await page.context().close();
});

it('sends what ContentService makes as it is', async () => {
  const answer = await ask('?som=json&namn=%C3%85sa&namn=Bo');
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await answer.json()).toEqual({ som: ['json'], namn: ['Åsa', 'Bo'] });
});

it('gives doPost the body and its type', async () => {
  const body = JSON.stringify({ å: 1 });
  const answer = await ask('', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
  expect(await answer.text()).toBe(`application/json: ${body}`);
});

it('refuses a form that a foreign page sends', async () => {
  const answer = await ask('', { method: 'POST', body: 'a=1', headers: { origin: 'https://elsewhere.example.org' } });
  expect(answer.status).toBe(403);
});

it('says what went wrong', async () => {
  const answer = await ask('?som=fel');
  expect(answer.status).toBe(500);
  expect(await answer.text()).toBe('Webbappen stannade: Sidan är trasig.');
});
