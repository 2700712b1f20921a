import { basename, relative } from 'node:path'
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
import { isFor, patience, testsOf } from './rooms.mjs'
import './yaml.mjs'

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
  /** How long each took without a change. */
  #timeOf = new Map()
  /** Those that noticed a change, the last one first. */
  #noticing = []
  /** Whether the modules were loaded with a change in them. */
  #isChanged = false

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
    this.#timeOf = new Map(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs]))
    return { status: DryRunStatus.Complete, tests, mutantCoverage: state.mutantCoverage }
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, sandboxFileName }) {
    const isStatic = mutantActivation === 'static'
    const file = relative('', sandboxFileName)
    const covering = testFilter ?? [...this.#tests.keys()]
    const ids = this.#inOrder(
      covering.filter((id) => isFor(id.split(' > ', 1)[0], file)),
      file,
    )
    Object.assign(state, { activeMutant: isStatic ? activeMutant.id : undefined, hitLimit: limit })
    // Stryker asks for it also where a change is only looked at while tests run, which costs more than those.
    const reloaded = isStatic || this.#isChanged ? await this.#outcome(ids[0], () => this.#load()) : undefined
    this.#isChanged = isStatic
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

  async #runUntilOneFails(ids) {
    for (const id of ids) {
      const test = await this.#run(id)
      if (test.status !== TestStatus.Failed) continue
      this.#noticing = [id, ...this.#noticing.filter((other) => other !== id)]
      return [test]
    }
    return []
  }

  /**
   * First those of the file's own name; then what noticed a change of late, and will notice the next one, most likely; of the
   * others, the quickest of each file.
   */
  #inOrder(ids, file) {
    const covering = new Set(ids)
    const ownTest = `/${basename(file, '.ts')}.test.ts > `
    const noticing = this.#noticing.filter((id) => covering.has(id))
    const first = new Set([...ids.filter((id) => id.includes(ownTest)), ...noticing])
    for (const id of first) covering.delete(id)
    const inTurn = new Map()
    const turnOf = (file) => inTurn.set(file, (inTurn.get(file) ?? 0) + 1).get(file)
    const others = [...covering]
      .toSorted((a, b) => this.#timeOf.get(a) - this.#timeOf.get(b))
      .map((id) => ({ id, turn: turnOf(id.split(' > ', 1)[0]) }))
      .toSorted((a, b) => a.turn - b.turn)
    return [...first, ...others.map(({ id }) => id)].slice(0, patience[process.env.MUTATION_ROOM])
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

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)]
