import { createHost, type Host, type RunResult } from '../../scripts/host/index.ts';
import type { HostOptions } from '../../scripts/host/runtime/api.ts';

/** A Monday morning in Stockholm. */
export const NOW = '2025-09-01T08:00';

/** A host with one script file. */
export function hostOf(source: string, options: Partial<HostOptions> = {}): Host {
  return createHost({ now: NOW, ...options, files: { ...options.files, 'Code.js': source } });
}

/** What a function body returns when it is run as a script of its own; throws the script's error. */
export function valueIn(body: string, options: Partial<HostOptions> = {}): unknown {
  return valueFrom(hostOf(`function main() {${body}\n}`, options).run('main'));
}

/** The value of a run; throws the script's error. */
export function valueFrom(result: RunResult): unknown {
  if (result.error) throw new Error(result.error.stack);
  return result.value;
}

/** The error that a function body throws, as `Name: message`. */
export function errorOf(body: string, options: Partial<HostOptions> = {}): string {
  const { error } = hostOf(`function main() {${body}\n}`, options).run('main');
  return error ? `${error.name}: ${error.message}` : 'no error';
}
