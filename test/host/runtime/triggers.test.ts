import { describe, expect, it } from 'vitest';
import { hostOf, valueFrom } from '../script.ts';

const SCRIPT = `
  function note(e) { const p = PropertiesService.getScriptProperties(); p.setProperty('log', (p.getProperty('log') || '') + Utilities.formatDate(new Date(), 'Europe/Stockholm', 'dd HH:mm') + '|') }
  function log() { return (PropertiesService.getScriptProperties().getProperty('log') || '').split('|').slice(0, -1) }
  function nightly() { ScriptApp.newTrigger('note').timeBased().everyDays(1).atHour(4).nearMinute(10).create() }
  function hourly() { ScriptApp.newTrigger('note').timeBased().everyHours(1).create() }
  function once() { ScriptApp.newTrigger('note').timeBased().after(90 * 60000).create() }
  function event(e) { PropertiesService.getScriptProperties().setProperty('event', JSON.stringify({ ...e, authMode: String(e.authMode) })) }
  function withEvent() { return ScriptApp.newTrigger('event').timeBased().at(new Date('2025-09-01T07:30:00Z')).create().getUniqueId() }
  function read() { return JSON.parse(PropertiesService.getScriptProperties().getProperty('event')) }
  function list() { return ScriptApp.getProjectTriggers().map((t) => [t.getHandlerFunction(), String(t.getEventType()), String(t.getTriggerSource())].join(' ')) }
  function clear() { ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t)) }
  function many(n) { for (let i = 0; i < n; i += 1) hourly() }
`;

describe('triggers of other sources', () => {
  it.each([
    ['forUserCalendar("kim@example.org").onEventUpdated()', ['ON_EVENT_UPDATED', 'CALENDAR', 'kim@example.org']],
    ['forDocument("abc").onOpen()', ['ON_OPEN', 'DOCUMENTS', 'abc']],
    ['forForm("abc").onFormSubmit()', ['ON_FORM_SUBMIT', 'FORMS', 'abc']],
    ['forSpreadsheet("abc").onChange()', ['ON_CHANGE', 'SPREADSHEETS', 'abc']],
    ['timeBased().everyHours(1)', ['CLOCK', 'CLOCK', null]],
  ])('%s stands in the list', (builder, told) => {
    const host = hostOf(`function main() {
      ScriptApp.newTrigger('main').${builder}.create();
      return ScriptApp.getProjectTriggers().map((t) => [String(t.getEventType()), String(t.getTriggerSource()), t.getTriggerSourceId()]);
    }`);
    expect(valueFrom(host.run('main'))).toEqual([told]);
  });

  it('are not needed for a callback: a state token is a text of its own', () => {
    const host = hostOf(`function main(seconds) {
      return ScriptApp.newStateToken().withMethod('back').withArgument('a', 'b').withTimeout(seconds).createToken();
    }`);
    expect(valueFrom(host.run('main', 3600))).toMatch(/^[\w-]+$/);
    expect(host.run('main', 3601).error?.message).toBe('Invalid argument: seconds');
  });
});

describe('clock triggers', () => {
  it('fire in order of time as the clock moves', () => {
    const host = hostOf(SCRIPT);
    host.run('nightly');
    host.run('hourly');
    host.run('once');
    const { executions } = host.advance('2025-09-01T10:00');
    expect(executions.map(({ entry, status }) => `${entry} ${status}`)).toEqual([
      'note completed',
      'note completed',
      'note completed',
    ]);
    expect(host.run('log').value).toEqual(['01 09:00', '01 09:30', '01 10:00']);
    host.advance('2025-09-02T04:09');
    host.run('clear');
    expect(host.run('log').value).toHaveLength(3 + 18);
  });

  it.each([
    ['2025-09-02T04:09', 0],
    ['2025-09-02T04:10', 1],
    ['2025-09-03T04:10', 2],
  ])('until %s the nightly one has fired %i times', (to, times) => {
    const host = hostOf(SCRIPT);
    host.run('nightly');
    host.advance(to);
    expect(host.run('log').value).toHaveLength(times);
  });

  it('have a fixed minute that follows from the seed', () => {
    const firstAt = (seed: number) => {
      const host = hostOf(
        'function main() { ScriptApp.newTrigger("main").timeBased().everyDays(1).atHour(4).create() }',
        { seed },
      );
      host.run('main');
      return host.triggers[0]?.nextAt;
    };
    expect(firstAt(3)).toBe(firstAt(3));
    expect(new Set([1, 2, 3, 4].map(firstAt)).size).toBeGreaterThan(1);
  });

  it('tell their handler the time in parts', () => {
    const host = hostOf(SCRIPT);
    const triggerUid = valueFrom(host.run('withEvent'));
    host.advance('2025-09-01T09:30');
    expect(host.run('read').value).toEqual({
      authMode: 'FULL',
      triggerUid,
      year: 2025,
      month: 9,
      'day-of-month': 1,
      'day-of-week': 1,
      'week-of-year': 36,
      hour: 9,
      minute: 30,
      second: 0,
      timezone: 'Europe/Stockholm',
    });
  });

  it('are lost during an outage and come again after it', () => {
    const host = hostOf(SCRIPT);
    host.run('hourly');
    host.outage('2025-09-01T10:30');
    host.advance('2025-09-01T12:00');
    expect(host.run('log').value).toEqual(['01 11:00', '01 12:00']);
  });

  it('cannot be made to go back', () => {
    expect(() => hostOf(SCRIPT).advance('2025-09-01T07:59')).toThrow(RangeError);
  });

  it('are at most twenty for an account', () => {
    const host = hostOf(SCRIPT);
    expect(host.run('many', 20).status).toBe('completed');
    expect(host.run('hourly').error?.message).toBe(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
    host.run('clear');
    expect(host.run('list').value).toEqual([]);
    expect(host.run('hourly').status).toBe('completed');
    expect(host.run('list').value).toEqual(['note CLOCK CLOCK']);
  });

  it.each([
    ['everyMinutes(7)', 'everyMinutes was invalid'],
    ['atHour(24)', 'between 0 and 23'],
    ['onMonthDay(32)', 'between 1 and 31'],
    ['inTimezone("Europe/Atlantis")', 'Europe/Atlantis'],
    ['create()', 'has no time'],
  ])('refuse %s', (call, message) => {
    expect(
      hostOf(`function main() { ScriptApp.newTrigger('main').timeBased().${call} }`).run('main').error?.message,
    ).toContain(message);
  });
});

describe('simple triggers', () => {
  it.each([
    ['function onEdit() { console.log("seen") }'],
    ['const onEdit = () => console.log("seen")'],
    ['globalThis.onEdit = function () { console.log("seen") }'],
    ['this["onEdit"] = function () { console.log("seen") }'],
  ])('are found however they were declared: %s', (source) => {
    const { executions } = hostOf(source).edit({ range: 'A1', value: 'x' });
    expect(executions.map(({ log }) => log[0]?.text)).toEqual(['seen']);
  });

  it('cost nothing where the script only builds triggers of that name', () => {
    const host = hostOf('function install() { ScriptApp.newTrigger("f").forSpreadsheet("x").onEdit().create() }');
    const before = host.snapshot().executions;
    host.edit({ range: 'A1', value: 'x' });
    expect(host.snapshot().executions).toBe(before);
  });
});
