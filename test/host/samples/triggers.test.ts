import { describe, expect, it } from 'vitest';
import { finished, sample, shown, value } from './sample.ts';

// Time-driven and edit-driven scripts in their usual shapes. Behaviour: guides/triggers (simple, installable, events),
// reference/script on developers.google.com/apps-script.

describe('a nightly clean-up', () => {
  const CODE = `
    function install() {
      ScriptApp.getProjectTriggers().forEach(function (trigger) {
        if (trigger.getHandlerFunction() === 'cleanUp') ScriptApp.deleteTrigger(trigger);
      });
      ScriptApp.newTrigger('cleanUp').timeBased().everyDays(1).atHour(3).create();
      return ScriptApp.getProjectTriggers().length;
    }
    function fill() {
      var sheet = SpreadsheetApp.getActiveSheet();
      sheet.appendRow(['Date', 'What']);
      [40, 31, 30, 29, 0].forEach(function (days) {
        sheet.appendRow([new Date(new Date().getTime() - days * 24 * 60 * 60 * 1000), days + ' days']);
      });
    }
    function cleanUp() {
      var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
      var limit = new Date(); limit.setDate(limit.getDate() - 30);
      for (var row = sheet.getLastRow(); row > 1; row--) {
        if (sheet.getRange(row, 1).getValue() < limit) sheet.deleteRow(row);
      }
    }`;

  it('runs at its hour and deletes what is too old', () => {
    const host = sample(CODE);
    value(host, 'fill');
    expect([value(host, 'install'), value(host, 'install')]).toEqual([1, 1]);
    expect(host.advance('2025-09-02T02:59').executions).toEqual([]);
    const { executions } = host.advance('2025-09-02T04:00');
    expect(executions.map(({ entry, status }) => [entry, status])).toEqual([['cleanUp', 'completed']]);
    expect(shown(host).map((row) => row[1])).toEqual(['What', '29 days', '0 days']);
  });
});

describe('a long job that continues itself', () => {
  it('works in batches by one-shot triggers and properties, and tidies up', () => {
    const host = sample(`
      var BATCH = 2;
      function start() {
        var sheet = SpreadsheetApp.getActiveSheet();
        for (var i = 1; i <= 5; i++) sheet.getRange(i, 1).setValue(i);
        PropertiesService.getScriptProperties().setProperty('next', '1');
        work();
      }
      function work() {
        var properties = PropertiesService.getScriptProperties();
        var next = parseInt(properties.getProperty('next'), 10);
        var sheet = SpreadsheetApp.getActiveSheet();
        var end = Math.min(next + BATCH - 1, sheet.getLastRow());
        for (; next <= end; next++) sheet.getRange(next, 2).setValue(sheet.getRange(next, 1).getValue() * 10);
        ScriptApp.getProjectTriggers().filter(function (t) { return t.getHandlerFunction() == 'work'; }).forEach(function (t) { ScriptApp.deleteTrigger(t); });
        if (next > sheet.getLastRow()) { properties.deleteProperty('next'); return; }
        properties.setProperty('next', String(next));
        ScriptApp.newTrigger('work').timeBased().after(60 * 1000).create();
      }`);
    finished(host.run('start'));
    const { executions } = host.advance('2025-09-01T09:00');
    expect(executions.map(({ entry, status }) => `${entry} ${status}`)).toEqual(['work completed', 'work completed']);
    expect(shown(host).map((row) => row[1])).toEqual(['10', '20', '30', '40', '50']);
    expect(host.triggers).toEqual([]);
  });
});

