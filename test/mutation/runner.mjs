import { relative } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner'
import { createServer, createServerModuleRunner } from 'vite'
import { ownTestOf, testsOf } from './rooms.mjs'

/*
 * Runs the tests of a room for Stryker, all in its own process. Stryker's runner for vitest starts a thread and loads every
 * module for each mutant: half a second of CPU, where most of our tests take a few milliseconds.
 */

const standIn = fileURLToPath(new URL('vitest.mjs', import.meta.url))

/** What the mutated code itself asks: which mutant is active, which test runs, and how often that was. */
globalThis.__stryker__ ??= {}
const state = globalThis.__stryker__

/** How often one test may come to a changed place: more is an endless loop, which would otherwise fill the memory first. */
const limit = 1_000_000

class InProcessRunner {
  #server
  /** The tests by id. */
  #tests = new Map()
  /** The milliseconds that each took before anything was changed. */
  #durations = new Map()

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init() {
    this.#server = await createServer({
      configFile: false,
      appType: 'custom',
      logLevel: 'error',
      server: { middlewareMode: true, ws: false, watch: null },
      optimizeDeps: { noDiscovery: true },
      resolve: { alias: { vitest: standIn } },
    })
    await this.#load()
  }

  async dryRun() {
    const tests = []
    for (const id of this.#tests.keys()) tests.push(await this.#run(id))
    this.#durations = new Map(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs]))
    return { status: DryRunStatus.Complete, tests, mutantCoverage: state.mutantCoverage }
  }

  async mutantRun({ activeMutant, mutantActivation, reloadEnvironment, testFilter, sandboxFileName }) {
    const isStatic = mutantActivation === 'static'
    const ids = testsFor(sandboxFileName, testFilter ?? [...this.#tests.keys()])
    Object.assign(state, { activeMutant: isStatic ? activeMutant.id : undefined, hitLimit: limit })
    const reloaded =
      isStatic || reloadEnvironment ? await this.#outcome(ids[0], () => this.#load()) : undefined
    state.activeMutant = activeMutant.id
    const tests = reloaded?.status === TestStatus.Failed ? [reloaded] : await this.#runUntilOneFails(ids)
    const endless = determineHitLimitReached(state.hitCount, limit)
    return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests })
  }

  async dispose() {
    await this.#server?.close()
  }

  /** Evaluates all modules anew: the server keeps their code. */
  async #load() {
    const modules = createServerModuleRunner(this.#server.environments.ssr, { hmr: false })
    const { tests, collect } = await modules.import(standIn)
    await modules.import('/test/properties.ts')
    for (const file of testsOf(process.env.MUTATION_ROOM)) {
      await collect(file, () => modules.import(`/${file}`))
    }
    this.#tests = tests
  }

  /** The quick ones first: most changes make one of those fail. */
  async #runUntilOneFails(ids) {
    const duration = (id) => this.#durations.get(id) ?? 0
    for (const id of ids.toSorted((a, b) => duration(a) - duration(b))) {
      const test = await this.#run(id)
      if (test.status === TestStatus.Failed) return [test]
    }
    return []
  }

  async #run(id) {
    state.currentTestId = id
    const outcome = await this.#outcome(id, this.#tests.get(id))
    state.currentTestId = undefined
    return outcome
  }

  async #outcome(id, action) {
    state.hitCount = 0
    const started = performance.now()
    const outcome = (status) => ({ id, name: id, timeSpentMs: performance.now() - started, ...status })
    try {
      await action()
      return outcome({ status: TestStatus.Success })
    } catch (error) {
      return outcome({ status: TestStatus.Failed, failureMessage: String(error) })
    }
  }
}

/** The tests that a file is changed under: its own, where it has a test that is to hold it alone. */
function testsFor(file, ids) {
  const own = ownTestOf(relative('', file))
  return own === undefined ? ids : ids.filter((id) => id.startsWith(`${own} > `))
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)]
