import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RULES_DOC, rulesDoc } from '../../scripts/rules-doc.ts';
import { RULE_PATHS } from '../../src/domain/rules.ts';
import { PROGRAMMES } from '../../src/programmes/index.ts';
import { programmeFromData } from './read-json.ts';

test('the page of the rules is what the data says; npx tsx scripts/rules-doc.ts writes it anew', () => {
  expect(readFileSync(RULES_DOC, 'utf8')).toBe(rulesDoc(PROGRAMMES));
});

test('every version of a programme has a row for every rule', () => {
  const page = rulesDoc([programmeFromData('regioner-i-samverkan')]);
  expect(
    page
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| Regel') && !line.startsWith('| ---')),
  ).toHaveLength(2 * RULE_PATHS.length);
  expect(page).toContain(
    '| Andel som ska ha varit med (`attendance.share`) | 95\u00a0% | Villkoren till och med 2022. |',
  );
  expect(page).toContain('### Gäller från 1 januari 2023');
});
