/** Which kind of mail of which programme is told of by a story in this folder: `npx tsx test/scenarios/mail-coverage.ts` prints the table. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { kindsOf } from '../../src/messages/index.ts';
import { PROGRAMMES } from '../../src/programmes/index.ts';

/** The kinds whose mail a story expects to have left, wherever in its expectations it says so. */
function expectedKinds(expected: unknown, found: Set<string>): void {
  if (typeof expected !== 'object' || expected === null) return;
  const { kind, kinds, state, counts } = { kind: '', kinds: [], state: '', counts: {}, ...expected } as {
    readonly [key: string]: unknown;
  };
  if (state === 'sent') for (const one of [kind, ...(Array.isArray(kinds) ? kinds : [])]) found.add(String(one));
  for (const [one, count] of Object.entries(counts ?? {})) if (count > 0) found.add(one);
  for (const value of Object.values(expected)) expectedKinds(value, found);
}

export interface Covered {
  readonly programme: string;
  readonly kind: string;
  readonly stories: readonly string[];
}

/** Every kind that the programme's rules can cause, with the stories that expect it to leave. */
export function mailCoverage(folder = import.meta.dirname): Covered[] {
  const stories = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const { programme, expect } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const kinds = new Set<string>();
      expectedKinds(expect, kinds);
      return { file, programme, kinds };
    });
  return PROGRAMMES.flatMap((programme) =>
    kindsOf(programme).map((kind) => ({
      programme: programme.id,
      kind,
      stories: stories
        .filter((story) => story.programme === programme.id && story.kinds.has(kind))
        .map(({ file }) => file),
    })),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const covered = mailCoverage();
  const kinds = [...new Set(covered.map(({ kind }) => kind))];
  console.table(
    Object.fromEntries(
      kinds.map((kind) => [
        kind,
        Object.fromEntries(
          PROGRAMMES.map(({ id }) => {
            const one = covered.find((each) => each.kind === kind && each.programme === id);
            return [id, one === undefined ? '' : one.stories.length];
          }),
        ),
      ]),
    ),
  );
}
