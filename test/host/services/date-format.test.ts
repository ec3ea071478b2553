import { describe, expect, it } from 'vitest';
import { formatJavaDate, parseJavaDate } from '../../../scripts/host/services/date-format.ts';

// Letters and their meaning: Java SE "SimpleDateFormat", which the reference of Utilities.formatDate points to.
const MOMENT = Date.UTC(2025, 0, 5, 22, 4, 9, 7);
const STOCKHOLM = 'Europe/Stockholm';

describe('formatJavaDate', () => {
  it.each([
    ["yyyy-MM-dd'T'HH:mm:ss'Z'", '2025-01-05T23:04:09Z'],
    ['yy y yyyyy', '25 2025 02025'],
    ['M MM MMM MMMM', '1 01 Jan January'],
    ['d dd D DDD F', '5 05 5 005 1'],
    ['E EEE EEEE u', 'Sun Sun Sunday 7'],
    ['H HH k K h hh a', '23 23 23 11 11 11 PM'],
    ['m mm s ss S SSS', '4 04 9 09 7 007'],
    ['Z X XX XXX', '+0100 +01 +0100 +01:00'],
    ['z', 'CET'],
    ['w W YYYY', '2 2 2025'],
    ["'kl.' HH.mm ''d''", "kl. 23.04 '5'"],
    ['G', 'AD'],
    ['', ''],
  ])('%s gives %s', (pattern, text) => {
    expect(formatJavaDate(MOMENT, STOCKHOLM, pattern, 'en')).toBe(text);
  });

  it.each([
    ['GMT', '2025-01-05 22:04 Z'],
    ['UTC', '2025-01-05 22:04 Z'],
    ['GMT+1', '2025-01-05 23:04 +01:00'],
    ['GMT-03:30', '2025-01-05 18:34 -03:30'],
    ['America/New_York', '2025-01-05 17:04 -05:00'],
    ['Asia/Kathmandu', '2025-01-06 03:49 +05:45'],
  ])('in %s the moment is %s', (zone, text) => {
    expect(formatJavaDate(MOMENT, zone, 'yyyy-MM-dd HH:mm XXX', 'en')).toBe(text);
  });

  it('follows summer time to the minute', () => {
    const before = Date.UTC(2025, 2, 30, 0, 59, 59);
    expect(formatJavaDate(before, STOCKHOLM, 'HH:mm:ss z', 'en')).toBe('01:59:59 CET');
    expect(formatJavaDate(before + 1000, STOCKHOLM, 'HH:mm:ss z', 'en')).toBe('03:00:00 CEST');
  });

  it('has Swedish names and weeks where the language asks for them', () => {
    expect(formatJavaDate(MOMENT, STOCKHOLM, "EEEE 'den' d MMMM, 'vecka' w", 'sv')).toBe(
      'söndag den 5 januari, vecka 1',
    );
  });

  it('names an unknown letter, an open quote and an unknown zone', () => {
    expect(() => formatJavaDate(0, STOCKHOLM, 'yyyy-bb', 'en')).toThrow("Illegal pattern character 'b'");
    expect(() => formatJavaDate(0, STOCKHOLM, "HH 'o", 'en')).toThrow('Unterminated quote');
    expect(() => formatJavaDate(0, 'Europe/Atlantis', 'HH', 'en')).toThrow('Europe/Atlantis');
  });
});

describe('parseJavaDate', () => {
  const NOW = Date.UTC(2025, 8, 1);

  it.each([
    ['2025-01-05 23:04:09', 'yyyy-MM-dd HH:mm:ss', '2025-01-05T22:04:09.000Z'],
    ['20250105', 'yyyyMMdd', '2025-01-04T23:00:00.000Z'],
    ['5 January 2025', 'd MMMM yyyy', '2025-01-04T23:00:00.000Z'],
    ['Jan 5, 2025 11:04 PM', 'MMM d, yyyy hh:mm a', '2025-01-05T22:04:00.000Z'],
    ['05/01/46', 'dd/MM/yy', '1946-01-04T23:00:00.000Z'],
    ['05/01/44', 'dd/MM/yy', '2044-01-04T23:00:00.000Z'],
    ['2025-01-05T10:00:00+0200', "yyyy-MM-dd'T'HH:mm:ssZ", '2025-01-05T08:00:00.000Z'],
    ['2025-02-30', 'yyyy-MM-dd', '2025-03-01T23:00:00.000Z'],
    ['2025-07-01 12:00 and more', 'yyyy-MM-dd HH:mm', '2025-07-01T10:00:00.000Z'],
  ])('reads %s by %s', (text, pattern, iso) => {
    expect(new Date(parseJavaDate(text, STOCKHOLM, pattern, 'en', NOW)).toISOString()).toBe(iso);
  });

  it('names a text that does not fit', () => {
    expect(() => parseJavaDate('tomorrow', STOCKHOLM, 'yyyy-MM-dd', 'en', NOW)).toThrow('Unparseable date: "tomorrow"');
  });
});
