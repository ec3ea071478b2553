import { link, unlink } from '../../form/destination.ts';
import type { Form as FormRecord } from '../../form/form.ts';
import type { FormItem, ItemKind } from '../../form/item.ts';
import { editUrl, publishedUrl, summaryUrl } from '../../form/links.ts';
import { indexOfItem, moveItem, removeItem } from '../../form/store.ts';
import { ApiError, type EnumValue } from '../../runtime/contract.ts';
import { enumValue } from '../../runtime/signatures.ts';
import { User } from '../session.ts';
import type { FormAccess } from './access.ts';
import { CheckboxItem, ListItem, MultipleChoiceItem } from './choice-items.ts';
import { DateItem, DateTimeItem, DurationItem, TimeItem } from './date-items.ts';
import { FormResponse, sentOf } from './form-response.ts';
import { CheckboxGridItem, GridItem } from './grid-items.ts';
import { Item } from './item.ts';
import type { ItemHandle } from './item-handle.ts';
import { ImageItem, PageBreakItem, SectionHeaderItem, VideoItem } from './layout-items.ts';
import { responseBookOf } from './response-book.ts';
import { RatingItem, ScaleItem } from './scale-items.ts';
import { ParagraphTextItem, TextItem } from './text-items.ts';

type Setting = {
  [K in keyof FormRecord]: FormRecord[K] extends boolean ? K : never;
}[keyof FormRecord];

const address = (user: string | User) => (typeof user === 'string' ? user : user.getEmail());

/** A form (reference: forms/Form). */
export class Form {
  static readonly api = 'Forms.Form';
  readonly access: FormAccess;

  constructor(access: FormAccess) {
    this.access = access;
  }

  private read<T>(member: string, look: (form: FormRecord) => T): T {
    return this.access.read(`Form.${member}`, look);
  }

  private change(member: string, change: (form: FormRecord) => void): this {
    this.access.change(`Form.${member}`, change);
    return this;
  }

  private set(member: string, setting: Setting, value: boolean): this {
    return this.change(member, (form) => {
      form[setting] = value;
    });
  }

  private add<T>(member: string, kind: ItemKind, made: new (access: FormAccess, itemId: number) => T): T {
    return new made(
      this.access,
      this.access.change(`Form.${member}`, (form, store) => store.addItem(form, kind).id),
    );
  }

  addCheckboxGridItem(): CheckboxGridItem {
    return this.add('addCheckboxGridItem', 'CHECKBOX_GRID', CheckboxGridItem);
  }
  addCheckboxItem(): CheckboxItem {
    return this.add('addCheckboxItem', 'CHECKBOX', CheckboxItem);
  }
  addDateItem(): DateItem {
    return this.add('addDateItem', 'DATE', DateItem);
  }
  addDateTimeItem(): DateTimeItem {
    return this.add('addDateTimeItem', 'DATETIME', DateTimeItem);
  }
  addDurationItem(): DurationItem {
    return this.add('addDurationItem', 'DURATION', DurationItem);
  }
  addGridItem(): GridItem {
    return this.add('addGridItem', 'GRID', GridItem);
  }
  addImageItem(): ImageItem {
    return this.add('addImageItem', 'IMAGE', ImageItem);
  }
  addListItem(): ListItem {
    return this.add('addListItem', 'LIST', ListItem);
  }
  addMultipleChoiceItem(): MultipleChoiceItem {
    return this.add('addMultipleChoiceItem', 'MULTIPLE_CHOICE', MultipleChoiceItem);
  }
  addPageBreakItem(): PageBreakItem {
    return this.add('addPageBreakItem', 'PAGE_BREAK', PageBreakItem);
  }
  addParagraphTextItem(): ParagraphTextItem {
    return this.add('addParagraphTextItem', 'PARAGRAPH_TEXT', ParagraphTextItem);
  }
  addRatingItem(): RatingItem {
    return this.add('addRatingItem', 'RATING', RatingItem);
  }
  addScaleItem(): ScaleItem {
    return this.add('addScaleItem', 'SCALE', ScaleItem);
  }
  addSectionHeaderItem(): SectionHeaderItem {
    return this.add('addSectionHeaderItem', 'SECTION_HEADER', SectionHeaderItem);
  }
  addTextItem(): TextItem {
    return this.add('addTextItem', 'TEXT', TextItem);
  }
  addTimeItem(): TimeItem {
    return this.add('addTimeItem', 'TIME', TimeItem);
  }
  addVideoItem(): VideoItem {
    return this.add('addVideoItem', 'VIDEO', VideoItem);
  }

  getItems(itemType?: EnumValue): Item[] {
    const items = this.read('getItems', (form) =>
      form.items
        .filter((item) => itemType === undefined || item.kind === itemType.name)
        .map(({ id, kind }) => ({ id, kind })),
    );
    return items.map(({ id, kind }) => new Item(this.access, id, kind));
  }

