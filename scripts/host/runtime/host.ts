import type { Form } from '../form/form.ts';
import { formsOf } from '../services/form/access.ts';
import {
  type DoorAnswers,
  findForm,
  formSubmitEvent,
  type Visit,
  visitForm,
  visitResponse,
} from '../services/form/door.ts';
import { eventHandles } from '../services/spreadsheet/spreadsheet-app.ts';
import { workbooksOf } from '../services/spreadsheet/store.ts';
import { rect } from '../sheet/address.ts';
import type { Axis } from '../sheet/shift.ts';
import { copySheet, deleteSheet, insertSheet, renameSheet } from '../sheet/tabs.ts';
import { type Undone, UndoStack } from '../sheet/undo.ts';
import type { Workbook } from '../sheet/workbook.ts';
import { type EditAct, People, type Place, type RangeAct } from './acts.ts';
import type { ActResult, HostOptions, SubmitResult } from './api.ts';
import { eventRange } from './events.ts';
import { ScriptHost } from './script-host.ts';
import type { WorldSnapshot } from './world.ts';

/** Rows or columns in a sheet, counted from 1. */
export interface Block extends Place {
  readonly at: number;
  /** Default 1. */
  readonly count?: number;
}

/** A host: one script project, its documents, its people, its clock. Made by `createHost`. */
export class Host extends ScriptHost {
  /** What people do in the bound workbook. */
  readonly people: People;
  private readonly undoStack = new UndoStack();

  constructor(options: HostOptions) {
    super(options);
    this.people = new People(this.world, this.triggerRunner, () => this.spreadsheet);
  }

  /** The workbook that the script is bound to. Throws for a script of its own. */
  get spreadsheet(): Workbook {
    const { container } = this.world;
    const found = container?.type === 'spreadsheet' ? workbooksOf(this.world).find(container.id) : null;
    if (!found) throw new Error('The script is not bound to a spreadsheet');
    return found;
  }

  /** What the cells of a range of the bound workbook show a person: `shown('Deltagare!A1:C3')`, texts row by row. */
  shown(range: string): string[][] {
    return this.people.shown(range);
  }

  /** All workbooks, the bound one included. */
  get spreadsheets(): readonly Workbook[] {
    return [...workbooksOf(this.world).books.values()];
  }

  /** All forms, oldest first. */
  get forms(): readonly Form[] {
    return formsOf(this.world).all();
  }

  /** A form by id, title, file name or link. Throws if there is none. */
  form(name: string): Form {
    return findForm(this.world, name);
  }

  /**
   * Sends a form as a person: `answers` by question title or item id. Either it is refused with the messages that Google
   * Forms shows and nothing is stored, or it is stored, written to its sheet, and the submit triggers fire.
   */
  submitForm(form: string, answers: DoorAnswers, options: { readonly email?: string } = {}): SubmitResult {
    return this.submitted(visitForm(this.world, form, answers, options.email), options.email ?? '');
  }

  /** Edits a response through its edit link; what is not named stays. The submit triggers fire again. */
  editResponse(
    form: string,
    responseId: string,
    answers: DoorAnswers,
    options: { readonly email?: string } = {},
  ): SubmitResult {
    return this.submitted(visitResponse(this.world, form, responseId, answers, options.email), options.email ?? '');
  }

  private submitted({ form, submission, row }: Visit, person: string): SubmitResult {
    const { refused, response } = submission;
    if (!response) return { refused, executions: [] };
    const executions = this.triggerRunner.fireInstalled('ON_FORM_SUBMIT', form.id, person, (execution) => ({
      ...formSubmitEvent(execution, form.id, response.id),
    }));
    const { destination } = form;
    if (destination && row) {
      const { spreadsheetId } = destination;
      const area = rect(row.row - 1, row.column - 1, 1, row.columns);
      const sheetOf = (id: number) => ({
        id,
        name: workbooksOf(this.world).find(spreadsheetId)?.sheetById(id)?.name ?? '',
      });
      executions.push(
        ...this.triggerRunner.fireInstalled('ON_FORM_SUBMIT', spreadsheetId, person, (execution) => {
          const { source, range } = eventHandles(execution, spreadsheetId, sheetOf(row.sheetId), area);
          return { source, range: eventRange(range, area), namedValues: row.namedValues, values: row.values };
        }),
      );
      if (this.world.switches.formSubmitFiresChange)
        executions.push(...this.people.changed('OTHER', person, spreadsheetId));
    }
    this.save();
    return { responseId: response.id, executions };
  }

  /** Does an act of a person so that it can be undone; `moved`: the tab whose rows or columns it moves. */
  private acted(moved: Place | null, act: () => ActResult): ActResult {
    const result = this.undoStack.record(this.spreadsheet, moved && this.people.sheet(moved.sheet).id, act);
    this.save();
    return result;
  }

