/** Raw typing by heading, and rearrangements as a person makes them in a spreadsheet. */
import type { Host } from '../host/index.ts';
import { Refused } from './refused.ts';
import type { Arguments } from './scenario.ts';
import { type CellValue, FIRST_DATA_ROW, letters, same, TabView } from './tab-view.ts';

export class Typing {
  protected readonly host: Host;

  constructor(host: Host) {
    this.host = host;
  }

  protected tab(name: string): TabView {
    return new TabView(this.host, name);
  }

  protected type(view: TabView, row: number, column: number, value: CellValue): void {
    const result = this.host.edit({ sheet: view.name, range: view.address(row, column), value });
    if (result.refused) throw new Refused(`${view.name} ${view.address(row, column)}: ${result.refused.message}`);
  }

  /** The row that bears the given values, by heading, key or the usual names of scenarios. */
  private rowBy(view: TabView, wanted: Readonly<Record<string, CellValue>>): number {
    const columns = Object.entries(wanted).map(([name, value]) => ({ column: this.columnBy(view, name), value }));
    const last = this.host.spreadsheet.sheetByName(view.name)?.dataSize().rows ?? 0;
    for (let row = FIRST_DATA_ROW; row < last; row += 1) {
      if (columns.every(({ column, value }) => same(view.cell(row, column), value))) return row;
    }
    throw new Refused(`Ingen rad på fliken ${view.name} har ${JSON.stringify(wanted)}.`);
  }

  private columnBy(view: TabView, name: string): number {
    try {
      return view.column(name);
    } catch {
      return view.heading(name);
    }
  }

  edit(args: Arguments<'edit'>): void {
    const view = this.tab(args.tab);
    this.type(view, this.rowBy(view, args.row), this.columnBy(view, args.column), args.value);
  }

  paste(args: Arguments<'paste'>): void {
    const view = this.tab(args.tab);
    const [row, column] = [this.rowBy(view, args.row), this.columnBy(view, args.column)];
    const width = Math.max(...args.values.map((line) => line.length));
    const range = `${view.address(row, column)}:${letters(column + width - 1)}${row + args.values.length}`;
    const result = this.host.paste({ sheet: view.name, range, values: args.values });
    if (result.refused) throw new Refused(result.refused.message);
  }

  sheet(args: Arguments<'sheet'>): void {
    const view = this.tab(args.tab);
    const sheet = view.name;
    const column = (): number => this.columnBy(view, args.column ?? '') + 1;
    const row = (): number => this.rowBy(view, args.row ?? {}) + 1;
    switch (args.do) {
      case 'sort':
        this.host.sort({
          sheet,
          column: column(),
          ...(args.descending === undefined ? {} : { descending: args.descending }),
        });
        return;
      case 'insertColumn':
        this.host.insertColumns({ sheet, at: this.columnBy(view, args.before ?? '') + 1 });
        return;
      case 'moveColumn':
        this.host.moveColumns({ sheet, at: column(), before: this.columnBy(view, args.before ?? '') + 1 });
        return;
      case 'renameHeader':
        this.type(view, 0, column() - 1, args.to ?? '');
        return;
      case 'insertRow':
        this.host.insertRows({ sheet, at: FIRST_DATA_ROW + 1 });
        return;
      case 'deleteRow':
        this.host.deleteRows({ sheet, at: row() });
        return;
      case 'duplicateRow': {
        const at = row() - 1;
        this.host.insertRows({ sheet, at: at + 2 });
        const width = this.host.spreadsheet.sheetByName(sheet)?.dataSize().columns ?? 1;
        const values = [Array.from({ length: width }, (_, index) => view.cell(at, index))];
        this.host.paste({ sheet, range: `A${at + 2}:${letters(width - 1)}${at + 2}`, values });
        return;
      }
    }
  }
}
