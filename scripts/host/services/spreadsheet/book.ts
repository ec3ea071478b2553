import { ApiError, type Execution } from '../../runtime/contract.ts';
import type { Rect } from '../../sheet/address.ts';
import { containsRect, intersects } from '../../sheet/address.ts';
import { SheetError } from '../../sheet/errors.ts';
import type { Sheet as GridSheet } from '../../sheet/sheet.ts';
import type { Workbook } from '../../sheet/workbook.ts';
import { Range } from './range.ts';
import { Sheet } from './sheet.ts';
import { Spreadsheet } from './spreadsheet.ts';
import { workbooksOf } from './store.ts';

const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** Runs store code so that its refusals reach the script as Apps Script's exceptions. */
export function refusing<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof SheetError) throw new ApiError(error.message);
    throw error;
  }
}

/**
 * One workbook as an execution reaches it. Handles (sheets, ranges) keep ids and positions only; each look at cells goes
 * through one of the methods here and so has its place in the meter, among planned faults and in replays.
 */
export class Book {
  readonly execution: Execution;
  readonly id: string;
  private own: Spreadsheet | null = null;
  private readonly sheets = new Map<number, Sheet>();

  constructor(execution: Execution, id: string) {
    this.execution = execution;
    this.id = id;
  }

  /** The store's workbook; only inside effects. */
  get workbook(): Workbook {
    const found = workbooksOf(this.execution.world).find(this.id);
    if (!found)
      throw new ApiError(`Document ${this.id} is missing (perhaps it was deleted, or you don't have read access?)`);
    return found;
  }

  /** The store's sheet; only inside effects. Throws when it has been deleted. */
  grid(sheetId: number): GridSheet {
    const found = this.workbook.sheetById(sheetId);
    if (!found) throw new ApiError(`Sheet ${sheetId} not found`);
    return found;
  }

  spreadsheet(): Spreadsheet {
    this.own ??= new Spreadsheet(this);
    return this.own;
  }

  sheet(id: number): Sheet {
    let sheet = this.sheets.get(id);
    if (!sheet) {
      sheet = new Sheet(this, id);
      this.sheets.set(id, sheet);
    }
    return sheet;
  }

  range(sheetId: number, rect: Rect): Range {
    return new Range(this, sheetId, rect);
  }

  /** Reads cells; first commits what waits. */
  read<T>(method: string, cells: number, effect: () => T): T {
    return this.execution.backend({ kind: 'read', method, cells }, () => refusing(effect));
  }

  /** Looks up a size or a name; counts as a call. */
  look<T>(method: string, effect: () => T): T {
    return this.execution.backend({ kind: 'name', method }, () => refusing(effect));
  }

  /** What costs no call of its own: making handles, what was already loaded. */
  free<T>(method: string, effect: () => T): T {
    return this.execution.backend({ kind: 'free', method }, () => refusing(effect));
  }

  /** Changes cells; takes effect at the next read, flush or the end. */
  write(method: string, cells: number, effect: () => void): void {
    this.execution.write({ kind: 'write', method, cells }, () => refusing(effect));
  }

  /** Changes the structure, which takes effect at once because handles depend on it. */
  change<T>(method: string, effect: () => T): T {
    return this.execution.backend({ kind: 'write', method, cells: 0 }, () => refusing(effect));
  }

  /** Throws when a protection keeps the account from editing the range. Owners pass all protections. */
  checkEditable(sheet: GridSheet, range: Rect): void {
    const { protections } = sheet.records;
    if (protections.length === 0) return;
    const user = this.execution.effectiveUser;
    if (user === sheet.workbook.records.owner) return;
    for (const one of protections) {
      if (one.warningOnly || one.editors.includes(user)) continue;
      if (
        one.type === 'RANGE'
          ? one.range && intersects(one.range, range)
          : !one.unprotected.some((hole) => containsRect(hole, range))
      ) {
        throw new ApiError(PROTECTED);
      }
    }
  }
}
