import { writeResponse } from '../../form/destination.ts';
import type { Answer, Form, FormResponse as FormResponseRecord, Grade } from '../../form/form.ts';
import { type FormItem, type ItemKind, isQuestion } from '../../form/item.ts';
import { editResponseUrl, prefilledUrl } from '../../form/links.ts';
import { storeResponse } from '../../form/submission.ts';
import { ApiError, type World } from '../../runtime/contract.ts';
import type { FormAccess } from './access.ts';
import type { ItemHandle } from './item-handle.ts';
import { ItemResponse } from './item-response.ts';
import { responseBookOf } from './response-book.ts';

/** Unanswered questions of these kinds still give an item response, with an empty text (reference: FormResponse). */
const EMPTY_TEXT: ReadonlySet<ItemKind> = new Set<ItemKind>(['TEXT', 'PARAGRAPH_TEXT', 'DATE', 'TIME']);

/** What a handle of a sent response knows from the moment it was made. */
export interface SentResponse {
  readonly id: string;
  readonly timestamp: number;
  readonly email: string | null;
  readonly answers: ReadonlyMap<number, Answer>;
  readonly grades: Readonly<Record<string, Grade>>;
}

/** A copy of a stored response for a handle. Make it where the store is read: later edits must not reach it. */
export function sentOf(record: FormResponseRecord): SentResponse {
  const { id, timestamp, email, grades } = record;
  return {
    id,
    timestamp,
    email,
    grades: { ...grades },
    answers: new Map(record.answers.map((given) => [given.item, given.answer])),
  };
}

/** Writes a response into its row of the response sheet, if the form has one. */
function writeToSheet(world: World, form: Form, response: FormResponseRecord): void {
  const book = form.destination && responseBookOf(world, form.destination.spreadsheetId);
  if (book) writeResponse(form, book, response);
}

/** A response, sent or being made by the script (reference: forms/FormResponse). */
export class FormResponse {
  static readonly api = 'Forms.FormResponse';
  private readonly access: FormAccess;
  private readonly sent: SentResponse | null;
  private readonly draft = new Map<number, Answer>();
  private submitted = false;
  /** Grades set by the script that `Form.submitGrades` has not stored yet. */
  readonly newGrades = new Map<number, Grade>();

  constructor(access: FormAccess, sent: SentResponse | null) {
    this.access = access;
    this.sent = sent;
  }

  private get answers(): ReadonlyMap<number, Answer> {
    return this.sent?.answers ?? this.draft;
  }

  private items(member: string): FormItem[] {
    return this.access.read(`FormResponse.${member}`, (form) => [...form.items]);
  }

  private responseOf(item: FormItem): ItemResponse | null {
    const answer = this.answers.get(item.id);
    const grade = this.newGrades.get(item.id) ?? this.sent?.grades[String(item.id)];
    if (answer !== undefined) return new ItemResponse(this.access, item.id, answer, grade);
    return EMPTY_TEXT.has(item.kind) ? new ItemResponse(this.access, item.id, '', grade) : null;
  }

  private gradableOf(item: FormItem): ItemResponse | null {
    if (!isQuestion(item) || item.points === 0) return null;
    return this.responseOf(item) ?? new ItemResponse(this.access, item.id, null, this.sent?.grades[String(item.id)]);
  }

  getEditResponseUrl(): string | null {
    const { sent } = this;
    return sent && this.access.read('FormResponse.getEditResponseUrl', (form) => editResponseUrl(form, sent.id));
  }

  getGradableItemResponses(): ItemResponse[] {
    return this.items('getGradableItemResponses').flatMap((item) => this.gradableOf(item) ?? []);
  }

  getGradableResponseForItem(item: ItemHandle<FormItem>): ItemResponse | null {
    const found = this.items('getGradableResponseForItem').find(({ id }) => id === item.itemId);
    return found ? this.gradableOf(found) : null;
  }

  getId(): string | null {
    return this.sent?.id ?? null;
  }

  getItemResponses(): ItemResponse[] {
    return this.items('getItemResponses').flatMap((item) => this.responseOf(item) ?? []);
  }

  getRespondentEmail(): string | null {
    return this.sent ? (this.sent.email ?? '') : null;
  }

  getResponseForItem(item: ItemHandle<FormItem>): ItemResponse | null {
    const found = this.items('getResponseForItem').find(({ id }) => id === item.itemId);
    return found && this.answers.has(found.id) ? this.responseOf(found) : null;
  }

  getTimestamp(): Date | null {
    return this.sent && new Date(this.sent.timestamp);
  }

  submit(): FormResponse {
    if (this.sent || this.submitted) throw new ApiError('This response has already been submitted.');
    const { world, activeUser, effectiveUser } = this.access.execution;
    const record = this.access.change('FormResponse.submit', (form, store) => {
      if (!form.published || !form.acceptingResponses) {
        throw new ApiError('This form is currently not accepting responses.');
      }
      const answers = form.items.flatMap(({ id }) => {
        const answer = this.draft.get(id);
        return answer === undefined ? [] : [{ item: id, answer }];
      });
      const email = form.collectEmail ? activeUser || effectiveUser : null;
      const response = storeResponse(store, form, answers, email, this.access.execution.now());
      writeToSheet(world, form, response);
      return sentOf(response);
    });
    this.submitted = true;
    return new FormResponse(this.access, record);
  }

  toPrefilledUrl(): string {
    const given = [...this.answers].map(([item, answer]) => ({ item, answer }));
    return this.access.read('FormResponse.toPrefilledUrl', (form) => prefilledUrl(form, given));
  }

  withItemGrade(gradedResponse: ItemResponse): this {
    this.newGrades.set(gradedResponse.itemId, gradedResponse.grade);
    return this;
  }

  withItemResponse(response: ItemResponse): this {
    if (this.sent || this.submitted) throw new ApiError('This response has already been submitted.');
    if (response.answer !== null) this.draft.set(response.itemId, response.answer);
    return this;
  }
}
