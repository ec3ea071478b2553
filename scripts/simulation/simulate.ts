/** Looks for a random story that breaks a promise, and makes it as short as it can be. */
import fc from 'fast-check';
import { pushedFiles } from '../build.ts';
import { createHost } from '../host/index.ts';
import { installProduct } from '../scenario/run.ts';
import { Verbs } from '../scenario/verbs.ts';
import { anyStory, type RawStep, START } from './arbitrary-story.ts';
import { type Installed, tellTwins } from './twins.ts';

export interface Found {
  /** Which promise was broken, and how to find the story again. */
  readonly message: string;
  /** The shortest story found, as a scenario file. */
  readonly scenario: {
    readonly name: string;
    readonly programme: string;
    readonly start: string;
    readonly steps: readonly RawStep[];
  };
}

function installed(): Installed {
  const host = createHost({ files: pushedFiles(), now: START });
  installProduct(host);
  new Verbs(host, 'vasterbotten').setting({ dryRun: false });
  return { host, state: host.snapshot() };
}

/** @returns null when all stories kept every promise */
export function simulate({ stories, seed }: { readonly stories: number; readonly seed: number }): Found | null {
  const world = installed();
  try {
    const result = fc.check(
      fc.property(anyStory, (story) => tellTwins(world, story).broken.length === 0),
      { numRuns: stories, seed, interruptAfterTimeLimit: 30 * 60_000, markInterruptAsFailure: false },
    );
    const [story] = result.counterexample ?? [];
    if (!story) return null;
    const { steps, broken } = tellTwins(world, story);
    return {
      message: [`seed ${seed}, path ${result.counterexamplePath}, after ${result.numRuns} stories:`, ...broken].join(
        '\n',
      ),
      scenario: { name: 'found by simulation', programme: story.programme, start: story.start, steps },
    };
  } finally {
    world.host.close();
  }
}
