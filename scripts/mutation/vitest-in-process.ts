/**
 * Stands for `vitest` in a bundle of test files, so that one process can run chosen tests a thousand times: the same `expect`, and of the
 * rest only what the domain's tests use.
 */
import { format } from 'node:util';
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import * as chai from 'chai';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export const expect = chai.expect;

type Body = (...values: unknown[]) => unknown;

export interface CollectedTest {
  readonly id: string;
  readonly run: () => unknown;
}

const collected = new Map<string, CollectedTest>();
const path: string[] = [];

/** The tests that the files of the bundle have declared, by id. */
export function collectedTests(): ReadonlyMap<string, CollectedTest> {
  return collected;
}

function declare(name: string, body: Body, values: readonly unknown[] = []): void {
  const full = [...path, name].join(' > ');
  let id = full;
  for (let twin = 2; collected.has(id); twin += 1) id = `${full} (${twin})`;
  collected.set(id, { id, run: () => body(...values) });
}

function group(name: string, body: Body, values: readonly unknown[] = []): void {
  path.push(name);
  body(...values);
  path.pop();
}

function withEach(declaration: typeof declare): typeof declare & { each: (table: readonly unknown[]) => Each } {
  const each =
    (table: readonly unknown[]): Each =>
    (name, body) => {
      for (const row of table) {
        const values = Array.isArray(row) ? row : [row];
        declaration(format(name, ...values), body, values);
      }
    };
  return Object.assign(declaration, { each });
}
type Each = (name: string, body: Body) => void;

export const describe = withEach(group);
export const test = withEach(declare);
export const it = withEach(declare);
