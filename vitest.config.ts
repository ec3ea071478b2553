import { defineConfig } from 'vitest/config';

/** Tests that drive a browser. */
const PAGES = ['test/web/**/*.test.ts', 'test/pages/**/*.test.ts', 'test/messages/in-browser.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'program',
          include: ['test/**/*.test.ts'],
          exclude: PAGES,
          // Two cores in CI: a worker each; the host keeps its clock to itself, so the zone of the machine must not matter.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        // After the others and one file at a time: the browser needs the second core, and what waits for a page must not starve.
        // One more try, each told in the output: a starved browser can lose a click, and what is really wrong fails twice.
        test: { name: 'pages', include: PAGES, maxWorkers: 1, retry: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
