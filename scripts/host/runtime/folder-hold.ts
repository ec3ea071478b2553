import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A state folder that another process of this machine works in. */
export class FolderInUse extends Error {
  readonly folder: string;
  /** The process that works in it. */
  readonly process: number;

  constructor(folder: string, processId: number) {
    super(`The state folder ${folder} is in use by process ${processId}.`);
    this.name = 'FolderInUse';
    this.folder = folder;
    this.process = processId;
  }
}

const fileOf = (folder: string): string => path.join(folder, 'held-by');

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

function holderOf(folder: string): number | undefined {
  try {
    return Number(readFileSync(fileOf(folder), 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function lives(processId: number): boolean {
  try {
    // Signal 0 only asks; a process of another user answers EPERM, and lives.
    return process.kill(processId, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Keeps other processes out of a folder until `letGo`, or until this process is gone: two that saved to one folder would
 * remove each other's files. Hosts of the same process may share it, one after the other. Throws `FolderInUse`.
 */
export function hold(folder: string): void {
  const holder = holderOf(folder);
  if (holder === process.pid) return;
  if (holder !== undefined && holder > 0 && lives(holder)) throw new FolderInUse(folder, holder);
  rmSync(fileOf(folder), { force: true });
  try {
    writeFileSync(fileOf(folder), String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    throw new FolderInUse(folder, holderOf(folder) ?? 0);
  }
}

/** Lets other processes into the folder again, if this one held it. */
export function letGo(folder: string): void {
  if (holderOf(folder) === process.pid) rmSync(fileOf(folder), { force: true });
}
