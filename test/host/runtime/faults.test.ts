import { describe, expect, it } from 'vitest';
import { hostOf } from '../script.ts';

const SCRIPT = `
  const properties = () => PropertiesService.getScriptProperties();
  function three() { properties().setProperty('a', '1'); properties().setProperty('b', '2'); properties().setProperty('c', '3') }
  function careful() { try { three() } catch (error) { properties().setProperty('error', error.message) } }
  function all() { return properties().getProperties() }
  function send() { MailApp.sendEmail('a@example.org', 'Hej', 'Text') }
  function quota() { return MailApp.getRemainingDailyQuota() }
  function hold() { LockService.getScriptLock().waitLock(1000); three() }
  function tryIt() { return LockService.getScriptLock().tryLock(1000) }
`;

describe('a planned failure', () => {
  it.each([
    ['before', 'throw', { a: '1' }],
    ['after', 'throw', { a: '1', b: '2' }],
    ['before', 'kill', { a: '1' }],
    ['after', 'kill', { a: '1', b: '2' }],
  ] as const)('%s the second call by %s leaves what was done', (when, kind, left) => {
    const host = hostOf(SCRIPT);
    host.fault({ on: 'property', nth: 2, when, kind });
    const result = host.run('three');
    expect(result.status).toBe(kind === 'kill' ? 'killed' : 'failed');
    expect(result.hostFaults).toBeUndefined();
    expect(host.run('all').value).toEqual(left);
  });

  it('can be caught when it throws and not when it kills', () => {
    const host = hostOf(SCRIPT);
    host.fault({ on: 'property', nth: 2, when: 'before', kind: 'throw' });
    expect(host.run('careful').status).toBe('completed');
    expect(host.run('all').value).toEqual({
      a: '1',
      error: "We're sorry, a server error occurred. Please wait a bit and try again.",
    });
    host.fault({ on: 'property', nth: 2, when: 'before', kind: 'kill' });
    expect(host.run('careful').status).toBe('killed');
  });

  it('counts over executions, of its own kind only, and strikes once', () => {
    const host = hostOf(SCRIPT);
    host.fault({ on: 'mail', nth: 2, when: 'before', kind: 'throw' });
    expect(['send', 'quota', 'three', 'send', 'send'].map((name) => host.run(name).status)).toEqual([
      'completed',
      'completed',
      'completed',
      'failed',
      'completed',
    ]);
    expect(host.mail).toHaveLength(2);
  });

  it('can be of one member alone', () => {
    const host = hostOf(SCRIPT);
    host.fault({ on: 'MailApp.sendEmail', nth: 1, when: 'before', kind: 'throw', message: 'Nej' });
    expect(host.run('quota').status).toBe('completed');
    expect(host.run('send').error?.message).toBe('Nej');
    expect(host.run('send').status).toBe('completed');
  });

  it('is forgotten, with outages, where an earlier state is put back', () => {
    const host = hostOf(`${SCRIPT}; function onEdit() { properties().setProperty('edited', 'yes') }`);
    const start = host.snapshot();
    host.fault({ on: 'property', nth: 1, when: 'before', kind: 'kill' });
    host.outage('2099-01-01T00:00');
    host.restore(start);
    host.edit({ range: 'A1', value: 'x' });
    expect(host.run('all').value).toEqual({ edited: 'yes' });
  });

  it('frees the locks of an execution that it kills', () => {
    const host = hostOf(SCRIPT);
    host.fault({ on: 'property', nth: 1, when: 'before', kind: 'kill' });
    expect(host.run('hold').status).toBe('killed');
    expect(host.run('tryIt').value).toBe(true);
  });
});

describe('a lock that somebody outside holds', () => {
  it.each([
    [999, true],
    [1000, true],
    [1001, false],
  ])('for %i ms is waited for: %s', (held, got) => {
    const host = hostOf(SCRIPT);
    host.holdLock('script', host.now + held);
    expect(host.run('tryIt').value).toBe(got);
  });

  it('is given up with the text of Apps Script', () => {
    const host = hostOf(SCRIPT);
    host.holdLock('script', host.now + 5000);
    expect(host.run('hold').error?.message).toBe('Lock timeout: another process was holding the lock for too long.');
  });
});

