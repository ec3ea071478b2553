import { describe, expect, it } from 'vitest';
import type { Validation } from '../../../scripts/host/sheet/rules.ts';
import { firstViolation, refusalText, setValidation, violationText } from '../../../scripts/host/sheet/validation.ts';
import type { Input } from '../../../scripts/host/sheet/write.ts';
import { sheetOf, type } from './books.ts';

const CELL = { top: 0, left: 0, bottom: 1, right: 1 };

function rule(criteria: string, values: Validation['values'] = [], more: Partial<Validation> = {}): Validation {
  return { criteria, values, source: null, showDropdown: true, allowInvalid: false, helpText: null, ...more };
}

function allows(one: Validation, value: Input): boolean {
  const sheet = sheetOf([[value, 'x']]);
  setValidation(sheet, CELL, one);
  return firstViolation(sheet, CELL) === null;
}

describe('a validation that rejects', () => {
  const day = { date: 45_936 };

  // Criteria of reference/spreadsheet/DataValidationCriteria.md; the day before, the day, the day after.
  it.each<[string, Validation, Input, boolean]>([
    ['list', rule('VALUE_IN_LIST', ['ja', 'nej']), 'ja', true],
    ['list', rule('VALUE_IN_LIST', ['ja', 'nej']), 'kanske', false],
    ['list', rule('VALUE_IN_LIST', ['ja', 'nej']), '', true],
    ['list of numbers', rule('VALUE_IN_LIST', ['1', '2']), '2', true],
    ['tick box', rule('CHECKBOX'), 'SANT', true],
    ['tick box', rule('CHECKBOX'), 'ja', false],
    ['tick box with values', rule('CHECKBOX', ['ja', 'nej']), 'nej', true],
    ['tick box with values', rule('CHECKBOX', ['ja', 'nej']), 'SANT', false],
    ['date', rule('DATE_IS_VALID_DATE'), '2025-10-06', true],
    ['date', rule('DATE_IS_VALID_DATE'), '2025-13-06', false],
    ['date', rule('DATE_IS_VALID_DATE'), '45936', false],
    ['date after', rule('DATE_AFTER', [day]), '2025-10-05', false],
    ['date after', rule('DATE_AFTER', [day]), '2025-10-06', false],
    ['date after', rule('DATE_AFTER', [day]), '2025-10-07', true],
    ['date on or after', rule('DATE_ON_OR_AFTER', [day]), '2025-10-05', false],
    ['date on or after', rule('DATE_ON_OR_AFTER', [day]), '2025-10-06 13:00', true],
    ['date before', rule('DATE_BEFORE', [day]), '2025-10-05', true],
    ['date before', rule('DATE_BEFORE', [day]), '2025-10-06', false],
    ['date between', rule('DATE_BETWEEN', [day, { date: 45_937 }]), '2025-10-07', true],
    ['date between', rule('DATE_BETWEEN', [day, { date: 45_937 }]), '2025-10-08', false],
    ['number between', rule('NUMBER_BETWEEN', [1, 5]), '5', true],
    ['number between', rule('NUMBER_BETWEEN', [1, 5]), '5,1', false],
    ['number not between', rule('NUMBER_NOT_BETWEEN', [1, 5]), '6', true],
    ['number greater', rule('NUMBER_GREATER_THAN', [1]), '1', false],
    ['number', rule('NUMBER_LESS_THAN_OR_EQUAL_TO', [1]), 'ett', false],
    ['mail', rule('TEXT_IS_VALID_EMAIL'), 'kim@example.org', true],
    ['mail', rule('TEXT_IS_VALID_EMAIL'), 'kim@example', false],
    ['link', rule('TEXT_IS_VALID_URL'), 'https://example.org/a', true],
    ['link', rule('TEXT_IS_VALID_URL'), 'ingen', false],
    ['text contains', rule('TEXT_CONTAINS', ['AB']), 'xaby', true],
    ['formula', rule('CUSTOM_FORMULA', ['=LEN(A1)<4']), 'abc', true],
    ['formula', rule('CUSTOM_FORMULA', ['=LEN(A1)<4']), 'abcd', false],
  ])('of kind %s (%o) judges %s', (_kind, one, value, allowed) => {
    expect(allows(one, value)).toBe(allowed);
  });

  it('drawn from a range takes what stands there now', () => {
    const sheet = sheetOf([
      ['b', 'a'],
      ['', 'b'],
    ]);
    const one = rule('VALUE_IN_RANGE', [], {
      source: { sheetId: sheet.id, range: { top: 0, left: 1, bottom: 2, right: 2 } },
    });
    setValidation(sheet, CELL, one);
    expect(firstViolation(sheet, CELL)).toBeNull();
    type(sheet, [['c']], 1, 1);
    expect(firstViolation(sheet, CELL)).toMatchObject({ row: 0, column: 0 });
  });

  it('with a formula follows from cell to cell', () => {
    const sheet = sheetOf([['1'], ['2']]);
    setValidation(sheet, { ...CELL, bottom: 2 }, rule('CUSTOM_FORMULA', ['=A1<2']));
    expect(firstViolation(sheet, { ...CELL, bottom: 2 })).toMatchObject({ row: 1 });
  });

  it('refuses what a script writes and leaves the cells as they were', () => {
    const sheet = sheetOf([['ja', 'x']]);
    setValidation(sheet, CELL, rule('VALUE_IN_LIST', ['ja', 'nej']));
    expect(() => type(sheet, [['kanske', 'y']])).toThrow(
      'The data you entered in cell A1 violates the data validation rules set on this cell. Please enter one of the following values: ja, nej.',
    );
    expect([sheet.raw(0, 0), sheet.raw(0, 1)]).toEqual(['ja', 'x']);
  });

  it('tells a person her own help text, or in Swedish what is wrong', () => {
    const sheet = sheetOf([['x']]);
    const violation = { row: 0, column: 0, rule: rule('CHECKBOX') };
    expect(refusalText(sheet, violation)).toContain('strider mot reglerna för datavalidering');
    expect(refusalText(sheet, { ...violation, rule: rule('CHECKBOX', [], { helpText: 'Bocka i rutan.' }) })).toBe(
      'Bocka i rutan.',
    );
    expect(violationText(sheet, violation)).toBe(
      'The data you entered in cell A1 violates the data validation rules set on this cell.',
    );
  });
});
