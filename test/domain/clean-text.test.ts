import { describe, expect, test } from 'vitest';
import { canonical, folded, nearest, oneLine, quoted, severalLines } from '../../src/domain/clean-text.ts';

describe('one line', () => {
  test.each([
    ['what is plain', 'Norra kliniken', 'Norra kliniken'],
    ['spaces at the ends', '  Norra  ', 'Norra'],
    ['two spaces in the middle', 'Norra  kliniken', 'Norra kliniken'],
    ['a no-break, a figure and a narrow space', 'a\u00a0b\u2007c\u202fd', 'a b c d'],
    ['tabs and line breaks', 'Norra\tkliniken\r\nplan 2', 'Norra kliniken plan 2'],
    ['a decomposed å', 'Va\u030ard', 'Vård'],
    ['a zero width space and a soft hyphen', 'Nor\u200bra kli\u00adniken', 'Norra kliniken'],
    ['a mark that turns the direction', 'Norra\u202e', 'Norra'],
    ['a bell, and the two spaces that it leaves', 'Norra \u0007 kliniken', 'Norra kliniken'],
    ['half of a surrogate pair', 'Norra\ud800', 'Norra'],
    ['letters of other languages', 'Čapek 🌈', 'Čapek 🌈'],
    ['nothing', '', ''],
  ])('%s', (_, typed, expected) => {
    expect(oneLine(typed)).toBe(expected);
  });
});

test.each([
  ['a\r\nb\rc\nd\u2028e\u2029f', 'a\nb\nc\nd\ne\nf'],
  ['\n\n  a  b \n', 'a b'],
])('several lines keep their breaks and nothing else: %j', (typed, expected) => {
  expect(severalLines(typed)).toBe(expected);
});

test.each([
  ['NORRA  Kliniken', 'norra kliniken', 'norra kliniken'],
  ['Ångström', 'ångström', 'angstrom'],
  ['Idé', 'idé', 'ide'],
  ['ﬁlm', 'ﬁlm', 'film'],
])('%s is compared as %s, and without marks as %s', (typed, plain, bare) => {
  expect(canonical(typed)).toBe(plain);
  expect(folded(typed)).toBe(bare);
});

describe('what a person typed, as a fault names it', () => {
  test.each([
    ['ja', '”ja”'],
    [12, '”12”'],
    [true, '”true”'],
    ['a\nb', '”a b”'],
    ['x'.repeat(40), `”${'x'.repeat(40)}”`],
    ['x'.repeat(41), `”${'x'.repeat(40)}…”`],
  ])('%j is %s', (typed, expected) => {
    expect(quoted(typed)).toBe(expected);
  });
});

describe('the name most like a text', () => {
  const UNITS = ['Norra kliniken', 'Södra kliniken', 'Labbet'];
  test.each([
    ['norra kliniken', 'Norra kliniken'],
    ['Norra klinken', 'Norra kliniken'],
    ['Sodra kliniken', 'Södra kliniken'],
    ['Xxdra klinikex', 'Södra kliniken'],
    ['Xxxra klinikex', null],
    ['Labet', 'Labbet'],
    ['Labb', 'Labbet'],
    ['Lab', null],
    ['Labbets nya hus', null],
    ['', null],
  ])('%s finds %s', (typed, expected) => {
    expect(nearest(typed, UNITS)).toBe(expected);
  });

  test('is the first where two are as near', () => {
    expect(nearest('Lab 3', ['Lab 1', 'Lab 2'])).toBe('Lab 1');
  });

  test('is a later one that is nearer', () => {
    expect(nearest('Lab 2', ['Lab 1', 'Lab 2'])).toBe('Lab 2');
  });
});
