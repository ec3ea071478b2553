import { describe, expect, it } from 'vitest';
import { hostOf, valueIn } from '../script.ts';

const logOf = (body: string) =>
  hostOf(`function main() {${body}\n}`)
    .run('main')
    .log.map(({ level, text }) => `${level} ${text}`);

describe('the log', () => {
  it.each([
    ['Logger.log("Hej")', ['INFO Hej']],
    ['Logger.log("%s är %s", "a", 5)', ['INFO a är 5.0']],
    ['Logger.log(5)', ['INFO 5.0']],
    ['Logger.log([1, "a", null])', ['INFO [1.0, a, null]']],
    ['Logger.log({ a: 1, b: "x" })', ['INFO {a=1.0, b=x}']],
    ['Logger.log(ScriptApp.EventType.CLOCK)', ['INFO CLOCK']],
    ['Logger.log("a").log("b")', ['INFO a', 'INFO b']],
    ['console.log("a", 1, true, null)', ['DEBUG a 1 true null']],
    ['console.log("%s: %d", "a", 5)', ['DEBUG a: 5']],
    ['console.log({ a: [1, { b: 2 }] })', ['DEBUG { a: [ 1, { b: 2 } ] }']],
    ['console.log("%s has %d", "a", { b: 1 })', ['DEBUG a has NaN']],
    ['console.log("%o and %O, 100 %%o", { b: 1 }, [2])', ['DEBUG { b: 1 } and [ 2 ], 100 %o']],
    ['Logger.log(new Date(0))', ['INFO Thu Jan 01 01:00:00 GMT+01:00 1970']],
    ['Logger.log([[new Date(1751364000000)]])', ['INFO [[Tue Jul 01 12:00:00 GMT+02:00 2025]]']],
    ['console.log("50%", 3)', ['DEBUG 50% 3']],
    ['console.log("%s", "a", "b")', ['DEBUG a b']],
    ['Logger.log({ message: "m", data: 1 })', ['INFO m']],
    ['console.info("a"); console.warn("b"); console.error("c")', ['INFO a', 'WARNING b', 'ERROR c']],
    ['console.time("x"); Utilities.sleep(20); console.timeEnd("x")', ['DEBUG x: 20ms']],
    ['["a", "b"].forEach((x) => Logger.log(x))', ['INFO a', 'INFO b']],
  ])('%s', (body, lines) => {
    expect(logOf(body)).toEqual(lines);
  });

  it('shows an error with its frames', () => {
    expect(logOf('console.error(new TypeError("no"))')[0]).toBe('ERROR TypeError: no\n    at main (Code:1:32)');
  });

  it('can be read by the script', () => {
    expect(
      valueIn('Logger.log("a"); const first = Logger.getLog(); Logger.clear(); return [first, Logger.getLog()]'),
    ).toEqual(['Mon Sep 01 08:00:00 GMT+02:00 2025 INFO: a\n', '']);
  });
});
