import { createHost, type Host, type Switches } from '../../../scripts/host/index.ts';
import type { RunResult } from '../../../scripts/host/runtime/api.ts';
import { displayAt } from '../../../scripts/host/sheet/display.ts';

/** A host with one script file, on a Monday morning in September 2025. */
export function sample(
  code: string,
  settings: {
    files?: Record<string, string>;
    now?: string;
    locale?: string;
    timeZone?: string;
    quota?: number;
    switches?: Partial<Switches>;
  } = {},
): Host {
  const { files, now, ...rest } = settings;
  return createHost({ files: { 'Code.gs': code, ...files }, now: now ?? '2025-09-01T08:00', ...rest });
}

/** Runs a function and gives what it returns; throws the script's error with its stack. */
export function value(host: Host, name: string, ...args: unknown[]): unknown {
  return finished(host.run(name, ...args)).value;
}

/** Fails the test with the script's own stack if the execution did. */
export function finished(result: RunResult): RunResult {
  if (result.error) {
    const faults = (result.hostFaults ?? []).map((fault) => (fault instanceof Error ? fault.stack : String(fault)));
    throw new Error([result.error.stack, ...faults].join('\n'));
  }
  return result;
}

/** What a sheet shows, row by row, without empty rows and columns at its end. */
export function shown(host: Host, sheetName?: string): string[][] {
  const book = host.spreadsheet;
  const sheet = sheetName === undefined ? book.sheets[0] : book.sheetByName(sheetName);
  if (!sheet) throw new Error(`No sheet ${sheetName}`);
  const { rows, columns } = sheet.dataSize();
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => displayAt(sheet, row, column)),
  );
}
