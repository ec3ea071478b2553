/** Java-like text of a value, as Logger prints it: whole numbers as `1.0`, objects as `{a=1.0}`. */
export function javaText(value: unknown): string {
  return javaTextIn(value, []);
}

/** `around` is what holds the value: one that contains itself is named, not followed. */
function javaTextIn(value: unknown, around: readonly unknown[]): string {
  if (value === null) return 'null';
  if (value === undefined) return 'undefined';
  if (typeof value === 'number')
    return Number.isInteger(value) && Math.abs(value) < 1e7 ? value.toFixed(1) : numberText(value);
  if (around.includes(value)) return '[Circular]';
  const inner = (field: unknown) => javaTextIn(field, [...around, value]);
  if (Array.isArray(value)) return `[${value.map(inner).join(', ')}]`;
  if (value instanceof Date) return dateText(value);
  if (value instanceof Error) return value.stack ?? String(value);
  if (typeof value === 'object' && Object.getPrototypeOf(value) === null) {
    return `{${Object.entries(value)
      .map(([key, field]) => `${key}=${inner(field)}`)
      .join(', ')}}`;
  }
  return plainText(value);
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Math.abs(value) >= 1e7) {
    const [digits = '', exponent = ''] = value.toExponential().split('e');
    return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
  }
  return String(value);
}

/** A date as Java writes it, in the zone that the sandbox has at the moment. */
function dateText(value: Date): string {
  const [, weekday, month, day, year, time, offset = ''] =
    /^(\w+) (\w+) (\d+) (-?\d+) ([\d:]+) GMT([+-]\d{4})/.exec(value.toString()) ?? [];
  if (!weekday) return String(value);
  return `${weekday} ${month} ${day} ${time} GMT${offset.slice(0, 3)}:${offset.slice(3)} ${year}`;
}

/** Text of a service object, a function or a primitive. */
export function plainText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('call' in value && 'name' in value) return `[Function: ${String(value.name)}]`;
  const own: unknown = Reflect.get(value, 'toString');
  if (typeof own === 'function' && own !== Object.prototype.toString) return String(Reflect.apply(own, value, []));
  const made: unknown = value.constructor;
  if (typeof made === 'function' && 'api' in made) return String(made.api).replace(/^.*\./, '');
  return '[object Object]';
}

function pad(text: string, width: number, flags: string): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (flags.includes('0') && /^[+-]?\d/.test(text)) {
    const sign = /^[+-]/.exec(text)?.[0] ?? '';
    return sign + text.slice(sign.length).padStart(width - sign.length, '0');
  }
  return text.padStart(width);
}

function signed(value: number, text: string, flags: string): string {
  if (value >= 0 && flags.includes('+')) return `+${text}`;
  return value >= 0 && flags.includes(' ') ? ` ${text}` : text;
}

/** What a number's placeholder makes of a value: objects and lists have none. */
function numberOf(value: unknown): number {
  return typeof value === 'object' && value !== null && !(value instanceof Date) ? Number.NaN : Number(value);
}

function converted(
  kind: string,
  value: unknown,
  precision: number | undefined,
  flags: string,
  text: (value: unknown) => string,
): string {
  const number = numberOf(value);
  switch (kind) {
    case 'd':
    case 'i':
      return Number.isFinite(number) ? signed(number, String(Math.trunc(number)), flags) : 'NaN';
    case 'f':
      return Number.isFinite(number) ? signed(number, number.toFixed(precision ?? 6), flags) : 'NaN';
    case 'e':
    case 'E': {
      const shown = number.toExponential(precision ?? 6).replace(/e([+-])(\d)$/, 'e$10$2');
      return signed(number, kind === 'E' ? shown.toUpperCase() : shown, flags);
    }
    case 'g':
      return signed(number, String(Number(number.toPrecision(precision ?? 6))), flags);
    case 'x':
      return Math.trunc(number).toString(16);
    case 'X':
      return Math.trunc(number).toString(16).toUpperCase();
    case 'o':
      return Math.trunc(number).toString(8);
    case 'b':
      return Math.trunc(number).toString(2);
    case 'c':
      return typeof value === 'number' ? String.fromCodePoint(value) : String(value).slice(0, 1);
    case 'u':
      return String(Math.trunc(number) >>> 0);
    case 'j':
      return JSON.stringify(value);
    default: {
      const shown = text(value);
      return precision === undefined ? shown : shown.slice(0, precision);
    }
  }
}

const PLACEHOLDER = /%(?:(%)|(?:(\d+)\$)?([-+ 0#]*)(\d+)?(?:\.(\d+))?([difeEgxXobcujsS]))/g;

/** How many arguments the placeholders of a template take. */
export function placeholders(template: string): number {
  let next = 0;
  let last = 0;
  for (const [, percent, position] of template.matchAll(PLACEHOLDER)) {
    if (!percent) last = Math.max(last, position === undefined ? ++next : Number(position));
  }
  return last;
}

/**
 * sprintf as Utilities.formatString, Logger.log and the console have it: `%s %d %5.2f %-10s %1$s %%`. `text` turns a value
 * for `%s` into text. Placeholders without an argument stay as they are; arguments left over are not shown.
 */
export function formatString(template: string, args: readonly unknown[], text: (value: unknown) => string): string {
  let next = 0;
  return template.replace(
    PLACEHOLDER,
    (whole, percent?: string, position?: string, flags = '', width?: string, precision?: string, kind = 's') => {
      if (percent) return '%';
      const index = position === undefined ? next++ : Number(position) - 1;
      if (index >= args.length) return whole;
      const shown = converted(kind, args[index], precision === undefined ? undefined : Number(precision), flags, text);
      return pad(shown, Number(width ?? 0), flags);
    },
  );
}
