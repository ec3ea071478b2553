import {
  CanceledError,
  EDITOR_ACTIVATED,
  FOCUSING_SHEET,
  ICommandService,
  IContextService,
  type IRange,
  IUniverInstanceService,
  LifecycleService,
  LifecycleStages,
  type Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import {
  BEFORE_CELL_EDIT,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SheetInterceptorService,
  SheetsSelectionsService,
} from '@univerjs/sheets';
import { AutoHeightController } from '@univerjs/sheets-ui';
import { ILayoutService } from '@univerjs/ui';
import type { GridAct, GridArea, GridCell, GridPatch, GridSheet, GridView } from '../grid/view.ts';
import { type ActContext, actOf, isActCommand } from './acts.ts';
import { applyPatch } from './apply.ts';
import { toArea, toRange, toWorkbook, UNIT } from './convert.ts';
import { startUniver } from './univer.ts';

/** Mutations that change only how this window looks at the workbook. */
const OWN_LOOK = /^sheet\.mutation\.(set-worksheet-row-(auto-height|is-auto-height)|set-zoom|toggle-note-popup)/;
const WORKBOOK_MUTATION = /^(sheet|data-validation|sheets-note|sheets)\.mutation\./;
/** Milliseconds that a key needs to open the editor; a change in between would take the typed sign away. */
const KEY_CALM = 120;
const NEW_NOTE = 'sheet.operation.add-note-popup';
const CLOSE_EDITOR = 'sheet.operation.set-cell-edit-visible';
/** Acts on the clipboard, which the page handles itself (`clipboard.ts`). */
const CLIPBOARD =
  /^(univer\.command\.(copy|cut|paste)|sheet\.command\.(copy|cut|paste|paste-value|paste-besides-border))$/;

export interface Selection {
  readonly sheet: GridSheet;
  readonly areas: readonly GridArea[];
}

export interface GridEvents {
  act(act: GridAct): void;
  /** The person asked for something that this grid does not do. */
  unsupported(command: string): void;
  clipboard(what: 'copy' | 'cut' | 'paste'): void;
  /** The person wants to write a note at the marked cell. Univer's own box for it does not open under this page. */
  note(): void;
  selected(selection: Selection): void;
}

/** The grid of one window: Univer showing the host's view, and nothing of its own. */
export class GridWindow {
  readonly view: GridView;
  readonly #univer: Univer;
  readonly #commands: ICommandService;
  readonly #context: IContextService;
  readonly #selections: SheetsSelectionsService;
  readonly #layout: ILayoutService;
  readonly #heights: AutoHeightController;
  readonly #drawing: Promise<void>;
  readonly #fitted = new Set<string>();
  readonly #events: GridEvents;
  readonly #waiting: GridPatch[] = [];
  #lastKey = 0;

  constructor(container: string, view: GridView, events: GridEvents) {
    this.view = view;
    this.#events = events;
    this.#univer = startUniver(container, toWorkbook(view));
    const injector = this.#univer.__getInjector();
    this.#commands = injector.get(ICommandService);
    this.#context = injector.get(IContextService);
    this.#selections = injector.get(SheetsSelectionsService);
    this.#layout = injector.get(ILayoutService);
    this.#heights = injector.get(AutoHeightController);
    this.#drawing = injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
    document.getElementById(container)?.addEventListener(
      'keydown',
      () => {
        this.#lastKey = performance.now();
      },
      true,
    );
    this.#commands.beforeCommandExecuted((command, options) =>
      this.#guard(command.id, command.params, options?.fromCollab === true),
    );
    this.#commands.onCommandExecuted((command) => {
      // The editor's own end comes after the command that closes it.
      if (command.id === CLOSE_EDITOR) setTimeout(() => this.#drawWaiting());
      if (command.id === SetWorksheetActiveOperation.id) this.#opened();
      if (command.id === SetSelectionsOperation.id || command.id === SetWorksheetActiveOperation.id)
        events.selected(this.selection());
    });
    injector.get(SheetInterceptorService).writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
      priority: 1000,
      handler: (cell, place, next) => {
        const input = this.cell(place.subUnitId, place.row, place.col)?.i;
        return next(input === undefined || !cell ? cell : { ...cell, v: input, t: 1 });
      },
    });
  }

  #workbook(): Workbook {
    const workbook = this.#univer
      .__getInjector()
      .get(IUniverInstanceService)
      .getUnit<Workbook>(UNIT, UniverInstanceType.UNIVER_SHEET);
    if (!workbook) throw new Error('The workbook is not loaded');
    return workbook;
  }

  sheet(id: string): GridSheet {
    const sheet = this.view.sheets.find((each) => each.id === id) ?? this.view.sheets[0];
    if (!sheet) throw new Error('The workbook has no sheets');
    return sheet;
  }

  cell(sheet: string, row: number, column: number): GridCell | undefined {
    return this.sheet(sheet).cells[row]?.[column];
  }

  selection(): Selection {
    const sheet = this.sheet(this.#workbook().getActiveSheet().getSheetId());
    const ranges: IRange[] = this.#selections.getCurrentSelections().map((selection) => selection.range);
    // Whole rows and columns come with NaN where they are open.
    const areas = ranges.map((range) =>
      toArea({
        startRow: Number.isNaN(range.startRow) ? 0 : range.startRow,
        endRow: Number.isNaN(range.endRow) ? sheet.rowCount - 1 : range.endRow,
        startColumn: Number.isNaN(range.startColumn) ? 0 : range.startColumn,
        endColumn: Number.isNaN(range.endColumn) ? sheet.columnCount - 1 : range.endColumn,
      }),
    );
    return { sheet, areas: areas.length > 0 ? areas : [{ row: 0, column: 0, rows: 1, columns: 1 }] };
  }

  /** A tab is shown, perhaps for the first time. */
  #opened(): void {
    const { sheet } = this.selection();
    this.#leaveHidden();
    if (this.#fitted.has(sheet.id)) return;
    this.#fitted.add(sheet.id);
    // Text can be measured only once Univer draws.
    void this.#drawing.then(() => this.#fitRows(sheet.id, Object.keys(sheet.cells)));
  }

  /** A tab opens with its first cell marked; where that is hidden, nobody sees what is marked, so the next one is. */
  #leaveHidden(): void {
    const { sheet, areas } = this.selection();
    const [area] = areas;
    if (area === undefined || area.rows > 1 || area.columns > 1) return;
    const seen = (from: number, hidden: readonly number[], count: number): number =>
      Array.from({ length: count - from }, (_, index) => from + index).find((at) => !hidden.includes(at)) ?? from;
    const row = seen(area.row, sheet.hiddenRows, sheet.rowCount);
    const column = seen(area.column, sheet.hiddenColumns, sheet.columnCount);
    if (row !== area.row || column !== area.column) this.select(sheet.id, { row, column, rows: 1, columns: 1 });
  }

  /** Whether a person is typing in a cell or the formula bar, so that keys belong to the text. */
  get editing(): boolean {
    return this.#context.getContextValue(EDITOR_ACTIVATED) === true;
  }

  get focused(): boolean {
    return this.#context.getContextValue(FOCUSING_SHEET) === true;
  }

  /** Gives the keyboard to the grid. */
  focus(): void {
    this.#layout.focus();
  }

  /** Draws what has changed. While a person types it waits: a change under the editor would throw her text away. */
  apply(patch: GridPatch): void {
    this.#waiting.push(patch);
    this.#drawWaiting();
  }

  #drawWaiting(): void {
    if (this.editing || this.#waiting.length === 0) return;
    const calm = this.#lastKey + KEY_CALM - performance.now();
    if (calm > 0) {
      setTimeout(() => this.#drawWaiting(), calm);
      return;
    }
    for (const patch of this.#waiting.splice(0)) {
      applyPatch(this.#commands, this.view, patch);
      for (const change of patch.sheets) this.#fitRows(change.id, Object.keys(change.cells ?? {}));
    }
    this.#events.selected(this.selection());
  }

  /** Makes rows as high as their wrapped text, as Sheets does with rows that nobody has given a height. */
  #fitRows(id: string, rows: readonly string[]): void {
    const sheet = this.sheet(id);
    const isWrapped = (cell: GridCell) => cell.d !== '' && cell.s !== undefined && this.view.styles[cell.s]?.wrap;
    const ranges = rows
      .filter((row) => sheet.rowHeights[row] === undefined && Object.values(sheet.cells[row] ?? {}).some(isWrapped))
      .map((row) => toRange({ row: Number(row), column: 0, rows: 1, columns: sheet.columnCount }));
    if (ranges.length === 0) return;
    for (const { id: command, params } of this.#heights.getUndoRedoParamsOfAutoHeight(ranges, id).redos)
      this.#commands.syncExecuteCommand(command, params);
  }

  select(sheet: string, area: GridArea): void {
    const range = {
      startRow: area.row,
      endRow: area.row + area.rows - 1,
      startColumn: area.column,
      endColumn: area.column + area.columns - 1,
    };
    const at = { unitId: UNIT, subUnitId: sheet };
    if (this.selection().sheet.id !== sheet) this.#commands.syncExecuteCommand(SetWorksheetActiveOperation.id, at);
    this.#commands.syncExecuteCommand(SetSelectionsOperation.id, {
      ...at,
      selections: [
        {
          range,
          primary: {
            ...range,
            endRow: range.startRow,
            endColumn: range.startColumn,
            actualRow: range.startRow,
            actualColumn: range.startColumn,
            isMerged: false,
            isMergedMainCell: false,
          },
          style: null,
        },
      ],
    });
    this.#opened();
  }

  /** The tick boxes among the marked cells; empty when something else is marked, too. */
  ticksInSelection(): { sheet: string; row: number; column: number; on: boolean }[] {
    const { sheet, areas } = this.selection();
    const cells = areas.flatMap((area) =>
      Array.from({ length: Math.min(1000, area.rows * area.columns) }, (_, index) => ({
        row: area.row + Math.floor(index / area.columns),
        column: area.column + (index % area.columns),
      })),
    );
    const ticks = cells.map(({ row, column }) => ({
      sheet: sheet.id,
      row,
      column,
      on: this.cell(sheet.id, row, column)?.b,
    }));
    return ticks.flatMap((tick) => (tick.on === undefined ? [] : [{ ...tick, on: tick.on }])).length === cells.length
      ? ticks.map((tick) => ({ ...tick, on: tick.on === true }))
      : [];
  }

  /** Stops everything that would change the workbook here and tells the host instead. */
  #guard(id: string, params: unknown, fromHost: boolean): void {
    if (fromHost) return;
    const clipboard = CLIPBOARD.exec(id);
    if (clipboard) {
      if (this.editing) return;
      const what = id.includes('cut') ? 'cut' : id.includes('paste') ? 'paste' : 'copy';
      this.#events.clipboard(what);
      throw new CanceledError();
    }
    if (id === NEW_NOTE) {
      this.#events.note();
      throw new CanceledError();
    }
    if (isActCommand(id)) {
      if (id.startsWith('univer.command.') && this.editing) return;
      const act = actOf(id, params, this.#actContext());
      if (act === null) this.#events.unsupported(id);
      else this.#events.act(act);
      throw new CanceledError();
    }
    if (!WORKBOOK_MUTATION.test(id) || OWN_LOOK.test(id)) return;
    if (id === 'sheet.mutation.set-range-values') {
      const act = actOf('sheet.command.set-range-values', params, this.#actContext());
      if (act) this.#events.act(act);
      throw new CanceledError();
    }
    this.#events.unsupported(id);
    throw new CanceledError();
  }

  #actContext(): ActContext {
    const { sheet, areas } = this.selection();
    return {
      sheet: sheet.id,
      selected: areas,
      isTick: (id, row, column) => this.cell(id, row, column)?.b !== undefined || this.#inTickRule(id, row, column),
      order: () => this.view.sheets.map((each) => each.id),
      frozen: (id) => ({ rows: this.sheet(id).frozenRows, columns: this.sheet(id).frozenColumns }),
      columnWidth: (id, column) => this.sheet(id).columnWidths[column] ?? 100,
      rowHeight: (id, row) => this.sheet(id).rowHeights[row] ?? 24,
      hiddenIn: (id, area, what) => {
        const hidden = what === 'rows' ? this.sheet(id).hiddenRows : this.sheet(id).hiddenColumns;
        const [from, count] = what === 'rows' ? [area.row, area.rows] : [area.column, area.columns];
        // One step outside too, because a hidden row is reached by marking its neighbours or by the mark between them.
        const inside = hidden.filter((index) => index >= from - 1 && index <= from + count);
        const first = Math.min(...inside);
        return inside.length === 0 ? null : { at: first, count: Math.max(...inside) - first + 1 };
      },
      filterTexts: (id, column) => {
        const area = this.sheet(id).filter?.area;
        if (area === undefined) return [];
        return Array.from(
          { length: area.rows - 1 },
          (_, index) => this.cell(id, area.row + 1 + index, column)?.d ?? '',
        );
      },
      filtered: (id) => this.sheet(id).filter !== null,
    };
  }

  #inTickRule(id: string, row: number, column: number): boolean {
    return this.sheet(id).rules.some(
      (rule) =>
        rule.kind === 'checkbox' &&
        rule.areas.some(
          (area) =>
            row >= area.row &&
            row < area.row + area.rows &&
            column >= area.column &&
            column < area.column + area.columns,
        ),
    );
  }
}
