import { expect, test } from 'vitest';
import { mailCoverage } from './mail-coverage.ts';

test('every kind of mail is told of by a story in each programme whose rules can cause it', () => {
  const untold = mailCoverage().filter(({ stories }) => stories.length === 0);
  expect(untold.map(({ programme, kind }) => `${programme}: ${kind}`)).toEqual([]);
});

test('a story covers a kind only where it expects its mail to leave', () => {
  const folder = new URL('mail/', import.meta.url).pathname;
  const silent = mailCoverage(folder).find(({ kind, programme }) => kind === 'expired' && programme === 'stockholm');
  expect(silent).toBeUndefined();
  const withdrawn = mailCoverage(folder).find(({ kind, programme }) => kind === 'plan-revision' && programme === 'jamtland-harjedalen');
  expect(withdrawn?.stories).toEqual(['every-kind-jamtland-harjedalen.json']);
});
