import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { build } from 'esbuild'
import { publint } from 'publint'
import { build as buildWithVite } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { runCommand } from '../command.ts'
import { Project } from './project.ts'

let project: Project
beforeAll(() => {
  project = new Project()
}, 300_000)
afterAll(() => project.remove())

/** The same program in Node and, less its last line, in a browser. */
const program = `import { defaultOptions, ingressShim, type Outcome } from 'krm-ingress-shim/core'

const object = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'web', annotations: { 'cert-manager.io/issuer': 'ca' } },
  spec: { tls: [{ hosts: ['example.com'], secretName: 'web-tls' }] },
}
export const outcome: Outcome = ingressShim([{ position: 0, object }], defaultOptions)
console.log(outcome.changes.map(({ kind }) => kind).join())
`

describe('the package', () => {
  it('has 600 kB at most beside its docs and what few runs load: the Public Suffix List and CEL', () => {
    const isApart = (path: string) =>
      /^docs\/|^README\.md$|^dist\/rules\.json$|^dist\/chunks\/(?:tldts|cel)-/.test(path)
    const sizes = project.files.filter(({ path }) => !isApart(path)).map(({ size }) => size)
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(600_000)
  })

  it('has what is built for all versions of Node, and the licences of what is in it', () => {
    const top = project.files.map(({ path }) => path.replace(/^(dist\/(?:chunks|types)|docs)\/.*/, '$1'))
    expect([...new Set(top)].sort()).toEqual([
      'LICENSE',
      'README.md',
      'dist/NOTICES.txt',
      'dist/chunks',
      'dist/core.js',
      'dist/kpt.js',
      'dist/krm-ingress-shim.js',
      'dist/rules.json',
      'dist/types',
      'docs',
      'package.json',
      'schema/ingress-shim.schema.json',
    ])
  })

  it('has no mistake that publint finds', async () => {
    const tarball = readFileSync(project.tarball)
    const { messages } = await publint({ pack: { tarball: arrayBufferOf(tarball) } })
    expect(messages).toEqual([])
  })

  it('has types that every compiler finds, as ES modules', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(readFileSync(project.tarball)))
    // Compilers that don't know `exports`, and what is CommonJS, which needs a newer Node: see `engines`.
    const isExpected = (problem: { kind: string; resolutionKind?: string }) =>
      problem.kind === 'CJSResolvesToESM' || problem.resolutionKind === 'node10'
    expect(analysis.types && analysis.problems.filter((problem) => !isExpected(problem))).toEqual([])
  })
})

describe('in an empty project', () => {
  it('npx runs the command', () => {
    expect(project.run('npx', '--offline', 'krm-ingress-shim', '--help')).toBe(runCommand(['--help']).stdout)
  })

  it.each(['explain issuer-missing', 'schema', '--licenses'])('the command answers %s', (line) => {
    const file = join(project.directory, 'node_modules/.bin/krm-ingress-shim')
    expect(project.run(file, ...line.split(' '))).toBe(runCommand(line.split(' ')).stdout)
  })

  it.each([
    ['import', 'nodenext'],
    ['import', 'bundler'],
    ['require', 'nodenext'],
  ])('%s has types under moduleResolution %s, strictly', (form, moduleResolution) => {
    const file = form === 'import' ? 'index.ts' : 'index.cts'
    project.write(file, program)
    project.write('tsconfig.json', tsconfig(moduleResolution, file))
    expect(project.run(resolve('node_modules/.bin/tsc'))).toBe('')
  })

  it.each(['krm-ingress-shim', 'krm-ingress-shim/core'])('%s runs', (entry) => {
    const script = program
      .replace('krm-ingress-shim/core', entry)
      .replace(', type Outcome', '')
      .replace(': Outcome', '')
    project.write('run.js', script)
    expect(project.run(process.execPath, 'run.js')).toBe('create\n')
  })

  it.each([
    ['schema.json', 'oneOf'],
    ['rules.json', 'issuer-missing'],
    ['package.json', 'exports'],
  ])('krm-ingress-shim/%s can be read', (entry, key) => {
    const script = `console.log('${key}' in require('krm-ingress-shim/${entry}'))`
    expect(project.run(process.execPath, '--input-type=commonjs', '-e', script)).toBe('true\n')
  })

  it('krm-ingress-shim/kpt is a function for the SDK, once that is installed', () => {
    project.link('kpt-functions')
    project.write(
      'kpt.ts',
      `import type { KptFunc } from 'kpt-functions'
import { ingressShimFunc } from 'krm-ingress-shim/kpt'

const func: KptFunc = ingressShimFunc
console.log(typeof func)
`,
    )
    project.write('tsconfig.json', tsconfig('nodenext', 'kpt.ts', { skipLibCheck: true }))
    expect(project.run(resolve('node_modules/.bin/tsc'))).toBe('')
  })
})

