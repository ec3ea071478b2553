import { syncColumns } from '../../form/destination.ts';
import type { Form } from '../../form/form.ts';
import type { FormItem } from '../../form/item.ts';
import { FormStore } from '../../form/store.ts';
import { ApiError, type Execution, type Json, type Part, type World } from '../../runtime/contract.ts';
import { responseBookOf } from './response-book.ts';

const savedVersions = new WeakMap<FormStore, number>();

/** The forms of a world. */
export const formsPart: Part<FormStore> = {
  name: 'forms',
  create: (world) => new FormStore(world),
  save: (store) => JSON.parse(JSON.stringify(store.all())) as Json,
  load: (saved, world) => new FormStore(world, savedForms(saved)),
  isChanged: (store) => savedVersions.get(store) !== store.version,
  markSaved: (store) => {
    savedVersions.set(store, store.version);
  },
};

function savedForms(saved: Json): Form[] {
  const forms: Form[] = JSON.parse(JSON.stringify(saved));
  return forms;
}

/** The forms of the world that an execution or a person acts in. */
export const formsOf = (world: World): FormStore => world.part(formsPart);

/** Brings the response sheet in step after a change of the form. */
function formChanged(world: World, form: Form): void {
  if (form.destination === null) return;
  const book = responseBookOf(world, form.destination.spreadsheetId);
  if (book) syncColumns(form, book);
}

/**
 * One form as an execution reaches it. Handles keep ids only, so that every look at the form is a call that leaves the
 * script, with its place in the meter and among the planned faults.
 */
export class FormAccess {
  readonly execution: Execution;
  readonly id: string;

  constructor(execution: Execution, id: string) {
    this.execution = execution;
    this.id = id;
  }

  /** Asks the form something. `method` is the documented name, e.g. `Form.getTitle`. */
  read<T>(method: string, effect: (form: Form, store: FormStore) => T): T {
    const { world } = this.execution;
    return this.execution.backend({ kind: 'form', method }, () => {
      const store = formsOf(world);
      return effect(this.require(store), store);
    });
  }

  /** Changes the form, and the headings of its response sheet with it. */
  change<T>(method: string, effect: (form: Form, store: FormStore) => T): T {
    const { world } = this.execution;
    return this.execution.backend({ kind: 'form', method }, () => {
      const store = formsOf(world);
      const form = this.require(store);
      const result = effect(form, store);
      store.touch();
      formChanged(world, form);
      return result;
    });
  }

  private require(store: FormStore): Form {
    const form = store.byId(this.id);
    if (!form) throw new ApiError(NO_SUCH_FORM);
    return form;
  }
}

export const NO_SUCH_FORM = 'No item with the given ID could be found, or you do not have permission to access it.';

/** The item with an id; throws what the script sees when it has been deleted. */
export function requireItem(form: Form, id: number): FormItem {
  const item = form.items.find((candidate) => candidate.id === id);
  if (!item) throw new ApiError('No item with the given ID could be found in this form.');
  return item;
}
