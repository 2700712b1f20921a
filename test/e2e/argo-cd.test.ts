import { chmodSync, cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { at } from '../../src/manifest/manifest.ts'
import { command, type Run, temporaryDirectory } from '../command.ts'
import { describeWith, pathWith, readIn, runProgram, writeIn } from './programs.ts'

const example = resolve('examples/argo-cd')
const plugin: unknown = parse(readIn(example, 'plugin.yaml'))

/** What Argo CD sets for every application that it renders. */
const applicationEnv = { ARGOCD_APP_NAME: 'shop', ARGOCD_APP_NAMESPACE: 'shop', KUBE_VERSION: '1.37.0' }

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** Runs `generate` in the folder of an application, as the sidecar does; programs of `bin` come before the real ones. */
function generate(
  application: string,
  script = texts(at(plugin, 'spec', 'generate', 'args')),
  bin: Readonly<Record<string, string>> = {},
): Run {
  const home = temporaryDirectory()
  mkdirSync(join(home, 'bin'))
  symlinkSync(command, join(home, 'bin', 'krm-ingress-shim'))
  for (const [name, text] of Object.entries(bin)) {
    writeIn(home, `bin/${name}`, `#!/bin/sh\n${text}`)
    chmodSync(join(home, 'bin', name), 0o755)
  }
  const [program = '', ...args] = texts(at(plugin, 'spec', 'generate', 'command'))
  const env = { ...applicationEnv, HOME: home, PATH: `${join(home, 'bin')}${delimiter}${pathWith('helm4')}` }
  return runProgram(program, [...args, ...script], application, { env })
}

/** The example's application with another text in one of its files. */
function applicationWith(name: string, text: string): string {
  const directory = temporaryDirectory()
  cpSync(join(example, 'app'), directory, { recursive: true })
  writeIn(directory, name, text)
  return directory
}

describe('the plugin.yaml for Argo CD', () => {
  it('has what Argo CD reads, and nothing else', () => {
    // A field that Argo CD doesn't know is ignored without a word; a missing one stops the sidecar.
    expect(plugin).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ConfigManagementPlugin',
      metadata: { name: expect.stringMatching(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/) },
      spec: {
        version: expect.stringMatching(/^v\d+\.\d+$/),
        discover: { fileName: expect.stringMatching(/^\.\/[^*]+$/) },
        generate: { command: ['bash', '-c'], args: [expect.stringContaining('set -euo pipefail\n')] },
      },
    })
  })

  it('is found by a file that the application of the example has', () => {
    expect(readIn(join(example, 'app'), String(at(plugin, 'spec', 'discover', 'fileName')))).not.toBe('')
  })

  it('runs as the user that it needs, with the places that it writes to', () => {
    const [container] = parse(readIn(example, 'repo-server.yaml')).spec.template.spec.containers
    expect(container).toMatchObject({
      command: ['/var/run/argocd/argocd-cmp-server'],
      securityContext: { runAsNonRoot: true, runAsUser: 999 },
    })
    expect(container.volumeMounts.map(({ mountPath }: { mountPath: string }) => mountPath)).toEqual([
      '/var/run/argocd',
      '/home/argocd/cmp-server/plugins',
      '/tmp',
    ])
  })
})

describeWith(['kustomize', 'helm4'], 'the plugin for Argo CD, as the sidecar runs it', () => {
  it('renders the application of the example as committed', () => {
    const rendered = readIn(example, 'rendered.yaml')
    expect(generate(join(example, 'app'))).toEqual({ code: 0, stdout: rendered, stderr: '' })
  })

  it('renders a chart with helm, under the name and namespace of the application', () => {
    const chart = temporaryDirectory()
    cpSync('examples/helm-chart', chart, { recursive: true })
    writeIn(chart, 'ingress-shim.yaml', readIn(example, 'app/ingress-shim.yaml'))
    const { code, stdout, stderr } = generate(chart)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/kind: Certificate\nmetadata:\n {2}name: shop-tls\n {2}namespace: shop\n/)
  })

  it('fails for a wrong annotation, and says why where Argo CD shows it', () => {
    const wrong = readIn(example, 'app/ingress.yaml').replace(
      '"true"',
      '"true"\n    cert-manager.io/duration: 90d',
    )
    const { code, stderr } = generate(applicationWith('ingress.yaml', wrong))
    expect(code).toBe(1)
    expect(stderr).toMatch(/error: Ingress shop\/shop metadata\.annotations\[cert-manager\.io\/duration\]: ./)
  })

  it('fails where kustomize fails', () => {
    const { code, stderr } = generate(applicationWith('kustomization.yaml', 'resources: [missing.yaml]\n'))
    expect(code).not.toBe(0)
    expect(stderr).toContain('missing.yaml')
  })

  const breaksOff = {
    kustomize: 'printf "apiVersion: v1\\nkind: Namespace\\nmetadata: {name: shop}\\n"; exit 1',
  }

  it('fails where the left side of its pipe breaks off half way', () => {
    expect(generate(join(example, 'app'), undefined, breaksOff).code).toBe(1)
  })

  it('needs pipefail for that: without it a part of the manifests would be a success', () => {
    const script = texts(at(plugin, 'spec', 'generate', 'args')).map((text) =>
      text.replace('-euo pipefail', '-eu'),
    )
    const { code, stdout } = generate(join(example, 'app'), script, breaksOff)
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n',
    })
  })
})