describe("the README's programs", () => {
  const readme = readFileSync('README.md', 'utf8')
  const [withSdk = '', withCore = ''] = [...readme.matchAll(/```js\n([\s\S]*?)```/g)].map(
    ([, text = '']) => text,
  )
  const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, annotations: {cert-manager.io/issuer: ca}}
spec: {tls: [{hosts: [example.com], secretName: web-tls}]}`

  it('run the function on the SDK', () => {
    project.link('kpt-functions')
    project.write('sdk.js', withSdk)
    const item = ingress.replaceAll('\n', '\n  ')
    project.write('list.yaml', `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- ${item}\n`)
    const output = project.run('sh', '-c', `'${process.execPath}' sdk.js < list.yaml`)
    expect(output).toContain('kind: Certificate')
  })

  it('call the core', () => {
    const objects = JSON.stringify([parse(ingress)])
    project.write(
      'core.js',
      `const objects = ${objects}\n${withCore}\nconsole.log(changes[0].kind, findings.length)\n`,
    )
    expect(project.run(process.execPath, 'core.js')).toBe('create 0\n')
  })
})

describe('for browsers', () => {
  it('esbuild bundles the core without a warning', async () => {
    project.write('browser.ts', program)
    const entryPoints = [join(project.directory, 'browser.ts')]
    const { warnings, outputFiles } = await build({
      entryPoints,
      bundle: true,
      platform: 'browser',
      write: false,
    })
    expect(warnings).toEqual([])
    expect(printed(outputFiles[0]?.text ?? '')).toEqual(['create'])
  })

  it('vite bundles the core without a warning', async () => {
    project.write('browser.ts', program)
    const warnings: string[] = []
    const warn = (message: string) => warnings.push(message)
    const output = await buildWithVite({
      root: project.directory,
      configFile: false,
      customLogger: {
        info() {},
        warn,
        warnOnce: warn,
        error: warn,
        clearScreen() {},
        hasErrorLogged: () => false,
        hasWarned: false,
      },
      build: { write: false, lib: { entry: 'browser.ts', formats: ['iife'], name: 'shim' } },
    })
    const [bundle] = [output].flat()
    const [chunk] = bundle && 'output' in bundle ? bundle.output : []
    expect(warnings).toEqual([])
    expect(printed(chunk && 'code' in chunk ? chunk.code : '')).toEqual(['create'])
  })
})

/** What a script prints where there is nothing but the language. */
function printed(script: string): readonly string[] {
  const lines: string[] = []
  new Function('console', 'process', 'require', script)({ log: (line: string) => lines.push(line) })
  return lines
}

function tsconfig(moduleResolution: string, file: string, options = {}): string {
  const module = moduleResolution === 'bundler' ? 'esnext' : moduleResolution
  return JSON.stringify({
    compilerOptions: {
      target: 'es2022',
      lib: ['es2022', 'dom'],
      types: [],
      module,
      moduleResolution,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
      ...options,
    },
    files: [file],
  })
}

function arrayBufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
