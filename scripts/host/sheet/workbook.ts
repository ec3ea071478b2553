import type { Rect } from './address.ts';
import { Calculator } from './calculator.ts';
import { localeOf, type SheetLocale } from './locale.ts';
import type { Row } from './row.ts';
import type { MetadataRecord, NamedRangeRecord } from './rules.ts';
import { copyRecords, newRecords, Sheet, type SheetRecords } from './sheet.ts';
import type { TypedContext } from './typed.ts';
import { civilOf, serialOf } from './zone.ts';

/** What a workbook needs from the world: the time, and numbers for new ids (the same for the same seed). */
export interface WorkbookHost {
  now(): number;
  randomInteger(below: number): number;
  /** A function of the script that formulas may call, or undefined; see CustomFunctions. */
  customFunction?(
    name: string,
  ): ((args: readonly unknown[]) => { readonly value: unknown } | { readonly error: string }) | undefined;
}

/** The settings under File > Settings > Calculation. They are kept; results here are always up to date. */
export interface CalculationSettings {
  /** A name out of RecalculationInterval. */
  readonly interval: string;
  readonly iterative: boolean;
  readonly cycles: number;
  readonly threshold: number;
}

export const DEFAULT_CALCULATION: CalculationSettings = {
  interval: 'ON_CHANGE',
  iterative: false,
  cycles: 50,
  threshold: 0.05,
};

/** Everything of a workbook besides its sheets. */
export interface WorkbookRecords {
  id: string;
  name: string;
  locale: string;
  timeZone: string;
  owner: string;
  editors: string[];
  viewers: string[];
  namedRanges: NamedRangeRecord[];
  metadata: MetadataRecord[];
  nextId: number;
  activeSheetId: number;
  calculation?: CalculationSettings;
  selection: { readonly sheetId: number; readonly ranges: readonly Rect[] } | null;
}

/** A state that can be put back. It shares the rows of cells with the workbook until they are written. */
export interface WorkbookSnapshot {
  readonly records: WorkbookRecords;
  readonly sheets: readonly SavedSheet[];
}

export interface SavedSheet {
  readonly id: number;
  readonly records: SheetRecords;
  readonly rows: (Row | null)[];
  readonly formulaCount: number;
}

export const MAX_CELLS = 10_000_000;
export const MAX_COLUMNS = 18_278;
export const MAX_CHARACTERS = 50_000;

/** A workbook in memory: sheets in their order, names, metadata and settings. */
export class Workbook {
  records: WorkbookRecords;
  sheets: Sheet[] = [];
  /** Rises with every change. */
  version = 0;
  /** Rises with every change that may alter the result of a formula. */
  valueVersion = 0;
  /** Rises with every snapshot; see Row. */
  generation = 0;
  readonly host: WorkbookHost;
  readonly calculator: Calculator;

  constructor(records: WorkbookRecords, host: WorkbookHost) {
    this.records = records;
    this.host = host;
    this.calculator = new Calculator(this);
  }

  get locale(): SheetLocale {
    return localeOf(this.records.locale);
  }

  get timeZone(): string {
    return this.records.timeZone;
  }

  /** What the reading of typed text depends on. */
  get typing(): TypedContext {
    return { locale: this.locale, year: civilOf(this.today()).year };
  }

  /** The serial of the present moment in the workbook's zone. */
  nowSerial(): number {
    return serialOf(this.host.now(), this.timeZone);
  }

  today(): number {
    return Math.floor(this.nowSerial());
  }

  changed(values: boolean): number {
    this.version += 1;
    if (values) this.valueVersion += 1;
    return this.version;
  }

  nextId(): number {
    this.records.nextId += 1;
    return this.records.nextId;
  }

  sheetById(id: number): Sheet | null {
    return this.sheets.find((sheet) => sheet.id === id) ?? null;
  }

