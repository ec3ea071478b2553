import { describe, expect, it } from 'vitest';
import { errorOf, hostOf, valueIn } from '../script.ts';

describe('the global scope of a script', () => {
  // guides/v8runtimeoverview.md "V8 runtime limitations" lists what the platform lacks.
  it.each([
    'process',
    'require',
    'module',
    'Buffer',
    'setTimeout',
    'setInterval',
    'queueMicrotask',
    'structuredClone',
    'fetch',
    'URL',
    'URLSearchParams',
    'TextEncoder',
    'TextDecoder',
    'FormData',
    'File',
    'Blob',
    'DOMException',
    'atob',
    'btoa',
    'crypto',
    'window',
    'navigator',
    'performance',
  ])('has no %s', (name) => {
    expect(valueIn(`return typeof ${name}`)).toBe('undefined');
  });

  it.each(['SpreadsheetApp', 'CalendarApp', 'PropertiesService', 'console', 'Intl', 'Promise'])('has %s', (name) => {
    expect(valueIn(`return typeof ${name}`)).toBe(
      'object'.replace('object', name === 'Promise' ? 'function' : 'object'),
    );
  });

  it('is fresh in every execution', () => {
    const host = hostOf('var n = 0; function add() { n += 1; return n }');
    expect([host.run('add').value, host.run('add').value]).toEqual([1, 1]);
  });

  it('runs nothing of the script when it is let go at the end', () => {
    const host = hostOf(`function run() {
      const mark = () => PropertiesService.getScriptProperties().setProperty('after', 'ran');
      Object.defineProperty(globalThis, 'own', { enumerable: true, configurable: true, set: mark, get: mark });
      Object.defineProperty(globalThis, 'fixed', { enumerable: true, set: mark, get: mark });
      Object.defineProperty(Object.prototype, 'writable', { configurable: true, get: mark });
      Object.keys = Object.defineProperty = Array.prototype[Symbol.iterator] = mark;
      return 'done';
    }
    function after() { return PropertiesService.getScriptProperties().getProperty('after') }`);
    expect(host.run('run').value).toBe('done');
    expect(host.run('after').value).toBeNull();
  });

  it('is shared by all files in their order', () => {
    const host = hostOf('function main() { return [A, b, c()] }', {
      files: { 'A.js': 'const A = 1; let b = 2;', 'C.gs': 'var c = () => A + b;' },
    });
    expect(host.run('main').value).toEqual([1, 2, 3]);
  });

  it('refuses the same constant in two files', () => {
    const host = hostOf('const same = 1; function main() {}', { files: { 'A.js': 'const same = 2;' } });
    expect(host.run('main').error?.message).toBe("Identifier 'same' has already been declared");
  });

  it.each([
    ['class A { #secret = 1 } function main() {}', "Unexpected token '#'"],
    ['class A { static count = 1 } function main() {}', "Unexpected token '='"],
    ['function main() { let = ; }', 'Unexpected token'],
    ['import x from "y"; function main() {}', 'Cannot use import statement outside a module'],
    ['async function main() { await import("fs") }', 'Cannot use import statement outside a module'],
  ])('cannot be loaded from %s', (source, message) => {
    const { error, status } = hostOf(source).run('main');
    expect([status, error?.name]).toEqual(['failed', 'SyntaxError']);
    expect(error?.message).toContain(message);
    expect(error?.stack).toContain('at Code:1');
  });

  it('takes static methods and "#" in texts', () => {
    expect(valueIn(`class A { static make() { return '#a1b2c3' } } return A.make() // #x`)).toBe('#a1b2c3');
  });
});

describe('functions of a script', () => {
  it.each([
    ['a declaration', 'function main() { return 1 }', 'main'],
    ['an arrow in a constant', 'const main = () => 1', 'main'],
    ['an async function', 'async function main() { await null; return 1 }', 'main'],
    ['a method of an object', 'const menu = { one: 1, open() { return this.one } }', 'menu.open'],
    ['a private name', 'function main_() { return 1 }', 'main_'],
  ])('are found as %s', (_, source, name) => {
    expect(hostOf(source).run(name).value).toBe(1);
  });

  it('are named when they are missing', () => {
    expect(hostOf('').run('nowhere').error?.message).toBe('Script function not found: nowhere');
  });

  it('fail with the error and the frames of the script alone', () => {
    const { error } = hostOf(
      'function inner() { throw new TypeError("no") }\nfunction main() { [1].forEach(inner) }',
    ).run('main');
    expect(error).toMatchObject({ name: 'TypeError', message: 'no' });
    expect(error?.stack).toBe('TypeError: no\n    at inner (Code:1:26)\n    at main (Code:2:23)');
  });

  it('fail with what a promise was rejected with', () => {
    expect(hostOf('async function main() { await null; throw new Error("late") }').run('main').error?.message).toBe(
      'late',
    );
  });
});

