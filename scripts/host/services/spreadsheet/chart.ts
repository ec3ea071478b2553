import { EnumValue } from '../../runtime/contract.ts';
import { enumValue } from '../../runtime/signatures.ts';
import { sameRect } from '../../sheet/address.ts';
import type { ChartRecord } from '../../sheet/rules.ts';
import type { Book } from './book.ts';
import { ChartOptions, ContainerInfo } from './chart-parts.ts';
import type { Range } from './range.ts';

/** A chart on a sheet (reference: spreadsheet/EmbeddedChart). It is kept as an object; this host draws nothing. */
export class EmbeddedChart {
  static readonly api = 'Spreadsheet.EmbeddedChart';
  private readonly book: Book;
  private readonly sheetId: number;
  private readonly record: ChartRecord;

  constructor(book: Book, sheetId: number, record: ChartRecord) {
    this.book = book;
    this.sheetId = sheetId;
    this.record = record;
  }

  toRecord(): ChartRecord {
    return { ...this.record, ranges: [...this.record.ranges], options: { ...this.record.options } };
  }

  getChartId(): number | null {
    return this.record.id === 0 ? null : this.record.id;
  }

  getRanges(): Range[] {
    return this.record.ranges.map(({ sheetId, range }) => this.book.range(sheetId, range));
  }

  getContainerInfo(): ContainerInfo {
    return new ContainerInfo(this.record);
  }

  getOptions(): ChartOptions {
    return new ChartOptions(this.record.options);
  }

  getNumHeaders(): number {
    return this.record.headers;
  }

  getTransposeRowsAndColumns(): boolean {
    return this.record.transpose;
  }

  getMergeStrategy(): EnumValue {
    return enumValue('Charts.ChartMergeStrategy', this.record.mergeStrategy);
  }

  getHiddenDimensionStrategy(): EnumValue {
    return enumValue('Charts.ChartHiddenDimensionStrategy', this.record.hiddenStrategy);
  }

  modify(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.book, this.sheetId, this.toRecord());
  }
}

const NEW_CHART: ChartRecord = {
  id: 0,
  type: 'COLUMN',
  ranges: [],
  options: {},
  anchorRow: 0,
  anchorColumn: 0,
  offsetX: 0,
  offsetY: 0,
  headers: 0,
  transpose: false,
  mergeStrategy: 'MERGE_COLUMNS',
  hiddenStrategy: 'IGNORE_BOTH',
};

function plain(value: unknown): unknown {
  if (value instanceof EnumValue) return value.name;
  return value;
}

/** Makes charts (reference: spreadsheet/EmbeddedChartBuilder). */
export class EmbeddedChartBuilder {
  static readonly api: string = 'Spreadsheet.EmbeddedChartBuilder';
  protected readonly book: Book;
  protected readonly sheetId: number;
  protected readonly record: ChartRecord;

  constructor(book: Book, sheetId: number, record: ChartRecord = { ...NEW_CHART, ranges: [], options: {} }) {
    this.book = book;
    this.sheetId = sheetId;
    this.record = record;
  }

  private with(change: Partial<ChartRecord>): this {
    Object.assign(this.record, change);
    return this;
  }

  addRange(range: Range): this {
    this.record.ranges.push({ sheetId: range.sheetId, range: range.rect });
    return this;
  }

  removeRange(range: Range): this {
    return this.with({
      ranges: this.record.ranges.filter((one) => one.sheetId !== range.sheetId || !sameRect(one.range, range.rect)),
    });
  }

  clearRanges(): this {
    return this.with({ ranges: [] });
  }

  getRanges(): Range[] {
    return this.record.ranges.map(({ sheetId, range }) => this.book.range(sheetId, range));
  }

  getChartType(): EnumValue {
    return enumValue('Charts.ChartType', this.record.type);
  }

  setChartType(type: EnumValue): this {
    return this.with({ type: type.name });
  }

  getContainer(): ContainerInfo {
    return new ContainerInfo(this.record);
  }

  setPosition(anchorRow: number, anchorColumn: number, offsetX: number, offsetY: number): this {
    return this.with({ anchorRow: anchorRow - 1, anchorColumn: anchorColumn - 1, offsetX, offsetY });
  }

  setOption(option: string, value: unknown): this {
    this.record.options[option] = plain(value);
    return this;
  }

  setNumHeaders(headers: number): this {
    return this.with({ headers });
  }

  setTransposeRowsAndColumns(transpose: boolean): this {
    return this.with({ transpose });
  }

  setMergeStrategy(strategy: EnumValue): this {
    return this.with({ mergeStrategy: strategy.name });
  }

  setHiddenDimensionStrategy(strategy: EnumValue): this {
    return this.with({ hiddenStrategy: strategy.name });
  }

  private as(type: string, api: keyof typeof builders): TypedChartBuilder {
    return new builders[api](this.book, this.sheetId, { ...this.record, type });
  }

  asAreaChart(): TypedChartBuilder {
    return this.as('AREA', 'Area');
  }

  asBarChart(): TypedChartBuilder {
    return this.as('BAR', 'Bar');
  }

  asColumnChart(): TypedChartBuilder {
    return this.as('COLUMN', 'Column');
  }

  asComboChart(): TypedChartBuilder {
    return this.as('COMBO', 'Combo');
  }

  asHistogramChart(): TypedChartBuilder {
    return this.as('HISTOGRAM', 'Histogram');
  }

  asLineChart(): TypedChartBuilder {
    return this.as('LINE', 'Line');
  }

  asPieChart(): TypedChartBuilder {
    return this.as('PIE', 'Pie');
  }

  asScatterChart(): TypedChartBuilder {
    return this.as('SCATTER', 'Scatter');
  }

