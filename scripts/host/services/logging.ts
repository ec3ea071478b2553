import { inspect } from 'node:util';
import type { Execution, LogLevel } from '../runtime/contract.ts';
import { formatJavaDate } from './date-format.ts';
import { formatString, javaText, placeholders, plainText } from './format-string.ts';

/** The script's own log (reference: base/Logger). */
export class Logger {
  static readonly api = 'Base.Logger';
  private lines: string[] = [];
  private readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  clear(): void {
    this.lines = [];
  }

  getLog(): string {
    return this.lines.join('');
  }

  log(first: unknown, ...values: readonly unknown[]): this {
    const text = typeof first === 'string' && values.length > 0 ? formatString(first, values, javaText) : shown(first);
    const { world } = this.execution;
    const stamp = formatJavaDate(this.execution.now(), world.timeZone, "EEE MMM dd HH:mm:ss 'GMT'XXX yyyy", 'en');
    this.lines.push(`${stamp} INFO: ${text}\n`);
    this.execution.log('INFO', text);
    return this;
  }
}

/** A single argument is shown as it is, an object by its message; only what has no text is shown as Java would. */
function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null && 'message' in value) {
    return javaText(value.message);
  }
  return typeof value === 'string' ? value : javaText(value);
}

/** A value as the console prints it: text bare, objects as JavaScript literals, service objects by their names. */
function consoleText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? String(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Date) return value.toString();
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== null) return plainText(value);
  return inspect(ordinary(value), { depth: 4, breakLength: Number.POSITIVE_INFINITY });
}

/** Copies with ordinary prototypes, and service objects by their names, so that they print as in a script. */
function ordinary(value: unknown, copies = new Map<object, unknown>()): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (value instanceof Error) return { [inspect.custom]: () => consoleText(value) };
  const known = copies.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    copies.set(value, list);
    for (const item of value) list.push(ordinary(item, copies));
    return list;
  }
  if (Object.getPrototypeOf(value) !== null) return { [inspect.custom]: () => plainText(value) };
  const copy: Record<string, unknown> = {};
  copies.set(value, copy);
  for (const [key, field] of Object.entries(value)) copy[key] = ordinary(field, copies);
  return copy;
}

/** The console (reference: base/console). */
export class Console {
  static readonly api = '.Console';
  private readonly started = new Map<string, number>();
  private readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  private print(level: LogLevel, values: readonly unknown[]): void {
    const [first, ...rest] = values;
    if (typeof first !== 'string' || !first.includes('%')) {
      this.execution.log(level, values.map(consoleText).join(' '));
      return;
    }
    const template = first.replace(/%[%oO]/g, (mark) => (mark === '%%' ? mark : '%s'));
    const left = rest.slice(placeholders(template)).map(consoleText);
    this.execution.log(level, [formatString(template, rest, consoleText), ...left].join(' '));
  }

  log(...values: readonly unknown[]): void {
    this.print('DEBUG', values);
  }

  info(...values: readonly unknown[]): void {
    this.print('INFO', values);
  }

  warn(...values: readonly unknown[]): void {
    this.print('WARNING', values);
  }

  error(...values: readonly unknown[]): void {
    this.print('ERROR', values);
  }

  time(label = 'default'): void {
    this.started.set(label, this.execution.now());
  }

  timeEnd(label = 'default'): void {
    const since = this.started.get(label);
    if (since !== undefined) this.execution.log('DEBUG', `${label}: ${this.execution.now() - since}ms`);
    this.started.delete(label);
  }
}
