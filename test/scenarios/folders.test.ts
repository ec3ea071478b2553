import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const here = import.meta.dirname;

test('every folder of stories has the test that tells them', () => {
  const folders = readdirSync(here, { withFileTypes: true }).filter((one) => one.isDirectory());
  expect(folders.length).toBeGreaterThan(5);
  const untold = folders.filter(({ name }) => !existsSync(join(here, name, 'stories.test.ts')));
  expect(untold.map(({ name }) => name)).toEqual([]);
});
