/** What the sender owes others while it works: it blocks nobody, stops in time, and keeps the last of the quota for what cannot wait. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildWhenStale } from '../../scripts/build.ts';
import { observeUnit } from '../../scripts/scenario/observe.ts';
import { mailOf, ToldStory } from './told-story.ts';

const START = '2025-09-15T08:00';

const signedUp = (units: readonly string[], decision: string) =>
  units.flatMap((unit) => [
    { interest: { unit, staff: 4, managerName: 'Kim Ek', managerEmail: `${unit.toLowerCase()}@example.org` } },
    { decide: { unit, decision } },
  ]);

/** Units whose admission is to leave at ten o'clock. */
function admitted(units: readonly string[]): ToldStory {
  const story = new ToldStory('jamtland-harjedalen', START);
  story.tell([{ advance: '2025-09-15T09:15' }, ...signedUp(units, 'admit')]);
  return story;
}

/** Units in the order in which their mail of a kind left. */
const sent = (story: ToldStory, kind: string): string[] =>
  mailOf(story)
    .outbox.filter((mail) => mail.kind === kind && mail.state === 'sent')
    .map(({ unit }) => unit);

const states = (story: ToldStory, kind: string): string[] =>
  mailOf(story)
    .outbox.filter((mail) => mail.kind === kind)
    .map(({ unit, state, late }) => `${unit} ${state}${late ? ', late' : ''}`);

beforeAll(buildWhenStale, 60_000);

describe('while mail leaves', { timeout: 60_000 }, () => {
  it('another run sends nothing of it', () => {
    const story = admitted(['A', 'B', 'C']);
    story.host.meanwhile({
      on: 'mail',
      nth: 2,
      act: () => {
        expect(story.host.run('hourly').error).toBeUndefined();
        expect(story.host.menu('Skicka väntande utskick').error).toBeUndefined();
      },
    });
    story.tell([{ advance: '2025-09-15T10:00' }]);
    expect(sent(story, 'admitted')).toEqual(['A', 'B', 'C']);
    expect(mailOf(story).counts.admitted).toBe(3);
  });

  it('an edit is taken in at once, and is there when the run has ended', () => {
    const story = admitted(['A', 'B', 'C']);
    const statusOfC = (): unknown => (observeUnit(story.host, 'C') as { status: unknown }).status;
    expect(statusOfC()).toBe('admitted');
    let meanwhile: unknown;
    story.host.meanwhile({
      on: 'mail',
      nth: 1,
      act: () => {
        story.tell([{ withdraw: { unit: 'C', reason: 'Annat' } }]);
        meanwhile = statusOfC();
      },
    });
    story.host.advance('2025-09-15T10:00');
    expect([meanwhile, statusOfC()]).toEqual(['withdrawn', 'withdrawn']);
  });

  it('the run stops before Google ends it, and the next one goes on without a doubt about any mail', () => {
    const units = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
    const story = admitted(units);
    const aMinutePasses = (): void => {
      story.host.world.now += 60_000;
    };
    for (let nth = 1; nth <= units.length; nth += 1) story.host.meanwhile({ on: 'mail', nth, act: aMinutePasses });
    story.host.advance('2025-09-15T10:00');
    story.host.clearFaults();
    expect(states(story, 'admitted')).toEqual(units.map((unit, index) => `${unit} ${index < 4 ? 'sent' : 'queued'}`));
    story.host.advance('2025-09-15T11:00');
    expect(states(story, 'admitted')).toEqual(units.map((unit) => `${unit} sent`));
    expect(mailOf(story).counts.admitted).toBe(units.length);
    expect(story.host.executions.filter(({ status }) => status !== 'completed')).toEqual([]);
  });
});

