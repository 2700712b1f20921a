import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, it } from 'vitest'
import { command, temporaryDirectory } from '../command.ts'
import { describeWith, pathWith, runProgram, writeIn } from './programs.ts'

/** A section's blocks of one language, as they stand. */
function blocksOf(heading: string, language: 'yaml' | 'sh'): readonly string[] {
  const section = readFileSync('README.md', 'utf8').split(`### ${heading}\n`)[1]?.split('\n### ')[0] ?? ''
  return [...section.matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, name, text = '']) =>
    name === language ? [text] : [],
  )
}

const [ingress = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))?.slice(1) ?? []

/** An empty folder with these files and the command on its PATH, in which a script of the README runs. */
function run(files: Readonly<Record<string, string>>, script: string, ...programs: readonly string[]) {
  const root = temporaryDirectory()
  for (const [name, text] of Object.entries(files)) writeIn(root, name, text)
  mkdirSync(join(root, 'bin'))
  symlinkSync(command, join(root, 'bin', 'krm-ingress-shim'))
  const env = { PATH: `${join(root, 'bin')}${delimiter}${pathWith(...programs)}`, HOME: root }
  return { root, ...runProgram('bash', ['-e', '-c', script], root, { env }) }
}

describeWith('kpt', "the README's Kptfile", () => {
  it('renders a package with the settings beside it', () => {
    const [kptfile = ''] = blocksOf('kpt, declaratively', 'yaml')
    const [script = ''] = blocksOf('kpt, declaratively', 'sh')
    const settings = `apiVersion: fn.kpt.dev/v1alpha1
kind: IngressShim
metadata: {name: ingress-shim, annotations: {config.kubernetes.io/local-config: "true"}}
spec: {defaultIssuerName: letsencrypt}
`
    const files = {
      'my-app/Kptfile': kptfile,
      'my-app/ingress-shim.yaml': settings,
      'my-app/ingress.yaml': ingress,
    }
    const { root, code, stderr } = run(files, script)
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('[PASS]') })
    expect(readFileSync(join(root, 'my-app/certificate_shop-tls.yaml'), 'utf8')).toContain(
      'kind: Certificate',
    )
  })
})

describeWith('kustomize', "the README's files for kustomize", () => {
  it('make a transformer', () => {
    const [kustomization = '', config = ''] = blocksOf('kustomize, as a transformer', 'yaml')
    const [script = ''] = blocksOf('kustomize, as a transformer', 'sh')
    const files = {
      'kustomization.yaml': kustomization,
      'ingress-shim.yaml': config,
      'ingress.yaml': ingress,
    }
    expect(run(files, script, 'kustomize')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('kind: Certificate'),
    })
    const silent = run(files, script.replace(' --enable-exec', ''), 'kustomize')
    expect(silent).toMatchObject({ code: 0, stdout: expect.not.stringContaining('kind: Certificate') })
  })

  it('make a generator', () => {
    const [config = ''] = blocksOf('kustomize, as a generator', 'yaml')
    const [script = ''] = blocksOf('kustomize, as a transformer', 'sh')
    const kustomization = 'resources: [ingress.yaml]\ngenerators: [ingress-shim.yaml]\n'
    const files = {
      'kustomization.yaml': kustomization,
      'ingress-shim.yaml': config,
      'ingress.yaml': ingress,
    }
    expect(run(files, script, 'kustomize')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('kind: Certificate'),
    })
  })
})