describe('builders', () => {
  it('make all kinds of triggers and tell about them', () => {
    const host = sample(`
      function main() {
        var ss = SpreadsheetApp.getActive();
        ScriptApp.newTrigger('a').timeBased().everyHours(6).create();
        ScriptApp.newTrigger('b').timeBased().onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(9).nearMinute(30).create();
        ScriptApp.newTrigger('c').timeBased().onMonthDay(1).atHour(5).inTimezone('America/New_York').create();
        ScriptApp.newTrigger('d').timeBased().at(new Date(2025, 8, 2, 12, 0)).create();
        ScriptApp.newTrigger('e').forSpreadsheet(ss).onOpen().create();
        ScriptApp.newTrigger('f').forSpreadsheet(ss.getId()).onEdit().create();
        ScriptApp.newTrigger('g').forSpreadsheet(ss).onChange().create();
        return ScriptApp.getProjectTriggers().map(function (t) {
          return [t.getHandlerFunction(), String(t.getEventType()), String(t.getTriggerSource()), t.getTriggerSourceId() === ss.getId(), typeof t.getUniqueId()].join(' ');
        });
      }
      function a() {} function b() {} function c() {} function d() {} function e() {} function f() {} function g() {}`);
    expect(value(host, 'main')).toEqual([
      'a CLOCK CLOCK false string',
      'b CLOCK CLOCK false string',
      'c CLOCK CLOCK false string',
      'd CLOCK CLOCK false string',
      'e ON_OPEN SPREADSHEETS true string',
      'f ON_EDIT SPREADSHEETS true string',
      'g ON_CHANGE SPREADSHEETS true string',
    ]);
  });

  it('refuse minutes that are not offered', () => {
    const host = sample(`function main() { ScriptApp.newTrigger('main').timeBased().everyMinutes(7).create(); }`);
    expect(host.run('main').error?.message).toContain('1, 5, 10, 15 or 30');
  });
});

describe('onEdit', () => {
  const CODE = `
    function onEdit(e) {
      var range = e.range;
      var sheet = range.getSheet();
      if (sheet.getName() !== 'Blad1' || range.getColumn() !== 1 || range.getRow() === 1) return;
      sheet.getRange(range.getRow(), 3).setValue(new Date()).setNumberFormat('yyyy-MM-dd HH:mm');
      sheet.getRange(range.getRow(), 4).setValue([typeof e.value, e.value, e.oldValue, range.getA1Notation(), e.source.getName() !== ''].join('|'));
    }`;

  it('stamps the row that a person edits', () => {
    const host = sample(CODE);
    host.edit({ sheet: 'Blad1', range: 'A2', value: '12' });
    host.edit({ sheet: 'Blad1', range: 'A2', value: 'tolv' });
    host.edit({ sheet: 'Blad1', range: 'B3', value: 'x' });
    expect(shown(host).slice(1)).toEqual([
      ['tolv', '', '2025-09-01 08:00', 'string|tolv|12|A2|true'],
      ['', 'x', '', ''],
    ]);
  });

  it('is not fired by what scripts write, and gives no value for a paste of several cells', () => {
    const host = sample(`${CODE} function main() { SpreadsheetApp.getActiveSheet().getRange('A2').setValue(1); }`);
    value(host, 'main');
    expect(shown(host)).toEqual([[''], ['1']]);
    host.paste({ sheet: 'Blad1', range: 'A2', values: [['a'], ['b']] });
    expect(shown(host)[1]?.[3]).toBe('undefined|||A2:A3|true');
  });

  it('cannot send mail without authority', () => {
    const host = sample(`function onEdit(e) { MailApp.sendEmail('a@example.org', 's', 'b'); }`);
    const { executions } = host.edit({ sheet: 'Blad1', range: 'A1', value: 'x' });
    expect(executions[0]?.error?.message).toMatch(
      /^You do not have permission to call MailApp\.sendEmail\. Required permissions: /,
    );
    expect(host.mail).toEqual([]);
  });
});

describe('a weekday reminder', () => {
  it('skips the weekend by asking the day itself', () => {
    const host = sample(`
      function install() { ScriptApp.newTrigger('remind').timeBased().everyDays(1).atHour(8).create(); }
      function remind() {
        var day = new Date().getDay();
        if (day === 0 || day === 6) return;
        MailApp.sendEmail('team@example.org', 'Reminder ' + Utilities.formatDate(new Date(), 'Europe/Stockholm', 'EEE d MMM'), 'Fill in your hours');
      }`);
    value(host, 'install');
    host.advance('2025-09-09T00:00');
    expect(host.mail.map(({ subject }) => subject)).toHaveLength(6);
  });
});