describe('the day\u2019s quota', { timeout: 60_000 }, () => {
  const units = Array.from({ length: 20 }, (_, index) => `U${index + 1}`);

  it('keeps a twentieth of what is left for mail that cannot wait', () => {
    const story = new ToldStory('jamtland-harjedalen', START);
    story.tell([
      ...signedUp(['X'], 'admit'),
      { occasion: { unit: 'X', session: 1, starts: '2025-10-01T13:00' } },
      { advance: '2025-09-15T12:00' },
      ...signedUp(units, 'waitlist'),
    ]);
    story.host.setQuota(20);
    story.tell([{ advance: '2025-09-15T13:00' }]);
    expect(sent(story, 'waitlisted')).toEqual(units.slice(0, 19));
    story.tell([{ occasion: { unit: 'X', session: 1, starts: '2025-10-02T13:00' } }, { advance: '2025-09-15T15:00' }]);
    expect(sent(story, 'occasion-moved')).toEqual(['X']);
    expect(states(story, 'waitlisted').at(-1)).toBe('U20 queued');
  });

  it('goes to a letter by the most urgent of its causes', () => {
    const story = admitted(['A', 'B']);
    story.tell([{ occasion: { unit: 'A', session: 1, starts: '2025-10-06T13:00' } }]);
    story.host.setQuota(1);
    story.tell([{ advance: '2025-09-15T10:00' }]);
    expect(states(story, 'admitted')).toEqual(['A sent', 'B queued']);
  });

  it('does not go to the digest where a manager\u2019s mail needs it', () => {
    const story = new ToldStory('jamtland-harjedalen', START);
    story.tell([
      { advance: '2025-09-15T16:55' },
      ...signedUp(['A', 'B'], 'admit'),
      { interest: { unit: 'C', staff: 4, managerName: 'Kim Ek', managerEmail: 'c@example.org' } },
      { advance: '2025-09-16T06:30' },
    ]);
    story.host.setQuota(2);
    story.tell([{ advance: '2025-09-16T07:30' }]);
    expect([sent(story, 'admitted'), mailOf(story).counts.digest]).toEqual([['A', 'B'], 0]);
    story.host.setQuota(1);
    story.tell([{ advance: '2025-09-16T08:30' }]);
    expect(mailOf(story).counts.digest).toBe(1);
  });
});

describe('an address', { timeout: 60_000 }, () => {
  it('that did not work is tried again when it is the manager\u2019s anew', () => {
    const story = admitted(['A']);
    const address = (value: string) => ({
      edit: { tab: 'Verksamheter', row: { Verksamhet: 'A' }, column: 'Chefens e-post', value },
    });
    story.tell([
      { advance: '2025-09-15T10:00' },
      { edit: { tab: 'Utskick', row: { Verksamhet: 'A', Slag: 'Antagen' }, column: 'Åtgärd', value: 'Kom i retur' } },
      { advance: '2025-09-15T12:00' },
    ]);
    expect(states(story, 'admitted')).toEqual(['A sent', 'A queued']);
    story.tell([address('b@example.org'), address('a@example.org'), { advance: '2025-09-15T14:00' }]);
    expect(states(story, 'admitted')).toEqual(['A sent', 'A sent']);
  });
});

describe('the letter as it leaves', { timeout: 60_000 }, () => {
  it('compares with what was told before, in its text and in its calendar file', () => {
    const story = admitted(['A']);
    const occasion = (starts: string) => ({ occasion: { unit: 'A', session: 1, starts } });
    story.tell([occasion('2025-10-06T13:00'), { advance: '2025-09-15T12:00' }]);
    story.tell([occasion('2025-10-07T09:00'), { advance: '2025-09-15T14:00' }]);
    const { text, attachments } = story.host.mail.at(-1) ?? {};
    expect(text).toContain(
      'Träff 1: tisdag 7 oktober 2025 kl.\u00a009.00 (tidigare måndag 6 oktober 2025 kl.\u00a013.00)',
    );
    expect(attachments?.map(({ content }) => Buffer.from(content).toString())).toEqual([
      expect.stringContaining('SEQUENCE:1\r\n'),
    ]);
  });

  it('names those who owe something', () => {
    const story = admitted(['A']);
    story.tell([
      {
        people: {
          unit: 'A',
          add: [
            { email: 'a@example.org', roles: ['manager'], name: 'Kim Ek' },
            { email: 'p02@example.org', name: 'Lo Berg' },
            { email: 'p03@example.org', name: 'Bo Al' },
          ],
        },
      },
      { occasion: { unit: 'A', session: 1, starts: '2025-09-16T13:00' } },
      { at: '2025-09-16T16:00', attendance: { unit: 'A', session: 1, present: '*', absent: ['p02@example.org'] } },
      { advance: '2025-09-17T12:00' },
    ]);
    const [mail] = mailOf(story).outbox.filter(({ kind }) => kind === 'attendance-unreachable');
    expect(mail?.text).toContain('De här har missat något:\n\n- Lo Berg\n');
  });
});
