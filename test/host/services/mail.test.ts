import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { describe, expect, it } from 'vitest';
import { errorOf, hostOf, valueIn } from '../script.ts';

const send = (call: string, options = {}) => {
  const host = hostOf(`function main() { ${call} }`, options);
  const result = host.run('main');
  if (result.error) throw new Error(result.error.stack);
  return host;
};

// reference/mail/MailApp.md
describe('MailApp.sendEmail', () => {
  it.each([
    [
      '("a@example.org", "Ämne", "Text")',
      { to: ['a@example.org'], subject: 'Ämne', text: 'Text', html: '', from: 'agare@example.org' },
    ],
    [
      '("a@example.org, b@example.org", "S", "T", { cc: "c@example.org", bcc: "d@example.org", name: "Åsa" })',
      { to: ['a@example.org', 'b@example.org'], cc: ['c@example.org'], bcc: ['d@example.org'], fromName: 'Åsa' },
    ],
    ['("a@example.org", "svar@example.org", "S", "T")', { replyTo: 'svar@example.org', subject: 'S', text: 'T' }],
    [
      '({ to: "a@example.org", subject: "S", htmlBody: "<p>Hej <b>du</b></p>" })',
      { html: '<p>Hej <b>du</b></p>', text: 'Hej du' },
    ],
    [
      '({ to: "Åsa <a@example.org>", subject: "S", body: "T", noReply: true })',
      { to: ['a@example.org'], from: 'noreply@example.org' },
    ],
    ['("a@example.org", "rad\\nBcc: x@example.org", "T")', { subject: 'rad Bcc: x@example.org', bcc: [] }],
    [
      '({ to: "a@example.org", subject: "S", body: "T", attachments: [Utilities.newBlob("x", "text/csv", "f.csv")] })',
      { attachments: [{ name: 'f.csv', contentType: 'text/csv', content: Buffer.from('x') }] },
    ],
  ])('%s', (args, expected) => {
    expect(send(`MailApp.sendEmail${args}`).mail[0]).toMatchObject(expected);
  });

  it.each([
    ['("ingen adress", "S", "T")', 'Exception: Invalid email: ingen adress'],
    ['("a@example.org\\nBcc: b@example.org", "S", "T")', 'Exception: Invalid email: a@example.org\nBcc: b@example.org'],
    ['("", "S", "T")', 'Exception: Failed to send email: no recipient'],
    ['(Array(51).fill("a@example.org").join(), "S", "T")', 'Exception: Limit exceeded: Email Recipients Per Message.'],
    ['("a@example.org", "S", "x".repeat(200 * 1024 + 1))', 'Exception: Limit exceeded: Email Body Size.'],
    [
      '({ to: "a@example.org", subject: "S", attachments: Array(251).fill(Utilities.newBlob("x")) })',
      'Exception: Limit exceeded: Email Attachments Per Message.',
    ],
    ['({ to: "a@example.org", subject: "S", attachments: ["x"] })', 'Exception: Invalid argument: attachments'],
  ])('refuses %s', (args, message) => {
    expect(errorOf(`MailApp.sendEmail${args}`)).toBe(message);
  });

  it('may not be called by a simple trigger', () => {
    const host = hostOf('function onOpen() { MailApp.sendEmail("a@example.org", "S", "T") }');
    expect(host.open()[0]?.error?.message).toBe(
      'You do not have permission to call MailApp.sendEmail. Required permissions: https://www.googleapis.com/auth/script.send_mail',
    );
  });

  it('sends through Gmail too', () => {
    expect(send('GmailApp.sendEmail("a@example.org", "S", "T", { htmlBody: "<i>T</i>" })').mail[0]).toMatchObject({
      html: '<i>T</i>',
      text: 'T',
    });
  });
});

// reference/gmail/GmailDraft.md
describe('attachments', () => {
  // Shown by Google's pages until 2013, and in many scripts since.
  it('may be told by name, type and content', () => {
    const { mail } = send(`MailApp.sendEmail('a@example.org', 'S', 'T', { attachments: [
      Utilities.newBlob('x', 'text/plain', 'x.txt'),
      { fileName: 'lista.csv', mimeType: 'text/csv', content: 'å,b' },
      { fileName: 'bytes.bin', content: [1, -1] },
    ] })`);
    const seen = mail[0]?.attachments.map(({ name, contentType, content }) => [name, contentType, [...content].length]);
    expect(seen).toEqual([
      ['x.txt', 'text/plain', 1],
      ['lista.csv', 'text/csv', 4],
      ['bytes.bin', 'application/octet-stream', 2],
    ]);
  });

  it.each(['SpreadsheetApp', '{ name: "x" }'])('must be files: %s', (file) => {
    expect(errorOf(`MailApp.sendEmail('a@example.org', 'S', 'T', { attachments: [${file}] })`)).toBe(
      'Exception: Invalid argument: attachments',
    );
  });
});

