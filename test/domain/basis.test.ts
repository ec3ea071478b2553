import { describe, expect, test } from 'vitest';
import { packBasis, preparationsOf } from '../../src/domain/basis.ts';

const UNKNOWN = { wantsToTalkFirst: null, harassmentPlan: null, anchored: null, singlePerson: null };

describe('what the coordinator weighs before admitting', () => {
  test('is what the interest form said', () => {
    const said = { wantsToTalkFirst: true, harassmentPlan: false, anchored: true, singlePerson: false };
    expect(preparationsOf(packBasis({ ...said, lunch: 4 }))).toEqual(said);
  });

  test.each([
    ['an empty cell', ''],
    ['a cell that somebody has typed in', 'ja'],
    ['a list', '[true]'],
    ['a number', '1'],
    ['nothing', 'null'],
    ['words where yes or no should stand', '{"anchored":"ja","harassmentPlan":1}'],
  ])('%s says nothing', (_, text) => {
    expect(preparationsOf(text)).toEqual(UNKNOWN);
  });
});
