import type { Attachment, Mail } from '../runtime/api.ts';
import { ApiError, type Execution } from '../runtime/contract.ts';
import { type Blob, isBlobSource } from './blob.ts';
import { mailOf } from './mail-store.ts';

const MAX_RECIPIENTS = 50;
const MAX_ATTACHMENTS = 250;
const MAX_ATTACHMENT_BYTES = 25 * 1024 * 1024;
const MAX_BODY_BYTES = 200 * 1024;
const MAX_SUBJECT = 250;
const ADDRESS = /^[^\s@<>",;:()[\]\\]+@[^\s@<>",;:()[\]\\.]+(\.[^\s@<>",;:()[\]\\.]+)*$/u;

const MAIL_SCOPE = 'script.send_mail';

/** Splits a list of addresses at commas and semicolons outside quotes; `Name <a@b>` gives the address. */
function addressesOf(list: string): string[] {
  const parts = list.match(/(?:"[^"]*"|[^,;"])+/g) ?? [];
  const found: string[] = [];
  for (const part of parts) {
    const trimmed = part.trim();
    if (trimmed === '') continue;
    const address = /<([^<>]*)>\s*$/.exec(trimmed)?.[1]?.trim() ?? trimmed;
    if (!ADDRESS.test(address)) throw new ApiError(`Invalid email: ${trimmed}`);
    found.push(address);
  }
  return found;
}

/** What a script asks to send, under the names of the published options. */
type Options = Readonly<Record<string, unknown>>;

const textOf = (options: Options, name: string): string => {
  const value = options[name];
  return value === undefined || value === null ? '' : String(value);
};

function attachmentOf(blob: Blob, number: number): Attachment {
  return {
    name: blob.name ?? `Attachment${number + 1}`,
    contentType: blob.contentType ?? 'application/octet-stream',
    content: blob.bytes,
  };
}

/** A file told as `{ fileName, mimeType, content }`: the documentation no longer shows it, but older scripts have it. */
function describedFile(source: unknown): Attachment | null {
  if (typeof source !== 'object' || source === null || !('fileName' in source && 'content' in source)) return null;
  const { fileName, content } = source;
  const bytes = Array.isArray(content) ? Int8Array.from(content) : Buffer.from(String(content));
  const contentType = 'mimeType' in source ? String(source.mimeType) : 'application/octet-stream';
  return { name: String(fileName), contentType, content: Uint8Array.from(bytes) };
}

function attachmentsOf(options: Options): Attachment[] {
  const given = options.attachments;
  const listed = Array.isArray(given) ? given : given === undefined || given === null ? [] : [given];
  const attachments = listed.map((source: unknown, number) => {
    if (isBlobSource(source)) return attachmentOf(source.getBlob(), number);
    const described = describedFile(source);
    if (!described) throw new ApiError('Invalid argument: attachments');
    return described;
  });
  const size = attachments.reduce((sum, attachment) => sum + attachment.content.length, 0);
  if (attachments.length > MAX_ATTACHMENTS) throw new ApiError('Limit exceeded: Email Attachments Per Message.');
  if (size > MAX_ATTACHMENT_BYTES) throw new ApiError('Limit exceeded: Email Total Attachments Size.');
  return attachments;
}

function inlineImagesOf(options: Options): Mail['inlineImages'] {
  const images = options.inlineImages;
  if (typeof images !== 'object' || images === null) return [];
  return Object.entries(images).map(([contentId, source]: [string, unknown], number) => {
    if (!isBlobSource(source)) throw new ApiError('Invalid argument: inlineImages');
    return { ...attachmentOf(source.getBlob(), number), contentId };
  });
}

/** Text for readers that show no HTML. */
function plainFromHtml(html: string): string {
  return html
    .replace(/<(style|script)[\s\S]*?<\/\1>/gi, '')
    .replace(/<br\s*\/?>|<\/(p|div|li|tr|h[1-6])>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .trim();
}

/** Reads what a script asks to send. Throws ApiError for a wrong address and for what is over the limits. */
export function mailFrom(execution: Execution, options: Options): Mail {
  const to = addressesOf(textOf(options, 'to'));
  const cc = addressesOf(textOf(options, 'cc'));
  const bcc = addressesOf(textOf(options, 'bcc'));
  if (to.length + cc.length + bcc.length > MAX_RECIPIENTS) {
    throw new ApiError('Limit exceeded: Email Recipients Per Message.');
  }
  const html = textOf(options, 'htmlBody');
  const body = textOf(options, 'body');
  const subject = textOf(options, 'subject').replace(/[\r\n]+/g, ' ');
  if (subject.length > MAX_SUBJECT) throw new ApiError('Invalid argument: subject');
  if (Math.max(Buffer.byteLength(body), Buffer.byteLength(html)) > MAX_BODY_BYTES) {
    throw new ApiError('Limit exceeded: Email Body Size.');
  }
  const noReply = options.noReply === true;
  const user = execution.effectiveUser;
  return {
    id: '',
    at: execution.now(),
    from: noReply ? `noreply@${user.split('@')[1] ?? 'example.org'}` : textOf(options, 'from') || user,
    fromName: textOf(options, 'name').replace(/[\r\n]+/g, ' '),
    replyTo: textOf(options, 'replyTo'),
    to,
    cc,
    bcc,
    subject,
    text: body || plainFromHtml(html),
    html,
    attachments: attachmentsOf(options),
    inlineImages: inlineImagesOf(options),
  };
}

/** Sends a mail as the account that the script runs as, and counts its recipients. Gives it as it was sent. */
export function sendMail(execution: Execution, member: string, draft: Mail): Mail {
  const recipients = draft.to.length + draft.cc.length + draft.bcc.length;
  if (recipients === 0) throw new ApiError('Failed to send email: no recipient');
  return execution.backend({ kind: 'mail', method: member }, () => {
    const { world, effectiveUser } = execution;
    const store = mailOf(world);
    if (store.left(effectiveUser) < recipients) {
      throw new ApiError('Service invoked too many times for one day: email.');
    }
    const sent = { ...draft, id: world.newId(16), at: world.now };
    store.deliver(effectiveUser, sent);
    return sent;
  });
}

/** The forms of sendEmail: a message object, or recipient, subject (or reply address), body and options. */
export function mailOptions(args: readonly unknown[]): Options {
  const [first, second, third, fourth] = args;
  if (typeof first === 'object' && first !== null) return { ...first };
  if (typeof fourth === 'string') return { to: first, replyTo: second, subject: third, body: fourth };
  return { ...(typeof fourth === 'object' ? fourth : {}), to: first, subject: second, body: third };
}

/** Sends mail as the account that the script runs as (reference: mail/MailApp). */
export class MailApp {
  static readonly api = 'Mail.MailApp';
  private readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  getRemainingDailyQuota(): number {
    this.execution.requireScope('MailApp.getRemainingDailyQuota', MAIL_SCOPE);
    return this.execution.backend({ kind: 'quota', method: 'MailApp.getRemainingDailyQuota' }, () =>
      mailOf(this.execution.world).left(this.execution.effectiveUser),
    );
  }

  sendEmail(...args: readonly unknown[]): void {
    this.execution.requireScope('MailApp.sendEmail', MAIL_SCOPE);
    sendMail(this.execution, 'MailApp.sendEmail', mailFrom(this.execution, mailOptions(args)));
  }
}
