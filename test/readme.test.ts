import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { help } from '../src/command/arguments/help.ts'
import { ingressShimFunction } from '../src/function.ts'
import { ingressShim } from '../src/ingress-shim.ts'
import { homepage } from '../src/krm/results/documentation.ts'
import { at } from '../src/manifest/manifest.ts'
import { annotation } from '../src/shim/annotations.ts'
import { defaultOptions } from '../src/shim/options.ts'
import { runCommand } from './command.ts'
import { annotationRows, keysOf } from './shim/annotation-rows.ts'

const readme = readFileSync('README.md', 'utf8')

/** The YAML block after the comment `<!-- readme.test.ts: name -->`. */
function blockNamed(name: string): string {
  const text = readme.split(`<!-- readme.test.ts: ${name} -->\n\`\`\`yaml\n`)[1]?.split('```')[0]
  if (text === undefined) throw new Error(`README.md has no block that is marked "${name}".`)
  return text
}

function listOf(...manifests: readonly string[]): string {
  const items = manifests.map((manifest) => `- ${manifest.replaceAll(/\n(?=.)/g, '\n  ')}`)
  return `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${items.join('')}`
}

describe('the first screen of the README', () => {
  const before = blockNamed('before')

  it('shows the Certificate that the command adds, and the Ingress as it comes back', () => {
    expect(runCommand([], { input: listOf(before) })).toEqual({
      code: 0,
      stdout: listOf(before, blockNamed('after')),
      stderr: '',
    })
  })

  it('shows the result of the mistake that it names', () => {
    const mistaken = before.replace('2160h # 90 days', '90d')
    const { code, stdout } = runCommand([], { input: listOf(mistaken) })
    expect({ code, results: at(parse(stdout), 'results') }).toEqual({
      code: 1,
      results: [parse(blockNamed('mistake'))],
    })
  })
})

describe('a functionConfig in the README', () => {
  const configs = [
    ...readme.matchAll(/```yaml\n([^`]*?\nkind: (IngressShim|ConfigMap|ControllerConfiguration)\n[^`]*)```/g),
  ].map(([, text = '', kind = '']) => ({ kind, config: parse(text) }))

  it.each(configs)('$kind is understood', ({ config }) => {
    expect(ingressShimFunction.configure(config, '')).not.toHaveProperty('problems')
  })

  it('comes in all three forms', () => {
    expect(new Set(configs.map(({ kind }) => kind))).toEqual(
      new Set(['ConfigMap', 'IngressShim', 'ControllerConfiguration']),
    )
  })

  it('lists the defaults of all options', () => {
    const complete = configs.find(({ config }) => at(config, 'spec', 'rules') !== undefined)
    expect(at(complete?.config, 'spec')).toEqual({
      ...defaultOptions,
      // The README names some of them.
      sources: expect.arrayContaining(['Ingress', 'Gateway', 'ListenerSet']),
      today: expect.any(String),
      rules: expect.anything(),
      resources: expect.anything(),
    })
  })
})

describe('the table of annotations in the README', () => {
  it('has every annotation that all sources have', () => {
    expect(annotationRows.map(({ key }) => key).sort()).toEqual(Object.values(annotation).sort())
  })

  it.each(annotationRows)('$key: $example gives $path', ({ key, example, path, value }) => {
    const issuer = key.startsWith('cert-manager.io/issuer') ? annotation.issuer : annotation.clusterIssuer
    const object = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'shop', annotations: { [issuer]: 'letsencrypt', [key]: example } },
      spec: { tls: [{ hosts: ['shop.example.com'], secretName: 'shop-tls' }] },
    }
    const { changes } = ingressShim([{ position: 0, object }], defaultOptions)
    expect(changes.map((change) => at(change, 'item', ...keysOf(path)))).toEqual([value])
  })
})

it('the README has the options of the command as its help has them', () => {
  expect(readme).toContain(help().split('Options:\n')[1]?.split('\n\n')[0])
})

it.each(['sources', 'whole-set'])('the README has a row for each package in examples/%s', (folder) => {
  const packages = readdirSync(`examples/${folder}`).filter((name) => !name.startsWith('.'))
  expect(
    packages.filter((name) => !readme.includes(`| [${folder}/${name}](examples/${folder}/${name}) |`)),
  ).toEqual([])
})

it('the README links to the playground as soon as package.json says where the site is', () => {
  const links = [...readme.matchAll(/\[the playground\]\((\S+)\)/g)].map(([, target]) => target)
  expect(links).toEqual(homepage === undefined ? [] : [`${homepage}/playground.html`])
})
