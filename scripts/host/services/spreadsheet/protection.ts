import { ApiError, type EnumValue } from '../../runtime/contract.ts';
import { enumValue } from '../../runtime/signatures.ts';
import { WHOLE_SHEET } from '../../sheet/address.ts';
import type { ProtectionRecord } from '../../sheet/rules.ts';
import { User } from '../session.ts';
import type { Book } from './book.ts';
import type { NamedRange } from './named-range.ts';
import type { Range } from './range.ts';

type Person = string | User;

function addressOf(person: Person): string {
  return typeof person === 'string' ? person : person.getEmail();
}

/** A protected range or sheet (reference: spreadsheet/Protection). */
export class Protection {
  static readonly api = 'Spreadsheet.Protection';
  private readonly book: Book;
  private readonly sheetId: number;
  private readonly id: number;

  constructor(book: Book, sheetId: number, id: number) {
    this.book = book;
    this.sheetId = sheetId;
    this.id = id;
  }

  private get record(): ProtectionRecord {
    const found = this.book.grid(this.sheetId).records.protections.find((one) => one.id === this.id);
    if (!found) throw new ApiError('Protection has been removed.');
    return found;
  }

  private look<T>(method: string, pick: (record: ProtectionRecord) => T): T {
    return this.book.look(`Protection.${method}`, () => pick(this.record));
  }

  private change(method: string, effect: (record: ProtectionRecord) => void): this {
    this.book.change(`Protection.${method}`, () => {
      effect(this.record);
      this.book.grid(this.sheetId).touch(false);
    });
    return this;
  }

  getProtectionType(): EnumValue {
    return enumValue(
      'Spreadsheet.ProtectionType',
      this.look('getProtectionType', (record) => record.type),
    );
  }

  getDescription(): string {
    return this.look('getDescription', (record) => record.description);
  }

  setDescription(description: string): this {
    return this.change('setDescription', (record) => {
      record.description = description;
    });
  }

  getRange(): Range {
    const range = this.look('getRange', (record) => {
      if (record.namedRangeId === null) return record.range;
      return (
        this.book.workbook.records.namedRanges.find((one) => one.id === record.namedRangeId)?.range ?? record.range
      );
    });
    return this.book.range(this.sheetId, range ?? WHOLE_SHEET);
  }

  setRange(range: Range): this {
    return this.change('setRange', (record) => {
      if (record.type === 'SHEET') throw new ApiError("You can't set the range of a sheet protection.");
      record.range = range.written;
      record.namedRangeId = null;
    });
  }

  getRangeName(): string | null {
    return this.look('getRangeName', ({ namedRangeId }) => {
      return this.book.workbook.records.namedRanges.find((one) => one.id === namedRangeId)?.name ?? null;
    });
  }

  setRangeName(rangeName: string): this {
    return this.change('setRangeName', (record) => {
      const named = this.book.workbook.records.namedRanges.find((one) => one.name === rangeName);
      if (!named) throw new ApiError(`Named range ${rangeName} not found.`);
      record.namedRangeId = named.id;
      record.range = named.range;
    });
  }

  setNamedRange(namedRange: NamedRange): this {
    return this.setRangeName(namedRange.getName());
  }

  getUnprotectedRanges(): Range[] {
    return this.look('getUnprotectedRanges', (record) => [...record.unprotected]).map((rect) =>
      this.book.range(this.sheetId, rect),
    );
  }

  setUnprotectedRanges(ranges: readonly Range[]): this {
    return this.change('setUnprotectedRanges', (record) => {
      if (record.type !== 'SHEET') throw new ApiError('Unprotected ranges can only be set on protected sheets.');
      record.unprotected = ranges.map((range) => range.written);
    });
  }

  isWarningOnly(): boolean {
    return this.look('isWarningOnly', (record) => record.warningOnly);
  }

  /** A warning lets everybody edit, so lists of editors have no meaning then. */
  setWarningOnly(warningOnly: boolean): this {
    return this.change('setWarningOnly', (record) => {
      record.warningOnly = warningOnly;
      if (warningOnly) record.editors = [];
      else if (record.editors.length === 0) record.editors = [this.book.workbook.records.owner];
    });
  }

  canEdit(): boolean {
    return this.look('canEdit', (record) => {
      const user = this.book.execution.effectiveUser;
      return record.warningOnly || user === this.book.workbook.records.owner || record.editors.includes(user);
    });
  }

  canDomainEdit(): boolean {
    return this.look('canDomainEdit', (record) => {
      if (record.warningOnly) throw new ApiError('Domain editing is not available for a warning-based protection.');
      return record.domainEdit;
    });
  }

  setDomainEdit(editable: boolean): this {
    return this.change('setDomainEdit', (record) => {
      record.domainEdit = editable;
    });
  }

  /** The owner may always edit, but is only among the editors if somebody added her. */
  getEditors(): User[] {
    return this.look('getEditors', (record) => [...record.editors]).map((email) => new User(email));
  }

  addEditor(person: Person): this {
    return this.addEditors([addressOf(person)]);
  }

  addEditors(addresses: readonly string[]): this {
    return this.change('addEditors', (record) => {
      if (record.warningOnly) throw new ApiError('Editors cannot be added to a warning-based protection.');
      record.editors = [...new Set([...record.editors, ...addresses])];
    });
  }

  removeEditor(person: Person): this {
    return this.removeEditors([person]);
  }

  /** Neither the owner nor the account that runs the script can be removed. */
  removeEditors(people: readonly Person[]): this {
    const addresses = people.map(addressOf);
    return this.change('removeEditors', (record) => {
      const kept = [this.book.workbook.records.owner, this.book.execution.effectiveUser];
      record.editors = record.editors.filter((one) => kept.includes(one) || !addresses.includes(one));
    });
  }

  remove(): void {
    this.change('remove', (record) => {
      const { records } = this.book.grid(this.sheetId);
      records.protections = records.protections.filter((one) => one !== record);
    });
  }
}