describe('the border of the sandbox', () => {
  it('lets only objects of the sandbox in', () => {
    expect(
      valueIn(`
        const cell = PropertiesService.getScriptProperties().setProperty('a', 'b').getProperties();
        let thrown; try { Utilities.sleep('x') } catch (error) { thrown = error }
        return [cell instanceof Object, Utilities.parseCsv('a,b')[0] instanceof Array, thrown instanceof Error,
          Utilities.parseDate('2025-01-01', 'GMT', 'yyyy-MM-dd') instanceof Date,
          Logger.log.constructor === Function, Object.getPrototypeOf(Object.getPrototypeOf(Logger)).constructor === Object]`),
    ).toEqual([true, true, true, true, true, true]);
  });

  it.each([
    'Logger.log.constructor("return typeof process")()',
    'Logger.constructor.constructor("return typeof process")()',
    'ScriptApp.AuthMode.FULL.toString.constructor("return typeof process")()',
    'Date.constructor("return typeof process")()',
    'new Date().constructor.constructor("return typeof process")()',
    '(() => { try { Utilities.sleep({}) } catch (e) { return e.constructor.constructor("return typeof process")() } })()',
    '(() => { const f = () => f() + 1; try { f() } catch (e) { return e.constructor.constructor("return typeof process")() } })()',
    '(() => { const deep = () => { Logger.log("x"); deep() }; try { deep() } catch (e) { return e.constructor.constructor("return typeof process")() } })()',
    // What the host does with arrays of the script goes by way of no method that the script can replace.
    '(() => { let got = "undefined"; const { map } = Array.prototype; Array.prototype.map = function (f) { got = f.constructor("return typeof process")(); return map.call(this, f) }; Utilities.formatString("%s", "a"); return got })()',
    'SpreadsheetApp.getActiveSheet().getRange("A1:B2").getValues().constructor.constructor("return typeof process")()',
    'SpreadsheetApp.getActiveSheet().getRange("A1:B2").getValues()[1].map.constructor("return typeof process")()',
  ])('gives no way out: %s', (expression) => {
    expect(valueIn(`return ${expression}`)).toBe('undefined');
  });

  it('shows no frame of the host', () => {
    expect(valueIn(`try { Utilities.sleep({}) } catch (error) { return error.stack.split('\\n').length }`)).toBe(2);
  });

  it('gives the same enumeration value each time', () => {
    expect(
      valueIn('return ScriptApp.EventType.CLOCK === ScriptApp.EventType.CLOCK && String(ScriptApp.WeekDay.MONDAY)'),
    ).toBe('MONDAY');
  });
});

