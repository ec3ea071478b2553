/** Shares as exact whole numbers: a rule of 90 % is 9/10, so that no rounding can decide whether a unit gets its diploma. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** The smallest whole number of people that meets the share (decision 4): 90 % of 48 is 44. */
export function neededOf(share: Fraction, of: number): number {
  return Math.ceil((share.numerator * of) / share.denominator);
}

/** Shown shares keep to their line: a no-break space stands before the per cent sign. */
const PERCENT = '\u00a0%';

/**
 * The share in per cent as shown to people: rounded down to one decimal, with a comma (43 of 48 is "89,5 %"), so that no share is
 * ever shown as met when it is not. Nobody of nobody is "–".
 */
export function formatShare(have: number, of: number): string {
  if (of <= 0) return '–';
  const tenths = Math.floor((have * 1000) / of);
  const whole = Math.floor(tenths / 10);
  const decimal = tenths % 10;
  return decimal === 0 ? `${whole}${PERCENT}` : `${whole},${decimal}${PERCENT}`;
}

/** A rule's share as shown: "90 %", "66,6 %". */
export function formatFraction(share: Fraction): string {
  return formatShare(share.numerator, share.denominator);
}
