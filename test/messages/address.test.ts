import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerLine, isAllowedAddress, isSafeAddress } from '../../src/messages/index.ts';

describe('an address', () => {
  it.each([
    'kim.ek@example.org',
    'KIM@example.org',
    'k+test@sub.example.org',
    "o'brien@example.org",
    'a@b.se',
    'k_e@xn--rksmrgs-5wao1o.example',
  ])('can be written to: %s', (address) => {
    expect(isSafeAddress(address)).toBe(true);
  });

  it.each([
    '',
    'kim',
    'kim@',
    '@example.org',
    'kim@example',
    'kim@@example.org',
    'kim@example.org,ond@example.org',
    'kim@example.org;ond@example.org',
    'kim@example.org ond@example.org',
    'Kim Ek <kim@example.org>',
    '"kim ek"@example.org',
    'kim@example.org\r\nBcc: ond@example.org',
    'kim@example.org\n',
    ' kim@example.org',
    'kim@[127.0.0.1]',
    'kim@-example.org',
    'kim@example-.org',
    'kim@example..org',
    '.kim@example.org',
    'kim.@example.org',
    'ki..m@example.org',
    'kim@example.org\u202e',
    'kïm@example.org',
    'kim(hej)@example.org',
    `${'k'.repeat(65)}@example.org`,
    `kim@${'e'.repeat(64)}.org`,
    `kim@${'example.'.repeat(40)}org`,
  ])('is refused: %j', (address) => {
    expect(isSafeAddress(address)).toBe(false);
  });

  it('that passes holds one recipient and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (local, domain) => {
        const address = `${local}@${domain}`;
        if (isSafeAddress(address)) expect(address).toMatch(/^[^\s,;<>()"\\@]+@[^\s,;<>()"\\@]+$/);
      }),
    );
  });
});

describe('allowed domains', () => {
  it.each([
    ['', true],
    ['example.org', true],
    ['@example.org', true],
    ['*.example.org', true],
    ['regionen.example; example.org', true],
    ['REGIONEN.EXAMPLE, EXAMPLE.ORG', true],
    ['ample.org', false],
    ['regionen.example', false],
    ['vard.example.org', false],
  ])('"%s" for kim@example.org', (setting, expected) => {
    expect(isAllowedAddress('kim@example.org', setting)).toBe(expected);
  });

  it('cover their subdomains', () => {
    expect(isAllowedAddress('kim@vard.example.org', 'example.org')).toBe(true);
    expect(isAllowedAddress('kim@notexample.org', 'example.org')).toBe(false);
  });

  it('let no bad address through', () => {
    expect(isAllowedAddress('kim@example.org,ond@example.org', '')).toBe(false);
  });
});

describe('a header line', () => {
  it.each([
    ['Ämne\r\nBcc: ond@example.org', 'Ämne Bcc: ond@example.org'],
    ['a\u2028b\u0085c\u0000d', 'a b c d'],
    ['\u202eomvänd\u2066 text\u2069', 'omvänd text'],
    ['  många   blanksteg ', 'många blanksteg'],
    ['Å'.normalize('NFD'), 'Å'],
    ['kl.\u00a013.00', 'kl.\u00a013.00'],
  ])('%j', (text, expected) => {
    expect(headerLine(text)).toBe(expected);
  });

  it('is cut where it is too long to be read', () => {
    expect(headerLine('ord '.repeat(100)).length).toBeLessThanOrEqual(200);
    expect(headerLine('ord '.repeat(100)).endsWith('…')).toBe(true);
  });
});
