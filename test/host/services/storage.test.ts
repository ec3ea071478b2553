import { describe, expect, it } from 'vitest';
import { errorOf, hostOf, valueIn } from '../script.ts';

// reference/properties/Properties.md, guides/services/quotas
describe('PropertiesService', () => {
  it.each([
    ['null for a missing key', 'return p.getProperty("none")', null],
    ['text for every value', 'return p.setProperty("n", 5).getProperty("n")', '5'],
    [
      'the store again from every change',
      'return p.setProperty("a", "1") === p && p.deleteProperty("a") === p && p.deleteAllProperties() === p',
      true,
    ],
    [
      'several at once, beside the others',
      'return p.setProperty("a", "1").setProperties({ b: 2, c: "3" }).getProperties()',
      { a: '1', b: '2', c: '3' },
    ],
    [
      'several at once, instead of the others',
      'return p.setProperty("a", "1").setProperties({ b: "2" }, true).getProperties()',
      { b: '2' },
    ],
    ['rubbish for objects', 'return p.setProperties({ a: { b: [1] } }).getProperty("a")', '{b=[1.0]}'],
    ['keys', 'return p.setProperties({ b: "2", a: "1" }).getKeys()', ['b', 'a']],
    ['nothing after all were deleted', 'return p.setProperty("a", "1").deleteAllProperties().getKeys()', []],
    ['a key of any name', 'return p.setProperty("__proto__", "x").getProperty("__proto__")', 'x'],
  ])('gives %s', (_, body, value) => {
    expect(valueIn(`const p = PropertiesService.getScriptProperties(); ${body}`)).toEqual(value);
  });

  it('keeps script, document and user apart, and users from one another', () => {
    const host = hostOf(`
      const all = () => [PropertiesService.getScriptProperties(), PropertiesService.getDocumentProperties(), PropertiesService.getUserProperties()];
      function set() { all().forEach((store, i) => store.setProperty('k', String(i))) }
      function get() { return all().map((store) => store.getProperty('k')) }`);
    host.run('set');
    expect(host.run('get').value).toEqual(['0', '1', '2']);
    expect(host.call('get', [], { user: 'annan@example.org' }).value).toEqual(['0', '1', null]);
  });

  it('has no document properties in a script of its own', () => {
    expect(valueIn('return PropertiesService.getDocumentProperties()', { container: 'none' })).toBe(null);
  });

  it.each([
    [9 * 1024, 'no error'],
    [
      9 * 1024 + 1,
      'Exception: You have exceeded the property storage quota. Please remove some properties and try again.',
    ],
  ])('takes a value of %i bytes: %s', (bytes, message) => {
    expect(errorOf(`PropertiesService.getScriptProperties().setProperty('k', 'x'.repeat(${bytes}))`)).toBe(message);
  });

  it('refuses more than 500 KB and keeps what there was', () => {
    const host = hostOf(`const p = () => PropertiesService.getScriptProperties();
      function fill() { for (let i = 0; i < 60; i += 1) p().setProperty('k' + i, 'x'.repeat(9000)) }
      function count() { return p().getKeys().length }`);
    expect(host.run('fill').error?.message).toContain('property storage quota');
    expect(host.run('count').value).toBe(56);
  });
});

