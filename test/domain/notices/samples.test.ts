/** Notices made to look at a mail's text, whether or not their cause holds. */
import { describe, expect, it, test } from 'vitest';
import { MAIL_KINDS } from '../../../src/domain/mail-kinds.ts';
import { sampleNotices } from '../../../src/domain/notices.ts';
import { JAMTLAND_HARJEDALEN as PROGRAMME } from '../../../src/programmes/index.ts';
import { day, decide, kinds, occasion, round } from './story.ts';

const TODAY = day('2025-09-10');
const samplesOf = (kind: (typeof MAIL_KINDS)[number], facts = round(PROGRAMME)) =>
  sampleNotices(kind, facts, decide(facts, PROGRAMME, TODAY), PROGRAMME, TODAY);

test.each(MAIL_KINDS)('there is one of %s, of today, in a round where nothing has happened', (kind) => {
  expect(samplesOf(kind)).toMatchObject([{ kind, roundId: 'r1', reference: TODAY, since: TODAY, subject: '' }]);
});

describe('where occasions are set', () => {
  const facts = round(PROGRAMME, { occasions: [occasion(1, '2025-10-06'), occasion(2, '2025-11-03')] });

  it.each(['occasion-set', 'occasion-moved', 'occasion-cancelled'] as const)('%s tells of them all', (kind) => {
    const samples = samplesOf(kind, facts);
    expect(kinds(samples)).toEqual([kind, kind]);
    expect(samples.map(({ reference }) => reference)).toEqual([day('2025-10-06'), day('2025-11-03')]);
  });

  it('other mail does not mention them', () => {
    expect(kinds(samplesOf('plan-set', facts))).toEqual(['plan-set']);
  });
});
