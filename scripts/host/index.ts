/**
 * A host that runs Apps Script on this machine: `createHost({ files, now })`.
 * The README beside this file says what it promises and where it follows guesses.
 */
import type { HostOptions } from './runtime/api.ts';
import { Host } from './runtime/host.ts';

export type * from './runtime/api.ts';
export type { Dialog, DialogAnswer, Json, MenuEntry, Switches } from './runtime/contract.ts';
export { ApiError, EnumValue } from './runtime/contract.ts';
export { FolderInUse } from './runtime/folder-hold.ts';
export { UnreadableState } from './runtime/state-folder.ts';
export type { Host };

/**
 * Makes a host with an empty workbook to which the script is bound, or takes up the one in `stateFolder`. Throws if the
 * manifest is not JSON, `UnreadableState` for a state that it cannot read, and `FolderInUse` while another process works in
 * that folder; a syntax error of the script shows in every run.
 */
export function createHost(options: HostOptions): Host {
  return new Host(options);
}
