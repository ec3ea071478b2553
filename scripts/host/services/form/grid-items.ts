import type { FormItem, GridQuestion } from '../../form/item.ts';
import { ApiError } from '../../runtime/contract.ts';
import type { FormAccess } from './access.ts';
import { QuestionHandle } from './item-handle.ts';
import { ItemResponse } from './item-response.ts';
import type { CheckboxGridValidation, GridValidation } from './validations.ts';

const isGrid = (item: FormItem): item is GridQuestion => item.kind === 'GRID' || item.kind === 'CHECKBOX_GRID';

abstract class GridHandle extends QuestionHandle<GridQuestion> {
  getColumns(): string[] {
    return this.get('getColumns', (item) => [...item.columns]);
  }

  getRows(): string[] {
    return this.get('getRows', (item) => [...item.rows]);
  }

  setColumns(columns: readonly string[]): this {
    if (columns.length === 0) throw new ApiError('Array is empty: columns');
    return this.set('setColumns', (item) => {
      item.columns = columns;
    });
  }

  setRows(rows: readonly string[]): this {
    if (rows.length === 0) throw new ApiError('Array is empty: rows');
    return this.set('setRows', (item) => {
      item.rows = rows;
    });
  }

  clearValidation(): this {
    return this.set('clearValidation', (item) => {
      item.columnRule = null;
    });
  }

  setValidation(validation: GridValidation | CheckboxGridValidation | null): this {
    return this.set('setValidation', (item) => {
      item.columnRule = validation?.rule ?? null;
    });
  }

  protected checkRows(rows: readonly (readonly string[])[]): void {
    const grid = this.get('createResponse', (item) => ({ rows: item.rows.length, columns: item.columns }));
    const wrong = rows.flat().find((value) => !grid.columns.includes(value));
    if (rows.length !== grid.rows)
      throw new ApiError(`Wrong number of responses: ${rows.length}. Expected exactly: ${grid.rows}.`);
    if (wrong !== undefined) throw new ApiError(`Invalid response submitted to item: ${wrong}.`);
  }
}

/** One choice per row (reference: forms/GridItem). */
export class GridItem extends GridHandle {
  static readonly api = 'Forms.GridItem';
  constructor(access: FormAccess, itemId: number) {
    super(access, itemId, 'GRID', isGrid);
  }
  protected override handleOf(item: FormItem): GridItem {
    return new GridItem(this.access, item.id);
  }

  createResponse(responses: readonly (string | null)[]): ItemResponse {
    this.checkRows(responses.map((value) => (value ? [value] : [])));
    return new ItemResponse(
      this.access,
      this.itemId,
      responses.map((value) => value || null),
    );
  }
}

/** Any number of choices per row (reference: forms/CheckboxGridItem). */
export class CheckboxGridItem extends GridHandle {
  static readonly api = 'Forms.CheckboxGridItem';
  constructor(access: FormAccess, itemId: number) {
    super(access, itemId, 'CHECKBOX_GRID', isGrid);
  }
  protected override handleOf(item: FormItem): CheckboxGridItem {
    return new CheckboxGridItem(this.access, item.id);
  }

  createResponse(responses: readonly (readonly string[] | null)[]): ItemResponse {
    this.checkRows(responses.map((values) => values ?? []));
    return new ItemResponse(this.access, this.itemId, responses);
  }
}
