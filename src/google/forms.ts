/** Builds the declared forms with FormApp, in place when they exist: answers, links and item ids live on. */
import type { FormAnswer, FormHandle } from '../app/ports.ts';
import type { FormDeclaration, Option, Question, Section } from '../forms/form.ts';
import { localMoment } from './services.ts';

/** Item ids by question id (and `section:` id), so that a reworded question keeps its answers. */
type Items = Readonly<Record<string, number>>;

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Form = GoogleAppsScript.Forms.Form;
type PageBreak = GoogleAppsScript.Forms.PageBreakItem;

type Placed = Pick<GoogleAppsScript.Forms.Item, 'getId' | 'getIndex'>;

const sectionKey = (section: Section): string => `section:${section.id}`;

const ITEM_TYPES = {
  text: 'TEXT',
  email: 'TEXT',
  integer: 'TEXT',
  paragraph: 'PARAGRAPH_TEXT',
  date: 'DATE',
  choice: 'MULTIPLE_CHOICE',
  dropdown: 'LIST',
  checkboxes: 'CHECKBOX',
  scale: 'SCALE',
} as const satisfies Record<Question['type'], string>;

function validation(question: Question): GoogleAppsScript.Forms.TextValidation | null {
  const builder = FormApp.createTextValidation();
  if (question.error) builder.setHelpText(question.error);
  if (question.pattern) return builder.requireTextMatchesPattern(question.pattern).build();
  if (question.type === 'email') return builder.requireTextIsEmail().build();
  if (question.type !== 'integer') return null;
  return question.range
    ? builder.requireNumberBetween(question.range.min, question.range.max).build()
    : builder.requireWholeNumber().build();
}

/** Builds a form. Each call takes long at Google, so a new form is spared what it has from the start. */
class Builder {
  private readonly form: Form;
  /** Null for a form that has just been made. */
  private readonly known: Readonly<Record<string, number>> | null;
  private readonly placed: Record<string, number> = {};
  /** Questions of a new form by all but their texts: another of the same likeness is a copy, which takes fewer calls. */
  private readonly models = new Map<string, { readonly item: ReturnType<Builder['typed']>; readonly help: string }>();

  constructor(form: Form, known: Readonly<Record<string, number>> | null) {
    this.form = form;
    this.known = known;
  }

  build(declaration: FormDeclaration): Record<string, number> {
    const { title, description, confirmation, editable } = declaration;
    // The name that a form is made with is that of its file; the title is empty until it is set.
    this.form.setTitle(title).setDescription(description).setConfirmationMessage(confirmation);
    if (this.known || editable) this.form.setAllowResponseEdits(editable);
    if (this.known) this.form.setCollectEmail(false);
    const breaks = new Map<string, PageBreak>();
    declaration.sections.forEach((section, index) => {
      if (index > 0) breaks.set(section.id, this.pageBreak(section));
      for (const question of section.questions) this.question(question);
    });
    // Navigation last: it points at page breaks that may come further down.
    declaration.sections.forEach((section, index) => {
      const next = declaration.sections[index + 1];
      if (section.next && next) this.leadOn(section.next, breaks, breaks.get(next.id));
      for (const question of section.questions) {
        if (question.options?.some((option) => option.goTo)) this.branches(question, question.options, breaks);
      }
    });
    this.removeOthers();
    return this.placed;
  }

  /** The item of a key if it is still there and of the right type. */
  private existing(key: string, type: string): GoogleAppsScript.Forms.Item | null {
    const id = this.known?.[key];
    const item = id === undefined ? null : this.form.getItemById(id);
    return item && String(item.getType()) === type ? item : null;
  }

  private put(key: string, item: Placed): void {
    const wanted = Object.keys(this.placed).length;
    if (this.known && item.getIndex() !== wanted) this.form.moveItem(item.getIndex(), wanted);
    this.placed[key] = item.getId();
  }

  private pageBreak(section: Section): PageBreak {
    const old = this.existing(sectionKey(section), 'PAGE_BREAK');
    const item = old ? old.asPageBreakItem() : this.form.addPageBreakItem();
    item.setTitle(section.title);
    if (old || section.help) item.setHelpText(section.help ?? '');
    this.put(sectionKey(section), item);
    return item;
  }

  private question(question: Question): void {
    const { type, required, options, range, ends, error, pattern, help = '' } = question;
    const choices = options?.map(({ label, goTo }) => [label, goTo]);
    const likeness = JSON.stringify([type, required, choices, range, ends, error, pattern]);
    const model = this.known ? undefined : this.models.get(likeness);
    if (model) {
      const copy = model.item.duplicate().setTitle(question.title);
      if (help !== model.help) copy.setHelpText(help);
      this.put(question.id, copy);
      return;
    }
    const old = this.existing(question.id, ITEM_TYPES[type]);
    const labels = (options ?? []).map((option) => option.label);
    const item = this.typed(question, old, labels);
    item.setTitle(question.title);
    if (old || help !== '') item.setHelpText(help);
    if (old || required) item.setRequired(required);
    this.put(question.id, item);
    this.models.set(likeness, { item, help });
  }

