import { chmodSync, cpSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { temporaryDirectory } from '../command.ts'
import { describeImage, locked, podman, workingIn } from './image.ts'
import { readIn, writeIn } from './programs.ts'

const example = resolve('examples/argo-cd')
const plugin = readIn(example, 'plugin.yaml')
const { command, args } = parse(plugin).spec.generate

/** What Argo CD sets for every application that it renders. */
const environment = ['ARGOCD_APP_NAME=shop', 'ARGOCD_APP_NAMESPACE=shop', 'KUBE_VERSION=1.37.0']

describeImage('image-argo-cd', (image) => {
  /** Runs a program as repo-server.yaml has it: /tmp is the only place to write to. */
  const sidecar = (program: readonly string[], ...options: readonly string[]) =>
    podman(['run', ...locked, '--tmpfs=/tmp', ...options, image, ...program])

  function generate(folder: string, ...options: readonly string[]) {
    const application = temporaryDirectory()
    cpSync(folder, application, { recursive: true })
    writeIn(application, 'ingress-shim.yaml', readIn(example, 'app/ingress-shim.yaml'))
    const variables = environment.map((variable) => `--env=${variable}`)
    return sidecar([...command, ...args], ...workingIn(application), ...variables, ...options)
  }

  it('has the plugin where the sidecar looks for it, and runs as the user that Argo CD asks for', () => {
    const script = 'echo "user $EUID"; echo "$(</home/argocd/cmp-server/config/plugin.yaml)"'
    expect(sidecar(['bash', '-c', script])).toEqual({ code: 0, stdout: `user 999\n${plugin}`, stderr: '' })
  })

  it('renders the application of the example as committed', () => {
    const rendered = readIn(example, 'rendered.yaml')
    expect(generate('examples/argo-cd/app')).toEqual({ code: 0, stdout: rendered, stderr: '' })
  })

  it('renders a chart', () => {
    const { code, stdout, stderr } = generate('examples/helm-chart')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/kind: Certificate\nmetadata:\n {2}name: shop-tls\n {2}namespace: shop\n/)
  })

  it('fails where kustomize breaks off half way', () => {
    const fake = join(temporaryDirectory(), 'kustomize')
    writeIn(
      '/',
      fake,
      '#!/bin/sh\necho "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}"; exit 1\n',
    )
    chmodSync(fake, 0o755)
    const { code, stdout } = generate('examples/argo-cd/app', `--volume=${fake}:/usr/local/bin/kustomize:ro`)
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('name: shop') })
  })
})
