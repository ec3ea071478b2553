import type { Menu } from './api.ts';
import type { Dialog, DialogAnswer, MenuEntry, UiSession } from './contract.ts';
import { Unanswered } from './interleave.ts';

const CLOSED: DialogAnswer = { button: 'CLOSE' };

/** The open document on people's screens: its menus, and the dialogs that scripts show. */
export class DocumentWindow {
  menus: Menu[] = [];
  /** Everything that was shown, oldest first. */
  readonly shown: Dialog[] = [];
  /** The sidebar that stands open, if one does. */
  sidebar: Dialog | null = null;
  /** Answers that were queued for the next alerts and prompts. */
  readonly answers: DialogAnswer[] = [];
  opened = false;
  private readonly onDialog: (dialog: Dialog) => DialogAnswer;

  constructor(onDialog: ((dialog: Dialog) => DialogAnswer) | undefined) {
    this.onDialog = onDialog ?? ((dialog) => ({ button: dialog.buttons[0] ?? 'CLOSE', text: '' }));
  }

  /** The window of a person. With `later`, alerts and prompts suspend the execution until they are answered. */
  session(user: string, later = false): UiSession {
    return {
      user,
      show: (dialog) => this.show(dialog, later),
      addMenu: (menu) => {
        const kept = this.menus.filter((other) => other.caption !== menu.caption);
        this.menus = [...kept, { caption: menu.caption, entries: [...menu.entries] }];
      },
      removeMenu: (caption) => {
        this.menus = this.menus.filter((menu) => menu.caption !== caption);
      },
    };
  }

  private show(dialog: Dialog, later: boolean): DialogAnswer {
    this.shown.push(dialog);
    if (dialog.kind === 'sidebar') this.sidebar = dialog;
    if (dialog.kind !== 'alert' && dialog.kind !== 'prompt') return CLOSED;
    const queued = this.answers.shift();
    if (queued) return queued;
    if (later) throw new Unanswered(dialog);
    return this.onDialog(dialog);
  }

  /**
   * Finds a menu item by its caption, or by the captions from the menu bar down (`['Diplomering', 'Rapport']`, or
   * `Diplomering/Rapport`). Gives the name of its function, or undefined.
   */
  functionOf(label: string | readonly string[]): string | undefined {
    const all = this.menus.flatMap((menu) => itemsOf(menu.entries, [menu.caption]));
    const wanted = typeof label === 'string' ? label : label.join('/');
    const found = all.find(({ path }) => path.join('/') === wanted) ?? all.find(({ path }) => path.at(-1) === wanted);
    return found?.functionName;
  }
}

function itemsOf(
  entries: readonly MenuEntry[],
  above: readonly string[],
): { path: readonly string[]; functionName: string }[] {
  return entries.flatMap((entry) => {
    if (entry.type === 'item') return [{ path: [...above, entry.caption], functionName: entry.functionName }];
    return entry.type === 'menu' ? itemsOf(entry.entries, [...above, entry.caption]) : [];
  });
}
