import { describe, expect, it } from 'vitest';
import { fromTabbed, toTabbed } from '../../scripts/web/browser/clipboard.ts';
import { html, paragraphs } from '../../scripts/web/html.ts';
import { daysLater } from '../../scripts/web/time.ts';

describe('text on the clipboard', () => {
  it.each([
    [
      'cells and rows',
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a line break at the end, which belongs to the format', 'a\nb\n', [['a'], ['b']]],
    ['line breaks of Windows', 'a\r\nb\r\n', [['a'], ['b']]],
    ['a quoted cell with a line break, a tab and quotes', '"a\nb\t""c"""\td', [['a\nb\t"c"', 'd']]],
    ['quotes that open no cell', 'a "b" c\t5"', [['a "b" c', '5"']]],
    ['an unfinished quote', '"a\tb', [['"a', 'b']]],
    [
      'rows of different length, filled up',
      'a\nb\tc',
      [
        ['a', ''],
        ['b', 'c'],
      ],
    ],
    [
      'empty cells',
      '\t\n\t',
      [
        ['', ''],
        ['', ''],
      ],
    ],
  ])('reads %s', (_name, text, rows) => {
    expect(fromTabbed(text)).toEqual(rows);
  });

  it('comes back as it was written', () => {
    const rows = [
      ['å\nä', '"ö"', ''],
      ['\t', 'x', 'y'],
    ];
    expect(fromTabbed(toTabbed(rows))).toEqual(rows);
  });
});

describe('HTML', () => {
  it('escapes everything that is put into it', () => {
    expect(html`<p title="${'"><b>'}">${"<script>'&"}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;b&gt;">&lt;script&gt;&#39;&amp;</p>',
    );
    expect(html`${null}${undefined}${false}${0}${['<', html`<br>`]}`.text).toBe('0&lt;<br>');
  });
  it('makes links of addresses alone', () => {
    expect(paragraphs('Se https://example.org/a?b=1&c.\n<b>').text).toBe(
      'Se <a href="https://example.org/a?b=1&amp;c">https://example.org/a?b=1&amp;c</a>.<br>&lt;b&gt;',
    );
  });
});

describe('days later on the calendar', () => {
  it.each([
    ['the day before summer time', '2025-03-29T07:30Z', 1, '2025-03-30T08:30'],
    ['over a change to winter time', '2025-10-25T06:30Z', 1, '2025-10-26T08:30'],
    ['over a leap day', '2024-02-28T11:00Z', 2, '2024-03-01T12:00'],
    ['over the new year', '2025-12-28T11:00Z', 7, '2026-01-04T12:00'],
  ])('%s', (_name, from, days, to) => {
    expect(daysLater(Date.parse(from), days, 'Europe/Stockholm')).toBe(to);
  });
});
