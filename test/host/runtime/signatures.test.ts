import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  installedSignatures,
  signaturesFrom,
  signaturesText,
} from '../../../scripts/host/runtime/generate-signatures.ts';
import { displayName, enumValue, enumValues, membersOf } from '../../../scripts/host/runtime/signatures.ts';

describe('signatures.json', () => {
  it('is what the generator writes from the installed types', () => {
    const file = new URL('../../../scripts/host/runtime/signatures.json', import.meta.url);
    expect(readFileSync(file, 'utf8') === signaturesText(installedSignatures())).toBe(true);
  });

  it('knows overloads, arrays, unions, enumerations and classes', () => {
    const made = signaturesFrom([
      `declare namespace GoogleAppsScript { namespace Spreadsheet {
        enum Side { LEFT, RIGHT }
        type Line = "none" | "under";
        interface Plain { a: string; }
        interface Range extends Base.BlobSource {
          /** A comment { with brackets. */
          set(values: any[][]): Range;
          set(value: string | null, side?: Side, line?: Line, ...rest: Array<Array<Range | null>>): Range;
          Side: typeof Side;
          take(plain: Plain, map: { [key: string]: any }, call: (x: number) => void): void;
        }
      } namespace Base { interface BlobSource { getBlob(): Integer; } } }
      declare var Sheets: GoogleAppsScript.Spreadsheet.Range;`,
    ]);
    expect(made.enums).toEqual({ 'Spreadsheet.Side': ['LEFT', 'RIGHT'] });
    expect(made.globals).toEqual({ Sheets: 'Spreadsheet.Range' });
    expect({ ...made.classes['Spreadsheet.Range']?.methods }).toEqual({
      set: [['any[][]'], ['string|null', '?#Spreadsheet.Side', '?string', '...((@Spreadsheet.Range|null)[])[]']],
      take: [['object', 'object', 'function']],
    });
    expect({ ...made.classes['Spreadsheet.Range']?.properties }).toEqual({ Side: '#Spreadsheet.Side' });
    expect(made.classes['Spreadsheet.Range']?.parents).toEqual(['Base.BlobSource']);
  });
});

describe('the published types', () => {
  it('give the members of a class with those of its parents', () => {
    expect(membersOf('Base.Blob').get('getBlob')?.kind).toBe('method');
    expect(membersOf('Spreadsheet.SpreadsheetApp').get('BorderStyle')).toEqual({
      kind: 'property',
      type: '#Spreadsheet.BorderStyle',
    });
    expect(membersOf('Spreadsheet.Range').has('makeCoffee')).toBe(false);
  });

  it.each([
    ['Spreadsheet.Range', 'SpreadsheetApp.Range'],
    ['Spreadsheet.SpreadsheetApp', 'SpreadsheetApp'],
    ['Properties.Properties', 'PropertiesService.Properties'],
    ['Utilities.Utilities', 'Utilities'],
    ['Base.Blob', 'Blob'],
    ['Forms.TextItem', 'FormApp.TextItem'],
  ])('name %s as Apps Script does: %s', (api, name) => {
    expect(displayName(api)).toBe(name);
  });

  it('give one object for each value of an enumeration', () => {
    expect(enumValue('Script.AuthMode', 'FULL')).toBe(
      enumValues('Script.AuthMode').find(({ name }) => name === 'FULL'),
    );
    expect(String(enumValue('Base.Weekday', 'MONDAY'))).toBe('MONDAY');
    expect(() => enumValue('Base.Weekday', 'BLUEDAY')).toThrow('The types know no Base.Weekday.BLUEDAY');
  });
});