  getItemById(id: number): Item | null {
    const kind = this.read('getItemById', (form) => form.items.find((item) => item.id === id)?.kind ?? null);
    return kind && new Item(this.access, id, kind);
  }

  deleteItem(which: number | ItemHandle<FormItem>): void {
    this.change('deleteItem', (form) => removeItem(form, this.indexIn(form, which)));
  }

  moveItem(which: number | ItemHandle<FormItem>, toIndex: number): Item {
    const moved = this.access.change('Form.moveItem', (form) => {
      const from = this.indexIn(form, which);
      if (toIndex < 0 || toIndex >= form.items.length) throw new ApiError('Invalid argument: toIndex');
      return moveItem(form, from, toIndex);
    });
    if (!moved) throw new ApiError('Invalid argument: from');
    return new Item(this.access, moved.id, moved.kind);
  }

  private indexIn(form: FormRecord, which: number | ItemHandle<FormItem>): number {
    const index = typeof which === 'number' ? which : indexOfItem(form, which.itemId);
    if (!form.items[index]) throw new ApiError('Invalid argument: index');
    return index;
  }

  createResponse(): FormResponse {
    return new FormResponse(this.access, null);
  }

  getResponse(responseId: string): FormResponse {
    const sent = this.read('getResponse', (form) => {
      const record = form.responses.find(({ id }) => id === responseId);
      return record ? sentOf(record) : null;
    });
    if (!sent) throw new ApiError('Invalid response ID.');
    return new FormResponse(this.access, sent);
  }

  getResponses(timestamp?: Date): FormResponse[] {
    const since = timestamp?.getTime();
    const records = this.read('getResponses', (form) =>
      form.responses
        .filter((response) => since === undefined || response.timestamp > since)
        .sort((a, b) => a.timestamp - b.timestamp)
        .map(sentOf),
    );
    return records.map((sent) => new FormResponse(this.access, sent));
  }

  deleteAllResponses(): this {
    return this.change('deleteAllResponses', (form) => {
      form.responses = [];
    });
  }

  deleteResponse(responseId: string): this {
    return this.change('deleteResponse', (form) => {
      if (!form.responses.some(({ id }) => id === responseId)) throw new ApiError('Invalid response ID.');
      form.responses = form.responses.filter(({ id }) => id !== responseId);
    });
  }

  submitGrades(responses: readonly FormResponse[]): this {
    return this.change('submitGrades', (form) => {
      for (const graded of responses) {
        const record = form.responses.find(({ id }) => id === graded.getId());
        for (const [item, grade] of graded.newGrades) if (record) record.grades[String(item)] = grade;
      }
    });
  }

  setDestination(type: EnumValue, id: string): this {
    const { world } = this.access.execution;
    return this.change('setDestination', (form) => {
      const book = type.name === 'SPREADSHEET' ? responseBookOf(world, id) : null;
      if (!book) throw new ApiError('Invalid argument: id');
      if (form.destination?.spreadsheetId === id) return;
      unlink(form, form.destination && responseBookOf(world, form.destination.spreadsheetId));
      link(form, book, id);
    });
  }

  removeDestination(): this {
    const { world } = this.access.execution;
    return this.change('removeDestination', (form) => {
      unlink(form, form.destination && responseBookOf(world, form.destination.spreadsheetId));
    });
  }

  getDestinationId(): string {
    return this.destination('getDestinationId').spreadsheetId;
  }

  getDestinationType(): EnumValue {
    this.destination('getDestinationType');
    return enumValue('Forms.DestinationType', 'SPREADSHEET');
  }

  private destination(member: string) {
    const destination = this.read(member, (form) => form.destination);
    if (!destination) throw new ApiError('The form currently has no response destination.');
    return destination;
  }

  getId(): string {
    return this.access.id;
  }
  getTitle(): string {
    return this.read('getTitle', (form) => form.title);
  }
  setTitle(title: string): this {
    return this.change('setTitle', (form) => {
      form.title = title;
    });
  }
  getDescription(): string {
    return this.read('getDescription', (form) => form.description);
  }
  setDescription(description: string): this {
    return this.change('setDescription', (form) => {
      form.description = description;
    });
  }
  getConfirmationMessage(): string {
    return this.read('getConfirmationMessage', (form) => form.confirmationMessage);
  }
  setConfirmationMessage(message: string): this {
    return this.change('setConfirmationMessage', (form) => {
      form.confirmationMessage = message;
    });
  }
  getCustomClosedFormMessage(): string {
    return this.read('getCustomClosedFormMessage', (form) => form.closedMessage);
  }
  setCustomClosedFormMessage(message: string): this {
    return this.change('setCustomClosedFormMessage', (form) => {
      form.closedMessage = message;
    });
  }
  getEditUrl(): string {
    return this.read('getEditUrl', editUrl);
  }
  getPublishedUrl(): string {
    return this.read('getPublishedUrl', publishedUrl);
  }
  getSummaryUrl(): string {
    return this.read('getSummaryUrl', summaryUrl);
  }
  shortenFormUrl(url: string): string {
    const code = this.read('shortenFormUrl', (form) => form.publishedId.slice(-17));
    if (!url.includes('docs.google.com/forms/')) throw new ApiError('Invalid argument: url');
    return `https://forms.gle/${code}`;
  }

