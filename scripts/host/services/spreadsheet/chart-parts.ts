import type { ChartRecord } from '../../sheet/rules.ts';

/** Where a chart stands (reference: spreadsheet/ContainerInfo). Rows and columns from 1, offsets in pixels. */
export class ContainerInfo {
  static readonly api = 'Spreadsheet.ContainerInfo';
  private readonly record: ChartRecord;

  constructor(record: ChartRecord) {
    this.record = record;
  }

  getAnchorRow(): number {
    return this.record.anchorRow + 1;
  }

  getAnchorColumn(): number {
    return this.record.anchorColumn + 1;
  }

  getOffsetX(): number {
    return this.record.offsetX;
  }

  getOffsetY(): number {
    return this.record.offsetY;
  }
}

/** Options of a chart (reference: charts/ChartOptions). */
export class ChartOptions {
  static readonly api = 'Charts.ChartOptions';
  private readonly options: Readonly<Record<string, unknown>>;

  constructor(options: Readonly<Record<string, unknown>>) {
    this.options = options;
  }

  get(option: string): unknown {
    return this.options[option] ?? null;
  }

  getOrDefault(option: string): unknown {
    return this.options[option] ?? null;
  }
}
