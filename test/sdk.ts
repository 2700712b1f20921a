import { Console } from 'node:console'
import { expect } from 'vitest'

// The SDK makes a console of its own from the global one, and vitest's doesn't know how.
Object.assign(console, { Console })

// Its TestRunner is written for Jasmine, of which it uses this and no more.
Object.assign(globalThis, {
  expect,
  expectAsync: (promise: Promise<unknown>) => ({
    toBeResolved: () => expect(promise).resolves.toBeUndefined(),
  }),
})

/** The kpt functions SDK, made to run under vitest. */
export const { Configs, FileFormat, parse, runFnWithConfigs, stringify, TestRunner } = await import(
  'kpt-functions'
)
