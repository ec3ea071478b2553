import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../scripts/host/services/csv.ts';
import { formatString, javaText, plainText } from '../../../scripts/host/services/format-string.ts';
import { unzipFiles, zipFiles } from '../../../scripts/host/services/zip.ts';

describe('formatString', () => {
  it.each<[string, readonly unknown[], string]>([
    ['%s is %d', ['a', 5.9], 'a is 5'],
    ['%5.2f|%-6s|%06d|%+d', [2.71, 'ab', 42, 7], ' 2.71|ab    |000042|+7'],
    ['%2$s %1$s', ['world', 'hello'], 'hello world'],
    ['100 %%', [], '100 %'],
    ['%x %X %o %b %c', [255, 255, 8, 5, 65], 'ff FF 10 101 A'],
    ['%e', [12345.678], '1.234568e+04'],
    ['%.3s', ['abcdef'], 'abc'],
    ['%s and %s', ['one'], 'one and %s'],
    ['%q', ['x'], '%q'],
  ])('%s with %j gives %s', (template, args, text) => {
    expect(formatString(template, args, plainText)).toBe(text);
  });

  it('prints values as the Logger does, which is how Java does', () => {
    expect(formatString('%s', [5], javaText)).toBe('5.0');
    expect(javaText([1, 'a', Object.assign(Object.create(null), { b: 2.5 })])).toBe('[1.0, a, {b=2.5}]');
    expect(javaText(12_345_678)).toBe('1.2345678E7');
  });
});

describe('parseCsv', () => {
  it.each<[string, string, string[][]]>([
    [
      'a,b\nc,d',
      ',',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d\r\n',
      ',',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a,1","b ""x""","c\nd"', ',', [['a,1', 'b "x"', 'c\nd']]],
    ['a;b', ';', [['a', 'b']]],
    ['a,,', ',', [['a', '', '']]],
    ['', ',', []],
  ])('%j with %s', (text, delimiter, rows) => {
    expect(parseCsv(text, delimiter)).toEqual(rows);
  });
});

describe('zip', () => {
  it('gives back what was packed, names in any letters, and the same bytes each time', () => {
    const files = [
      { name: 'räksmörgås.txt', content: Buffer.from('å'.repeat(1000)) },
      { name: 'tom.txt', content: Buffer.alloc(0) },
    ];
    const packed = zipFiles(files);
    expect(unzipFiles(packed).map(({ name, content }) => [name, Buffer.from(content).toString()])).toEqual([
      ['räksmörgås.txt', 'å'.repeat(1000)],
      ['tom.txt', ''],
    ]);
    expect(zipFiles(files).equals(packed)).toBe(true);
  });

  it('refuses what is no archive', () => {
    expect(() => unzipFiles(Buffer.from('no archive at all'))).toThrow('Invalid argument');
  });
});
