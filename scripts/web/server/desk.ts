import { randomUUID } from 'node:crypto';
import type { Dialog, DialogAnswer } from '../../host/index.ts';
import type { WindowDialog } from '../protocol.ts';
import type { Window } from './hub.ts';

interface Waiting {
  readonly window: Window;
  readonly dialog: WindowDialog;
  answer(answer: DialogAnswer): void;
}

/**
 * What scripts show and ask. Alerts and prompts go to the window that started the script and wait for its answer; pages
 * (side panel, dialogs) are kept until they are replaced, so that their frames can be loaded.
 */
export class Desk {
  readonly #waiting = new Map<string, Waiting>();
  readonly #pages = new Map<string, { html: string; window: Window }>();

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
    const id = randomUUID();
    this.#pages.set(id, { html: dialog.content, window });
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

  page(id: string): string | undefined {
    return this.#pages.get(id)?.html;
  }

  /** Whether the window may call the script on behalf of the page: it must be the one that shows it. */
  owns(window: Window, id: string): boolean {
    return this.#pages.get(id)?.window === window;
  }

  /** A window that closes answers its questions with the close button, as at Google. */
  gone(window: Window): void {
    for (const [id, waiting] of this.#waiting) if (waiting.window === window) this.answered(id, 'CLOSE', undefined);
    for (const [id, page] of this.#pages) if (page.window === window) this.#pages.delete(id);
  }
}
