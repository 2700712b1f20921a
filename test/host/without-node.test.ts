import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { MemoryHost } from './memory-host.ts'

const list = `apiVersion: config.kubernetes.io/v1
kind: ResourceList
items:
- apiVersion: networking.k8s.io/v1
  kind: Ingress
  metadata:
    name: web
    annotations: {cert-manager.io/issuer: ca}
  spec:
    tls:
    - hosts: [example.com]
      secretName: web-tls
`

/** The bundle of the command, as an executable without Node runs it. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/main.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

it('the command runs where there is no Node, in the world that it is given', async () => {
  const host = new MemoryHost([], list)
  const ended = new Promise((done) => {
    host.exit = done
  })
  const world = { krmIngressShimHost: host, TextDecoder, TextEncoder, Uint8Array }
  runInContext(await bundle(), createContext(world))
  expect({ code: await ended, stderr: host.written[2] }).toEqual({ code: 0, stderr: '' })
  expect(host.written[1]).toContain('kind: Certificate')
})
