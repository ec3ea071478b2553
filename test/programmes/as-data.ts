/** Programmes, rules and sources as the data that another would write, with what is read on demand in its place. */
export function asData(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, part: unknown) => (typeof part === 'function' ? part() : part)));
}
