import type { WindowDialog } from '../protocol.ts';
import { find, make } from './dom.ts';
import { answerFrame, isFrameMessage } from './frame.ts';

const BUTTONS: Record<string, string> = { OK: 'OK', CANCEL: 'Avbryt', YES: 'Ja', NO: 'Nej' };

/** A question of the page itself or of the script. The first button is the one that Enter presses. */
export interface Question {
  readonly title: string;
  readonly text: string;
  /** What the person writes in; null for a question that only buttons answer. */
  readonly field: HTMLInputElement | HTMLTextAreaElement | null;
  /** What stands between the text and the buttons besides, for example a tick box. */
  readonly below?: readonly HTMLElement[];
  readonly buttons: readonly { readonly value: string; readonly caption: string }[];
}

let counter = 0;

export interface DialogLine {
  answer(dialog: string, button: string, text?: string): void;
  call(dialog: string, name: string, args: unknown[], reply: (message: object) => void): void;
  /** A dialog has closed, and the keyboard belongs to the grid again. */
  closed(): void;
}

/** Alerts, prompts, dialogs, the side panel and short messages of the script. */
export class Dialogs {
  readonly #line: DialogLine;
  readonly #frames = new Map<string, { frame: HTMLIFrameElement; shell: HTMLElement }>();

  constructor(line: DialogLine) {
    this.#line = line;
    window.addEventListener('message', (event) => this.#fromFrame(event));
  }

  show(dialog: WindowDialog): void {
    if (dialog.kind === 'sidebar') this.#sidebar(dialog);
    else if (dialog.page !== undefined) this.#page(dialog);
    else this.#question(dialog);
  }

  close(id: string): void {
    const open = this.#frames.get(id);
    if (!open) return;
    this.#frames.delete(id);
    if (open.shell instanceof HTMLDialogElement) {
      open.shell.close();
      open.shell.remove();
      this.#line.closed();
    } else {
      open.shell.hidden = true;
      open.shell.replaceChildren();
      window.dispatchEvent(new Event('resize'));
    }
  }

  toast(title: string, text: string): void {
    const close = make('button', { type: 'button', class: 'toast-close', 'aria-label': 'Stäng meddelandet' }, '×');
    const toast = make(
      'div',
      { class: 'toast' },
      ...(title === '' ? [] : [make('strong', {}, title)]),
      make('p', {}, text),
      close,
    );
    const gone = () => toast.remove();
    close.addEventListener('click', gone);
    find('toasts').append(toast);
    setTimeout(() => {
      if (!toast.matches(':hover, :focus-within')) gone();
    }, 10_000);
  }

  #question(dialog: WindowDialog): void {
    const buttons = dialog.buttons.map((value) => ({ value, caption: BUTTONS[value] ?? value }));
    const field = dialog.kind === 'prompt' ? make('input', { type: 'text', autocomplete: 'off' }) : null;
    void this.ask({ title: dialog.title, text: dialog.text ?? '', field, buttons }).then((button) =>
      this.#line.answer(dialog.id, button ?? 'CLOSE', field?.value),
    );
  }

  /** Asks the person at this window; gives the value of the chosen button, or null when the question was left. */
  ask(question: Question): Promise<string | null> {
    counter += 1;
    const [heading, body] = [`fraga-${counter}-rubrik`, `fraga-${counter}-text`];
    const { field } = question;
    field?.setAttribute('aria-labelledby', question.text === '' ? heading : body);
    const buttons = question.buttons.map(({ value, caption }, index) =>
      make('button', { value, class: index === 0 ? 'primary' : 'plain' }, caption),
    );
    const form = make(
      'form',
      { method: 'dialog' },
      ...(question.title === '' ? [] : [make('h2', { id: heading }, question.title)]),
      ...(question.text === '' ? [] : [make('p', { id: body, class: 'dialog-text' }, question.text)]),
      ...(field ? [field] : []),
      ...(question.below ?? []),
      make('div', { class: 'dialog-buttons' }, ...buttons),
    );
    const shell = make(
      'dialog',
      {
        class: 'dialog',
        'aria-labelledby': question.title === '' ? body : heading,
        'aria-describedby': question.text === '' ? null : body,
      },
      form,
    );
    document.body.append(shell);
    return new Promise((resolve) => {
      shell.addEventListener('close', () => {
        shell.remove();
        this.#line.closed();
        resolve(shell.returnValue === '' ? null : shell.returnValue);
      });
      shell.showModal();
      (field ?? buttons[0])?.focus();
    });
  }

  #frame(dialog: WindowDialog): HTMLIFrameElement {
    return make('iframe', {
      src: dialog.page ?? 'about:blank',
      title: dialog.title === '' ? 'Innehåll från skriptet' : dialog.title,
      sandbox: 'allow-scripts allow-forms allow-popups',
      class: 'script-page',
    });
  }

  #head(dialog: WindowDialog, gone: () => void): HTMLElement {
    const close = make(
      'button',
      { type: 'button', class: 'plain small', 'aria-label': `Stäng ${dialog.title}` },
      'Stäng',
    );
    close.addEventListener('click', gone);
    return make('div', { class: 'panel-head' }, make('h2', { id: `rubrik-${dialog.id}` }, dialog.title), close);
  }

  #sidebar(dialog: WindowDialog): void {
    for (const id of [...this.#frames].filter(([, open]) => open.shell.id === 'panel').map(([id]) => id))
      this.close(id);
    const panel = find('panel');
    const frame = this.#frame(dialog);
    panel.replaceChildren(
      this.#head(dialog, () => this.close(dialog.id)),
      frame,
    );
    panel.setAttribute('aria-label', dialog.title === '' ? 'Sidopanel' : dialog.title);
    panel.hidden = false;
    this.#frames.set(dialog.id, { frame, shell: panel });
    window.dispatchEvent(new Event('resize'));
  }

  #page(dialog: WindowDialog): void {
    const frame = this.#frame(dialog);
    frame.style.height = `${dialog.height ?? 300}px`;
    const shell = make('dialog', { class: 'dialog page-dialog', 'aria-labelledby': `rubrik-${dialog.id}` });
    shell.style.width = `min(96vw, ${(dialog.width ?? 600) + 34}px)`;
    shell.append(
      this.#head(dialog, () => this.close(dialog.id)),
      frame,
    );
    document.body.append(shell);
    shell.addEventListener('cancel', () => this.close(dialog.id));
    this.#frames.set(dialog.id, { frame, shell });
    if (dialog.kind === 'modal') shell.showModal();
    else shell.show();
  }

  #fromFrame(event: MessageEvent): void {
    const open = [...this.#frames].find(([, each]) => each.frame.contentWindow === event.source);
    if (!open || !isFrameMessage(event.data)) return;
    const [id, { frame }] = open;
    const message = event.data;
    if (message.host === 'close') this.close(id);
    else if (message.host === 'height' && message.value) frame.style.height = `${message.value}px`;
    else if (message.host === 'width' && message.value) frame.style.width = `${message.value}px`;
    else if (message.host === 'call' && message.name !== undefined) {
      this.#line.call(id, message.name, message.args ?? [], (reply) => answerFrame(frame, message.call, reply));
    }
  }
}
