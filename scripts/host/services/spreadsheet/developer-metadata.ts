import { ApiError, EnumValue } from '../../runtime/contract.ts';
import { enumValue } from '../../runtime/signatures.ts';
import { OPEN_END } from '../../sheet/address.ts';
import type { MetadataRecord } from '../../sheet/rules.ts';
import type { Book } from './book.ts';
import type { Range } from './range.ts';
import type { Sheet } from './sheet.ts';
import type { Spreadsheet } from './spreadsheet.ts';

/** Value and visibility out of the arguments after the key. Metadata is visible to everybody unless told. */
export function metadataArguments(rest: readonly (string | EnumValue)[]): Pick<MetadataRecord, 'value' | 'visibility'> {
  const value = rest.find((one) => typeof one === 'string') ?? null;
  const visibility = rest.find((one) => one instanceof EnumValue);
  return { value, visibility: visibility?.name === 'PROJECT' ? 'PROJECT' : 'DOCUMENT' };
}

/** A key and value tied to a spreadsheet, sheet, row or column (reference: spreadsheet/DeveloperMetadata). */
export class DeveloperMetadata {
  static readonly api = 'Spreadsheet.DeveloperMetadata';
  private readonly book: Book;
  private readonly id: number;

  constructor(book: Book, id: number) {
    this.book = book;
    this.id = id;
  }

  private get record(): MetadataRecord {
    const found = this.book.workbook.records.metadata.find((one) => one.id === this.id);
    if (!found) throw new ApiError('Developer metadata has been removed.');
    return found;
  }

  private look<T>(method: string, pick: (record: MetadataRecord) => T): T {
    return this.book.look(`DeveloperMetadata.${method}`, () => pick(this.record));
  }

  private change(method: string, effect: (record: MetadataRecord) => void): this {
    this.book.change(`DeveloperMetadata.${method}`, () => {
      effect(this.record);
      this.book.workbook.changed(false);
    });
    return this;
  }

  getId(): number {
    return this.id;
  }

  getKey(): string {
    return this.look('getKey', (record) => record.key);
  }

  getValue(): string | null {
    return this.look('getValue', (record) => record.value);
  }

  getVisibility(): EnumValue {
    return enumValue(
      'Spreadsheet.DeveloperMetadataVisibility',
      this.look('getVisibility', (record) => record.visibility),
    );
  }

  getLocation(): DeveloperMetadataLocation {
    return new DeveloperMetadataLocation(
      this.book,
      this.look('getLocation', (record) => record.location),
    );
  }

  setKey(key: string): this {
    return this.change('setKey', (record) => {
      record.key = key;
    });
  }

  setValue(value: string): this {
    return this.change('setValue', (record) => {
      record.value = value;
    });
  }

  setVisibility(visibility: EnumValue): this {
    return this.change('setVisibility', (record) => {
      record.visibility = visibility.name === 'PROJECT' ? 'PROJECT' : 'DOCUMENT';
    });
  }

  moveToRow(row: Range): this {
    return this.change('moveToRow', (record) => {
      record.location = { type: 'ROW', sheetId: row.sheetId, index: row.rect.top };
    });
  }

  moveToColumn(column: Range): this {
    return this.change('moveToColumn', (record) => {
      record.location = { type: 'COLUMN', sheetId: column.sheetId, index: column.rect.left };
    });
  }

  moveToSheet(sheet: Sheet): this {
    return this.change('moveToSheet', (record) => {
      record.location = { type: 'SHEET', sheetId: sheet.getSheetId() };
    });
  }

  moveToSpreadsheet(): this {
    return this.change('moveToSpreadsheet', (record) => {
      record.location = { type: 'SPREADSHEET' };
    });
  }

  remove(): void {
    this.change('remove', (record) => {
      const { records } = this.book.workbook;
      records.metadata = records.metadata.filter((one) => one !== record);
    });
  }
}

/** Where metadata is tied (reference: spreadsheet/DeveloperMetadataLocation). */
export class DeveloperMetadataLocation {
  static readonly api = 'Spreadsheet.DeveloperMetadataLocation';
  private readonly book: Book;
  private readonly location: MetadataRecord['location'];

  constructor(book: Book, location: MetadataRecord['location']) {
    this.book = book;
    this.location = location;
  }

  getLocationType(): EnumValue {
    return enumValue('Spreadsheet.DeveloperMetadataLocationType', this.location.type);
  }

  getRow(): Range | null {
    const { location } = this;
    if (location.type !== 'ROW') return null;
    return this.book.range(location.sheetId, {
      top: location.index,
      bottom: location.index + 1,
      left: 0,
      right: OPEN_END,
    });
  }

  getColumn(): Range | null {
    const { location } = this;
    if (location.type !== 'COLUMN') return null;
    return this.book.range(location.sheetId, {
      top: 0,
      bottom: OPEN_END,
      left: location.index,
      right: location.index + 1,
    });
  }

  getSheet(): Sheet | null {
    return this.location.type === 'SHEET' ? this.book.sheet(this.location.sheetId) : null;
  }

  getSpreadsheet(): Spreadsheet | null {
    return this.location.type === 'SPREADSHEET' ? this.book.spreadsheet() : null;
  }
}

type Inside = (record: MetadataRecord, anyOverlap: boolean) => boolean;

/** Searches metadata (reference: spreadsheet/DeveloperMetadataFinder). */
export class DeveloperMetadataFinder {
  static readonly api = 'Spreadsheet.DeveloperMetadataFinder';
  private readonly book: Book;
  private readonly inside: Inside;
  private readonly tests: ((record: MetadataRecord) => boolean)[] = [];
  private anyOverlap = false;

  /** `inside` tells whether a record lies where the search began, or with `anyOverlap` touches it. */
  constructor(book: Book, inside: Inside) {
    this.book = book;
    this.inside = inside;
  }

  private where(test: (record: MetadataRecord) => boolean): this {
    this.tests.push(test);
    return this;
  }

  withId(id: number): this {
    return this.where((record) => record.id === id);
  }

  withKey(key: string): this {
    return this.where((record) => record.key === key);
  }

  withValue(value: string): this {
    return this.where((record) => record.value === value);
  }

  withVisibility(visibility: EnumValue): this {
    return this.where((record) => record.visibility === visibility.name);
  }

  withLocationType(locationType: EnumValue): this {
    return this.where((record) => record.location.type === locationType.name);
  }

  onIntersectingLocations(): this {
    this.anyOverlap = true;
    return this;
  }

  find(): DeveloperMetadata[] {
    const ids = this.book.look('DeveloperMetadataFinder.find', () =>
      this.book.workbook.records.metadata
        .filter((record) => this.inside(record, this.anyOverlap) && this.tests.every((test) => test(record)))
        .map((record) => record.id),
    );
    return ids.map((id) => new DeveloperMetadata(this.book, id));
  }
}
