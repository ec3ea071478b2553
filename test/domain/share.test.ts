import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fraction, formatFraction, formatShare, neededOf } from '../../src/domain/share.ts';

const NINETY: Fraction = { numerator: 9, denominator: 10 };
const fraction = fc
  .integer({ min: 1, max: 1000 })
  .chain((denominator) =>
    fc.integer({ min: 1, max: denominator }).map((numerator): Fraction => ({ numerator, denominator })),
  );

describe('the number of people that a share needs', () => {
  test.each([
    [0, 0],
    [1, 1],
    [9, 9],
    [10, 9],
    [11, 10],
    [20, 18],
    [48, 44],
    [1000, 900],
  ])('90 %% of %i is %i', (of, needed) => expect(neededOf(NINETY, of)).toBe(needed));

  test('is the smallest that meets it, for any share and staff', () => {
    fc.assert(
      fc.property(fraction, fc.integer({ min: 1, max: 5000 }), (share, of) => {
        const needed = neededOf(share, of);
        expect(BigInt(needed) * BigInt(share.denominator)).toBeGreaterThanOrEqual(BigInt(share.numerator) * BigInt(of));
        expect(BigInt(needed - 1) * BigInt(share.denominator)).toBeLessThan(BigInt(share.numerator) * BigInt(of));
      }),
    );
  });
});

describe('a share as shown', () => {
  test.each([
    [43, 48, '89,5\u00a0%'],
    [899, 1000, '89,9\u00a0%'],
    [8999, 10000, '89,9\u00a0%'],
    [9, 10, '90\u00a0%'],
    [1, 3, '33,3\u00a0%'],
    [2, 3, '66,6\u00a0%'],
    [10, 10, '100\u00a0%'],
    [0, 10, '0\u00a0%'],
    [1, 2000, '0\u00a0%'],
    [0, 0, '–'],
  ])('%i of %i is %s', (have, of, shown) => expect(formatShare(have, of)).toBe(shown));

  test('is never shown as met when it is not', () => {
    fc.assert(
      fc.property(fraction, fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (share, of, some) => {
        const have = Math.min(some, neededOf(share, of) - 1);
        const read = Number(formatShare(have, of).replace('\u00a0%', '').replace(',', '.'));
        expect(read * share.denominator).toBeLessThan(100 * share.numerator + 1e-6);
      }),
    );
  });

  test('a rule is shown in the same way', () =>
    expect(formatFraction({ numerator: 19, denominator: 20 })).toBe('95\u00a0%'));
});
