import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import type { Run } from '../command.ts'
import { MemoryHost } from '../host/memory-host.ts'

/*
 * Runs a built command over many lists in one process, each in a world of its own, so that this can be done with any version of
 * Node: `node run-lists.mjs COMMAND` reads the lists as JSON, and writes what the command gives for each.
 */

const [, , command = ''] = process.argv
const require = createRequire(import.meta.url)

const lists: readonly string[] = JSON.parse(readFileSync(0, 'utf8'))
const runs: Run[] = []
for (const list of lists) runs.push(await run(list))
process.stdout.write(JSON.stringify(runs))

async function run(list: string): Promise<Run> {
  const host = new MemoryHost([], list)
  const ended = new Promise<number>((resolve) => {
    host.exit = resolve
  })
  globalThis.krmIngressShimHost = host
  await load()
  return { code: await ended, stdout: host.written[1] ?? '', stderr: host.written[2] ?? '' }
}

/** Runs the command's file anew, as a process would. */
async function load(): Promise<void> {
  if (!command.endsWith('.cjs')) await import(`${pathToFileURL(command)}?${runs.length}`)
  else {
    delete require.cache[command]
    require(command)
  }
}