// reference/cache/Cache.md
describe('CacheService', () => {
  it.each([
    ['null for what is not there', 'return c.get("none")', null],
    ['what was put', 'c.put("a", "1"); return c.get("a")', '1'],
    [
      'only what there is of several',
      'c.putAll({ a: "1", b: 2 }); return c.getAll(["a", "b", "z"])',
      { a: '1', b: '2' },
    ],
    [
      'nothing after removal',
      'c.putAll({ a: "1", b: "2" }); c.remove("a"); c.removeAll(["b"]); return c.getAll(["a", "b"])',
      {},
    ],
    // Seen on Google's servers: github.com/brucemcpherson/gas-fakes, test/teststores.js.
    [
      'null for what it did',
      'return [c.put("a", "1"), c.remove("a"), c.putAll({}), c.removeAll([])]',
      [null, null, null, null],
    ],
  ])('gives %s', (_, body, value) => {
    expect(valueIn(`const c = CacheService.getScriptCache(); ${body}`)).toEqual(value);
  });

  it('is called by the names of its members', () => {
    const body = 'c.put("a", "1"); c.putAll({}); c.remove("a"); c.removeAll(["a"]); c.get("a"); c.getAll(["a"])';
    const { calls } = hostOf(`function main() { const c = CacheService.getScriptCache(); ${body} }`).run('main');
    const members = ['put', 'putAll', 'remove', 'removeAll', 'get', 'getAll'];
    expect(calls.map(({ method }) => method)).toEqual(members.map((member) => `Cache.${member}`));
  });

  it.each([
    ['put("a", "1")', 599, '1'],
    ['put("a", "1")', 600, null],
    ['put("a", "1", 5)', 4, '1'],
    ['put("a", "1", 5)', 5, null],
    ['put("a", "1", 99999)', 21_599, '1'],
    ['put("a", "1", 99999)', 21_600, null],
  ])('%s: after %i seconds %s', (put, seconds, value) => {
    const host = hostOf(
      `function put() { CacheService.getScriptCache().${put} } function get() { return CacheService.getScriptCache().get('a') }`,
    );
    host.run('put');
    host.advance(host.now + seconds * 1000);
    expect(host.run('get').value).toBe(value);
  });

  it.each([
    ['x'.repeat(250), 100 * 1024, 'no error'],
    ['x'.repeat(251), 1, 'Exception: Argument too large: key'],
    ['x', 100 * 1024 + 1, 'Exception: Argument too large: value'],
  ])('has its limits', (key, bytes, message) => {
    expect(errorOf(`CacheService.getScriptCache().put('${key}', 'x'.repeat(${bytes}))`)).toBe(message);
  });

  it('drops what would live longest when there are too many', () => {
    expect(
      valueIn(`const c = CacheService.getScriptCache();
        for (let i = 0; i <= 1000; i += 1) c.put('k' + i, 'x', 100 + i);
        return ['k0', 'k899', 'k900', 'k1000'].map((key) => c.get(key))`),
    ).toEqual(['x', 'x', null, null]);
  });
});

// reference/lock/Lock.md
describe('LockService', () => {
  it.each([
    ['is not held before it is taken', 'return lock.hasLock()', false],
    ['is held after tryLock', 'return lock.tryLock(10) && lock.hasLock()', true],
    ['is held after waitLock', 'lock.waitLock(10); return lock.hasLock()', true],
    ['is taken without waiting when it is free', 'return lock.tryLock(0)', true],
    ['may be taken again', 'lock.waitLock(10); return lock.tryLock(10)', true],
    ['is free after release', 'lock.waitLock(10); lock.releaseLock(); return lock.hasLock()', false],
    ['is the same for every object of it', 'lock.waitLock(10); return LockService.getScriptLock().hasLock()', true],
    ['is another for the document', 'lock.waitLock(10); return LockService.getDocumentLock().hasLock()', false],
  ])('a lock %s', (_, body, value) => {
    expect(valueIn(`const lock = LockService.getScriptLock(); ${body}`)).toBe(value);
  });

  it('gives no document lock to a script of its own', () => {
    expect(valueIn('return LockService.getDocumentLock()', { container: 'none' })).toBe(null);
  });

  it('frees a lock at the end of an execution, also after an error', () => {
    const host = hostOf(
      `function take() { LockService.getScriptLock().waitLock(1); throw new Error('x') } function free() { return LockService.getScriptLock().tryLock(0) }`,
    );
    host.run('take');
    expect(host.run('free').value).toBe(true);
  });

  it('refuses a negative time', () => {
    // Seen on Google's servers: github.com/brucemcpherson/gas-fakes, test/testlock.js.
    expect(
      valueIn('const lock = LockService.getScriptLock(); return [lock.tryLock(-1), lock.hasLock(), lock.tryLock(0)]'),
    ).toEqual([false, false, true]);
    expect(errorOf('LockService.getScriptLock().waitLock(-1)')).toMatch(/^Exception: Lock timeout/);
  });
});