  private typed(question: Question, old: GoogleAppsScript.Forms.Item | null, labels: string[]) {
    switch (question.type) {
      case 'paragraph':
        return old ? old.asParagraphTextItem() : this.form.addParagraphTextItem();
      case 'date':
        return old ? old.asDateItem() : this.form.addDateItem();
      case 'choice':
        return (old ? old.asMultipleChoiceItem() : this.form.addMultipleChoiceItem()).setChoiceValues(labels);
      case 'dropdown':
        return (old ? old.asListItem() : this.form.addListItem()).setChoiceValues(labels);
      case 'checkboxes':
        return (old ? old.asCheckboxItem() : this.form.addCheckboxItem()).setChoiceValues(labels);
      case 'scale': {
        const scale = old ? old.asScaleItem() : this.form.addScaleItem();
        if (question.range) scale.setBounds(question.range.min, question.range.max);
        return question.ends ? scale.setLabels(question.ends.low, question.ends.high) : scale;
      }
      default: {
        const text = old ? old.asTextItem() : this.form.addTextItem();
        const rule = validation(question);
        return rule ? text.setValidation(rule) : text;
      }
    }
  }

  /** A page break says where the page *before* it leads (Forms' own rule). */
  private leadOn(target: string, breaks: ReadonlyMap<string, PageBreak>, at: PageBreak | undefined): void {
    const page = breaks.get(target);
    if (page) at?.setGoToPage(page);
    else at?.setGoToPage(FormApp.PageNavigationType.SUBMIT);
  }

  private branches(question: Question, options: readonly Option[], breaks: ReadonlyMap<string, PageBreak>): void {
    const id = this.placed[question.id];
    const item = id === undefined ? null : this.form.getItemById(id);
    if (!item) return;
    const choosable = question.type === 'dropdown' ? item.asListItem() : item.asMultipleChoiceItem();
    choosable.setChoices(
      options.map((option) => {
        const page = option.goTo ? breaks.get(option.goTo) : undefined;
        if (page) return choosable.createChoice(option.label, page);
        const way = option.goTo === 'submit' ? FormApp.PageNavigationType.SUBMIT : FormApp.PageNavigationType.CONTINUE;
        return choosable.createChoice(option.label, way);
      }),
    );
  }

  /** Questions of ours that are no longer declared; what a coordinator has added herself stays. */
  private removeOthers(): void {
    const wanted = new Set(Object.values(this.placed));
    for (const id of Object.values(this.known ?? {})) {
      const item = wanted.has(id) ? null : this.form.getItemById(id);
      if (item) this.form.deleteItem(item);
    }
  }
}

/** The tab that a form has just got for its answers. */
function newSheet(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  before: ReadonlySet<number>,
): GoogleAppsScript.Spreadsheet.Sheet | null {
  SpreadsheetApp.flush();
  return spreadsheet.getSheets().find((sheet) => !before.has(sheet.getSheetId())) ?? null;
}

/** In a copy the tabs of answers are linked to forms of the original or to copies of them: they stay as they are, and receive nothing more. */
export function detachForms(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): void {
  for (const sheet of spreadsheet.getSheets()) {
    const url = sheet.getFormUrl();
    if (url === null) continue;
    FormApp.openByUrl(url).removeDestination();
    sheet.setName(`${sheet.getName()} (från originalet)`);
  }
}

/** Null where nobody can open it any more: it has been deleted for good. */
function opened(formId: string): Form | null {
  try {
    return FormApp.openById(formId);
  } catch (error) {
    // Any other fault passes: a form must not be made anew since a service had a bad moment.
    if (String(error).includes('No item with the given ID')) return null;
    throw error;
  }
}

/** The form of the id as it is, or a new one with the title where there is none. */
export function formToBuild(formId: string | undefined, title: string): Form {
  return (formId === undefined ? null : opened(formId)) ?? FormApp.create(title);
}

/** True where nothing that was built has been taken away. Two calls, where asking item by item would take a hundred. */
export function isWhole({ formId, items }: FormHandle): boolean {
  const there = new Set(
    opened(formId)
      ?.getItems()
      .map((item) => item.getId()),
  );
  return Object.values(items).every((id) => there.has(id));
}

/** The sheet to which the form sends its answers, where an installation that was cut off has come that far. */
function sheetOf(spreadsheet: Spreadsheet, form: Form): Sheet | null {
  const isOfForm = (sheet: Sheet): boolean => {
    const url = sheet.getFormUrl();
    return url !== null && FormApp.openByUrl(url).getId() === form.getId();
  };
  return spreadsheet.getSheets().find(isOfForm) ?? null;
}