  canEditResponse(): boolean {
    return this.read('canEditResponse', (form) => form.allowResponseEdits);
  }
  setAllowResponseEdits(enabled: boolean): this {
    return this.set('setAllowResponseEdits', 'allowResponseEdits', enabled);
  }
  collectsEmail(): boolean {
    return this.read('collectsEmail', (form) => form.collectEmail);
  }
  setCollectEmail(collect: boolean): this {
    return this.set('setCollectEmail', 'collectEmail', collect);
  }
  requiresLogin(): boolean {
    return this.read('requiresLogin', (form) => form.requireLogin);
  }
  setRequireLogin(requireLogin: boolean): this {
    return this.set('setRequireLogin', 'requireLogin', requireLogin);
  }
  hasLimitOneResponsePerUser(): boolean {
    return this.read('hasLimitOneResponsePerUser', (form) => form.limitOneResponse);
  }
  setLimitOneResponsePerUser(enabled: boolean): this {
    return this.set('setLimitOneResponsePerUser', 'limitOneResponse', enabled);
  }
  hasProgressBar(): boolean {
    return this.read('hasProgressBar', (form) => form.progressBar);
  }
  setProgressBar(enabled: boolean): this {
    return this.set('setProgressBar', 'progressBar', enabled);
  }
  hasRespondAgainLink(): boolean {
    return this.read('hasRespondAgainLink', (form) => form.respondAgainLink);
  }
  setShowLinkToRespondAgain(enabled: boolean): this {
    return this.set('setShowLinkToRespondAgain', 'respondAgainLink', enabled);
  }
  getShuffleQuestions(): boolean {
    return this.read('getShuffleQuestions', (form) => form.shuffleQuestions);
  }
  setShuffleQuestions(shuffle: boolean): this {
    return this.set('setShuffleQuestions', 'shuffleQuestions', shuffle);
  }
  isPublishingSummary(): boolean {
    return this.read('isPublishingSummary', (form) => form.publishingSummary);
  }
  setPublishingSummary(enabled: boolean): this {
    return this.set('setPublishingSummary', 'publishingSummary', enabled);
  }
  isQuiz(): boolean {
    return this.read('isQuiz', (form) => form.quiz);
  }
  setIsQuiz(enabled: boolean): this {
    return this.set('setIsQuiz', 'quiz', enabled);
  }

  isAcceptingResponses(): boolean {
    return this.read('isAcceptingResponses', (form) => form.published && form.acceptingResponses);
  }
  setAcceptingResponses(enabled: boolean): this {
    return this.change('setAcceptingResponses', (form) => {
      if (enabled && !form.published) throw new ApiError('Cannot accept responses on an unpublished form.');
      form.acceptingResponses = enabled;
    });
  }
  isPublished(): boolean {
    return this.read('isPublished', (form) => form.published);
  }
  setPublished(enabled: boolean): this {
    return this.change('setPublished', (form) => {
      form.published = enabled;
      form.acceptingResponses = enabled;
    });
  }
  supportsAdvancedResponderPermissions(): boolean {
    return true;
  }

  getEditors(): User[] {
    return this.read('getEditors', (form) => form.editors).map((email) => new User(email));
  }
  addEditor(user: string | User): this {
    return this.addEditors([address(user)]);
  }
  addEditors(emailAddresses: readonly string[]): this {
    return this.change('addEditors', (form) => {
      form.editors = [...new Set([...form.editors, ...emailAddresses])];
    });
  }
  removeEditor(user: string | User): this {
    return this.change('removeEditor', (form) => {
      form.editors = form.editors.filter((editor) => editor !== address(user));
    });
  }
  getPublishedReaders(): User[] {
    return this.read('getPublishedReaders', (form) => form.publishedReaders).map((email) => new User(email));
  }
  addPublishedReader(user: string | User): this {
    return this.addPublishedReaders([address(user)]);
  }
  addPublishedReaders(emailAddresses: readonly string[]): this {
    return this.change('addPublishedReaders', (form) => {
      form.publishedReaders = [...new Set([...form.publishedReaders, ...emailAddresses])];
    });
  }
  removePublishedReader(user: string | User): this {
    return this.change('removePublishedReader', (form) => {
      form.publishedReaders = form.publishedReaders.filter((reader) => reader !== address(user));
    });
  }
}
