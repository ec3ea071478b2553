/**
 * What a window needs to draw the workbook: plain JSON, made by the server from the host's store and drawn by the
 * browser grid. Rows and columns count from 0. The host owns every value, its display text, and every computed
 * format; a window computes nothing, so two windows that have had the same views are equal.
 */

/** Styles are few and repeated, so cells refer to them by key (`GridView.styles`). */
export interface GridStyle {
  bold?: true;
  italic?: true;
  underline?: true;
  strike?: true;
  color?: string;
  background?: string;
  font?: string;
  /** Points. */
  size?: number;
  align?: 'left' | 'center' | 'right';
  vertical?: 'top' | 'middle' | 'bottom';
  wrap?: true;
  border?: { top?: string; right?: string; bottom?: string; left?: string };
}

export interface GridCell {
  /** The text shown. */
  d: string;
  /** The text a person gets to edit, where it differs from the text shown (a formula, a number's own decimals). */
  i?: string;
  /** A tick box's state; only cells with a tick-box rule have it. */
  b?: boolean;
  /** Key into `GridView.styles`. */
  s?: string;
  note?: string;
}

export interface GridArea {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface GridRule {
  id: string;
  kind: 'list' | 'checkbox';
  areas: GridArea[];
  /** The choices of a list. */
  choices?: string[];
  /** Whether the list shows its arrow. */
  arrow?: boolean;
}

/** What a person is told about an area: a rule's help text, a protection. */
export interface GridHint {
  area: GridArea;
  kind: 'help' | 'protected';
  text: string;
  /** The parts of a protected tab that anybody may change. */
  free?: GridArea[];
  /** A change asks for a confirmation first. */
  warns?: true;
}

export interface GridFilter {
  area: GridArea;
  /** Columns of the sheet with a condition; the host alone hides the rows. */
  active: number[];
}

export interface GridSheet {
  id: string;
  name: string;
  hidden: boolean;
  tabColor: string | null;
  rowCount: number;
  columnCount: number;
  frozenRows: number;
  frozenColumns: number;
  /** Pixels, by column; columns that are not named have the default of 100. */
  columnWidths: Record<string, number>;
  rowHeights: Record<string, number>;
  hiddenColumns: number[];
  hiddenRows: number[];
  gridlinesHidden: boolean;
  merges: GridArea[];
  rules: GridRule[];
  hints: GridHint[];
  filter: GridFilter | null;
  /** Row -> column -> cell; empty cells are absent. */
  cells: Record<string, Record<string, GridCell>>;
}

export interface GridView {
  name: string;
  revision: number;
  /** The tab and the cells that a new window opens with. */
  shown: { sheet: string; area: GridArea };
  styles: Record<string, GridStyle>;
  sheets: GridSheet[];
}

/** What changed between two views: cells by sheet (null empties a cell), or everything about a sheet but its cells. */
export interface GridPatch {
  revision: number;
  styles: Record<string, GridStyle>;
  /** The order of the tabs after the change; a tab that is not named is gone. */
  order: string[];
  sheets: {
    id: string;
    /** Present when something other than cells changed. */
    frame?: Omit<GridSheet, 'cells'>;
    cells?: Record<string, Record<string, GridCell | null>>;
  }[];
}

/** What a person does in a window. Areas are in the sheet the act names. */
export type GridAct =
  | { do: 'edit'; sheet: string; row: number; column: number; text: string }
  | { do: 'tick'; sheet: string; row: number; column: number; on: boolean }
  | { do: 'paste'; sheet: string; row: number; column: number; values: string[][]; from?: CopiedArea }
  | { do: 'fill'; sheet: string; from: GridArea; to: GridArea }
  | { do: 'clear'; sheet: string; areas: GridArea[] }
  | { do: 'sort'; sheet: string; column: number; descending: boolean }
  | { do: 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns'; sheet: string; at: number; count: number }
  | { do: 'moveRows' | 'moveColumns'; sheet: string; at: number; count: number; before: number }
  | { do: 'hideRows' | 'showRows' | 'hideColumns' | 'showColumns'; sheet: string; at: number; count: number }
  | { do: 'width'; sheet: string; at: number; count: number; pixels: number }
  | { do: 'height'; sheet: string; at: number; count: number; pixels: number }
  | { do: 'freeze'; sheet: string; rows: number; columns: number }
  | { do: 'renameSheet'; sheet: string; name: string }
  | { do: 'insertSheet'; after: string }
  | { do: 'deleteSheet' | 'copySheet' | 'hideSheet' | 'showSheet'; sheet: string }
  | { do: 'moveSheet'; sheet: string; to: number }
  | { do: 'filter'; sheet: string; area: GridArea }
  | { do: 'unfilter'; sheet: string }
  | { do: 'filterColumn'; sheet: string; column: number; hidden: string[] | null }
  | { do: 'note'; sheet: string; row: number; column: number; text: string }
  | { do: 'style'; sheet: string; areas: GridArea[]; style: GridStyle }
  | { do: 'merge' | 'unmerge'; sheet: string; area: GridArea }
  | { do: 'undo' | 'redo' };

export interface CopiedArea {
  sheet: string;
  area: GridArea;
  cut: boolean;
}
