import type {
  BandingRecord,
  ChartRecord,
  ConditionalFormat,
  GroupRecord,
  MetadataRecord,
  ProtectionRecord,
} from '../rules.ts';
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
  readonly conditionalFormats: ConditionalFormat[];
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

/** The record as texts for the cells of a column. */
export function keptTexts(workbook: Workbook, titles: ReadonlyMap<number, string>): string[] {
  const kept: Kept = {
    locale: workbook.records.locale,
    timeZone: workbook.timeZone,
    metadata: workbook.records.metadata,
    nextId: workbook.records.nextId,
    sheets: workbook.sheets.map(({ id, records }) => ({
      name: records.name,
      ...(titles.has(id) && { title: titles.get(id) ?? records.name }),
      id,
      maxRows: records.maxRows,
      maxColumns: records.maxColumns,
      frozenRows: records.frozenRows,
      frozenColumns: records.frozenColumns,
      formUrl: records.formUrl,
      protections: records.protections,
      bandings: records.bandings,
      groups: records.groups,
      charts: records.charts,
      conditionalFormats: records.conditionalFormats,
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
