/** What the pages share: elements whose texts are texts, and calls to the script. */

import type { ImportedRows, ImportKind } from '../app/import.ts';
import type { RoundChoice } from '../app/panel.ts';
import type { TemplateKind } from '../messages/index.ts';

/** The script's entry points for pages, as `google.script.run` has them: what they return goes to the handler. */
export interface Entries {
  /** Of a round, or of the selected row when it is empty. */
  panelView(roundId: string): void;
  panelAct(roundId: string, act: string, values: Readonly<Record<string, string>>): void;
  healthView(): void;
  printView(roundId: string): void;
  rulesView(): void;
  previewUnits(): void;
  mailPreview(roundId: string, kind: TemplateKind): void;
  restoreUnit(roundId: string): void;
  restorePerson(roundId: string, personId: string): void;
  settleAnswer(print: string): void;
  importSource(kind: ImportKind): void;
  importRows(kind: ImportKind, rows: ImportedRows): void;
}

interface Runner extends Entries {
  withSuccessHandler<T>(done: (value: T) => void): Runner;
  withFailureHandler(failed: (error: Error) => void): Runner;
}

declare const google: {
  readonly script: { readonly run: Runner; readonly host: { close(): void } };
};

/** Calls one of the script's entry points. Rejects with the script's own message. */
export function call<T>(start: (run: Entries) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start(google.script.run.withSuccessHandler<T>(resolve).withFailureHandler(reject));
  });
}

export const closePage = (): void => google.script.host.close();

type Child = Node | string | null;
type Attributes = Readonly<Record<string, string | number | boolean>>;

/** An element with attributes and children. Strings become text, never markup; an attribute that is false is left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(key, value === true ? '' : String(value));
  }
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

type Option = readonly [value: string, label: string];

/** A label and a drop-down list. */
export function choice(id: string, label: string, options: readonly Option[]): [HTMLElement, HTMLSelectElement] {
  const items = options.map(([value, text]) => element('option', { value }, text));
  return [element('label', { for: id }, label), element('select', { id }, ...items)];
}

/** Offers a list of units, which stays, and with it the reader's place, when what is chosen is shown. */
export function offerUnits(choices: readonly RoundChoice[], chosen: (roundId: string) => void): void {
  const units = choices.map(({ id, name }): Option => [id, name]);
  const [label, select] = choice('unit', 'Verksamhet', [['', 'Välj …'], ...units]);
  select.addEventListener('change', () => select.value !== '' && chosen(select.value));
  byId('units').replaceChildren(...(units.length > 0 ? [label, select] : []));
}

/** The page's element with an id, which must be of a kind. */
export function the<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no such #${id}`);
  return found;
}

export const byId = (id: string): HTMLElement => the(id, HTMLElement);

/** Says something in the page's live region. */
export function tell(text: string, isProblem = false): void {
  const region = byId('message');
  region.textContent = text;
  region.classList.toggle('bad', isProblem);
}

/** Runs a task with the page's buttons off, and tells what went wrong. */
export async function busy(task: () => Promise<void>): Promise<void> {
  const main = byId('content');
  main.setAttribute('aria-busy', 'true');
  for (const button of document.querySelectorAll('button')) button.disabled = true;
  try {
    await task();
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error), true);
  }
  for (const button of document.querySelectorAll('button')) button.disabled = false;
  main.removeAttribute('aria-busy');
}
