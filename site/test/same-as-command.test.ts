import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { runCommand } from '../../src/command/command.ts'
import { at } from '../../src/manifest/manifest.ts'
import { listOfVector, themes } from '../../test/conformance/vectors.ts'
import { cases, listOf } from '../../test/faults/lists.ts'
import { MemoryHost } from '../../test/host/memory-host.ts'
import { paste } from './playground-page.ts'
import { useSite } from './site.ts'

/*
 * The playground is the same code as the command: in a real browser it gives, byte for byte, the list with its Certificates
 * and results that the command gives.
 */

const vectors = [...themes].flatMap(([theme, all]) =>
  all.map((vector) => ({ name: `${theme}: ${vector.id}`, list: listOfVector(vector) })),
)
const everyNth = Math.floor(vectors.length / 100)

const lists = {
  'cert-manager’s vectors': vectors.filter((_, index) => index % everyNth === 0).slice(0, 100),
  'inputs that once went wrong': cases.map(({ id, stream }) => ({ name: id, list: listOf(stream) })),
  'the same as streams': cases.map(({ id, stream }) => ({ name: id, list: stream })),
}

const site = useSite()
let page: Page
beforeAll(async () => {
  page = await site.open('/playground.html')
})

it('compares 100 vectors', () => {
  expect(lists['cert-manager’s vectors']).toHaveLength(100)
})

describe.each(Object.entries(lists))('%s', (_name, entries) => {
  test.each(entries)('$name', async ({ list }) => {
    const { stdout, problem, results } = await commandOn(list)
    const { rendering } = await paste(page, list)
    expect({ output: rendering.output, problem: rendering.problem }).toEqual({ output: stdout, problem })
    const shown = rendering.results.map(({ rule, severity, message, path }) => ({
      rule,
      severity,
      message,
      path,
    }))
    expect(shown).toEqual(results)
  })
})

it('nothing was asked of another place', () => {
  expect(site.complaints).toEqual([])
})

async function commandOn(list: string) {
  const host = new MemoryHost(['--format', 'json:results.json'], list)
  // The day of the browser, which is on this machine.
  host.today = () => new Date().toLocaleDateString('sv')
  await runCommand(host)
  const json: unknown = parse(host.files.get('/work/results.json') ?? '{}')
  const results = at(json, 'results')
  return {
    stdout: host.written[1],
    problem: host.written[2] === '' ? undefined : host.written[2]?.replace(/^krm-ingress-shim: |\n$/g, ''),
    results: (Array.isArray(results) ? results : []).map((result) => ({
      rule: at(result, 'tags', 'rule'),
      severity: at(result, 'severity'),
      message: at(result, 'message'),
      path: at(result, 'field', 'path') ?? '',
    })),
  }
}
