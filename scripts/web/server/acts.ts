import type { ActResult } from '../../host/index.ts';
import { type EditAct, People } from '../../host/runtime/acts.ts';
import type { Host } from '../../host/runtime/host.ts';
import { cellName, type Rect, rect } from '../../host/sheet/address.ts';
import { ALL_PARTS, clearBlock, followMoved, placeBlock, takeBlock } from '../../host/sheet/block.ts';
import { inputText } from '../../host/sheet/display.ts';
import type { Sheet } from '../../host/sheet/sheet.ts';
import { UndoStack } from '../../host/sheet/undo.ts';
import { choicesOf, tickValues } from '../../host/sheet/validation.ts';
import { filled, type Typed } from '../grid/fill.ts';
import type { GridAct, GridArea } from '../grid/view.ts';
import { ShapeActs } from './shape.ts';

type Of<K extends GridAct['do']> = Extract<GridAct, { do: K }>;

type UndoAct = Extract<GridAct, { do: 'undo' | 'redo' }>;

const isUndo = (act: GridAct): act is UndoAct => act.do === 'undo' || act.do === 'redo';

/** The tab whose rows or columns an act moves while its size stays. */
const movedBy = (act: GridAct): number | null =>
  act.do === 'sort' || act.do === 'moveRows' || act.do === 'moveColumns' ? Number(act.sheet) : null;

const areaRect = (area: GridArea): Rect => rect(area.row, area.column, area.rows, area.columns);

/** What the person at a window does to the workbook. */
export class ActDesk {
  readonly #host: Host;
  readonly #people: People;
  readonly #shape: ShapeActs;
  readonly #undo = new UndoStack();

  constructor(host: Host) {
    this.#host = host;
    this.#people = new People(host.world, host.triggerRunner, () => host.spreadsheet);
    this.#shape = new ShapeActs(this.#people, () => host.spreadsheet);
  }

  /** Forgets what could be undone, for a workbook that starts over. */
  forget(): void {
    this.#undo.forget();
  }

  /** Does what the person did; gives the text of the refusal, or null. */
  perform(act: GridAct): string | null {
    const { spreadsheet } = this.#host;
    if (isUndo(act)) return this.#again(act.do);
    const refusal = this.#undo.record(spreadsheet, movedBy(act), () => this.#do(act));
    this.#host.save();
    return refusal;
  }

