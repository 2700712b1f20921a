import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: import.meta.dirname,
    globalSetup: 'test/build.ts',
    include: ['test/**/*.test.ts'],
    // One browser at a time: two would only wait for each other, and be measured doing so.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