describe('the meter', () => {
  it('counts calls that leave the script, and starts anew', () => {
    const host = hostOf(SCRIPT);
    host.run('hold');
    host.run('send');
    expect(host.meter().executions).toEqual([
      { entry: 'hold', backend: 4, host: 8, cellsRead: 0, cellsWritten: 0, mails: 0, modelledMs: 185 },
      { entry: 'send', backend: 1, host: 1, cellsRead: 0, cellsWritten: 0, mails: 1, modelledMs: 800 },
    ]);
    expect(host.meter().executions).toEqual([]);
  });
});

describe('two interleaved executions', () => {
  const RACE = `
    const properties = () => PropertiesService.getScriptProperties();
    function add() { const n = Number(properties().getProperty('n') || 0); properties().setProperty('n', String(n + 1)); return n }
    function safe() { const lock = LockService.getScriptLock(); lock.waitLock(10000); try { return add() } finally { lock.releaseLock() } }
    function greedy() { LockService.getScriptLock().waitLock(60000); add(); add() }
    function hasty() { return LockService.getScriptLock().tryLock(0) }
    function n() { return properties().getProperty('n') }
    function fails() { add(); throw new Error('no') }
    function slow() { LockService.getScriptLock().waitLock(1); Utilities.sleep(5000); add(); }
    function impatient() { return LockService.getScriptLock().tryLock(2000) + ' ' + Date.now() }
  `;

  it('lose an update without a lock', () => {
    const host = hostOf(RACE);
    host.both(
      () => host.run('add'),
      () => host.run('add'),
    );
    expect(host.run('n').value).toBe('1');
  });

  it('lose nothing with one, and both get their answers', () => {
    const host = hostOf(RACE);
    const [first, second] = host.both(
      () => host.run('safe'),
      () => host.run('safe'),
    );
    expect([first, second].flat().map(({ status, value }) => [status, value])).toEqual([
      ['completed', 0],
      ['completed', 1],
    ]);
    expect(host.run('n').value).toBe('2');
  });

  it('wait for one that keeps its lock to the end', () => {
    const host = hostOf(RACE);
    host.both(
      () => host.run('greedy'),
      () => host.run('safe'),
    );
    expect(host.run('n').value).toBe('3');
  });

  it('turn away who will not wait', () => {
    const host = hostOf(RACE);
    const [, second] = host.both(
      () => host.run('greedy'),
      () => host.run('hasty'),
    );
    expect(second[0]?.value).toBe(false);
  });

  it('go on when one fails', () => {
    const host = hostOf(RACE);
    const [first, second] = host.both(
      () => host.run('fails'),
      () => host.run('add'),
    );
    expect([first[0]?.status, second[0]?.status]).toEqual(['failed', 'completed']);
  });

  it('count each call once in the meter', () => {
    const host = hostOf(RACE);
    host.both(
      () => host.run('safe'),
      () => host.run('safe'),
    );
    expect(host.meter().executions.map(({ backend }) => backend)).toEqual([3, 3]);
  });

  it('let time pass for the one that waits', () => {
    const host = hostOf(RACE);
    const start = host.now;
    const [, second] = host.both(
      () => host.run('slow'),
      () => host.run('impatient'),
    );
    expect(second[0]?.value).toBe(`false ${start + 5000}`);
  });
});

describe('what a person does meanwhile', () => {
  it('comes just before the call, once, with the executions that it starts', () => {
    const host = hostOf(SCRIPT);
    let seen: unknown;
    host.meanwhile({
      on: 'property',
      nth: 2,
      act: () => {
        seen = host.run('all').value;
      },
    });
    expect(host.run('three').status).toBe('completed');
    expect(seen).toEqual({ a: '1' });
    expect(host.run('all').value).toEqual({ a: '1', b: '2', c: '3' });
    expect(host.executions.map(({ entry }) => entry)).toEqual(['all', 'three', 'all']);
  });
});
