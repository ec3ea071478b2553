import { bookOf, eventHandles } from '../services/spreadsheet/spreadsheet-app.ts';
import { type Address, containsRect, intersects, OPEN_END, parseAddress, type Rect, rect } from '../sheet/address.ts';
import { placeBlock, takeBlock } from '../sheet/block.ts';
import { displayAt } from '../sheet/display.ts';
import { SheetError } from '../sheet/errors.ts';
import { permuteRows, sortableArea, sortOrder } from '../sheet/order.ts';
import type { Sheet } from '../sheet/sheet.ts';
import type { Change } from '../sheet/shift.ts';
import { restructure } from '../sheet/structure.ts';
import { firstViolation, refusalText } from '../sheet/validation.ts';
import type { Workbook } from '../sheet/workbook.ts';
import { type Input, writeCell } from '../sheet/write.ts';
import type { ActResult, RunResult, Typed } from './api.ts';
import type { Execution } from './contract.ts';
import { eventRange, userOf } from './events.ts';
import type { TriggerRunner } from './triggers.ts';
import type { HostWorld } from './world.ts';

/** Where somebody acts. */
export interface Place {
  /** The sheet by name or id; default the one that the range names, else the active one. */
  readonly sheet?: string | number;
  /** The account of the person; default the owner. */
  readonly user?: string;
}

/** Cells that somebody acts on. */
export interface RangeAct extends Place {
  /** A1 notation; it may name the sheet: `Svar!A2`. */
  readonly range: string;
}

export interface EditAct extends RangeAct {
  /** Text as typed or a ready value; null or an empty text empties the cell. */
  readonly value?: Typed;
  readonly values?: readonly (readonly Typed[])[];
}

/** What the edit event says of a single typed cell. */
interface Before {
  readonly value?: string;
  readonly oldValue?: string;
}

/** What people do in a workbook, with the triggers that it fires. */
export class People {
  private readonly world: HostWorld;
  private readonly triggers: TriggerRunner;
  private readonly workbook: () => Workbook;

  constructor(world: HostWorld, triggers: TriggerRunner, workbook: () => Workbook) {
    this.world = world;
    this.triggers = triggers;
    this.workbook = workbook;
  }

  /** A sheet by name or id, without one the active sheet. Throws if there is none. */
  sheet(name?: string | number): Sheet {
    const workbook = this.workbook();
    if (name === undefined) return workbook.activeSheet;
    const found = typeof name === 'number' ? workbook.sheetById(name) : workbook.sheetByName(name);
    if (!found) {
      const names = workbook.sheets.map((sheet) => sheet.name).join(', ');
      throw new Error(`The workbook has no sheet ${name}; it has ${names}`);
    }
    return found;
  }

  private address(range: string): Address {
    const address = parseAddress(range);
    if (!address) throw new Error(`Not an address: ${range}`);
    return address;
  }

  private target(act: RangeAct): { readonly sheet: Sheet; readonly area: Rect } {
    const address = this.address(act.range);
    const sheet = this.sheet(act.sheet ?? address.sheetName ?? undefined);
    return { sheet, area: within(sheet, address) };
  }

  /** What the cells of a range show; of open ends (`A:C`, `2:2`) as far as there are data. */
  shown(range: string): string[][] {
    const address = this.address(range);
    const sheet = this.sheet(address.sheetName ?? undefined);
    const data = sheet.dataSize();
    const bottom = address.bottom === OPEN_END ? data.rows : Math.min(address.bottom, sheet.maxRows);
    const right = address.right === OPEN_END ? data.columns : Math.min(address.right, sheet.maxColumns);
    return span(address.top, bottom).map((row) =>
      span(address.left, right).map((column) => displayAt(sheet, row, column)),
    );
  }

  /** Types in a cell (or the same place of several cells, as with Ctrl+Enter): validations are enforced. */
  edit(act: EditAct): ActResult {
    const { sheet, area } = this.target(act);
    const values = act.values ?? filled(area, act.value ?? null);
    const target = rect(area.top, area.left, values.length, Math.max(...values.map((line) => line.length)));
    const single = values.length === 1 && values[0]?.length === 1;
    const oldValue = single ? eventText(sheet, target) : undefined;
    const refusal = this.write(sheet, target, values, true, act.user);
    if (refusal) return { refused: { message: refusal }, executions: [] };
    const value = single ? eventText(sheet, target) : undefined;
    return this.edited(
      sheet,
      target,
      { ...(value !== undefined && { value }), ...(oldValue !== undefined && { oldValue }) },
      act.user,
    );
  }

  /** Pastes text: each piece is read as if it were typed, but no validation refuses it. */
  paste(act: EditAct): ActResult {
    const { sheet, area } = this.target(act);
    const values = act.values ?? [[act.value ?? null]];
    const target = rect(area.top, area.left, values.length, Math.max(...values.map((line) => line.length)));
    const refusal = this.write(sheet, target, values, false, act.user);
    if (refusal) return { refused: { message: refusal }, executions: [] };
    return this.edited(sheet, target, {}, act.user);
  }

