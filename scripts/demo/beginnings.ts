/**
 * What the product can begin with on this machine: an empty workbook, or the end of one of the stories beside this file. A story takes
 * hundreds of executions, so that its end is told once, at the build, and kept under a name that changes with all that it follows from.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHost, type ExecutionRecord, type Host } from '../host/index.ts';
import { installProduct, runStory } from '../scenario/run.ts';
import { parseScenario, type Scenario } from '../scenario/scenario.ts';
import { Verbs } from '../scenario/verbs.ts';

const WEB_APP = 'https://script.google.com/macros/s/demo/exec';

/** The day of an empty workbook. */
export const FIRST_DAY = '2025-09-01T08:00';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Besides the program and the stories, a told story follows from these. */
const TELLERS = ['scripts/host', 'scripts/scenario', 'scripts/demo/beginnings.ts', 'package-lock.json'];

/** The state of a host, and the executions that led to it. */
export interface Beginning {
  readonly state: ReturnType<Host['snapshot']>;
  readonly executions: readonly ExecutionRecord[];
}

export interface Story {
  readonly id: string;
  readonly scenario: Scenario;
}

/** What beginnings are made of, and where they are kept. */
export interface Sources {
  /** The program, as it would be pushed. */
  readonly files: Readonly<Record<string, string>>;
  /** A folder with stories, a JSON file each. */
  readonly stories: string;
  readonly folder: string;
}

/** The stories in a folder, by file name. The first is what a first start shows. */
export function storiesIn(folder: string): readonly Story[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      id: file.replace(/\.json$/, ''),
      scenario: parseScenario(readFileSync(join(folder, file), 'utf8')),
    }));
}

function filesIn(place: string): string[] {
  const found = readdirSync(place, { recursive: true, withFileTypes: true });
  return found.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
}

function tellersMark(): string {
  const hash = createHash('sha256');
  const files = TELLERS.map((place) => join(root, place)).flatMap((place) =>
    existsSync(place) && /\.\w+$/.test(place) ? [place] : filesIn(place),
  );
  for (const file of files.sort()) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

function tell({ files }: Sources, story: Story | null): Beginning {
  const host = createHost({ files, now: story?.scenario.start ?? FIRST_DAY });
  host.spreadsheet.records.name = 'Hbtq-diplomering';
  installProduct(host);
  // A new installation holds all mail back until its coordinator lets it go; here mail stays on this machine anyway, and the web app
  // answers under the path that it has at Google.
  new Verbs(host, 'varmland').setting({ dryRun: false, managerPage: WEB_APP });
  if (story) {
    const { refused } = runStory(host, story.scenario);
    if (refused.length > 0) throw new Error(`${story.id}: ${JSON.stringify(refused)}`);
  }
  return { state: host.snapshot(), executions: host.executions };
}

/** The beginnings of a program: each is told when it is first asked for, unless an earlier process has told the same. */
export class Beginnings {
  readonly stories: readonly Story[];
  readonly #sources: Sources;
  readonly #tellers = tellersMark();

  constructor(sources: Sources) {
    this.#sources = sources;
    this.stories = storiesIn(sources.stories);
  }

  /** Tells what has not been told yet, saying so before each, and removes what no longer holds. */
  tellAll(say: (text: string) => void): void {
    const current = new Set<string>();
    for (const story of [null, ...this.stories]) {
      const file = this.#fileOf(story);
      if (story && !existsSync(file)) say(`Berättelsen ”${story.scenario.name}” spelas upp. Det tar några sekunder.`);
      current.add(this.#ensure(story));
    }
    for (const name of readdirSync(this.#sources.folder)) {
      const file = join(this.#sources.folder, name);
      if (name.endsWith('.json') && !current.has(file)) rmSync(file);
    }
  }

  /** The end of a story, or the workbook as it is before any; undefined for a story that is not there. */
  of(id: string | null): Beginning | undefined {
    const story = id === null ? null : this.stories.find((each) => each.id === id);
    return story === undefined ? undefined : JSON.parse(readFileSync(this.#ensure(story), 'utf8'));
  }

  #fileOf(story: Story | null): string {
    const hash = createHash('sha256').update(this.#tellers).update(JSON.stringify(this.#sources.files));
    if (story) hash.update(JSON.stringify(story));
    return join(this.#sources.folder, `${story?.id ?? 'tom'}.${hash.digest('hex').slice(0, 16)}.json`);
  }

  #ensure(story: Story | null): string {
    const file = this.#fileOf(story);
    if (existsSync(file)) return file;
    mkdirSync(dirname(file), { recursive: true });
    // Whoever comes second of two processes puts the same in place of the first one's.
    const draft = `${file}.${process.pid}.draft`;
    writeFileSync(draft, JSON.stringify(tell(this.#sources, story)));
    renameSync(draft, file);
    return file;
  }
}
