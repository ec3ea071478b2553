import { describe, expect, it } from 'vitest';
import { errorOf, valueIn } from '../script.ts';

// reference/utilities/Utilities.md; the digests are those of the algorithms' own test vectors.
describe('Utilities', () => {
  it.each<[string, unknown]>([
    ['base64Encode("Hej å")', 'SGVqIMOl'],
    ['base64Encode([104, -61, -91])', 'aMOl'],
    ['base64EncodeWebSafe([-5, -1, -2])', '-__-'],
    ['base64Decode("w6U=")', [-61, -91]],
    ['base64DecodeWebSafe("-__-")', [-5, -1, -2]],
    ['newBlob(Utilities.base64Decode("SGVqIMOl")).getDataAsString()', 'Hej å'],
    [
      'computeDigest(Utilities.DigestAlgorithm.MD5, "").map((b) => (b & 255).toString(16).padStart(2, "0")).join("")',
      'd41d8cd98f00b204e9800998ecf8427e',
    ],
    ['computeDigest(Utilities.DigestAlgorithm.SHA_256, "abc").slice(0, 4)', [-70, 120, 22, -65]],
    ['computeDigest(Utilities.DigestAlgorithm.MD2, "abc").slice(0, 4)', [-38, -123, 59, 13]],
    [
      'computeDigest(Utilities.DigestAlgorithm.MD2, "1234567890".repeat(8)).map((b) => (b & 255).toString(16).padStart(2, "0")).join("")',
      'd5976f79d83d3a0dc9806c3c66f3efd8',
    ],
    [
      'computeDigest(Utilities.DigestAlgorithm.SHA_1, "å").join() === Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_1, "?").join()',
      true,
    ],
    // One "?" for each character. Seen on Google's servers: github.com/brucemcpherson/gas-fakes, test/testutilities.js.
    [
      'computeDigest(Utilities.DigestAlgorithm.MD5, "€🙂")',
      [-22, 3, -4, -72, -60, 120, 34, -68, -25, 114, -49, 108, 7, -48, -21, -69],
    ],
    [
      'computeDigest(Utilities.DigestAlgorithm.SHA_1, "å", Utilities.Charset.UTF_8).join() === Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_1, [-61, -91]).join()',
      true,
    ],
    ['computeHmacSha256Signature("what do ya want for nothing?", "Jefe").slice(0, 4)', [91, -36, -63, 70]],
    [
      'computeHmacSignature(Utilities.MacAlgorithm.HMAC_MD5, "what do ya want for nothing?", "Jefe").slice(0, 2)',
      [117, 12],
    ],
    ['formatDate(new Date(0), "GMT", "yyyy-MM-dd HH:mm")', '1970-01-01 00:00'],
    ['formatDate(new Date(0), "Asia/Kolkata", "HH:mm z")', '05:30 IST'],
    ['formatDate(new Date(0), "Asia/Tokyo", "HH:mm z")', '09:00 JST'],
    ['parseDate("2025-06-01", "Europe/Stockholm", "yyyy-MM-dd").toISOString()', '2025-05-31T22:00:00.000Z'],
    ['formatString("%s har %d poäng, %.1f %%", "Kim", 3, 99.5)', 'Kim har 3 poäng, 99.5 %'],
    [
      'parseCsv("a,b\\n1,2")',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['parseCsv("a;b", ";")', [['a', 'b']]],
    ['newBlob("x").getContentType()', 'text/plain'],
    ['newBlob("x").getName()', null],
    [
      'unzip(Utilities.zip([Utilities.newBlob("å", "text/plain", "a.txt")])).map((b) => [b.getName(), b.getDataAsString(), b.getContentType()])',
      [['a.txt', 'å', 'text/plain']],
    ],
    ['zip([Utilities.newBlob("x", "text/plain", "a.txt")], "b.zip").getName()', 'b.zip'],
    ['ungzip(Utilities.gzip(Utilities.newBlob("text", "text/plain", "a.txt"))).getDataAsString()', 'text'],
    ['gzip(Utilities.newBlob("text", "text/plain", "a.txt")).getName()', 'a.txt.gz'],
    ['jsonParse("{\\"a\\": 1}")', { a: 1 }],
  ])('%s', (expression, value) => {
    expect(valueIn(`return Utilities.${expression}`)).toEqual(value);
  });

  it('makes identifiers of the fourth version', () => {
    expect(valueIn('return Utilities.getUuid()')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it.each([
    ['base64Decode("***")', 'Exception: Could not decode string.'],
    ['sleep(300001)', 'Exception: Invalid argument: milliseconds'],
    ['formatDate(new Date(NaN), "GMT", "yyyy")', 'Exception: Invalid argument: date'],
    ['unzip(Utilities.newBlob("no zip"))', 'Exception: Invalid argument'],
    ['parseDate("x", "GMT", "yyyy")', 'Exception: Unparseable date: "x"'],
  ])('refuses %s', (expression, message) => {
    expect(errorOf(`Utilities.${expression}`)).toBe(message);
  });
});

describe('Session', () => {
  const EMAILS = 'return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]';

  it('tells the owner, the zone and the language', () => {
    expect(valueIn(EMAILS)).toEqual(['agare@example.org', 'agare@example.org']);
    expect(valueIn('return [Session.getScriptTimeZone(), Session.getActiveUserLocale()]')).toEqual([
      'Europe/Stockholm',
      'sv',
    ]);
  });

  it('needs its scope', () => {
    const files = {
      'appsscript.json': JSON.stringify({ oauthScopes: ['https://www.googleapis.com/auth/script.scriptapp'] }),
    };
    expect(errorOf('Session.getEffectiveUser()', { files })).toBe(
      'Exception: Specified permissions are not sufficient to call Session.getEffectiveUser. Required permissions: https://www.googleapis.com/auth/userinfo.email',
    );
  });
});
