import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Mail } from './api.ts';

function attachmentsOf(mail: Mail): SendMailOptions['attachments'] {
  const files = mail.attachments.map(({ name, contentType, content }) => ({
    filename: name,
    contentType,
    content: Buffer.from(content),
  }));
  const images = mail.inlineImages.map(({ name, contentType, content, contentId }) => ({
    filename: name,
    contentType,
    content: Buffer.from(content),
    cid: contentId,
  }));
  return [...files, ...images];
}

function messageOf(mail: Mail): SendMailOptions {
  const domain = mail.from.split('@')[1] ?? 'example.org';
  return {
    messageId: `<${mail.id}@${domain}>`,
    // Else nodemailer separates the parts of a message by chance.
    baseBoundary: mail.id,
    date: new Date(mail.at),
    from: mail.fromName ? { name: mail.fromName, address: mail.from } : mail.from,
    to: [...mail.to],
    cc: [...mail.cc],
    bcc: [...mail.bcc],
    ...(mail.replyTo && { replyTo: mail.replyTo }),
    subject: mail.subject,
    text: mail.text,
    ...(mail.html && { html: mail.html }),
    attachments: attachmentsOf(mail),
  };
}

/** Hands mail to an SMTP server in the order of sending, and writes messages out. */
export class Postman {
  private readonly transport: ReturnType<typeof createTransport> | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private failure: unknown;

  constructor(target: { readonly smtpUrl: string } | undefined) {
    this.transport = target && createTransport(target.smtpUrl);
  }

  /** Queues mails for the server; without one they just stay where they are kept. */
  take(mails: readonly Mail[]): void {
    const { transport } = this;
    if (!transport) return;
    for (const mail of mails) {
      this.queue = this.queue
        .then(() => transport.sendMail(messageOf(mail)))
        .catch((error: unknown) => {
          this.failure ??= error;
        });
    }
  }

  /** Waits for the queue. Rejects with the first failure since the last call. */
  async settled(): Promise<void> {
    await this.queue;
    const { failure } = this;
    this.failure = undefined;
    if (failure !== undefined) throw failure;
  }

  /** The message as it goes over the wire. */
  async compose(mail: Mail): Promise<Buffer> {
    const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
    const { message } = await writer.sendMail(messageOf(mail));
    if (!Buffer.isBuffer(message)) throw new TypeError('nodemailer gave a stream where a buffer was asked for');
    return message;
  }

  async close(): Promise<void> {
    await this.settled();
    this.transport?.close();
  }
}
