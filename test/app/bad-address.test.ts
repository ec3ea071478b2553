/** An address that mail does not reach stops nothing else, is shown to the coordinator with its reason, and gets its mail once it is right. */
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildWhenStale } from '../../scripts/build.ts';
import { TabView } from '../../scripts/scenario/tab-view.ts';
import { mailOf, ToldStory } from './told-story.ts';

const START = '2025-09-15T08:00';
const WRONG = 'fel@example.org';
const RIGHT = 'ratt@example.org';

/** A service that knows the address to be wrong, and says so in the account's own language. */
const PARTICULAR_SERVICE = `const service = MailApp;
globalThis.MailApp = {
  getRemainingDailyQuota: () => service.getRemainingDailyQuota(),
  sendEmail(mail) {
    if (mail.to === '${WRONG}') throw new Error('Ogiltig e-postadress: ' + mail.to);
    service.sendEmail(mail);
  },
};`;

const admitted = (unit: string, managerEmail: string) => [
  { interest: { unit, staff: 4, managerName: 'Kim Ek', managerEmail } },
  { decide: { unit, decision: 'admit' } },
];
const corrected = [
  { edit: { tab: 'Verksamheter', row: { Verksamhet: 'A' }, column: 'Chefens e-post', value: RIGHT } },
  { advance: '2025-09-17T12:30' },
];
const WHAT_TO_DO = `Mejl till ${WRONG} kommer inte fram. Rätta chefens e-post på fliken Verksamheter, eller välj Skicka nu på fliken Utskick om adressen fungerar igen.`;

/** What Utskick says of the unit's mails of a kind. */
function rowsOf(story: ToldStory, unit: string, kind: string): string[] {
  const view = new TabView(story.host, 'Utskick');
  return view
    .rows('id')
    .filter((row) => view.get(row, 'unit') === unit && view.get(row, 'kind') === kind)
    .map((row) =>
      ['state', 'to', 'why']
        .map((key) => view.get(row, key) ?? '')
        .join(' ')
        .trim(),
    );
}

const admissionOf = (story: ToldStory, unit: string): string[] => rowsOf(story, unit, 'Antagen');

/** The coordinators' mails that name mail which could not leave. */
const digestsOf = (story: ToldStory): string[] =>
  story.host.mail.map(({ text }) => text).filter((text) => text.includes('Mejl som inte kunde skickas'));

const sentTo = (story: ToldStory, address: string): string[] =>
  story.host.mail.filter(({ to }) => to.includes(address)).map(({ subject }) => subject);

beforeAll(async () => {
  await buildWhenStale();
}, 60_000);

describe('an address that the mail service does not take', { timeout: 60_000 }, () => {
  const story = new ToldStory('jamtland-harjedalen', START, {}, { 'particular.js': PARTICULAR_SERVICE });

  it('stops no other mail of the run, is not unsure, and is named with what to do', () => {
    story.tell([...admitted('A', WRONG), ...admitted('B', 'b@example.org'), { advance: '2025-09-15T09:30' }]);
    expect(sentTo(story, 'b@example.org')).toEqual([
      'Vi har tagit emot din intresseanmälan',
      'Ni är antagna till Hbtqi- och mångfaldsdiplomering – B',
    ]);
    expect(admissionOf(story, 'A')).toEqual([`I kö  ${WHAT_TO_DO}`]);
  });

  it('gets no receipt later either: whoever is corrected has asked for none', () => {
    expect(rowsOf(story, 'A', 'Bekräftelse')).toEqual([
      `Återtaget ${WRONG} Orsaken finns inte längre, eller utskicket stoppades.`,
    ]);
  });

  it('is in the next digest, once for the unit', () => {
    story.tell([{ advance: '2025-09-16T09:30' }]);
    const [digest, ...more] = digestsOf(story);
    expect(more).toEqual([]);
    expect(digest).toContain('Mejl som inte kunde skickas (1)');
    expect(digest).toContain(`- A: ${WHAT_TO_DO}`);
  });

  it('gets its mail in the hour after it has been corrected, which is not late', () => {
    story.tell(corrected);
    expect(sentTo(story, RIGHT)).toEqual(['Ni är antagna till Hbtqi- och mångfaldsdiplomering – A']);
    const sent = mailOf(story).outbox.filter(({ unit, kind }) => unit === 'A' && kind === 'admitted');
    expect(sent.map(({ state, late }) => [state, late])).toEqual([['sent', false]]);
    story.tell([{ advance: '2025-09-18T12:30' }]);
    expect(digestsOf(story)).toHaveLength(1);
  });
});

describe('an address that a mail server refuses after the mail has left', { timeout: 60_000 }, () => {
  it('stops no other mail; the mail goes to the corrected address when a person has said that it came back', async () => {
    const received: { readonly to: string; readonly subject: string }[] = [];
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _session, done) =>
        done(address === WRONG ? Object.assign(new Error('No such user here'), { responseCode: 550 }) : undefined),
      onData(stream, { envelope }, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          void PostalMime.parse(Buffer.concat(chunks)).then(({ subject = '' }) => {
            for (const { address } of envelope.rcptTo) received.push({ to: address, subject });
            done();
          });
        });
      },
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = server.server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const smtpUrl = `smtp://127.0.0.1:${port}`;
    const story = new ToldStory('jamtland-harjedalen', START, {}, {}, { mailTransport: { smtpUrl } });
    const arrivedAt = (wanted: string): string[] =>
      received.filter(({ to }) => to === wanted).map((one) => one.subject);

    story.tell([...admitted('A', WRONG), ...admitted('B', 'b@example.org'), { advance: '2025-09-15T12:30' }]);
    await expect(story.host.settled()).rejects.toThrow('No such user here');
    expect(arrivedAt('b@example.org')).toContain('Ni är antagna till Hbtqi- och mångfaldsdiplomering – B');
    expect(admissionOf(story, 'A')).toEqual([`Skickat ${WRONG}`]);

    story.tell([
      { edit: { tab: 'Utskick', row: { Verksamhet: 'A', Slag: 'Antagen' }, column: 'Åtgärd', value: 'Kom i retur' } },
      { advance: '2025-09-16T12:30' },
    ]);
    expect(admissionOf(story, 'A')).toEqual([`Skickat ${WRONG}`, `I kö  ${WHAT_TO_DO}`]);
    expect(digestsOf(story)).toHaveLength(1);

    story.tell(corrected);
    await story.host.settled();
    expect(arrivedAt(RIGHT)).toEqual(['Ni är antagna till Hbtqi- och mångfaldsdiplomering – A']);
    expect(arrivedAt(WRONG)).toEqual([]);
    await story.host.close();
    await new Promise<void>((closed) => server.close(closed));
  });
});
