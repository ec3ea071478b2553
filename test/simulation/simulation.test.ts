/** The short run of `npm run -s simulate`: the same stories every time. */
import { beforeAll, expect, test } from 'vitest';
import { buildWhenStale } from '../../scripts/build.ts';
import { simulate } from '../../scripts/simulation/simulate.ts';

beforeAll(buildWhenStale, 60_000);

test('stories with failures end where their undisturbed twins end, and every mail leaves once', () => {
  expect(simulate({ stories: 6, seed: 20251006 })).toBeNull();
}, 300_000);