describe('calls of Apps Script', () => {
  it.each([
    [
      'Utilities.formatDate("2025", "GMT", "yyyy")',
      "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    ],
    [
      'PropertiesService.getScriptProperties().setProperty("a", [1])',
      "The parameters (String,number[]) don't match the method signature for PropertiesService.Properties.setProperty.",
    ],
    [
      'MailApp.sendEmail(null, "a", "b")',
      "The parameters (null,String,String) don't match the method signature for MailApp.sendEmail.",
    ],
    ['Utilities.sleep()', "The parameters () don't match the method signature for Utilities.sleep."],
    [
      'LockService.getScriptLock().tryLock({})',
      "The parameters ((class)) don't match the method signature for LockService.Lock.tryLock.",
    ],
    [
      'ScriptApp.newTrigger("a").timeBased().onWeekDay(ScriptApp.EventType.CLOCK)',
      "The parameters (ScriptApp.EventType) don't match the method signature for ScriptApp.ClockTriggerBuilder.onWeekDay.",
    ],
    [
      'ScriptApp.deleteTrigger(LockService.getScriptLock())',
      "The parameters (LockService.Lock) don't match the method signature for ScriptApp.deleteTrigger.",
    ],
  ])('%s is refused', (call, message) => {
    expect(errorOf(call)).toBe(`Exception: ${message}`);
  });

  it('take numbers and booleans for text', () => {
    expect(
      valueIn(
        'return PropertiesService.getScriptProperties().setProperty("a", 5).setProperty("b", true).getProperties()',
      ),
    ).toEqual({ a: '5', b: 'true' });
  });

  it('name what the host does not offer', () => {
    expect(errorOf('CalendarApp.getDefaultCalendar()')).toBe(
      'Exception: Not implemented by this host: CalendarApp.getDefaultCalendar',
    );
    expect(errorOf('GmailApp.search("x")')).toBe('Exception: Not implemented by this host: GmailApp.search');
  });

  it('have no members that are not documented', () => {
    expect(errorOf('Logger.shout("x")')).toBe('TypeError: Logger.shout is not a function');
    expect(valueIn('return [typeof Logger.shout, "log" in Logger, "shout" in Logger]')).toEqual([
      'undefined',
      true,
      false,
    ]);
  });
});

describe('the clock and chance', () => {
  it('are the same for the same seed, and others for another', () => {
    const body = 'return [Date.now(), new Date().toISOString(), Math.random(), Utilities.getUuid(), Math.random()]';
    expect(valueIn(body)).toEqual(valueIn(body));
    expect(valueIn(body, { seed: 2 })).not.toEqual(valueIn(body));
  });

  it('differ from execution to execution', () => {
    const host = hostOf('function main() { return Math.random() }');
    expect(host.run('main').value).not.toBe(host.run('main').value);
  });

  it('stand still but for sleep', () => {
    expect(valueIn('const a = Date.now(); Utilities.sleep(1500); return Date.now() - a')).toBe(1500);
  });

  it.each([
    ['Europe/Stockholm', 'Mon Sep 01 2025 08:00:00 GMT+0200', '2025-08-31T22:00:00.000Z'],
    ['America/Los_Angeles', 'Mon Sep 01 2025 08:00:00 GMT-0700', '2025-09-01T07:00:00.000Z'],
  ])('are in the zone of the manifest: %s', (timeZone, text, midnight) => {
    const options = { files: { 'appsscript.json': JSON.stringify({ timeZone }) } };
    expect(valueIn('return new Date().toString().slice(0, 33)', options)).toBe(text);
    expect(valueIn('return new Date(2025, 8, 1).toISOString()', options)).toBe(midnight);
    expect(valueIn('return new Intl.DateTimeFormat("sv-SE", {timeStyle: "short"}).format()', options)).toBe('08:00');
    expect(valueIn('return Session.getScriptTimeZone()', options)).toBe(timeZone);
  });
});

describe('the end of an execution', () => {
  it('comes to an endless loop among triggers, and the others run on', () => {
    const host = hostOf(
      `function loop() { LockService.getScriptLock().waitLock(10); if (new Date().getHours() === 10) while (true) {} }
       function fine() { return LockService.getScriptLock().tryLock(10) }
       function install() { for (const name of ['loop', 'fine']) ScriptApp.newTrigger(name).timeBased().everyHours(1).create() }`,
      { switches: { wallMilliseconds: 100 } },
    );
    host.run('install');
    const { executions } = host.advance('2025-09-01T11:00');
    expect(executions.map(({ entry, status }) => `${entry} ${status}`)).toEqual([
      'loop completed',
      'fine completed',
      'loop timed out',
      'fine completed',
      'loop completed',
      'fine completed',
    ]);
    expect(host.run('fine').value).toBe(true);
    expect(host.executions.filter(({ status }) => status === 'timed out')).toHaveLength(1);
  });

  it('comes to an endless loop', () => {
    const result = hostOf('function main() { while (true) {} }', { switches: { wallMilliseconds: 100 } }).run('main');
    expect([result.status, result.error?.message]).toEqual(['timed out', 'Exceeded maximum execution time']);
  });

  it.each([
    [359_999, 'completed'],
    [360_000, 'completed'],
    [360_001, 'timed out'],
  ])('after %i ms on the clock is %s', (time, status) => {
    const rest = time - 300_000;
    expect(hostOf(`function main() { Utilities.sleep(300000); Utilities.sleep(${rest}) }`).run('main').status).toBe(
      status,
    );
  });

  it('cannot be caught, and nothing after it has an effect', () => {
    const host = hostOf(`function main() {
      const properties = PropertiesService.getScriptProperties();
      properties.setProperty('a', 'before');
      try { Utilities.sleep(300000); Utilities.sleep(300000) } catch (e) { properties.setProperty('a', 'caught') } finally { properties.setProperty('a', 'finally') }
    }
    function read() { return PropertiesService.getScriptProperties().getProperty('a') }`);
    expect(host.run('main').status).toBe('timed out');
    expect(host.run('read').value).toBe('before');
  });
});
