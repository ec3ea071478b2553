import type { GridAct, GridArea, GridPatch, GridView } from './grid/view.ts';

/** A menu of the script as a window shows it; `path` chooses an item. */
export type WindowMenu =
  | { kind: 'item'; caption: string; path: string[] }
  | { kind: 'separator' }
  | { kind: 'menu'; caption: string; entries: WindowMenu[] };

/** Something the script shows. `page` is the address of an HTML page; alerts and prompts have a text instead. */
export interface WindowDialog {
  id: string;
  kind: 'alert' | 'prompt' | 'sidebar' | 'modal' | 'modeless';
  title: string;
  text?: string;
  page?: string;
  buttons: string[];
  width?: number;
  height?: number;
}

/** What happened lately, as the first page shows it. */
export interface LiveEvent {
  at: string;
  kind: 'form' | 'sheet' | 'run' | 'mail' | 'clock';
  text: string;
}

export interface LiveState {
  clock: string;
  counts: { responses: number; rows: number; executions: number; mails: number };
  events: LiveEvent[];
}

export type FromServer =
  | { type: 'view'; view: GridView }
  | { type: 'patch'; patch: GridPatch }
  | { type: 'menus'; menus: WindowMenu[] }
  | { type: 'dialog'; dialog: WindowDialog }
  | { type: 'close-dialog'; id: string }
  /** The script has shown another tab or marked other cells. */
  | { type: 'show'; sheet: string; area: GridArea }
  | { type: 'toast'; title: string; text: string }
  | { type: 'done'; act: number; refusal?: string }
  | { type: 'busy'; on: boolean; text: string }
  | { type: 'returned'; call: number; value?: unknown; error?: { name: string; message: string } }
  | { type: 'live'; live: LiveState }
  | { type: 'reload' };

export type FromWindow =
  | { type: 'act'; act: number; what: GridAct }
  | { type: 'menu'; path: string[] }
  | { type: 'answer'; dialog: string; button: string; text?: string }
  | { type: 'call'; call: number; dialog: string; name: string; args: unknown[] }
  | { type: 'select'; sheet: string; row: number; column: number; rows: number; columns: number };