describe('drafts', () => {
  const DRAFT = `const draft = GmailApp.createDraft('a@example.org', 'Hej {{Namn}}', 'Text', { htmlBody: '<p>Hej {{Namn}} <img src="cid:b"></p>',
    attachments: [Utilities.newBlob('x', 'text/csv', 'f.csv')], inlineImages: { b: Utilities.newBlob([1], 'image/png', 'b.png') } });`;

  it.each<[string, unknown]>([
    ['GmailApp.getDrafts().map((d) => d.getMessage().getSubject())', ['Hej {{Namn}}']],
    [
      '[draft.getMessage().getTo(), draft.getMessage().getPlainBody(), draft.getMessage().isDraft()]',
      ['a@example.org', 'Text', true],
    ],
    [
      'draft.getMessage().getAttachments({ includeInlineImages: false }).map((a) => [a.getName(), a.getDataAsString(), a.getSize()])',
      [['f.csv', 'x', 1]],
    ],
    [
      'draft.getMessage().getAttachments({ includeInlineImages: true, includeAttachments: false }).map((a) => a.getName())',
      ['b.png'],
    ],
    ['GmailApp.getDraft(draft.getId()).update("b@example.org", "S", "T").getMessage().getTo()', 'b@example.org'],
    ['(draft.deleteDraft(), GmailApp.getDrafts())', []],
    ['(draft.send(), [GmailApp.getDrafts().length, MailApp.getRemainingDailyQuota()])', [0, 99]],
  ])('%s', (expression, value) => {
    expect(valueIn(`${DRAFT} return ${expression}`)).toEqual(value);
  });
});

describe('the quota of mail', () => {
  it('counts recipients, and comes back a day after the first', () => {
    const host =
      hostOf(`function send() { MailApp.sendEmail('a@example.org', 'S', 'T', { cc: 'b@example.org' }); return MailApp.getRemainingDailyQuota() }
      function left() { return MailApp.getRemainingDailyQuota() }`);
    expect(host.run('left').value).toBe(100);
    expect(host.run('send').value).toBe(98);
    host.advance('2025-09-02T07:59');
    expect(host.run('left').value).toBe(98);
    host.advance('2025-09-02T08:00');
    expect(host.run('left').value).toBe(100);
  });

  it.each([
    [2, 'completed', 0],
    [1, 'failed', 1],
  ])('with %i left, a mail to two is %s and leaves %i', (left, status, after) => {
    const host = hostOf(
      `function send() { MailApp.sendEmail('a@example.org,b@example.org', 'S', 'T') } function left() { return MailApp.getRemainingDailyQuota() }`,
    );
    host.setQuota(left);
    const result = host.run('send');
    expect(result.status).toBe(status);
    expect(result.error?.message).toBe(
      status === 'failed' ? 'Service invoked too many times for one day: email.' : undefined,
    );
    expect(host.run('left').value).toBe(after);
  });
});

describe('the message on the wire', () => {
  it('is read by a mail parser as it was written', async () => {
    const host =
      send(`MailApp.sendEmail({ to: 'a@example.org', cc: 'b@example.org', name: 'Åsa Öberg', replyTo: 'svar@example.org',
      subject: 'Välkommen – räksmörgås', body: 'Hej å ä ö', htmlBody: '<p>Hej å ä ö <img src="cid:bild"></p>',
      inlineImages: { bild: Utilities.newBlob([1, 2, 3], 'image/png', 'b.png') },
      attachments: [Utilities.newBlob('a;b', 'text/csv', 'lista å.csv')] })`);
    const [mail] = host.mail;
    if (!mail) throw new Error('no mail');
    const parsed = await PostalMime.parse(await host.rawMail(mail));
    expect(parsed).toMatchObject({
      from: { name: 'Åsa Öberg', address: 'agare@example.org' },
      to: [{ address: 'a@example.org' }],
      cc: [{ address: 'b@example.org' }],
      replyTo: [{ address: 'svar@example.org' }],
      subject: 'Välkommen – räksmörgås',
      date: '2025-09-01T06:00:00.000Z',
    });
    expect(parsed.text?.trim()).toBe('Hej å ä ö');
    expect(parsed.html).toContain('Hej å ä ö');
    expect(parsed.attachments.map(({ filename }) => filename).sort()).toEqual(['b.png', 'lista å.csv']);
  });

  it('reaches a mail server', async () => {
    const received: string[] = [];
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData(stream, _session, done) {
        let text = '';
        stream.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        stream.on('end', () => {
          received.push(text);
          done();
        });
      },
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = server.server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const host = send(`for (const n of [1, 2]) MailApp.sendEmail('a@example.org', 'Nummer ' + n, 'Text')`, {
      mailTransport: { smtpUrl: `smtp://127.0.0.1:${port}` },
    });
    await host.settled();
    await host.close();
    await new Promise<void>((closed) => server.close(closed));
    expect(received.map((text) => /^Subject: (.*)$/m.exec(text)?.[1]?.trim())).toEqual(['Nummer 1', 'Nummer 2']);
  });
});

describe('MimeType', () => {
  it('names types', () => {
    expect(valueIn('return [MimeType.PDF, MimeType.GOOGLE_SHEETS]')).toEqual([
      'application/pdf',
      'application/vnd.google-apps.spreadsheet',
    ]);
  });
});
