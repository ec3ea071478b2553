import nodemailer from 'nodemailer';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { JAMTLAND_HARJEDALEN, PROGRAMMES } from '../../src/programmes/index.ts';
import { mailOf, unitKinds } from './situations.ts';

const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });

async function delivered(mail: ReturnType<typeof mailOf>) {
  const sent = await transport.sendMail({
    from: 'diplomering@example.org',
    to: 'kim.ek@example.org',
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    attachments: mail.attachments.map(({ name, contentType, content }) => ({ filename: name, contentType, content })),
  });
  if (!Buffer.isBuffer(sent.message)) throw new Error('not built');
  return PostalMime.parse(sent.message);
}

/** The ends of lines and of the text are the mail service's own. */
const lines = (text: string | undefined): string => (text ?? '').replace(/\r\n/g, '\n').trimEnd();

describe('a mail that has been delivered', () => {
  it.each(unitKinds(JAMTLAND_HARJEDALEN))('reads as it was written: %s', async (kind) => {
    const mail = mailOf(kind, JAMTLAND_HARJEDALEN);
    const read = await delivered(mail);
    expect(read.subject).toBe(mail.subject);
    expect(lines(read.text)).toBe(lines(mail.text));
    expect(lines(read.html)).toBe(lines(mail.html));
    expect(read.to?.map(({ address }) => address)).toEqual(['kim.ek@example.org']);
    const files = read.attachments.map(({ filename, content }) => [
      filename,
      lines(typeof content === 'string' ? content : new TextDecoder().decode(content)),
    ]);
    expect(files).toEqual(mail.attachments.map(({ name, content }) => [name, lines(content)]));
  });

  it('keeps å, ä and ö in subjects of every programme', async () => {
    for (const programme of PROGRAMMES) {
      const mail = mailOf('waitlisted', programme);
      expect((await delivered(mail)).subject).toContain('Ni står i kö till ');
    }
  });
});
