/** What the manager has heard of the rules, by the mails that have been told. */
import { expect, test } from 'vitest';
import type { MailKind } from '../../src/domain/mail-kinds.ts';
import type { ToldNotice } from '../../src/domain/notice.ts';
import { changeableValues, toldValues } from '../../src/domain/told-rules.ts';
import { JAMTLAND_HARJEDALEN } from '../../src/programmes/index.ts';
import { day, rulesOf } from './builders.ts';

const mail = (kind: MailKind, facts: Partial<ToldNotice> = {}): ToldNotice => ({
  kind,
  reference: day('2025-09-01'),
  ruleVersion: day('2025-09-01'),
  subject: '',
  on: day('2025-09-01'),
  ...facts,
});

const NOW = changeableValues(rulesOf(JAMTLAND_HARJEDALEN));

test.each<[string, readonly ToldNotice[], readonly string[] | null | undefined]>([
  ['nothing', [], undefined],
  ['a receipt', [mail('receipt')], undefined],
  ['a place in the queue', [mail('waitlisted')], undefined],
  ['a no', [mail('declined')], undefined],
  ["the coordinators' own mail", [mail('digest')], undefined],
  ['a no after a place in the queue', [mail('waitlisted'), mail('declined')], undefined],
  ['the material, in the middle of a round', [mail('receipt'), mail('material')], NOW],
  ['mail under rules that nobody has any more', [mail('material', { ruleVersion: day('1999-01-01') })], null],
  ['an admission that says what held', [mail('admitted', { subject: '1.a,b' })], ['a', 'b']],
  ['an admission from an older version of the product', [mail('admitted', { subject: '1' })], NOW],
  ['an admission after the material', [mail('material'), mail('admitted', { subject: '1.a,b' })], ['a', 'b']],
  [
    'a change after the admission, and other mail after that',
    [mail('admitted', { subject: '1.a,b' }), mail('rules-changed', { subject: '1.c,d' }), mail('material')],
    ['c', 'd'],
  ],
])('%s tells this of the rules', (_, told, values) => expect(toldValues(told, JAMTLAND_HARJEDALEN)).toEqual(values));
