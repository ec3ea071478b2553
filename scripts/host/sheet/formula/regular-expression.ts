import { ERRORS } from './value.ts';

const FLAGS = /^\(\?([ims]+)\)/;

/** A pattern as Sheets writes it (RE2: flags stand in front, as in "(?i)abc"); #VALUE! for what is none. */
export function regularExpression(source: string): RegExp {
  const [prefix = '', flags = ''] = FLAGS.exec(source) ?? [];
  const body = source.slice(prefix.length);
  // RE2 takes escapes of signs that need none, which JavaScript refuses in its Unicode mode.
  for (const mode of ['u', '']) {
    try {
      return new RegExp(body, flags + mode);
    } catch {}
  }
  throw ERRORS.value;
}
