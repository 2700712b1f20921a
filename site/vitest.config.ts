import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: import.meta.dirname,
    globalSetup: 'test/build.ts',
    include: ['test/**/*.test.ts'],
    // A page is busy in one process, so that two browsers share two cores well; what is timed runs alone, by hand.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
