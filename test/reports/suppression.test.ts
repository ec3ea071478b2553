import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Group, showable, surveyResults } from '../../src/reports/index.ts';

const leaf = (id: string, weight: number): Group => ({ id, weight, parts: [] });
const sum = (id: string, ...parts: readonly Group[]): Group => ({ id, weight: 0, parts });
const shown = (tree: Group, limit = 5): string[] => [...showable(tree, limit)].sort();

describe('what may be shown', () => {
  it.each<[string, Group, string[]]>([
    ['everything when all are large', sum('total', leaf('a', 5), leaf('b', 6)), ['a', 'b', 'total']],
    [
      'not the group below the limit, nor the one that would give it away',
      sum('total', leaf('a', 4), leaf('b', 6), leaf('c', 9)),
      ['c', 'total'],
    ],
    ['two small ones that are large together', sum('total', leaf('a', 4), leaf('b', 1), leaf('c', 9)), ['c', 'total']],
    ['only the sum when the other one must be hidden', sum('total', leaf('a', 4), leaf('b', 6)), ['total']],
    ['nothing when all are too few', sum('total', leaf('a', 2), leaf('b', 2)), []],
    ['everything when the rest is empty', sum('total', leaf('a', 0), leaf('b', 6)), ['b', 'total']],
    [
      'a sum of another level that would give a small group away',
      sum('total', sum('x', leaf('a', 4), leaf('b', 7)), sum('y', leaf('c', 8), leaf('d', 9))),
      ['c', 'd', 'total', 'x', 'y'],
    ],
    [
      'a group whose whole branch is small, nor what would give it away',
      sum('total', sum('x', leaf('a', 3)), sum('y', leaf('c', 8), leaf('d', 9))),
      ['d', 'total'],
    ],
  ])('%s', (_, tree, expected) => expect(shown(tree)).toEqual(expected));

  it.each([
    [4, false],
    [5, true],
    [6, true],
  ])('%i answers with a limit of five', (weight, visible) =>
    expect(showable(leaf('a', weight), 5).has('a')).toBe(visible),
  );
});

/** A tree of at most eight leaves in up to three levels. */
const trees = fc
  .array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
  .filter((groups) => groups.flat().length <= 8)
  .map((groups) =>
    sum(
      'total',
      ...groups.map((weights, group) =>
        sum(`g${group}`, ...weights.map((weight, index) => leaf(`g${group}u${index}`, weight))),
      ),
    ),
  );

const leaves = (group: Group): readonly Group[] => (group.parts.length === 0 ? [group] : group.parts.flatMap(leaves));
const groups = (group: Group): readonly Group[] => [group, ...group.parts.flatMap(groups)];

/** Whether the target is a combination of the rows: elimination with exact whole numbers. */
function canBeWorkedOut(rows: readonly (readonly number[])[], target: readonly number[]): boolean {
  const rank = (matrix: readonly (readonly number[])[]): number => {
    const work = matrix.map((row) => [...row]);
    let found = 0;
    for (let column = 0; column < target.length; column += 1) {
      const pivot = work.findIndex((row, index) => index >= found && row[column] !== 0);
      const row = work[pivot];
      if (row === undefined) continue;
      work.splice(pivot, 1);
      work.splice(found, 0, row);
      for (let index = found + 1; index < work.length; index += 1) {
        const other = work[index] ?? [];
        const [factor, divisor] = [other[column] ?? 0, row[column] ?? 1];
        work[index] = other.map((value, place) => value * divisor - factor * (row[place] ?? 0));
      }
      found += 1;
    }
    return found;
  };
  return rank([...rows, target]) === rank(rows);
}

describe('what is hidden cannot be worked out', () => {
  it('by no combination of what is shown, for any group of leaves below the limit', () => {
    fc.assert(
      fc.property(trees, fc.integer({ min: 2, max: 7 }), (tree, limit) => {
        const units = leaves(tree).filter((unit) => unit.weight > 0);
        const visible = showable(tree, limit);
        const rows = groups(tree)
          .filter((group) => visible.has(group.id))
          .map((group) => units.map((unit) => (leaves(group).includes(unit) ? 1 : 0)));
        for (let chosen = 1; chosen < 1 << units.length; chosen += 1) {
          const target = units.map((_, index) => (chosen >> index) & 1);
          const weight = units.reduce((total, unit, index) => total + (target[index] === 1 ? unit.weight : 0), 0);
          if (weight < limit) expect(canBeWorkedOut(rows, target)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('results of a survey', () => {
  const answers = (unitId: string, ...values: readonly number[]) =>
    values.map((value) => ({ unitId, values: { plan: value } }));
  const units = (invited: number) => [
    { unitId: 'a', name: 'Norra', invited: 20 },
    { unitId: 'b', name: 'Södra', invited },
    { unitId: 'c', name: 'Västra', invited: 20 },
  ];

  it('show how many chose each value where enough have answered', () => {
    const results = surveyResults(
      units(20),
      [...answers('a', 1, 1, 2, 5, 5), ...answers('b', 3, 3, 3, 3, 3), ...answers('c', 1, 2, 3, 4, 5)],
      ['plan'],
      5,
    );
    expect(results.units[0]?.questions.plan).toEqual({
      answers: 5,
      of: 20,
      values: { 1: 2, 2: 1, 5: 2 },
      hidden: false,
    });
    expect(results.total.plan).toMatchObject({ answers: 15, of: 60, hidden: false });
  });

  it('hide four answers, and one more unit so that they cannot be subtracted', () => {
    const results = surveyResults(
      units(20),
      [...answers('a', 1, 1, 2, 5), ...answers('b', 3, 3, 3, 3, 3), ...answers('c', 1, 2, 3, 4, 5, 5)],
      ['plan'],
      5,
    );
    expect(results.units.map((unit) => [unit.questions.plan?.answers, unit.questions.plan?.hidden])).toEqual([
      [4, true],
      [5, true],
      [6, false],
    ]);
    expect(results.total.plan).toMatchObject({ answers: 15, hidden: false });
  });

  it.each([
    [4, null],
    [5, 5],
    [6, 5],
  ])('%i invited', (invited, shownAnswers) => {
    const results = surveyResults(units(invited), answers('b', 1, 2, 3, 4, 5), ['plan'], 5);
    expect(results.units[1]?.questions.plan).toMatchObject({
      answers: shownAnswers,
      of: shownAnswers === null ? null : invited,
    });
  });

  it('count a question that somebody left out by its own answers', () => {
    const some = [...answers('a', 1, 1, 2, 5), { unitId: 'a', values: { other: 3 } }];
    expect(surveyResults(units(20).slice(0, 1), some, ['plan'], 5).total.plan).toMatchObject({
      answers: 4,
      values: null,
      hidden: true,
    });
  });
});
