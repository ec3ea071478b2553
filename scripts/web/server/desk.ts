import { randomUUID } from 'node:crypto';
import type { Dialog, DialogAnswer } from '../../host/index.ts';
import type { WindowDialog } from '../protocol.ts';
import type { Window } from './hub.ts';

interface Waiting {
  readonly window: Window;
  readonly dialog: WindowDialog;
  answer(answer: DialogAnswer): void;
}

/** Pages of the web app that are loaded and have not called the script. */
const MOST_WAITING = 20;

/**
 * What scripts show and ask. Alerts and prompts go to the window that started the script and wait for its answer; pages
 * (side panel, dialogs) are kept until they are replaced, so that their frames can be loaded.
 */
export class Desk {
  readonly #waiting = new Map<string, Waiting>();
  readonly #pages = new Map<string, { readonly html: string; window: Window | null }>();

  /** Asks the person at the window; an answer of the keys OK, CANCEL, YES, NO or CLOSE comes back. */
  ask(window: Window, dialog: Dialog): Promise<DialogAnswer> {
    const shown: WindowDialog = {
      id: randomUUID(),
      kind: dialog.kind === 'prompt' ? 'prompt' : 'alert',
      title: dialog.title,
      text: dialog.content,
      buttons: [...dialog.buttons],
    };
    return new Promise((resolve) => {
      this.#waiting.set(shown.id, { window, dialog: shown, answer: resolve });
      window.send({ type: 'dialog', dialog: shown });
    });
  }

  answered(id: string, button: string, text: string | undefined): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.answer({ button, ...(text === undefined ? {} : { text }) });
  }

  /** Shows a toast, a side panel or a dialog with a page of the script. */
  show(window: Window, dialog: Dialog): void {
    if (dialog.kind === 'toast') {
      window.send({ type: 'toast', title: dialog.title, text: dialog.content });
      return;
    }
    if (dialog.kind === 'alert' || dialog.kind === 'prompt') return;
    const id = this.keep(dialog.content, window);
    window.send({
      type: 'dialog',
      dialog: {
        id,
        kind: dialog.kind,
        title: dialog.title,
        page: `/skriptsida/${id}`,
        buttons: [],
        ...(dialog.width === undefined ? {} : { width: dialog.width }),
        ...(dialog.height === undefined ? {} : { height: dialog.height }),
      },
    });
  }

  /** Keeps a page for the window that shows it, or for the one that is about to: of those that none has taken, the last ones. */
  keep(html: string, window: Window | null = null): string {
    const waiting = [...this.#pages].filter(([, page]) => page.window === null).map(([id]) => id);
    for (const id of waiting.slice(0, -MOST_WAITING)) this.#pages.delete(id);
    const id = randomUUID();
    this.#pages.set(id, { html, window });
    return id;
  }

  page(id: string): string | undefined {
    return this.#pages.get(id)?.html;
  }

  /** Whether the window may call the script on behalf of the page: it must be the one that shows it, or the first to say so. */
  owns(window: Window, id: string): boolean {
    const page = this.#pages.get(id);
    if (!page) return false;
    page.window ??= window;
    return page.window === window;
  }

  /** A window that closes answers its questions with the close button, as at Google. */
  gone(window: Window): void {
    for (const [id, waiting] of this.#waiting) if (waiting.window === window) this.answered(id, 'CLOSE', undefined);
    for (const [id, page] of this.#pages) if (page.window === window) this.#pages.delete(id);
  }
}
