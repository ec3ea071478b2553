/** Text as people type and paste it, made comparable: the same name written in two ways is the same name. */

const PLAIN = /^[\x21-\x7eåäöÅÄÖéÉüÜ]+(?: [\x21-\x7eåäöÅÄÖéÉüÜ]+)*$/;
// Control, formatting (zero width, direction marks, soft hyphen) and lone surrogates: never part of a name or an address.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
const SPACES = /[\s\u00a0\u2007\u202f]+/g;

/** One line: composed letters (NFC), every kind of space as one plain space, nothing invisible, no space at the ends. */
export function oneLine(text: string): string {
  if (text === '' || PLAIN.test(text)) return text;
  return text.normalize('NFC').replace(SPACES, ' ').replace(INVISIBLE, '').replace(SPACES, ' ').trim();
}

/** Several lines: as `oneLine`, but line breaks are kept. */
export function severalLines(text: string): string {
  return text
    .split(/\r\n|\r|\n|\u2028|\u2029/)
    .map(oneLine)
    .join('\n')
    .trim();
}

/** What two texts are compared by: one line in lower case. */
export function canonical(text: string): string {
  return oneLine(text).toLowerCase();
}

/** As `canonical`, without accents and marks, so that "Malmo" finds "Malmö" where nothing else does. Compatibility letters are folded too. */
export function folded(text: string): string {
  return canonical(text.normalize('NFKD').replace(/\p{M}/gu, ''));
}

const LONGEST_QUOTE = 40;

/** What a person typed, as a fault names it. */
export function quoted(value: string | number | boolean): string {
  const text = oneLine(String(value));
  return `”${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}”`;
}

/** Number of single changes between two short texts, at most `limit` + 1. */
function distance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1] ? 0 : 1;
      current.push(
        Math.min(
          (previous[column] ?? limit) + 1,
          (current[column - 1] ?? limit) + 1,
          (previous[column - 1] ?? limit) + same,
        ),
      );
    }
    previous = current;
  }
  return previous[right.length] ?? limit + 1;
}

/** The candidate most like the text, or null where none is near. */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  const wanted = folded(text);
  let best: string | null = null;
  let bestDistance = Math.max(2, Math.floor(wanted.length / 4)) + 1;
  for (const candidate of candidates) {
    const apart = distance(wanted, folded(candidate), bestDistance);
    if (apart < bestDistance) [best, bestDistance] = [candidate, apart];
  }
  return best;
}
