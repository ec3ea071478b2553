import { ApiError, type DialogAnswer, type EnumValue, type Execution, type MenuEntry } from '../runtime/contract.ts';
import { enumValue } from '../runtime/signatures.ts';

/** HTML that a dialog or a sidebar shows. */
interface HtmlOutput {
  getContent(): string;
  getTitle(): string | null;
  getWidth(): number | null;
  getHeight(): number | null;
}

const BUTTONS: Readonly<Record<string, readonly string[]>> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};

/** A menu under construction (reference: base/Menu). */
export class Menu {
  static readonly api = 'Base.Menu';
  readonly caption: string;
  readonly entries: MenuEntry[] = [];
  private readonly execution: Execution;

  constructor(execution: Execution, caption: string) {
    this.execution = execution;
    this.caption = caption;
  }

  addItem(caption: string, functionName: string): this {
    this.entries.push({ type: 'item', caption, functionName });
    return this;
  }

  addSeparator(): this {
    this.entries.push({ type: 'separator' });
    return this;
  }

  addSubMenu(menu: Menu): this {
    this.entries.push({ type: 'menu', caption: menu.caption, entries: menu.entries });
    return this;
  }

  addToUi(): void {
    const { caption, entries } = this;
    this.execution.backend({ kind: 'ui', method: 'Menu.addToUi' }, () =>
      this.execution.ui?.addMenu({ caption, entries }),
    );
  }
}

/** What a person answered to a prompt (reference: base/PromptResponse). */
export class PromptResponse {
  static readonly api = 'Base.PromptResponse';
  private readonly answer: DialogAnswer;

  constructor(answer: DialogAnswer) {
    this.answer = answer;
  }

  getResponseText(): string {
    return this.answer.text ?? '';
  }

  getSelectedButton(): EnumValue {
    return enumValue('Base.Button', this.answer.button);
  }
}

interface Question {
  readonly title: string;
  readonly content: string;
  readonly buttons: readonly string[];
}

/** The overloads (prompt), (prompt, buttons), (title, prompt, buttons). */
function questionOf(args: readonly (string | EnumValue)[]): Question {
  const texts = args.filter((argument) => typeof argument === 'string');
  const set = args.find((argument) => typeof argument !== 'string');
  const [first = '', second] = texts;
  return {
    title: second === undefined ? '' : first,
    content: second ?? first,
    buttons: BUTTONS[set?.name ?? 'OK'] ?? ['OK'],
  };
}

/** The user interface of an open document (reference: base/Ui). */
export class Ui {
  static readonly api = 'Base.Ui';
  private readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  private show(method: string, kind: 'alert' | 'prompt', question: Question): DialogAnswer {
    const { execution } = this;
    return execution.backend(
      { kind: 'ui', method },
      () => execution.ui?.show({ kind, ...question }) ?? { button: 'CLOSE' },
    );
  }

  private showHtml(member: string, kind: 'sidebar' | 'modal' | 'modeless', html: HtmlOutput, title: string): void {
    const { execution } = this;
    execution.requireScope(member, 'script.container.ui');
    const width = html.getWidth();
    const height = html.getHeight();
    const dialog = {
      kind,
      title: title || (html.getTitle() ?? ''),
      content: html.getContent(),
      buttons: [],
      ...(width !== null && { width }),
      ...(height !== null && { height }),
    };
    execution.backend({ kind: 'ui', method: member }, () => execution.ui?.show(dialog));
  }

  alert(...args: readonly (string | EnumValue)[]): EnumValue {
    return enumValue('Base.Button', this.show('Ui.alert', 'alert', questionOf(args)).button);
  }

  prompt(...args: readonly (string | EnumValue)[]): PromptResponse {
    const question = questionOf(args);
    return new PromptResponse(this.show('Ui.prompt', 'prompt', question));
  }

  createMenu(caption: string): Menu {
    return new Menu(this.execution, caption);
  }

  /** The sub-menu of an add-on under Extensions; it stands under the script's name. */
  createAddonMenu(): Menu {
    return new Menu(this.execution, 'Tillägg');
  }

  showSidebar(html: HtmlOutput): void {
    this.showHtml('Ui.showSidebar', 'sidebar', html, '');
  }

  showModalDialog(html: HtmlOutput, title: string): void {
    this.showHtml('Ui.showModalDialog', 'modal', html, title);
  }

  showModelessDialog(html: HtmlOutput, title: string): void {
    this.showHtml('Ui.showModelessDialog', 'modeless', html, title);
  }

  showDialog(html: HtmlOutput): void {
    this.showHtml('Ui.showDialog', 'modeless', html, '');
  }
}

/** The Ui of the open document, as `SpreadsheetApp.getUi()` gives it; throws where nobody looks at the document. */
export function uiOf(execution: Execution, member: string): Ui {
  if (!execution.ui) throw new ApiError(`Cannot call ${member}() from this context.`);
  return new Ui(execution);
}

/** Old dialogs of Sheets (reference: base/Browser). */
export class Browser {
  static readonly api = 'Base.Browser';
  private readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  private ask(member: string, kind: 'alert' | 'prompt', args: readonly (string | EnumValue)[]): DialogAnswer {
    const { execution } = this;
    if (!execution.ui) throw new ApiError(`Cannot call ${member} from this context; have you authorized the script?`);
    return execution.backend(
      { kind: 'ui', method: member },
      () => execution.ui?.show({ kind, ...questionOf(args) }) ?? { button: 'CLOSE' },
    );
  }

  msgBox(...args: readonly (string | EnumValue)[]): string {
    return this.ask('Browser.msgBox', 'alert', args).button.toLowerCase();
  }

  inputBox(...args: readonly (string | EnumValue)[]): string {
    const { button, text } = this.ask('Browser.inputBox', 'prompt', args);
    return button === 'OK' ? (text ?? '') : 'cancel';
  }
}
