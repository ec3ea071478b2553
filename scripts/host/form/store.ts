import { type Form, newForm } from './form.ts';
import { type FormItem, type ItemKind, isQuestion, newItem } from './item.ts';
import { parseFormUrl } from './links.ts';

/** What a store needs of the world around it. */
export interface FormWorld {
  readonly now: number;
  readonly owner: string;
  newId(length?: number): string;
  randomInteger(below: number): number;
}

/** All forms of the world. Pure data: it knows nothing of scripts, sheets or triggers. */
export class FormStore {
  /** Rises with every change. */
  version = 0;
  private readonly forms: Map<string, Form>;
  private readonly world: FormWorld;

  constructor(world: FormWorld, forms: readonly Form[] = []) {
    this.world = world;
    this.forms = new Map(forms.map((form) => [form.id, form]));
  }

  /** Says that a form has changed, so that it is saved. */
  touch(): void {
    this.version += 1;
  }

  /** Makes an empty form. Only a published one can be answered. */
  create(name: string, published = true): Form {
    const form = newForm(this.world.newId(44), `1FAIpQL${this.world.newId(49)}`, name, this.world.owner, published);
    this.forms.set(form.id, form);
    this.touch();
    return form;
  }

  all(): Form[] {
    return [...this.forms.values()];
  }

  byId(id: string): Form | undefined {
    return this.forms.get(id);
  }

  /** The form of an edit link or a respondent's link. */
  byUrl(url: string): Form | undefined {
    const ids = parseFormUrl(url);
    if (!ids) return undefined;
    return ids.id ? this.forms.get(ids.id) : this.all().find((form) => form.publishedId === ids.publishedId);
  }

  /** The first form whose id, title or file name this is. */
  find(name: string): Form | undefined {
    const forms = this.all();
    return (
      this.forms.get(name) ?? forms.find((form) => form.title === name) ?? forms.find((form) => form.fileName === name)
    );
  }

  remove(id: string): void {
    this.forms.delete(id);
    this.touch();
  }

  /** A copy of a form without its responses and its destination, as Drive copies forms. */
  copy(form: Form, name: string): Form {
    const copy = this.create(name, form.published);
    const { id, publishedId, fileName, responses, destination, items, ...settings } = form;
    Object.assign(copy, structuredClone(settings), { items: structuredClone(items) });
    return copy;
  }

  /** Adds a new item last. */
  addItem(form: Form, kind: ItemKind): FormItem {
    const item = newItem(kind, this.newItemId(form), this.newEntry());
    form.items.push(item);
    return item;
  }

  /** Adds a copy of an item last, with an id of its own. */
  duplicateItem(form: Form, item: FormItem): FormItem {
    const copy: FormItem = { ...structuredClone(item), id: this.newItemId(form) };
    if (isQuestion(copy)) Object.assign(copy, { entry: this.newEntry() });
    form.items.push(copy);
    return copy;
  }

  /** An id for a new response, of the shape that edit links carry. */
  newResponseId(): string {
    return `2_ABaOnu${this.world.newId(64)}`;
  }

  /** A copy that shares nothing with the forms in use. */
  save(): Form[] {
    return structuredClone(this.all());
  }

  private newItemId(form: Form): number {
    for (;;) {
      const id = 1 + this.world.randomInteger(2_147_483_646);
      if (!form.items.some((item) => item.id === id)) return id;
    }
  }

  /** Leaves room for the rows of a grid, which take the numbers that follow. */
  private newEntry(): number {
    return 1000 + this.world.randomInteger(2_000_000) * 1000;
  }
}

/** The item at a place in the form. */
export function indexOfItem(form: Form, id: number): number {
  return form.items.findIndex((item) => item.id === id);
}

/** Takes an item out of the form; choices and breaks that led to a page that is gone go on to the next page instead. */
export function removeItem(form: Form, index: number): void {
  const [removed] = form.items.splice(index, 1);
  if (removed?.kind !== 'PAGE_BREAK') return;
  for (const item of form.items) {
    if (item.kind === 'PAGE_BREAK' && item.navigation.page === removed.id) {
      item.navigation = { type: 'CONTINUE', page: null };
    }
    if (item.kind === 'MULTIPLE_CHOICE' || item.kind === 'LIST') {
      item.choices = item.choices.map((choice) =>
        choice.navigation?.page === removed.id ? { ...choice, navigation: { type: 'CONTINUE', page: null } } : choice,
      );
    }
  }
}

/** Moves an item to another place, counted after it has been taken out. */
export function moveItem(form: Form, from: number, to: number): FormItem | undefined {
  const [item] = form.items.splice(from, 1);
  if (item) form.items.splice(to, 0, item);
  return item;
}
