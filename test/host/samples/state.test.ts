import { describe, expect, it } from 'vitest';
import { finished, sample, value } from './sample.ts';

// Caching, counters, locks and the small utilities. Behaviour: reference/{cache,properties,lock,utilities} on
// developers.google.com/apps-script.

describe('a counter in the properties', () => {
  it('counts over executions, per number series', () => {
    const host = sample(`
      function nextNumber(series) {
        var lock = LockService.getScriptLock();
        lock.waitLock(30000);
        try {
          var properties = PropertiesService.getScriptProperties();
          var number = Number(properties.getProperty('number-' + series) || 0) + 1;
          properties.setProperty('number-' + series, number);
          return series + '-' + Utilities.formatString('%05d', number);
        } finally {
          lock.releaseLock();
        }
      }
      function reset() { PropertiesService.getScriptProperties().deleteAllProperties(); return PropertiesService.getScriptProperties().getKeys(); }`);
    expect(['A', 'A', 'B'].map((series) => value(host, 'nextNumber', series))).toEqual([
      'A-00001',
      'A-00002',
      'B-00001',
    ]);
    expect(value(host, 'reset')).toEqual([]);
    expect(value(host, 'nextNumber', 'A')).toBe('A-00001');
  });

  it('waits for the other when two run at once', () => {
    const host = sample(`
      function next() {
        var lock = LockService.getScriptLock();
        lock.waitLock(10000);
        var properties = PropertiesService.getScriptProperties();
        var number = Number(properties.getProperty('n')) + 1;
        properties.setProperty('n', String(number));
        lock.releaseLock();
        return number;
      }`);
    const [first, second] = host.both(
      () => host.run('next'),
      () => host.run('next'),
    );
    expect([first[0]?.value, second[0]?.value]).toEqual([1, 2]);
  });
});

describe('cached data', () => {
  it('is fetched once while it is fresh', () => {
    const host = sample(
      `
      function rates() {
        var cache = CacheService.getScriptCache();
        var cached = cache.get('rates');
        if (cached != null) return JSON.parse(cached);
        var rates = JSON.parse(UrlFetchApp.fetch('https://example.org/rates').getContentText());
        cache.put('rates', JSON.stringify(rates), 1500);
        return rates;
      }`,
      {
        switches: {
          fetchAnswers: { 'https://example.org/rates': { body: '{"EUR":11.5}', contentType: 'application/json' } },
        },
      },
    );
    const fetches = () => host.meter().executions.at(-1)?.backend;
    expect(value(host, 'rates')).toEqual({ EUR: 11.5 });
    expect(fetches()).toBe(3);
    expect(value(host, 'rates')).toEqual({ EUR: 11.5 });
    expect(fetches()).toBe(1);
    host.advance(host.now + 1_501_000);
    value(host, 'rates');
    expect(fetches()).toBe(3);
  });
});

describe('settings as one JSON property', () => {
  it('merge with defaults', () => {
    const host = sample(`
      const DEFAULTS = { greeting: 'Hej', days: [1, 2] };
      const settings_ = () => ({ ...DEFAULTS, ...JSON.parse(PropertiesService.getDocumentProperties().getProperty('settings') ?? '{}') });
      function save(changes) { PropertiesService.getDocumentProperties().setProperty('settings', JSON.stringify({ ...settings_(), ...changes })); return settings_(); }`);
    expect(value(host, 'save', { days: [3] })).toEqual({ greeting: 'Hej', days: [3] });
    expect(value(host, 'save', {})).toEqual({ greeting: 'Hej', days: [3] });
  });
});

describe('utilities', () => {
  it('format, encode, hash and parse as documented', () => {
    const host = sample(`
      function main() {
        var date = new Date(2025, 0, 5, 7, 8, 9);
        var digest = Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'hej');
        var hex = digest.map(function (byte) { return ('0' + (byte & 0xff).toString(16)).slice(-2); }).join('');
        return {
          date: Utilities.formatDate(date, 'GMT', "yyyy-MM-dd'T'HH:mm:ss'Z'"),
          local: Utilities.formatDate(date, Session.getScriptTimeZone(), 'EEEE d MMMM yyyy'),
          text: Utilities.formatString('%s har %d kr (%.2f)', 'Åsa', 12, 3.14159),
          base64: Utilities.base64Encode('hej å', Utilities.Charset.UTF_8),
          back: Utilities.newBlob(Utilities.base64Decode('aGVqIMOl')).getDataAsString(),
          hex: hex,
          csv: Utilities.parseCsv('a;"b;c"\\n1;2', ';'),
          uuid: /^[0-9a-f-]{36}$/.test(Utilities.getUuid()),
          json: JSON.stringify({ a: [1, null, undefined], b: undefined, d: new Date(0) })
        };
      }`);
    expect(value(host, 'main')).toEqual({
      date: '2025-01-05T06:08:09Z',
      local: 'Sunday 5 January 2025',
      text: 'Åsa har 12 kr (3.14)',
      base64: 'aGVqIMOl',
      back: 'hej å',
      hex: '541c57960bb997942655d14e3b9607f9',
      csv: [
        ['a', 'b;c'],
        ['1', '2'],
      ],
      uuid: true,
      json: '{"a":[1,null,null],"d":"1970-01-01T00:00:00.000Z"}',
    });
  });

  it('zip files together and apart', () => {
    const host = sample(`
      function main() {
        var zip = Utilities.zip([Utilities.newBlob('a', 'text/plain', 'a.txt'), Utilities.newBlob('b', 'text/plain', 'b.txt')], 'both.zip');
        return [zip.getName(), zip.getContentType(), Utilities.unzip(zip).map(function (blob) { return blob.getName() + '=' + blob.getDataAsString(); })];
      }`);
    expect(value(host, 'main')).toEqual(['both.zip', 'application/zip', ['a.txt=a', 'b.txt=b']]);
  });
});

describe('logging', () => {
  it('keeps the order of Logger and console, with placeholders filled in', () => {
    const host = sample(`
      function main() {
        Logger.log('A %s B %s', 1, 'x'); console.log({ a: 1 }); console.warn('careful'); Logger.log([1, 2]); Logger.log('%s', null);
        return Logger.getLog().split('\\n').length;
      }`);
    const { log } = finished(host.run('main'));
    expect(log.map(({ level }) => level)).toEqual(['INFO', 'DEBUG', 'WARNING', 'INFO', 'INFO']);
    expect(log[0]?.text).toMatch(/^A 1(\.0)? B x$/);
    expect(log[1]?.text).toBe('{ a: 1 }');
  });
});
