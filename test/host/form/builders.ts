import type { ResponseBook, ResponseCell } from '../../../scripts/host/form/destination.ts';
import type { Form } from '../../../scripts/host/form/form.ts';
import type { ItemKind, ItemOf } from '../../../scripts/host/form/item.ts';
import { FormStore } from '../../../scripts/host/form/store.ts';

/** A store whose ids are counted instead of drawn. */
export function makeStore(now = Date.UTC(2025, 8, 1, 6)): FormStore {
  let last = 0;
  return new FormStore({
    now,
    owner: 'agare@example.org',
    newId: (length = 10) => String(++last).padStart(length, 'x'),
    randomInteger: () => ++last,
  });
}

/** Adds an item with the given fields to a form. */
export function addItem<K extends ItemKind>(
  store: FormStore,
  form: Form,
  kind: K,
  fields: Partial<ItemOf<K>> = {},
): ItemOf<K> {
  const item = store.addItem(form, kind) as ItemOf<K>;
  return Object.assign(item, fields);
}

export const choices = (...values: string[]) => values.map((value) => ({ value, correct: false, navigation: null }));

/** A workbook in memory: one sheet of texts, whose marks are kept as the places move. */
export class FakeBook implements ResponseBook {
  readonly language: string;
  readonly cells: string[][] = [];
  readonly names: string[] = ['Blad1'];
  readonly marks: { axis: 'row' | 'column'; index: number | null }[] = [];

  constructor(language = 'sv') {
    this.language = language;
  }
  sheetNames() {
    return this.names;
  }
  addSheet(name: string) {
    this.names.push(name);
    return 77;
  }
  unlinkSheet() {
    this.names.pop();
  }
  hasSheet(sheetId: number) {
    return sheetId === 77;
  }
  mark(_sheetId: number, axis: 'row' | 'column', index: number) {
    return String(this.marks.push({ axis, index }) - 1);
  }
  find(_sheetId: number, _axis: 'row' | 'column', mark: string) {
    return this.marks[Number(mark)]?.index ?? null;
  }
  rowsAt(_sheetId: number, column: number, instant: number) {
    const text = new Date(instant).toISOString().slice(0, 16);
    return this.cells.flatMap((row, index) => (row[column - 1] === text ? [index + 1] : []));
  }
  isEmpty(_sheetId: number, axis: 'row' | 'column', index: number) {
    const cells = axis === 'row' ? (this.cells[index - 1] ?? []) : this.cells.map((row) => row[index - 1] ?? '');
    return cells.every((cell) => !cell);
  }
  insert(_sheetId: number, axis: 'row' | 'column', index: number) {
    if (axis === 'row') this.cells.splice(index - 1, 0, []);
    else for (const row of this.cells) row.splice(index - 1, 0, '');
    for (const mark of this.marks)
      if (mark.axis === axis && mark.index !== null && mark.index >= index) mark.index += 1;
  }
  delete(row: number) {
    this.cells.splice(row - 1, 1);
    for (const mark of this.marks) {
      if (mark.axis !== 'row' || mark.index === null) continue;
      if (mark.index === row) mark.index = null;
      else if (mark.index > row) mark.index -= 1;
    }
  }
  lastRow(_sheetId: number, columns: readonly number[]) {
    return this.cells.reduce((last, row, index) => (columns.some((column) => row[column - 1]) ? index + 1 : last), 0);
  }
  write(_sheetId: number, row: number, column: number, cell: ResponseCell) {
    while (this.cells.length < row) this.cells.push([]);
    const line = this.cells[row - 1] ?? [];
    while (line.length < column) line.push('');
    line[column - 1] =
      cell === null
        ? ''
        : 'instant' in cell
          ? new Date(cell.instant).toISOString().slice(0, 16)
          : 'typed' in cell
            ? cell.typed
            : `'${cell.literal}`;
  }
  display(_sheetId: number, row: number, column: number) {
    return this.cells[row - 1]?.[column - 1] ?? '';
  }
}
