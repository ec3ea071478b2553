import type { Rect } from './address.ts';

/** What a rule compares with: a plain value, or a date as the serial of its day. */
export type CriteriaValue = string | number | boolean | { readonly date: number };

/** A data validation. It is one object for all cells that it was set on, and is never changed. */
export interface Validation {
  /** A name out of DataValidationCriteria. */
  readonly criteria: string;
  readonly values: readonly CriteriaValue[];
  /** The range of VALUE_IN_RANGE. */
  readonly source: { readonly sheetId: number; readonly range: Rect } | null;
  readonly showDropdown: boolean;
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}

/** The condition of a filter column or a conditional format: a name out of BooleanCriteria. */
export interface Condition {
  readonly criteria: string;
  readonly values: readonly CriteriaValue[];
}

export interface FilterColumn {
  readonly hiddenValues: readonly string[];
  readonly visibleValues: readonly string[] | null;
  readonly condition: Condition | null;
  /** The colour, as "#rrggbb", that a cell must have to be shown. */
  readonly visibleColor?: { readonly of: 'background' | 'fontColor'; readonly hex: string } | null;
}

export interface SheetFilter {
  range: Rect;
  /** By column of the sheet. */
  columns: Map<number, FilterColumn>;
  /** The column that it sorted by last. */
  sorted?: { readonly column: number; readonly ascending: boolean };
}

export interface GradientPoint {
  readonly color: string;
  /** A name out of InterpolationType. */
  readonly type: string;
  readonly value: string;
}

export interface ConditionalFormat {
  readonly ranges: readonly Rect[];
  readonly condition: Condition | null;
  readonly looks: {
    readonly background?: string;
    readonly fontColor?: string;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly strikethrough?: boolean;
    readonly underline?: boolean;
  };
  readonly gradient: {
    readonly min: GradientPoint;
    readonly mid: GradientPoint | null;
    readonly max: GradientPoint;
  } | null;
}

export interface ProtectionRecord {
  readonly id: number;
  type: 'RANGE' | 'SHEET';
  range: Rect | null;
  namedRangeId: string | null;
  description: string;
  warningOnly: boolean;
  domainEdit: boolean;
  editors: string[];
  unprotected: Rect[];
}

export interface BandingRecord {
  readonly id: number;
  range: Rect;
  readonly direction: 'rows' | 'columns';
  header: string | null;
  first: string | null;
  second: string | null;
  footer: string | null;
}

export interface NamedRangeRecord {
  readonly id: string;
  name: string;
  sheetId: number;
  range: Rect;
}

export interface MetadataRecord {
  readonly id: number;
  key: string;
  value: string | null;
  visibility: 'DOCUMENT' | 'PROJECT';
  location:
    | { readonly type: 'SPREADSHEET' }
    | { readonly type: 'SHEET'; readonly sheetId: number }
    | { readonly type: 'ROW' | 'COLUMN'; readonly sheetId: number; readonly index: number };
}

export interface GroupRecord {
  readonly axis: 'rows' | 'columns';
  start: number;
  end: number;
  collapsed: boolean;
}

export interface ChartRecord {
  readonly id: number;
  type: string;
  ranges: { sheetId: number; range: Rect }[];
  options: Record<string, unknown>;
  anchorRow: number;
  anchorColumn: number;
  offsetX: number;
  offsetY: number;
  headers: number;
  transpose: boolean;
  mergeStrategy: string;
  hiddenStrategy: string;
}

/** A picture over the grid; it is replaced, never changed. Sizes and offsets in pixels. */
export interface ImageRecord {
  readonly id: number;
  readonly url: string | null;
  readonly inherentWidth: number;
  readonly inherentHeight: number;
  readonly width: number;
  readonly height: number;
  readonly anchorRow: number;
  readonly anchorColumn: number;
  readonly offsetX: number;
  readonly offsetY: number;
  readonly title: string;
  readonly description: string;
  /** The function that a click runs. */
  readonly script: string;
}

export interface TextRun {
  readonly start: number;
  readonly end: number;
  readonly style: Readonly<Record<string, string | number | boolean>>;
  readonly link: string | null;
}

/** Looks and links of parts of a cell's text. */
export interface RichText {
  readonly text: string;
  readonly runs: readonly TextRun[];
}
