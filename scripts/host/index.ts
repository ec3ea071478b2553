/**
 * A host that runs Apps Script on this machine: `createHost({ files, now })`.
 * The README beside this file says what it promises and where it follows guesses.
 */
export type * from './runtime/api.ts';
export type { Dialog, DialogAnswer, Json, MenuEntry, Switches } from './runtime/contract.ts';
export { ApiError, EnumValue } from './runtime/contract.ts';
