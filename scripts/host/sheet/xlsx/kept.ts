import { displayAt } from '../display.ts';
import type {
  BandingRecord,
  ChartRecord,
  ConditionalFormat,
  GroupRecord,
  ImageRecord,
  MetadataRecord,
  ProtectionRecord,
} from '../rules.ts';
import type { Sheet } from '../sheet.ts';
import type { Workbook } from '../workbook.ts';

/** The hidden sheet with what a file of Excel has no place for. */
export const KEPT_SHEET = '_kalkylark';

/** What of a sheet is kept beside its cells. */
export interface KeptSheet {
  /** The name in the file. */
  readonly name: string;
  /** The name in the workbook, where a file cannot hold it. */
  readonly title?: string;
  readonly id: number;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly formUrl: string | null;
  readonly protections: ProtectionRecord[];
  readonly bandings: BandingRecord[];
  readonly groups: GroupRecord[];
  readonly charts: ChartRecord[];
  readonly images?: readonly ImageRecord[];
  readonly conditionalFormats: ConditionalFormat[];
  /** Which columns belong to a form, by their headings: other programs may move them. */
  readonly marks?: readonly { readonly column: number; readonly heading: string; readonly mark: string }[];
  /** Texts that are longer than a cell of a file may be. */
  readonly longTexts?: readonly { readonly row: number; readonly column: number; readonly text: string }[];
}

export interface Kept {
  readonly locale: string;
  readonly timeZone: string;
  readonly metadata: MetadataRecord[];
  readonly nextId: number;
  readonly sheets: readonly KeptSheet[];
}

/** A cell of a file holds 32,767 characters. */
const CHUNK = 30_000;

/** Characters that a cell of a file may hold. */
export const LONGEST_TEXT = 32_767;

function marksOf(sheet: Sheet): NonNullable<KeptSheet['marks']> {
  return sheet.records.columnSizes.flatMap((size, column) =>
    size?.mark === undefined ? [] : [{ column, heading: displayAt(sheet, 0, column), mark: size.mark }],
  );
}

function longTextsOf(sheet: Sheet): NonNullable<KeptSheet['longTexts']> {
  return sheet.rows.flatMap((cells, row) =>
    (cells?.values ?? []).flatMap((text, column) =>
      typeof text === 'string' && text.length > LONGEST_TEXT ? [{ row, column, text }] : [],
    ),
  );
}

/** The record as texts for the cells of a column. */
export function keptTexts(workbook: Workbook, titles: ReadonlyMap<number, string>): string[] {
  const kept: Kept = {
    locale: workbook.records.locale,
    timeZone: workbook.timeZone,
    metadata: workbook.records.metadata,
    nextId: workbook.records.nextId,
    sheets: workbook.sheets.map((sheet) => ({
      name: sheet.name,
      ...(titles.has(sheet.id) && { title: titles.get(sheet.id) ?? sheet.name }),
      id: sheet.id,
      maxRows: sheet.records.maxRows,
      maxColumns: sheet.records.maxColumns,
      frozenRows: sheet.records.frozenRows,
      frozenColumns: sheet.records.frozenColumns,
      formUrl: sheet.records.formUrl,
      protections: sheet.records.protections,
      bandings: sheet.records.bandings,
      groups: sheet.records.groups,
      charts: sheet.records.charts,
      ...(sheet.records.images && { images: sheet.records.images }),
      conditionalFormats: sheet.records.conditionalFormats,
      marks: marksOf(sheet),
      longTexts: longTextsOf(sheet),
    })),
  };
  const text = JSON.stringify(kept);
  return Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, index) =>
    text.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}

/** The record out of the texts; null when somebody has changed them beyond reading. */
export function readKept(texts: readonly string[]): Kept | null {
  try {
    const kept: unknown = JSON.parse(texts.join(''));
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is Kept {
  return (
    typeof value === 'object' && value !== null && 'sheets' in value && Array.isArray(value.sheets) && 'locale' in value
  );
}
