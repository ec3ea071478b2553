import { describe, expect, it } from 'vitest';
import { MAIL_KINDS } from '../../src/domain/mail-kinds.ts';
import { CHANGEABLE_PATHS } from '../../src/domain/rules.ts';
import {
  DECISION_CHOICES,
  MAIL_KIND_CHOICES,
  PLAN_AREA_CHOICES,
  ROLE_CHOICES,
  RULE_CHOICES,
} from '../../src/workbook/choices.ts';
import { readBoolean, readChoice, readChoices, readEmail, readInteger } from '../../src/workbook/read-cell.ts';

describe('a tick', () => {
  it.each([
    [true],
    ['Ja '],
    ['JA'],
    ['ja.'],
    ['X'],
    ['x'],
    ['närvarande'],
    ['Na\u0308rvarande'],
    ['SANT'],
    ['TRUE'],
    ['ｊａ'],
    ['јa'],
    ['✓'],
    [1],
    ['1'],
    ['var med'],
    ['\u00a0ja'],
  ])('%j is a tick', (cell) => expect(readBoolean(cell)).toBe(true));

  it.each([[false], [''], [' '], ['Nej'], ['-'], ['–'], ['frånvarande'], [0], ['FALSKT']])('%j is no tick', (cell) =>
    expect(readBoolean(cell)).toBe(false),
  );

  it.each([['kanske'], ['2025-10-06'], [2], ['jag'], ['nja']])('%j cannot be read', (cell) =>
    expect(readBoolean(cell)).toBeUndefined(),
  );
});

describe('a whole number', () => {
  it.each([
    [20, 20],
    ['20', 20],
    ['20 st', 20],
    ['ca 20', 20],
    ['1 200', 1200],
    ['1\u00a0200', 1200],
    ['20,0', 20],
    ['', null],
    ['20 personer', 20],
  ])('%j is %j', (cell, expected) => expect(readInteger(cell)).toBe(expected));

  it.each([['tjugo'], [20.5], ['20,5'], [-1], ['-3'], ['20-25'], [true]])('%j cannot be read', (cell) =>
    expect(readInteger(cell)).toBeUndefined(),
  );
});

describe('an address', () => {
  it.each([
    ['Chef@Example.org', 'chef@example.org'],
    [' chef@example.org\u200b', 'chef@example.org'],
    ['Anna A <anna.a@example.org>;', 'anna.a@example.org'],
    ['mailto:anna@example.org', 'anna@example.org'],
    ['åsa@exämple.org', 'åsa@exämple.org'],
    ['', ''],
    ['-', ''],
  ])('%j is %j', (cell, expected) => expect(readEmail(cell)).toBe(expected));

  it.each([
    ['a@example.org, b@example.org'],
    ['a@example.org;b@example.org'],
    ['chefen'],
    ['a@b'],
    ['@example.org'],
    ['a@@example.org'],
  ])('%j cannot be read', (cell) => expect(readEmail(cell)).toBeUndefined());
});

describe('a choice', () => {
  it.each([
    ['Antagen', 'admit'],
    [' antagen ', 'admit'],
    ['I kö', 'waitlist'],
    ['I ko', 'waitlist'],
    ['i ko\u0308', 'waitlist'],
    ['decline', 'decline'],
    ['', null],
    ['kanske', undefined],
  ])('%j is %j', (cell, expected) => expect(readChoice(cell, DECISION_CHOICES)).toBe(expected));

  it.each([
    ['Chef', ['manager']],
    ['Chef, läkare', ['manager', 'doctor']],
    ['läkare/chef', ['doctor', 'manager']],
    ['Enhetschef och Hbtq-grupp', ['manager', 'group']],
    ['manager', ['manager']],
    ['Medarbetare', []],
    ['', []],
  ])('the roles of %j are %j', (cell, codes) =>
    expect(readChoices(cell, ROLE_CHOICES)).toEqual({ codes, unknown: [] }),
  );

  it('names the parts that are no role and keeps the rest', () => {
    expect(readChoices('Chef, Kurator', ROLE_CHOICES)).toEqual({ codes: ['manager'], unknown: ['Kurator'] });
  });

  it('takes a slash inside a choice for part of it', () => {
    expect(readChoices('kunskap/kompetens, Bemötande', PLAN_AREA_CHOICES).codes).toEqual([
      'kunskap/kompetens',
      'bemötande',
    ]);
    expect(readChoices('bemotande; arbetsmiljo\u0308', PLAN_AREA_CHOICES).codes).toEqual(['bemötande', 'arbetsmiljö']);
  });

  it('names every kind of mail in Swedish, each by words of its own', () => {
    expect(MAIL_KIND_CHOICES.map((choice) => choice.code)).toEqual([...MAIL_KINDS]);
    expect(new Set(MAIL_KIND_CHOICES.map((choice) => choice.label)).size).toBe(MAIL_KINDS.length);
  });

  it('offers in Regler exactly the paths that may be changed', () => {
    expect(RULE_CHOICES.map((choice) => choice.code).sort()).toEqual([...CHANGEABLE_PATHS].sort());
  });
});
