import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
const having = (text: RegExp) => files.filter((name) => text.test(readFileSync(join('src', name), 'utf8')))
const list = 'shim/sources/source-kinds.ts'

/** Kinds with nothing of their own beside the fields that they are read from. */
test.each([
  ['ApisixTls', 'apisix.apache.org', 'apisix-tls'],
  ['RouteGroup', 'zalando.org', 'route-group'],
  ['TCPIngress', 'configuration.konghq.com', 'tcp-ingress'],
])('%s is one file, and one line in the list of kinds', (kind, group, file) => {
  expect(having(new RegExp(`${kind}|${group}`))).toEqual([`shim/sources/kinds/${file}.ts`])
  expect(having(new RegExp(`kinds/${file}\\.ts`))).toEqual([list])
})
