import type { TabKey } from './tab.ts';

/** Something in the workbook that could not be read or cannot be right. The cell is left as it is; the rest of the row is used. */
export interface Fault {
  readonly tab: TabKey;
  /** The tab's visible name. */
  readonly tabName: string;
  /** "C14", or "" where the fault concerns the whole tab. */
  readonly cell: string;
  /** 1-based row, 0 for the whole tab. */
  readonly row: number;
  /** Key of the column, or "". */
  readonly column: string;
  /** Swedish: what is wrong and what would be right. May quote what a person typed: for the workbook only, never for a log or the journal. */
  readonly text: string;
  /** `fault`: the value is not used. `remark`: it is used, but a person should look. */
  readonly level: 'fault' | 'remark';
}
