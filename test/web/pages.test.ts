import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults, eventually, openSite, type Site } from './site.ts';

let site: Site;
let fresh: ReturnType<Site['host']['snapshot']>;

beforeAll(async () => {
  site = await openSite({ installed: true });
  fresh = site.host.snapshot();
});
afterAll(() => site.close());
beforeEach(() => {
  site.host.restore(fresh);
  site.server.restarted();
});

const form = () => {
  const [first] = site.host.forms;
  if (!first) throw new Error('The library has a form');
  return first;
};
const formPath = () => `/formular/${form().id}`;
const entry = (title: string): string => {
  const item = form().items.find((each) => each.title === title);
  return item && 'entry' in item ? `entry.${item.entry}` : '';
};
const order = () =>
  site.host.submitForm(form().id, {
    Namn: 'Åsa Öberg',
    'E-post': 'asa@example.org',
    'Hur vill du ha boken?': 'Jag hämtar',
  });

describe.each([
  ['a wide window', 1200],
  ['a narrow phone, which is also 400 % zoom', 320],
])('every page in %s', (_name, width) => {
  it.each(['/', '/formular', 'form', '/brevlada', 'mail', '/klocka', '/korningar', '/tabell', '/borja-om'])(
    'has nothing for axe to find and nothing beside the window: %s',
    async (path) => {
      order();
      const where = path === 'form' ? formPath() : path === 'mail' ? `/brevlada/${site.host.mail[0]?.id}` : path;
      const page = await site.open(where, { width });
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(
        0,
      );
      expect(await page.locator('html').getAttribute('lang')).toBe('sv');
      await page.context().close();
    },
  );
});

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a form %s', (_name, javaScript) => {
  let page: Page;
  beforeEach(async () => {
    await page?.context().close();
    page = await site.open(formPath(), { javaScript });
  });

  it('says at the question what is missing, keeps what was written, and stores nothing', async () => {
    await page.getByLabel('E-post').fill('asa@');
    await page
      .getByRole('button', { name: 'Skicka' })
      .or(page.getByRole('button', { name: 'Nästa' }))
      .click();
    await eventually(() => page.getByRole('heading', { name: 'Svaret är inte skickat' }).count()).toBe(1);
    const name = page.getByLabel('Namn');
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    const fault = await name.getAttribute('aria-describedby');
    await eventually(() => page.locator(`[id="${fault}"]`).textContent()).toBe('Det här är en obligatorisk fråga');
    await eventually(() => page.getByLabel('E-post').inputValue()).toBe('asa@');
    if (javaScript) expect(await accessibilityFaults(page)).toEqual([]);
    expect(form().responses).toHaveLength(0);
  });

  it('takes a right answer: a row in the workbook, a receipt, and the confirmation', async () => {
    await page.getByLabel('Namn').fill('Åsa Öberg');
    await page.getByLabel('E-post').fill('asa@example.org');
    await page.getByLabel('Jag hämtar').check();
    await page
      .getByRole('button', { name: 'Skicka' })
      .or(page.getByRole('button', { name: 'Nästa' }))
      .click();
    await eventually(() => page.getByText('Tack! Boken väntar i disken.').count()).toBe(1);
    expect(form().responses).toHaveLength(1);
    const sheet = site.host.spreadsheet.sheetByName('Lån');
    expect(sheet?.raw(4, 0)).toBe('Beställd av Åsa Öberg');
    expect(site.host.mail.map((mail) => mail.text)).toEqual(['Hej Åsa Öberg! Boken väntar.']);
  });

  it('follows the answer to the section that belongs to it, and back, without losing an answer', async () => {
    await page.getByLabel('Namn').fill('Åsa');
    await page.getByLabel('E-post').fill('asa@example.org');
    await page.getByLabel('Kör hem den').check();
    await page
      .getByRole('button', { name: 'Nästa' })
      .or(page.getByRole('button', { name: 'Skicka' }))
      .click();
    await page.getByRole('heading', { name: 'Hemkörning' }).waitFor();
    await page.getByLabel('Adress').fill('Storgatan 1\nUmeå');
    await page.getByRole('button', { name: 'Tillbaka' }).click();
    await eventually(() => page.getByLabel('Namn').inputValue()).toBe('Åsa');
    await eventually(() => page.getByLabel('Kör hem den').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Nästa' }).click();
    await eventually(() => page.getByLabel('Adress').inputValue()).toBe('Storgatan 1\nUmeå');
    await page.getByLabel('Förmiddag').check();
    await page.getByRole('button', { name: 'Skicka' }).click();
    await page.getByText('Tack! Boken väntar i disken.').waitFor();
    const answers = form().responses[0]?.answers.map(({ answer }) => answer);
    expect(answers).toEqual(['Åsa', 'asa@example.org', 'Kör hem den', 'Storgatan 1\nUmeå', ['Förmiddag']]);
  });

  it('can be filled in beforehand by its link, also by the address that Google gives it', async () => {
    await page.goto(new URL(`/forms/d/e/${form().publishedId}/viewform?${entry('Namn')}=Kim`, site.server.url).href);
    await eventually(() => page.getByLabel('Namn').inputValue()).toBe('Kim');
  });
});

