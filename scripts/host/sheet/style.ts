import { AUTOMATIC_PATTERN, type NumberFormat, numberFormat } from './number-format.ts';
import type { Sheet } from './sheet.ts';

export interface Border {
  readonly style: string;
  readonly color: string;
}

/** How a cell looks. What is left out is the sheet's default. */
export interface StyleFields {
  readonly numberFormat?: string;
  readonly background?: string;
  /** The name of the theme's colour that the background follows. */
  readonly backgroundTheme?: string;
  readonly fontColor?: string;
  readonly fontColorTheme?: string;
  readonly fontFamily?: string;
  readonly fontSize?: number;
  readonly fontWeight?: 'bold';
  readonly fontStyle?: 'italic';
  readonly underline?: true;
  readonly strikethrough?: true;
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrap?: string;
  readonly direction?: string;
  readonly rotation?: number;
  readonly verticalText?: true;
  readonly hideLink?: true;
  readonly top?: Border;
  readonly right?: Border;
  readonly bottom?: Border;
  readonly left?: Border;
}

export type StyleField = keyof StyleFields;

/** A change of looks: null takes a field back to the default. */
export type StyleChange = { readonly [K in StyleField]?: StyleFields[K] | null };

/** A set of fields; there is one object for each set, so that thousands of cells share it and `===` compares. */
export interface Style {
  readonly fields: StyleFields;
  readonly format: NumberFormat | null;
}

const interned = new Map<string, Style>();
const changed = new WeakMap<Style, Map<string, Style | null>>();

/** The shared style of these fields; null when there are none. */
export function styleOf(fields: StyleFields): Style | null {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return null;
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const key = JSON.stringify(entries);
  let style = interned.get(key);
  if (!style) {
    const own: StyleFields = Object.freeze({ ...fields });
    const pattern = own.numberFormat;
    style = Object.freeze({ fields: own, format: pattern === undefined ? null : numberFormat(pattern) });
    interned.set(key, style);
  }
  return style;
}

const none: Style = { fields: {}, format: null };

/** The style with the change applied. */
export function restyle(style: Style | null, change: StyleChange): Style | null {
  const base = style ?? none;
  let known = changed.get(base);
  if (!known) {
    known = new Map();
    changed.set(base, known);
  }
  const key = JSON.stringify(change);
  const found = known.get(key);
  if (found !== undefined) return found;
  const fields: Record<string, unknown> = { ...base.fields };
  for (const [name, value] of Object.entries(change)) {
    if (value === null) delete fields[name];
    else if (value !== undefined) fields[name] = value;
  }
  const made = styleOf(fields);
  known.set(key, made);
  return made;
}

export function patternOf(style: Style | null | undefined): string {
  return style?.format?.pattern ?? AUTOMATIC_PATTERN;
}

/** True for cells in which everything typed stays text. */
export function isTextStyle(style: Style | null | undefined): boolean {
  return style?.format?.kind === 'text';
}

/** Changes the looks of cells of a row; the caller touches the sheet. */
export function applyStyle(
  sheet: Sheet,
  row: number,
  left: number,
  right: number,
  change: (column: number) => StyleChange,
): void {
  const found = sheet.writable(row);
  for (let column = left; column < right; column += 1) {
    const before = found.get('style', column);
    const after = restyle(before, change(column));
    if (after !== before) found.set('style', column, after);
  }
}
