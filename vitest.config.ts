import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Two cores in CI: a worker each; the host keeps its clock to itself, so the zone of the machine must not matter.
    maxWorkers: 2,
    testTimeout: 60_000,
  },
});
