import type { BackendCall, BackendKind } from './contract.ts';

/** Modelled milliseconds of a call by published measurements; a thousand cells of data cost a few more. */
const COST: Readonly<Record<BackendKind, number>> = {
  read: 300,
  write: 200,
  name: 150,
  lock: 50,
  property: 45,
  cache: 30,
  trigger: 400,
  form: 400,
  quota: 50,
  mail: 800,
  'mail-box': 400,
  drive: 400,
  fetch: 500,
  ui: 0,
  free: 0,
};

/** Whether the meter counts a call: what only talks to the person at the screen, or to the script itself, is none. */
export function isCounted(call: BackendCall): boolean {
  return call.kind !== 'free' && call.kind !== 'ui';
}

/** What a call would cost at Google, in milliseconds. */
export function modelledMilliseconds(call: BackendCall): number {
  return COST[call.kind] + (call.cells ?? 0) * 0.01;
}