describe('a form that takes no answers', () => {
  it('says so instead of its questions', async () => {
    form().acceptingResponses = false;
    const page = await site.open(formPath());
    await eventually(() => page.getByText('tar inte längre emot svar').count()).toBe(1);
    await eventually(() => page.getByRole('button').count()).toBe(0);
    form().acceptingResponses = true;
    await page.context().close();
  });
});

describe('the mailbox', () => {
  it('shows a mail as it looks, as text, its attachment and its source', async () => {
    order();
    const page = await site.open('/brevlada');
    await page.getByRole('link', { name: 'Kvitto på ditt lån' }).click();
    await page.frameLocator('.mail-frame').getByRole('heading', { name: 'Hej Åsa Öberg!' }).waitFor();
    await eventually(() => page.locator('pre').textContent()).toContain('Hej Åsa Öberg! Boken väntar.');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'kvitto.txt' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('kvitto.txt');
    await page.getByRole('link', { name: 'Visa källan' }).click();
    await eventually(() => page.locator('body').textContent()).toContain('Subject: =?UTF-8?');
    await page.context().close();
  });
});

describe('the clock', () => {
  it('moves by a day and tells what happened on the way', async () => {
    const page = await site.open('/klocka');
    await eventually(() => page.getByRole('heading', { level: 2 }).first().textContent()).toContain(
      'måndag 1 september 2025',
    );
    await page.getByRole('button', { name: 'Fram en dag' }).click();
    await eventually(() => page.getByRole('heading', { level: 2 }).first().textContent()).toContain(
      'tisdag 2 september 2025',
    );
    await eventually(() => page.getByRole('status').first().textContent()).toContain('På vägen blev det 1 körning.');
    await page.getByRole('link', { name: 'Körningar' }).click();
    await eventually(() => page.getByRole('row', { name: /remind/ }).count()).toBe(1);
    await page.context().close();
  });

  it('keeps the time of day across the change to winter time', async () => {
    site.host.advance('2025-10-25T08:00');
    const page = await site.open('/klocka');
    await page.getByRole('button', { name: 'Fram en dag' }).click();
    await eventually(() => page.locator('#clock').textContent()).toBe('sön 2025-10-26 08:00');
    await page.context().close();
  });

  it('moves to a date, to the next trigger, and never back', async () => {
    const page = await site.open('/klocka');
    await page.getByLabel('Flytta till').fill('2025-09-05T12:00');
    await page.getByRole('button', { name: 'Flytta', exact: true }).click();
    const heading = page.getByRole('heading', { level: 2 }).first();
    await eventually(() => heading.textContent()).toContain('fredag 5 september 2025');
    await page.getByRole('button', { name: /Till nästa utlösare/ }).click();
    await eventually(() => heading.textContent()).toMatch(/lördag 6 september 2025.* 04[.:]/);
    const before = site.host.now;
    await page.evaluate('document.getElementById("till").removeAttribute("min")');
    await page.getByLabel('Flytta till').fill('2025-09-01T08:00');
    await page.getByRole('button', { name: 'Flytta', exact: true }).click();
    await eventually(() => page.getByText('Klockan går bara framåt. Ange en senare tid.').count()).toBe(1);
    expect(site.host.now).toBe(before);
    await page.context().close();
  });
});

describe('the first page', () => {
  it('shows live how an answer goes from the form to the mail', async () => {
    const page = await site.open('/');
    await page.waitForLoadState('networkidle');
    await eventually(() => page.locator('#antal-mails').textContent()).toBe('0');
    order();
    site.server.publish();
    await page.locator('#antal-mails', { hasText: '1' }).waitFor();
    await eventually(() => page.locator('#antal-responses').textContent()).toBe('1');
    await eventually(() => page.locator('#handelser').textContent()).toContain(
      'Mejl till asa@example.org: Kvitto på ditt lån',
    );
    await page.context().close();
  });
});

describe('the log of executions', () => {
  it('tells calls, the time at Google, the log and the error', async () => {
    site.host.run('markedBook');
    site.host.run('remind');
    site.host.call('shelve', ['fel']);
    const page = await site.open('/korningar');
    const failed = page.getByRole('row', { name: /shelve/ });
    expect(await failed.textContent()).toContain('Fel');
    expect(await failed.textContent()).toContain('Error: Hyllan finns inte.');
    const logged = page.getByRole('row', { name: /remind/ });
    await logged.locator('summary').click();
    expect(await logged.textContent()).toContain('Påminner om lån.');
    await page.context().close();
  });
});

describe('the table view', () => {
  it('shows each tab as a table with headings, for those who cannot use the grid', async () => {
    const sheet = site.host.spreadsheet.sheetByName('Lån');
    const page = await site.open(`/tabell/${sheet?.id}`, { javaScript: false });
    await eventually(() => page.getByRole('columnheader', { name: 'Bok' }).count()).toBe(1);
    await eventually(() => page.getByRole('cell', { name: '89,5%' }).count()).toBe(1);
    await eventually(() => page.getByRole('cell', { name: 'Ja ☑' }).count()).toBe(1);
    await page.context().close();
  });
});
