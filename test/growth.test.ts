import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { cpuTime } from '../bench/growth/cpu-time.mjs'
import { shapes } from '../bench/growth/shapes.mjs'
import { command, temporaryDirectory } from './command.ts'

/** The short form of `npm run bench:growth`: shapes that were quadratic once, each at a size where that showed. */
const sizes: Readonly<Record<string, number>> = {
  sources: 250,
  sourcesManyNamespacesOneDir: 500,
  tlsBlocksSameSecret: 250,
  hostsInvalid: 250,
  hostsNotRouted: 250,
  hostsUpdate: 500,
  labelsUpdate: 4000,
  unknownAnnotations: 250,
  configExtraAnnotations: 500,
  ingressRouteHosts: 250,
  certsUpdate: 250,
  certsUpdateWhole: 500,
  certsRemoveWhole: 1000,
  gatewayIgnore: 1000,
  httpRoutes: 500,
  hostsFromRoutes: 500,
  solvers: 1000,
  ordersOneDomain: 500,
  ordersManyIssuers: 250,
  flowRootUpdate: 250,
  aliases: 500,
  aliasesAcross: 100,
  aliasesAcrossUpdate: 100,
  aliasItems: 500,
  longLineTabsInBlock: 50_000,
  longLineQuotedTabs: 50_000,
  nonAscii: 100,
}

const times = 8

/** Linear growth gives 8 at most, since V8's compilers work for the longer list; quadratic growth gives up to 64. */
const limit = 12

/** Seconds of CPU. What is faster than this, beside the start of the process, is noise. */
const leastMeasured = 0.1

describe(`${times} times the size takes less than ${limit} times the CPU`, () => {
  let start = 0
  beforeAll(() => {
    start = cpuTime(command, shapeNamed('items')(1), { runs: 3 })
  })

  it.each(Object.entries(sizes))('%s', { retry: 1 }, (name, size) => {
    const [once, more] = [size, times * size].map((size) => seconds(shapeNamed(name)(size)))
    expect(more).toBeLessThan(limit * Math.max(once ?? 0, leastMeasured))
  })

  it('a folder of bases, each with an overlay that patches it', { retry: 1, timeout: 240_000 }, () => {
    const [once, more] = [200, times * 200].map((count) => secondsOfCheck(overlaidBases(count)))
    expect(more).toBeLessThan(limit * Math.max(once ?? 0, leastMeasured))
  })

  function secondsOfCheck(folder: string): number {
    return cpuTime(command, '', { args: ['check', folder], limit: 20 }) - start
  }

  function seconds(list: string | Uint8Array): number {
    return cpuTime(command, list, { limit: 20 }) - start
  }
})

/** A folder with so many bases, each an Ingress whose hosts an overlay patches. */
function overlaidBases(count: number): string {
  const folder = temporaryDirectory()
  const ingress = (index: number, host: string) =>
    `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web${index}, annotations: {cert-manager.io/issuer: ca}}\nspec: {tls: [{hosts: [${host}], secretName: web${index}-tls}]}\n`
  for (let index = 0; index < count; index += 1) {
    const files = {
      [`base${index}/kustomization.yaml`]: 'resources: [ingress.yaml]\n',
      [`base${index}/ingress.yaml`]: ingress(index, 'a.example.com'),
      [`overlay${index}/kustomization.yaml`]: `resources: [../base${index}]\npatches:\n- patch: |-\n    ${ingress(index, 'b.example.com').replaceAll('\n', '\n    ')}\n`,
    }
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
  }
  return folder
}

function shapeNamed(name: string): (size: number) => string | Uint8Array {
  const shape = shapes[name]
  if (shape === undefined) throw new Error(`There is no shape ${name}.`)
  return shape
}
