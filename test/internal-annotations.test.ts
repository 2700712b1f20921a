import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { runCommand } from './command.ts'

const list = `apiVersion: config.kubernetes.io/v1
kind: ResourceList
items:
- apiVersion: networking.k8s.io/v1
  kind: Ingress
  metadata:
    name: web
    annotations:
      cert-manager.io/issuer: ca
      internal.config.kubernetes.io/path: web.yaml
      internal.config.kubernetes.io/id: '7'
      config.k8s.io/id: '7'
      example.com/team: web
  spec:
    rules:
    - host: example.com
    tls:
    - hosts: [example.com]
      secretName: web-tls
`
const copied =
  'internal.config.kubernetes.io/path,internal.config.kubernetes.io/id,config.k8s.io/id,example.com/team'
const run = (input: string) => runCommand(['-d', `extraCertificateAnnotations=${copied}`], { input }).stdout

test("an orchestrator's own annotations are never copied to a Certificate, new or there already", () => {
  const first = run(list)
  expect(parse(first).items[1].metadata.annotations).toEqual({
    'ingress-shim.fn.kpt.dev/source': 'Ingress/web',
    'example.com/team': 'web',
    'internal.config.kubernetes.io/path': 'certificate_web-tls.yaml',
    'internal.config.kubernetes.io/index': '0',
    'config.kubernetes.io/path': 'certificate_web-tls.yaml',
    'config.kubernetes.io/index': '0',
  })
  expect(run(first)).toBe(first)
})
