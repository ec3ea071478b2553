import { createHash } from 'node:crypto';
import type { Attachment, Mail } from '../runtime/api.ts';
import { ApiError, type Execution } from '../runtime/contract.ts';
import { Blob } from './blob.ts';
import { mailFrom, mailOptions, sendMail } from './mail.ts';
import { mailOf } from './mail-store.ts';

const SCOPE = 'https://mail.google.com/';

/** A file in a message (reference: gmail/GmailAttachment). */
export class GmailAttachment extends Blob {
  static override readonly api = 'Gmail.GmailAttachment';

  constructor({ name, contentType, content }: Attachment) {
    super(content, contentType, name);
  }

  getHash(): string {
    return createHash('sha1').update(this.bytes).digest('hex');
  }

  getSize(): number {
    return this.bytes.length;
  }
}

/** A message, sent or being written (reference: gmail/GmailMessage). What it says was loaded with it. */
export class GmailMessage {
  static readonly api = 'Gmail.GmailMessage';
  private readonly mail: Mail;
  private readonly draft: boolean;

  constructor(mail: Mail, draft: boolean) {
    this.mail = mail;
    this.draft = draft;
  }

  getAttachments(options: { includeInlineImages?: unknown; includeAttachments?: unknown } = {}): GmailAttachment[] {
    const files = options.includeAttachments === false ? [] : this.mail.attachments;
    const images = options.includeInlineImages === false ? [] : this.mail.inlineImages;
    return [...images, ...files].map((file) => new GmailAttachment(file));
  }

  getBcc(): string {
    return this.mail.bcc.join(', ');
  }

  /** The HTML; of a plain message its text with the line breaks that Gmail puts in. */
  getBody(): string {
    const { html, text } = this.mail;
    return html || text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>\r\n');
  }

  getCc(): string {
    return this.mail.cc.join(', ');
  }

  getDate(): Date {
    return new Date(this.mail.at);
  }

  getFrom(): string {
    const { from, fromName } = this.mail;
    return fromName ? `${fromName} <${from}>` : from;
  }

  getId(): string {
    return this.mail.id;
  }

  getPlainBody(): string {
    return this.mail.text;
  }

  getReplyTo(): string {
    return this.mail.replyTo;
  }

  getSubject(): string {
    return this.mail.subject;
  }

  getTo(): string {
    return this.mail.to.join(', ');
  }

  isDraft(): boolean {
    return this.draft;
  }
}

/** A message that has not been sent (reference: gmail/GmailDraft). */
export class GmailDraft {
  static readonly api = 'Gmail.GmailDraft';
  private readonly execution: Execution;
  private readonly id: string;

  constructor(execution: Execution, id: string) {
    this.execution = execution;
    this.id = id;
  }

  private find(): Mail {
    const found = mailOf(this.execution.world).drafts.find(({ id }) => id === this.id);
    if (!found) throw new ApiError('Invalid argument: draftId');
    return found;
  }

  private read(method: string): Mail {
    return this.execution.backend({ kind: 'mail-box', method: `GmailDraft.${method}` }, () => this.find());
  }

  deleteDraft(): void {
    this.execution.backend({ kind: 'mail-box', method: 'GmailDraft.deleteDraft' }, () => {
      mailOf(this.execution.world).removeDraft(this.find().id);
    });
  }

  getId(): string {
    return this.id;
  }

  getMessage(): GmailMessage {
    return new GmailMessage(this.read('getMessage'), true);
  }

  getMessageId(): string {
    return this.read('getMessageId').id;
  }

  send(): GmailMessage {
    const sent = sendMail(this.execution, 'GmailDraft.send', this.read('getMessage'));
    this.deleteDraft();
    return new GmailMessage(sent, false);
  }

  update(...args: readonly unknown[]): this {
    const mail = mailFrom(this.execution, mailOptions(args));
    this.execution.backend({ kind: 'mail-box', method: 'GmailDraft.update' }, () => {
      mailOf(this.execution.world).keepDraft({ ...mail, id: this.find().id });
    });
    return this;
  }
}

/** The parts of Gmail that send and keep drafts (reference: gmail/GmailApp). */
export class GmailApp {
  static readonly api = 'Gmail.GmailApp';
  private readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  getAliases(): string[] {
    this.execution.requireScope('GmailApp.getAliases', SCOPE);
    return [];
  }

  sendEmail(...args: readonly unknown[]): this {
    this.execution.requireScope('GmailApp.sendEmail', SCOPE);
    sendMail(this.execution, 'GmailApp.sendEmail', mailFrom(this.execution, mailOptions(args)));
    return this;
  }

  createDraft(...args: readonly unknown[]): GmailDraft {
    const { execution } = this;
    execution.requireScope('GmailApp.createDraft', SCOPE);
    const mail = mailFrom(execution, mailOptions(args));
    const id = execution.backend({ kind: 'mail-box', method: 'GmailApp.createDraft' }, () => {
      const kept = { ...mail, id: `r${execution.world.newId(16)}` };
      mailOf(execution.world).keepDraft(kept);
      return kept.id;
    });
    return new GmailDraft(execution, id);
  }

  private drafts(method: string): readonly Mail[] {
    const { execution } = this;
    execution.requireScope(`GmailApp.${method}`, SCOPE);
    return execution.backend({ kind: 'mail-box', method: `GmailApp.${method}` }, () => [
      ...mailOf(execution.world).drafts,
    ]);
  }

  getDrafts(): GmailDraft[] {
    return this.drafts('getDrafts').map(({ id }) => new GmailDraft(this.execution, id));
  }

  getDraft(draftId: string): GmailDraft {
    if (!this.drafts('getDraft').some(({ id }) => id === draftId)) throw new ApiError('Invalid argument: draftId');
    return new GmailDraft(this.execution, draftId);
  }

  getDraftMessages(): GmailMessage[] {
    return this.drafts('getDraftMessages').map((mail) => new GmailMessage(mail, true));
  }
}
