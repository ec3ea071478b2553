/**
 * A test runner for Stryker that keeps everything in one process: the tests are bundled once with the instrumented sources, and each mutant
 * evaluates the bundle anew and runs the tests that reach it, the quickest first. Vitest's own runner starts a worker a mutant, which
 * makes hours of what takes minutes.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import * as esbuild from 'esbuild';
import type { CollectedTest } from './vitest-in-process.ts';

/**
 * The tests that a mutant of the domain has to fall to. The laws are left out: each tries hundreds of random rounds, and what only they
 * would notice wants a case that a person can read.
 */
const TESTS = /^(domain|cases)\/.*\.test\.ts$|^programmes\/other-programmes\.test\.ts$/;
const LAWS = /laws\.test\.ts$/;

/** How the instrumented code asks which mutant is active; the names are Stryker's. */
interface Instrumenter {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: CoverageOfMutants;
}
type CoverageOfMutants = NonNullable<Extract<DryRunResult, { status: DryRunStatus.Complete }>['mutantCoverage']>;

declare global {
  var __stryker__: Instrumenter | undefined;
}

async function bundleOf(files: readonly string[], root: string): Promise<string> {
  const result = await esbuild.build({
    stdin: {
      contents: [
        ...files.map((file) => `import ${JSON.stringify(`./test/${file}`)};`),
        `export { collectedTests } from 'vitest';`,
      ].join('\n'),
      resolveDir: root,
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    // package.json calls the modules free of side effects; to declare tests is one.
    ignoreAnnotations: true,
    alias: { vitest: join(import.meta.dirname, 'vitest-in-process.ts') },
    plugins: [
      {
        name: 'folder of each file',
        setup({ onLoad }) {
          onLoad({ filter: /\.ts$/ }, ({ path }) => ({
            loader: 'ts',
            contents: readFileSync(path, 'utf8').replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
          }));
        },
      },
    ],
  });
  return result.outputFiles[0]?.text ?? '';
}

class InProcessRunner implements TestRunner {
  /** The bundle as a function of `require` and `module`. */
  private load: (require: NodeJS.Require, module: { exports: unknown }) => void = () => {};
  /** Milliseconds that each test took without a mutant. */
  private readonly took = new Map<string, number>();

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    // Stryker starts its runners in the folder with the instrumented copy of the project.
    const root = process.cwd();
    const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
      .filter((file) => TESTS.test(file) && !LAWS.test(file))
      .sort();
    const code = await bundleOf(files, root);
    this.load = runInThisContext(`(function (require, module) {${code}\n})`);
  }

  private tests(): ReadonlyMap<string, CollectedTest> {
    const module: { exports: unknown } = { exports: {} };
    this.load(createRequire(import.meta.url), module);
    const { collectedTests } = module.exports as typeof import('./vitest-in-process.ts');
    return collectedTests();
  }

  private async runOne(one: CollectedTest): Promise<TestResult> {
    const start = performance.now();
    const result = { id: one.id, name: one.id };
    try {
      await one.run();
      return { ...result, status: TestStatus.Success, timeSpentMs: performance.now() - start };
    } catch (error) {
      const failureMessage = error instanceof Error ? error.message : String(error);
      return { ...result, status: TestStatus.Failed, failureMessage, timeSpentMs: performance.now() - start };
    }
  }

  async dryRun({ coverageAnalysis }: DryRunOptions): Promise<DryRunResult> {
    const instrumenter: Instrumenter = {};
    globalThis.__stryker__ = instrumenter;
    const tests: TestResult[] = [];
    for (const one of this.tests().values()) {
      if (coverageAnalysis === 'perTest') instrumenter.currentTestId = one.id;
      const result = await this.runOne(one);
      this.took.set(one.id, result.timeSpentMs);
      tests.push(result);
    }
    return {
      status: DryRunStatus.Complete,
      tests,
      ...(instrumenter.mutantCoverage && { mutantCoverage: instrumenter.mutantCoverage }),
    };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const instrumenter: Instrumenter = {
      activeMutant: options.activeMutant.id,
      hitCount: 0,
      hitLimit: options.hitLimit,
    };
    globalThis.__stryker__ = instrumenter;
    const results: TestResult[] = [];
    try {
      const tests = this.tests();
      const chosen = (options.testFilter ?? [...tests.keys()]).sort((a, b) => this.cost(a) - this.cost(b));
      for (const id of chosen) {
        const one = tests.get(id);
        const result: TestResult = one
          ? await this.runOne(one)
          : { id, name: id, status: TestStatus.Failed, failureMessage: 'is no longer declared', timeSpentMs: 0 };
        results.push(result);
        if (result.status === TestStatus.Failed && !options.disableBail) break;
      }
    } catch (error) {
      // A mutant with which the files cannot even be loaded has been noticed.
      const failureMessage = error instanceof Error ? error.message : String(error);
      results.push({ id: 'loading', name: 'loading', status: TestStatus.Failed, failureMessage, timeSpentMs: 0 });
    }
    return toMutantRunResult(
      determineHitLimitReached(instrumenter.hitCount, options.hitLimit) ?? {
        status: DryRunStatus.Complete,
        tests: results,
      },
    );
  }

  private cost(id: string): number {
    return this.took.get(id) ?? 0;
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