  asTableChart(): TypedChartBuilder {
    return this.as('TABLE', 'Table');
  }

  build(): EmbeddedChart {
    return new EmbeddedChart(this.book, this.sheetId, {
      ...this.record,
      ranges: [...this.record.ranges],
      options: { ...this.record.options },
    });
  }
}

/** A builder of one kind of chart; the options are those of the kind's reference page (e.g. EmbeddedLineChartBuilder). */
class TypedChartBuilder extends EmbeddedChartBuilder {
  setTitle(title: string): this {
    return this.setOption('title', title);
  }

  setTitleTextStyle(style: unknown): this {
    return this.setOption('titleTextStyle', style);
  }

  setXAxisTitle(title: string): this {
    return this.setOption('hAxis.title', title);
  }

  setXAxisTitleTextStyle(style: unknown): this {
    return this.setOption('hAxis.titleTextStyle', style);
  }

  setXAxisTextStyle(style: unknown): this {
    return this.setOption('hAxis.textStyle', style);
  }

  setXAxisRange(start: number, end: number): this {
    return this.setOption('hAxis.viewWindow.min', start).setOption('hAxis.viewWindow.max', end);
  }

  setXAxisLogScale(): this {
    return this.setOption('hAxis.logScale', true);
  }

  setYAxisTitle(title: string): this {
    return this.setOption('vAxis.title', title);
  }

  setYAxisTitleTextStyle(style: unknown): this {
    return this.setOption('vAxis.titleTextStyle', style);
  }

  setYAxisTextStyle(style: unknown): this {
    return this.setOption('vAxis.textStyle', style);
  }

  setYAxisRange(start: number, end: number): this {
    return this.setOption('vAxis.viewWindow.min', start).setOption('vAxis.viewWindow.max', end);
  }

  setYAxisLogScale(): this {
    return this.setOption('vAxis.logScale', true);
  }

  setRange(start: number, end: number): this {
    return this.setYAxisRange(start, end);
  }

  useLogScale(): this {
    return this.setYAxisLogScale();
  }

  setColors(colors: readonly string[]): this {
    return this.setOption('colors', [...colors]);
  }

  setBackgroundColor(color: string): this {
    return this.setOption('backgroundColor', color);
  }

  setLegendPosition(position: EnumValue): this {
    return this.setOption('legend.position', position.name.toLowerCase());
  }

  setLegendTextStyle(style: unknown): this {
    return this.setOption('legend.textStyle', style);
  }

  setPointStyle(style: EnumValue): this {
    return this.setOption('pointShape', style.name.toLowerCase());
  }

  setCurveStyle(style: EnumValue): this {
    return this.setOption('curveType', style.name === 'SMOOTH' ? 'function' : 'none');
  }

  setStacked(): this {
    return this.setOption('isStacked', true);
  }

  reverseCategories(): this {
    return this.setOption('reverseCategories', true);
  }

  reverseDirection(): this {
    return this.setOption('hAxis.direction', -1);
  }

  set3D(): this {
    return this.setOption('is3D', true);
  }

  /** With a page size paging is on, from a first page if one is told. */
  enablePaging(enabledOrSize: boolean | number, startPage?: number): this {
    this.setOption('page', enabledOrSize === false ? 'disable' : 'enable');
    if (typeof enabledOrSize === 'number') this.setOption('pageSize', enabledOrSize);
    return startPage === undefined ? this : this.setOption('startPage', startPage);
  }

  enableSorting(enableSorting: boolean): this {
    return this.setOption('sort', enableSorting ? 'enable' : 'disable');
  }

  setInitialSortingAscending(column: number): this {
    return this.setOption('sortColumn', column).setOption('sortAscending', true);
  }

  setInitialSortingDescending(column: number): this {
    return this.setOption('sortColumn', column).setOption('sortAscending', false);
  }

  setFirstRowNumber(number: number): this {
    return this.setOption('firstRowNumber', number);
  }

  showRowNumberColumn(show: boolean): this {
    return this.setOption('showRowNumber', show);
  }

  useAlternatingRowStyle(alternate: boolean): this {
    return this.setOption('alternatingRowStyle', alternate);
  }
}

export class AreaBuilder extends TypedChartBuilder {
  static override readonly api = 'Spreadsheet.EmbeddedAreaChartBuilder';
}
export class BarBuilder extends TypedChartBuilder {
  static override readonly api = 'Spreadsheet.EmbeddedBarChartBuilder';
}
export class ColumnBuilder extends TypedChartBuilder {
  static override readonly api = 'Spreadsheet.EmbeddedColumnChartBuilder';
}
export class ComboBuilder extends TypedChartBuilder {
  static override readonly api = 'Spreadsheet.EmbeddedComboChartBuilder';
}
export class HistogramBuilder extends TypedChartBuilder {
  static override readonly api = 'Spreadsheet.EmbeddedHistogramChartBuilder';
}
export class LineBuilder extends TypedChartBuilder {
  static override readonly api = 'Spreadsheet.EmbeddedLineChartBuilder';
}
export class PieBuilder extends TypedChartBuilder {
  static override readonly api = 'Spreadsheet.EmbeddedPieChartBuilder';
}
export class ScatterBuilder extends TypedChartBuilder {
  static override readonly api = 'Spreadsheet.EmbeddedScatterChartBuilder';
}
export class TableBuilder extends TypedChartBuilder {
  static override readonly api = 'Spreadsheet.EmbeddedTableChartBuilder';
}

const builders = {
  Area: AreaBuilder,
  Bar: BarBuilder,
  Column: ColumnBuilder,
  Combo: ComboBuilder,
  Histogram: HistogramBuilder,
  Line: LineBuilder,
  Pie: PieBuilder,
  Scatter: ScatterBuilder,
  Table: TableBuilder,
};
