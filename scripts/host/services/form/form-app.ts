import { parseFormUrl } from '../../form/links.ts';
import { ApiError, type Execution } from '../../runtime/contract.ts';
import { type Ui, uiOf } from '../ui.ts';
import { FormAccess, formsOf, NO_SUCH_FORM } from './access.ts';
import { QuizFeedbackBuilder } from './feedback.ts';
import { Form } from './form.ts';
import {
  CheckboxGridValidationBuilder,
  CheckboxValidationBuilder,
  GridValidationBuilder,
  ParagraphTextValidationBuilder,
  TextValidationBuilder,
} from './validations.ts';

const FORMS = 'forms';
const CURRENT_ONLY = 'forms.currentonly';

/** Forms (reference: forms/FormApp). */
export class FormApp {
  static readonly api = 'Forms.FormApp';
  private readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  create(title: string, isPublished?: boolean): Form {
    this.execution.requireScope('FormApp.create', FORMS);
    if (title === '') throw new ApiError('Invalid argument: title');
    const { world } = this.execution;
    const { formsUnpublishedFrom } = world.switches;
    const published = isPublished ?? (formsUnpublishedFrom === null || world.now < Date.parse(formsUnpublishedFrom));
    const id = this.call('create', () => formsOf(world).create(title, published).id);
    return this.form(id);
  }

  openById(id: string): Form {
    this.execution.requireScope('FormApp.openById', FORMS);
    const found = this.call('openById', () => formsOf(this.execution.world).byId(id)?.id);
    if (found === undefined) throw new ApiError(NO_SUCH_FORM);
    return this.form(found);
  }

  openByUrl(url: string): Form {
    this.execution.requireScope('FormApp.openByUrl', FORMS);
    if (!parseFormUrl(url)) throw new ApiError('Invalid argument: url');
    const found = this.call('openByUrl', () => formsOf(this.execution.world).byUrl(url)?.id);
    if (found === undefined) throw new ApiError(NO_SUCH_FORM);
    return this.form(found);
  }

  getActiveForm(): Form | null {
    const { container } = this.execution.world;
    if (container?.type !== 'form') return null;
    this.execution.requireScope('FormApp.getActiveForm', FORMS, CURRENT_ONLY);
    return this.form(container.id);
  }

  /** The form's own window, which a script of a spreadsheet never has. */
  getUi(): Ui {
    const { container } = this.execution.world;
    if (container?.type !== 'form') throw new ApiError('Cannot call FormApp.getUi() from this context.');
    return uiOf(this.execution, 'FormApp.getUi');
  }

  createCheckboxGridValidation(): CheckboxGridValidationBuilder {
    return new CheckboxGridValidationBuilder();
  }

  createCheckboxValidation(): CheckboxValidationBuilder {
    return new CheckboxValidationBuilder();
  }

  createFeedback(): QuizFeedbackBuilder {
    return new QuizFeedbackBuilder();
  }

  createGridValidation(): GridValidationBuilder {
    return new GridValidationBuilder();
  }

  createParagraphTextValidation(): ParagraphTextValidationBuilder {
    return new ParagraphTextValidationBuilder();
  }

  createTextValidation(): TextValidationBuilder {
    return new TextValidationBuilder();
  }

  private call<T>(member: string, effect: () => T): T {
    return this.execution.backend({ kind: 'form', method: `FormApp.${member}` }, effect);
  }

  private form(id: string): Form {
    return new Form(new FormAccess(this.execution, id));
  }
}