  /** Names are compared without regard to case, as the tabs' names must differ in more than case. */
  sheetByName(name: string): Sheet | null {
    const exact = this.sheets.find((sheet) => sheet.name === name);
    if (exact) return exact;
    const lower = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === lower) ?? null;
  }

  get activeSheet(): Sheet {
    const found = this.sheetById(this.records.activeSheetId) ?? this.sheets.find((sheet) => !sheet.records.hidden);
    const sheet = found ?? this.sheets[0];
    if (!sheet) throw new Error('A workbook always has a sheet');
    return sheet;
  }

  newSheetId(): number {
    for (;;) {
      const id = 1 + this.host.randomInteger(2_000_000_000);
      if (!this.sheetById(id)) return id;
    }
  }

  /** Cells of all grids together; Google's limit is ten million. */
  cellCount(): number {
    return this.sheets.reduce((sum, sheet) => sum + sheet.maxRows * sheet.maxColumns, 0);
  }

  addSheet(records: SheetRecords, index: number, id = this.newSheetId()): Sheet {
    const sheet = new Sheet(id, this, records);
    this.sheets.splice(index, 0, sheet);
    sheet.touch(true);
    return sheet;
  }

  /** A state that `restore` puts back; costs a list of pointers a sheet, no copy of cells. */
  snapshot(): WorkbookSnapshot {
    const sheets = this.sheets.map((sheet) => ({
      id: sheet.id,
      records: copyRecords(sheet.records),
      rows: sheet.rows.slice(),
      formulaCount: sheet.formulaCount,
    }));
    this.generation += 1;
    return { records: copyWorkbookRecords(this.records), sheets };
  }

  restore(snapshot: WorkbookSnapshot): void {
    this.generation += 1;
    this.records = copyWorkbookRecords(snapshot.records);
    this.sheets = snapshot.sheets.map((saved) => this.revived(saved));
    for (const sheet of this.sheets) sheet.touch(true);
  }

  /** Puts back the sheets `moved`, and with `frame` which tabs there are, their order, and the names of places. */
  restorePart(snapshot: WorkbookSnapshot, part: { readonly moved: readonly number[]; readonly frame: boolean }): void {
    this.generation += 1;
    const { namedRanges, metadata } = copyWorkbookRecords(snapshot.records);
    if (part.frame) this.records = { ...this.records, namedRanges, metadata };
    const ids = part.frame ? snapshot.sheets.map(({ id }) => id) : this.sheets.map(({ id }) => id);
    this.sheets = ids.flatMap((id) => {
      const saved = part.moved.includes(id) ? snapshot.sheets.find((sheet) => sheet.id === id) : undefined;
      return saved ? this.revived(saved) : this.sheets.filter((sheet) => sheet.id === id);
    });
    for (const sheet of this.sheets) sheet.touch(true);
  }

  private revived(saved: SavedSheet): Sheet {
    const sheet = new Sheet(saved.id, this, copyRecords(saved.records));
    sheet.rows = saved.rows.slice();
    sheet.formulaCount = saved.formulaCount;
    sheet.version = this.version;
    return sheet;
  }
}

function copyWorkbookRecords(records: WorkbookRecords): WorkbookRecords {
  return {
    ...records,
    editors: records.editors.slice(),
    viewers: records.viewers.slice(),
    namedRanges: records.namedRanges.map((one) => ({ ...one })),
    metadata: records.metadata.map((one) => ({ ...one })),
  };
}

/** A new workbook with one empty sheet of 1000 rows and 26 columns, as a new spreadsheet at Google has. */
export function createWorkbook(
  host: WorkbookHost,
  settings: {
    id: string;
    name: string;
    locale: string;
    timeZone: string;
    owner: string;
    rows?: number;
    columns?: number;
  },
): Workbook {
  const workbook = new Workbook(
    {
      id: settings.id,
      name: settings.name,
      locale: settings.locale,
      timeZone: settings.timeZone,
      owner: settings.owner,
      editors: [],
      viewers: [],
      namedRanges: [],
      metadata: [],
      nextId: 0,
      activeSheetId: 0,
      selection: null,
    },
    host,
  );
  const name = `${sheetWord(settings.locale)}1`;
  workbook.addSheet(newRecords(name, settings.rows ?? 1000, settings.columns ?? 26), 0, 0);
  return workbook;
}

/** What new sheets are called before their number. */
export function sheetWord(locale: string): string {
  return locale.startsWith('sv') ? 'Blad' : 'Sheet';
}