  /**
   * Undoes the last act of a person together with what triggers did after it, as Ctrl+Z does. A cell that something else
   * has changed since stays; rows, columns and tabs come back only while nothing else in them has changed. The triggers of an
   * edit fire again, without `value` and `oldValue`. `refused` tells why nothing could be undone.
   */
  undo(options: { readonly user?: string } = {}): ActResult {
    return this.again(this.undoStack.undo(this.spreadsheet), options.user);
  }

  /** Does again what was undone last. */
  redo(options: { readonly user?: string } = {}): ActResult {
    return this.again(this.undoStack.redo(this.spreadsheet), options.user);
  }

  private again(undone: readonly Undone[] | string, user: string | undefined): ActResult {
    if (typeof undone === 'string') return { refused: { message: undone }, executions: [] };
    const executions =
      undone.length === 0
        ? this.people.changed('OTHER', user)
        : undone.flatMap(({ sheet, ...area }) => this.people.edited(sheet, area, {}, user).executions);
    this.save();
    return { executions };
  }

  /** Puts back a state of this host or of one with the same files. */
  override restore(snapshot: WorldSnapshot): void {
    this.undoStack.forget();
    super.restore(snapshot);
  }

  /**
   * Types in a cell, or the same in several: text is read as Sheets reads it, a validation that rejects refuses it (with
   * what the person sees in `refused`), and onEdit, installed edit triggers and change triggers fire.
   */
  edit(act: EditAct): ActResult {
    return this.acted(null, () => this.people.edit(act));
  }

  /** Pastes values from the top left cell of `range`. No validation refuses them; the event has no value or oldValue. */
  paste(act: EditAct): ActResult {
    return this.acted(null, () => this.people.paste(act));
  }

  /** Sorts the data rows of a sheet by a column (counted from 1). Frozen rows stay. */
  sort(act: Place & { readonly column: number; readonly descending?: boolean }): ActResult {
    return this.acted(act, () => this.people.sort(act));
  }

  private restructure(kind: 'insert' | 'delete', axis: Axis, act: Block): ActResult {
    return this.acted(act, () => this.people.restructure(act, { kind, axis, at: act.at - 1, count: act.count ?? 1 }));
  }

  insertRows(act: Block): ActResult {
    return this.restructure('insert', 'rows', act);
  }

  deleteRows(act: Block): ActResult {
    return this.restructure('delete', 'rows', act);
  }

  insertColumns(act: Block): ActResult {
    return this.restructure('insert', 'columns', act);
  }

  deleteColumns(act: Block): ActResult {
    return this.restructure('delete', 'columns', act);
  }

  /** Moves columns to stand before another column, all counted from 1 before the move. */
  moveColumns(act: Block & { readonly before: number }): ActResult {
    const change = {
      kind: 'move',
      axis: 'columns',
      at: act.at - 1,
      count: act.count ?? 1,
      to: act.before - 1,
    } as const;
    return this.acted(act, () => this.people.restructure(act, change));
  }

  moveRows(act: Block & { readonly before: number }): ActResult {
    const change = { kind: 'move', axis: 'rows', at: act.at - 1, count: act.count ?? 1, to: act.before - 1 } as const;
    return this.acted(act, () => this.people.restructure(act, change));
  }

  /** Empties cells as the Delete key does: formats, notes and validations stay. */
  clear(act: RangeAct): ActResult {
    return this.acted(null, () => this.people.clear(act));
  }

  /** Selects cells: `getActiveRange` gives them, and onSelectionChange fires. */
  select(act: RangeAct): ActResult {
    return this.people.select(act);
  }

  renameSheet(act: Place & { readonly name: string }): ActResult {
    return this.acted(null, () =>
      this.people.tabs('OTHER', act.user, () => renameSheet(this.people.sheet(act.sheet), act.name)),
    );
  }

  /** Adds a tab last. */
  insertSheet(act: { readonly name: string; readonly user?: string }): ActResult {
    const insert = (workbook: Workbook) => insertSheet(workbook, act.name, workbook.sheets.length);
    return this.acted(null, () => this.people.tabs('INSERT_GRID', act.user, insert));
  }

  deleteSheet(act: Place): ActResult {
    return this.acted(null, () =>
      this.people.tabs('REMOVE_GRID', act.user, () => deleteSheet(this.people.sheet(act.sheet))),
    );
  }

  /** Adds a copy of a tab last, under the name that Sheets gives it. */
  copySheet(act: Place): ActResult {
    const copy = (workbook: Workbook) => copySheet(this.people.sheet(act.sheet), workbook);
    return this.acted(null, () => this.people.tabs('INSERT_GRID', act.user, copy));
  }
}