  private write(
    sheet: Sheet,
    target: Rect,
    values: readonly (readonly Typed[])[],
    typed: boolean,
    user?: string,
  ): string | null {
    const refusal = this.protectionRefusal(sheet, target, user);
    if (refusal) return refusal;
    if (target.bottom > sheet.maxRows)
      restructure(sheet, { kind: 'insert', axis: 'rows', at: sheet.maxRows, count: target.bottom - sheet.maxRows });
    if (target.right > sheet.maxColumns)
      restructure(sheet, {
        kind: 'insert',
        axis: 'columns',
        at: sheet.maxColumns,
        count: target.right - sheet.maxColumns,
      });
    const before = takeBlock(sheet, target);
    const { typing } = sheet.workbook;
    try {
      values.forEach((line, down) => {
        const row = sheet.writable(target.top + down);
        line.forEach((value, across) => {
          writeCell(sheet, row, target.left + across, inputOf(value), typing);
        });
      });
    } catch (error) {
      placeBlock(sheet, target.top, target.left, before, undefined, false);
      if (error instanceof SheetError) return error.message;
      throw error;
    } finally {
      sheet.touch(true);
    }
    const violation = typed ? firstViolation(sheet, target) : null;
    if (!violation) return null;
    const text = refusalText(sheet, violation);
    placeBlock(sheet, target.top, target.left, before, undefined, false);
    sheet.touch(true);
    return text;
  }

  /** Why a protection keeps the person out, or null. A warning does not: she is asked, and goes on. */
  private protectionRefusal(sheet: Sheet, target: Rect, user = this.world.owner): string | null {
    if (user === sheet.workbook.records.owner) return null;
    const closed = sheet.records.protections.some((one) => {
      if (one.warningOnly || one.editors.includes(user)) return false;
      if (one.type === 'RANGE') return one.range !== null && intersects(one.range, target);
      return !one.unprotected.some((hole) => containsRect(hole, target));
    });
    return closed
      ? 'Du försöker redigera en skyddad cell eller ett skyddat objekt. Kontakta kalkylarkets ägare för att ta bort skyddet om du behöver redigera.'
      : null;
  }

  /** Fires what an edit of a person fires: onEdit, installed edit triggers, installed change triggers. */
  edited(sheet: Sheet, target: Rect, before: Before, user = this.world.owner): ActResult {
    const { id } = sheet.workbook.records;
    const fields = (execution: Execution) => {
      const { source, range } = eventHandles(execution, id, sheet, target);
      return { range: eventRange(range, target), source, user: userOf(execution), ...before };
    };
    return {
      executions: [
        ...this.triggers.fireSimple('onEdit', user, null, fields),
        ...this.triggers.fireInstalled('ON_EDIT', id, user, fields),
        ...this.changed('EDIT', user, id),
      ],
    };
  }

  /** Fires the installed change triggers. */
  changed(changeType: string, user = this.world.owner, id = this.workbook().records.id): RunResult[] {
    return this.triggers.fireInstalled('ON_CHANGE', id, user, (execution) => ({
      changeType,
      source: bookOf(execution, id).spreadsheet(),
      user: userOf(execution),
    }));
  }

  /** Sorts the data rows of a sheet by a column (counted from 1); frozen rows stay. */
  sort(act: Place & { readonly column: number; readonly descending?: boolean }): ActResult {
    const sheet = this.sheet(act.sheet);
    const area = sortableArea(sheet);
    permuteRows(sheet, area, sortOrder(sheet, area, [{ column: act.column - 1, ascending: !act.descending }]));
    return { executions: this.changed('OTHER', act.user) };
  }

  /** Empties cells as the Delete key does: formats, notes and validations stay. */
  clear(act: RangeAct): ActResult {
    return this.edit({ ...act, value: null });
  }

  /** Selects cells, in which their sheet becomes the active one, and fires onSelectionChange. */
  select(act: RangeAct): ActResult {
    const { sheet, area } = this.target(act);
    const { records } = this.workbook();
    records.activeSheetId = sheet.id;
    records.selection = { sheetId: sheet.id, ranges: [area] };
    const fields = (execution: Execution) => {
      const { source, range } = eventHandles(execution, records.id, sheet, area);
      return { range: eventRange(range, area), source, user: userOf(execution) };
    };
    return {
      executions: this.triggers.fireSimple('onSelectionChange', act.user ?? this.world.owner, null, fields),
    };
  }

  /** Does something to the tabs; refused with the message of the store. */
  tabs(changeType: string, user: string | undefined, act: (workbook: Workbook) => void): ActResult {
    try {
      act(this.workbook());
    } catch (error) {
      if (error instanceof SheetError) return { refused: { message: error.message }, executions: [] };
      throw error;
    }
    return { executions: this.changed(changeType, user) };
  }

  /** Inserts, deletes or moves rows or columns; everything that refers to them moves along. */
  restructure(act: Place, change: Change): ActResult {
    const sheet = this.sheet(act.sheet);
    try {
      restructure(sheet, change);
    } catch (error) {
      if (error instanceof SheetError) return { refused: { message: error.message }, executions: [] };
      throw error;
    }
    const axis = change.axis === 'rows' ? 'ROW' : 'COLUMN';
    const type = change.kind === 'insert' ? `INSERT_${axis}` : change.kind === 'delete' ? `REMOVE_${axis}` : 'OTHER';
    return { executions: this.changed(type, act.user) };
  }
}

/** The numbers from `first` up to but not including `end`. */
const span = (first: number, end: number) => Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);

/** Open ends of an address (`A:C`) end with the sheet. */
function within(sheet: Sheet, address: Rect): Rect {
  return {
    ...address,
    bottom: Math.min(address.bottom, Math.max(sheet.maxRows, address.top + 1)),
    right: Math.min(address.right, Math.max(sheet.maxColumns, address.left + 1)),
  };
}

function filled(area: Rect, value: Typed): Typed[][] {
  return Array.from({ length: area.bottom - area.top }, () =>
    Array.from({ length: area.right - area.left }, () => value),
  );
}

function inputOf(value: Typed): Input {
  return value === '' ? null : value;
}

/** A cell's content as the edit event tells it: numbers and dates bare, nothing for an empty cell. */
function eventText(sheet: Sheet, { top, left }: Rect): string | undefined {
  const value = sheet.value(top, left);
  if (value === null || value === '') return undefined;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}
