import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeDigest, composeMail, composeReceipt, DIGEST_GROUPS } from '../../src/messages/index.ts';
import { HBTQ_KLIVET, JAMTLAND_HARJEDALEN, PROGRAMMES } from '../../src/programmes/index.ts';
import { day } from '../domain/notices/story.ts';
import { causesOf, contextOf, mailOf, SETTINGS, situation, unitKinds } from './situations.ts';

const AXE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Every kind once, and the mails that look different: joined, with the longest words, the receipt, the digest. */
function gallery(): [string, string][] {
  const seen = new Set<string>();
  const mails: [string, string][] = [];
  for (const programme of [JAMTLAND_HARJEDALEN, HBTQ_KLIVET, ...PROGRAMMES]) {
    for (const kind of unitKinds(programme)) {
      if (!seen.has(kind)) mails.push([kind, mailOf(kind, programme).html]);
      seen.add(kind);
    }
  }
  const joined = situation('occasion-set', JAMTLAND_HARJEDALEN);
  mails.push(['joined', composeMail(causesOf(joined), contextOf(joined)).html]);
  const unit = 'Barn-och-ungdomshabiliteringsmottagningen'.repeat(3);
  const long = { ...joined, facts: { ...joined.facts, unit, managerName: unit } };
  mails.push(['long words', composeMail(causesOf(long), contextOf(long)).html]);
  mails.push(['receipt', composeReceipt({ form: 'interest', on: day('2025-09-01'), programme: null }, SETTINGS).html]);
  const items = DIGEST_GROUPS.map((group) => ({
    group,
    about: unit,
    text: 'Bestäm om plats.',
    day: day('2025-12-10'),
  }));
  mails.push(['digest', composeDigest(items, day('2025-12-16'))?.html ?? '']);
  return mails;
}

describe.each([
  [320, 'dark'],
  [800, 'light'],
] as const)('at %i pixels and in %s colours', (width, colorScheme) => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    });
    page = await browser.newPage({ viewport: { width, height: 700 }, colorScheme });
  });

  afterAll(async () => {
    await browser.close();
  });

  it.each(gallery())('the mail "%s" needs no sideways scrolling and axe finds nothing in it', async (_, html) => {
    await page.setContent(html);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    await page.evaluate(AXE);
    const violations = await page.evaluate(
      'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0]?.html))',
    );
    expect(violations).toEqual([]);
  });
});