function sendAnswersTo(spreadsheet: Spreadsheet, form: Form, title: string, isBegun: boolean): number | null {
  const before = new Set(spreadsheet.getSheets().map((sheet) => sheet.getSheetId()));
  let sheet = isBegun ? sheetOf(spreadsheet, form) : null;
  if (sheet === null) {
    form.setDestination(FormApp.DestinationType.SPREADSHEET, spreadsheet.getId());
    sheet = newSheet(spreadsheet, before);
  }
  const name = `Svar: ${title}`.slice(0, 90);
  // Answers of an earlier installation may stand there: then the sheet keeps the name that it was given.
  if (spreadsheet.getSheetByName(name) === null) sheet?.setName(name);
  sheet?.hideSheet();
  return sheet?.getSheetId() ?? null;
}

/**
 * Brings a form's questions up to its declaration. Running it again changes nothing.
 * @param known ids of the items as remembered: none where the form has just been made, or where the building of it was cut off
 * @param isBegun false for one that has just been made, which saves asking what it has
 */
export function buildItems(declaration: FormDeclaration, form: Form, known: Items, isBegun: boolean): Items {
  const isBuilt = Object.keys(known).length > 0;
  if (isBegun && !isBuilt) for (const item of form.getItems()) form.deleteItem(item);
  return new Builder(form, isBuilt ? known : null).build(declaration);
}

/** The sheet of a form's answers, which is made where the declaration asks for one; null where it asks for none. */
export function answersSheet(
  { destination, title }: FormDeclaration,
  form: Form,
  known: number | null,
  isBegun: boolean,
): number | null {
  if (destination !== 'workbook' || known !== null) return known;
  return sendAnswersTo(SpreadsheetApp.getActiveSpreadsheet(), form, title, isBegun);
}

/** Opens a form to those who answer it. */
export function publish(form: Form): void {
  if (form.supportsAdvancedResponderPermissions()) form.setPublished(true);
}

/** The moment at which a clock of the script's zone shows these minutes. */
function localDate(minutes: number): Date {
  const shown = new Date(minutes * 60_000);
  const [year, month, day] = [shown.getUTCFullYear(), shown.getUTCMonth(), shown.getUTCDate()];
  return new Date(year, month, day, shown.getUTCHours(), shown.getUTCMinutes());
}

/** Answers by question id since a moment in minutes of local time since 1970, oldest first. One call. */
export function answersSince(built: FormHandle, since: number): FormAnswer[] {
  const byItem = new Map(Object.entries(built.items).map(([key, id]) => [id, key]));
  return FormApp.openById(built.formId)
    .getResponses(localDate(since))
    .map((response) => responseAnswers(response, byItem));
}

/** What stands in the row of an answer, by the tab's headings. Two calls. */
export function answersInRow(range: GoogleAppsScript.Spreadsheet.Range): Record<string, string[]> {
  const sheet = range.getSheet();
  const textsOf = (row: number): string[] => sheet.getRange(`${row}:${row}`).getDisplayValues()[0] ?? [];
  const texts = textsOf(range.getRow());
  return Object.fromEntries(textsOf(1).map((heading, column) => [heading, [texts[column] ?? '']]));
}

/** A row of answers bears its response's time, in whole seconds. */
const SAME_MOMENT = 1000;

/** Deletes answers for good, in the form and in the tab where they landed, and says how many. */
export function forgetAnswers(
  built: FormHandle & { readonly sheetId: number | null },
  isToGo: (answer: FormAnswer) => boolean,
): number {
  const byItem = new Map(Object.entries(built.items).map(([key, id]) => [id, key]));
  const form = FormApp.openById(built.formId);
  const going = form.getResponses().filter((response) => isToGo(responseAnswers(response, byItem)));
  const times = going.map((response) => response.getTimestamp().getTime());
  for (const response of going) form.deleteResponse(response.getId());
  const sheets = built.sheetId === null ? [] : SpreadsheetApp.getActiveSpreadsheet().getSheets();
  const sheet = times.length === 0 ? undefined : sheets.find((one) => one.getSheetId() === built.sheetId);
  const rows = sheet?.getDataRange().getValues() ?? [];
  for (let row = rows.length; row > 1; row -= 1) {
    const at: unknown = rows[row - 1]?.[0];
    if (at instanceof Date && times.some((time) => Math.abs(time - at.getTime()) < SAME_MOMENT)) sheet?.deleteRow(row);
  }
  return going.length;
}

export function responseAnswers(
  response: GoogleAppsScript.Forms.FormResponse,
  byItem: ReadonlyMap<number, string>,
): FormAnswer {
  const answers: Record<string, string | readonly string[]> = {};
  for (const one of response.getItemResponses()) {
    const key = byItem.get(one.getItem().getId());
    const value = one.getResponse();
    if (key === undefined) continue;
    answers[key] = Array.isArray(value) ? value.map(String) : String(value);
  }
  return { at: localMoment(new Date(response.getTimestamp().getTime())), answers };
}

/** The form's address with the unit's code filled in by `code`; the bare address where the form asks for none. */
export function prefilledLink(form: Form, codeItem: number | undefined, code: string): string {
  if (codeItem === undefined) return form.getPublishedUrl();
  return form
    .createResponse()
    .withItemResponse(form.getItemById(codeItem).asTextItem().createResponse(code))
    .toPrefilledUrl();
}
