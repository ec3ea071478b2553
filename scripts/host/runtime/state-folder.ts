import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Json } from './contract.ts';
import { hold, letGo } from './folder-hold.ts';
import type { WorldSnapshot } from './world.ts';

const HEAD = 'state.json';

interface Head {
  readonly head: Omit<WorldSnapshot, 'parts'>;
  /** File names of the parts. */
  readonly parts: Readonly<Record<string, string>>;
}

/** A state folder with a state that is damaged, or that another version of the host wrote; it is left as it is. */
export class UnreadableState extends Error {
  readonly folder: string;

  constructor(folder: string, cause: unknown) {
    super(`The state in ${folder} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.name = 'UnreadableState';
    this.folder = folder;
  }
}

/** Writes a file so that it is on the disk when this returns. */
function writeDurably(file: string, text: string): void {
  const handle = openSync(file, 'w');
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Keeps the state of a host in a folder. Each changed store is written to a new file; then the list of files is replaced
 * by a rename, which happens as a whole or not at all, so that a crash leaves the old state or the new one.
 */
export class StateFolder {
  private readonly folder: string;
  private files: Record<string, string> = {};
  private generation = 0;
  private written = '';

  /** Makes the folder if it is missing, and holds it. Throws `FolderInUse` while another process works in it. */
  constructor(folder: string) {
    this.folder = path.resolve(folder);
    mkdirSync(this.folder, { recursive: true });
    hold(this.folder);
  }

  /** Lets other processes into the folder. */
  close(): void {
    letGo(this.folder);
  }

  /** Gives the saved state to `restore`; false for a new folder. Throws `UnreadableState`, and lets go of the folder then. */
  load(restore: (state: WorldSnapshot) => void): boolean {
    const headFile = path.join(this.folder, HEAD);
    if (!existsSync(headFile)) return false;
    try {
      restore(this.read(headFile));
    } catch (error) {
      this.close();
      throw new UnreadableState(this.folder, error);
    }
    this.removeStrays();
    return true;
  }

  private read(headFile: string): WorldSnapshot {
    const saved: Head = JSON.parse(readFileSync(headFile, 'utf8'));
    const parts: Record<string, Json> = {};
    for (const [name, file] of Object.entries(saved.parts)) {
      parts[name] = JSON.parse(readFileSync(path.join(this.folder, file), 'utf8'));
      this.generation = Math.max(this.generation, Number(/-(\d+)\.json$/.exec(file)?.[1] ?? 0));
    }
    this.files = { ...saved.parts };
    return { ...saved.head, parts };
  }

  /** Saves a whole state in place of the one before; a part that it lacks is gone. */
  replace(state: WorldSnapshot): void {
    const { parts, ...head } = state;
    this.files = {};
    this.save(head, parts);
  }

  /** Saves the parts that have changed, and the rest of the state. */
  save(head: Head['head'], changed: Readonly<Record<string, Json>>): void {
    const files = { ...this.files };
    this.generation += 1;
    for (const [name, part] of Object.entries(changed)) {
      const file = `${name}-${this.generation}.json`;
      writeDurably(path.join(this.folder, file), JSON.stringify(part));
      files[name] = file;
    }
    const text = JSON.stringify({ head, parts: files } satisfies Head);
    if (text === this.written) return;
    const temporary = path.join(this.folder, `${HEAD}.new`);
    writeDurably(temporary, text);
    renameSync(temporary, path.join(this.folder, HEAD));
    syncFolder(this.folder);
    const replaced = Object.entries(this.files).filter(([name, file]) => files[name] !== file);
    for (const [, file] of replaced) rmSync(path.join(this.folder, file), { force: true });
    this.files = files;
    this.written = text;
  }

  /** Removes what a crash left behind. */
  private removeStrays(): void {
    const known = new Set([HEAD, ...Object.values(this.files)]);
    for (const file of readdirSync(this.folder)) {
      if (!known.has(file) && /-\d+\.json$|\.new$/.test(file)) rmSync(path.join(this.folder, file), { force: true });
    }
  }
}