  #again(what: 'undo' | 'redo'): string | null {
    const { spreadsheet } = this.#host;
    const undone = what === 'undo' ? this.#undo.undo(spreadsheet) : this.#undo.redo(spreadsheet);
    if (typeof undone === 'string') return undone;
    for (const { sheet, ...area } of undone) this.#people.edited(sheet, area, {});
    if (undone.length === 0) this.#people.changed('OTHER');
    this.#host.save();
    return null;
  }

  #sheet(id: string): Sheet {
    return this.#people.sheet(Number(id));
  }

  #typed(act: EditAct): string | null {
    return this.#refusal(this.#host.edit(act));
  }

  #refusal(result: ActResult): string | null {
    return result.refused?.message ?? null;
  }

  #do(act: Exclude<GridAct, UndoAct>): string | null {
    const host = this.#host;
    switch (act.do) {
      case 'edit':
        return this.#edit(act);
      case 'tick':
        return this.#tick(act);
      case 'paste':
        return act.from ? this.#pasteCells(act, act.from) : this.#paste(act);
      case 'fill':
        return this.#fill(act);
      case 'clear':
        return this.#clear(act);
      case 'sort':
        return this.#refusal(
          host.sort({ sheet: Number(act.sheet), column: act.column + 1, descending: act.descending }),
        );
      case 'insertRows':
      case 'deleteRows':
      case 'insertColumns':
      case 'deleteColumns':
        return this.#refusal(host[act.do]({ sheet: Number(act.sheet), at: act.at + 1, count: act.count }));
      case 'moveRows':
      case 'moveColumns':
        return this.#refusal(
          host[act.do]({ sheet: Number(act.sheet), at: act.at + 1, count: act.count, before: act.before + 1 }),
        );
      default:
        return this.#shape.perform(act);
    }
  }

  #edit(act: Of<'edit'>): string | null {
    const sheet = this.#sheet(act.sheet);
    if (inputText(sheet, act.row, act.column) === act.text) return null;
    const value = act.text === '' ? null : act.text;
    const refusal = this.#typed({ sheet: sheet.id, range: cellName(act.row, act.column), value });
    const rule = refusal === null ? null : sheet.layer('validation', act.row, act.column);
    const choices = rule && !rule.helpText ? choicesOf(sheet, rule) : null;
    return choices ? `${refusal} Välj något av: ${choices.join(', ')}.` : refusal;
  }

  #tick(act: Of<'tick'>): string | null {
    const sheet = this.#sheet(act.sheet);
    const rule = sheet.layer('validation', act.row, act.column);
    const [checked, unchecked] = rule ? tickValues(rule) : [true, false];
    const wanted = act.on ? checked : unchecked;
    const value = typeof wanted === 'object' ? (wanted?.date ?? null) : wanted;
    return this.#typed({ sheet: sheet.id, range: cellName(act.row, act.column), value });
  }

  #paste(act: Of<'paste'>): string | null {
    const { sheet, row, column, values } = act;
    return this.#refusal(this.#host.paste({ sheet: Number(sheet), range: cellName(row, column), values }));
  }

  /** Cells that were copied or cut in a window come with their formats, rules and notes; formulas follow. */
  #pasteCells(act: Of<'paste'>, from: NonNullable<Of<'paste'>['from']>): string | null {
    const source = this.#sheet(from.sheet);
    const target = this.#sheet(act.sheet);
    const area = areaRect(from.area);
    const place = rect(act.row, act.column, from.area.rows, from.area.columns);
    const block = takeBlock(source, area);
    const refusal = this.#room(target, place);
    if (refusal !== null) return refusal;
    if (from.cut) {
      clearBlock(source, area, ALL_PARTS);
      placeBlock(target, place.top, place.left, { ...block, top: place.top, left: place.left }, ALL_PARTS);
      followMoved(source, area, target, place.top - area.top, place.left - area.left);
      this.#people.edited(source, area, {});
    } else {
      placeBlock(target, place.top, place.left, block, { content: true, style: true, validation: true });
    }
    this.#people.edited(target, place, {});
    return null;
  }

  /** Makes the grid large enough for a paste, as Sheets does. */
  #room(sheet: Sheet, place: Rect): string | null {
    const rows = place.bottom - sheet.maxRows;
    const columns = place.right - sheet.maxColumns;
    const added: ActResult[] = [];
    if (rows > 0) added.push(this.#host.insertRows({ sheet: sheet.id, at: sheet.maxRows + 1, count: rows }));
    if (columns > 0)
      added.push(this.#host.insertColumns({ sheet: sheet.id, at: sheet.maxColumns + 1, count: columns }));
    return added.find((result) => result.refused)?.refused?.message ?? null;
  }

  #fill(act: Of<'fill'>): string | null {
    const sheet = this.#sheet(act.sheet);
    const more = filled(sheet, act.from, act.to);
    if (more === null) return null;
    const first = more.values[0]?.length ?? 0;
    const place = rect(more.row, more.column, more.values.length, first);
    // Formats and rules come along from the cells that are drawn out.
    for (let row = place.top; row < place.bottom; row += 1) {
      for (let column = place.left; column < place.right; column += 1) {
        const fromRow = act.from.row + ((((row - act.from.row) % act.from.rows) + act.from.rows) % act.from.rows);
        const width = act.from.columns;
        const fromColumn = act.from.column + ((((column - act.from.column) % width) + width) % width);
        sheet.setLayer('style', row, column, sheet.layer('style', fromRow, fromColumn));
        sheet.setLayer('validation', row, column, sheet.layer('validation', fromRow, fromColumn));
      }
    }
    return this.#refusal(
      this.#host.paste({ sheet: sheet.id, range: cellName(more.row, more.column), values: more.values }),
    );
  }

  #clear(act: Of<'clear'>): string | null {
    const sheet = this.#sheet(act.sheet);
    for (const area of act.areas) {
      const { top, left, bottom, right } = areaRect(area);
      const used = sheet.dataSize();
      const target = {
        top,
        left,
        bottom: Math.max(top + 1, Math.min(bottom, used.rows)),
        right: Math.max(left + 1, Math.min(right, used.columns)),
      };
      const values = Array.from({ length: target.bottom - top }, (_, y) =>
        Array.from({ length: target.right - left }, (_, x): Typed => {
          const rule = sheet.layer('validation', top + y, left + x);
          const unticked = rule?.criteria === 'CHECKBOX' ? tickValues(rule)[1] : null;
          return typeof unticked === 'object' ? null : unticked;
        }),
      );
      const refusal = this.#typed({ sheet: sheet.id, range: cellName(top, left), values });
      if (refusal !== null) return refusal;
    }
    return null;
  }
}
