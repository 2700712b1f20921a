import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand, temporaryDirectory } from '../command.ts'

const base = {
  'base/kustomization.yaml': 'resources: [ingress.yaml, certificate_shop-tls.yaml]\n',
  'base/ingress.yaml': `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  annotations: {cert-manager.io/cluster-issuer: letsencrypt}
spec:
  rules: [{host: shop.example.com}]
  tls: [{hosts: [shop.example.com], secretName: shop-tls}]
`,
}
const patchOf = (rest: string) => `{apiVersion: networking.k8s.io/v1, kind: Ingress, ${rest}}\n`
const hosts = patchOf('metadata: {name: shop}, spec: {tls: [{hosts: [staging.example.com]}]}')
const issuer = '[{op: replace, path: /metadata/annotations/cert-manager.io~1cluster-issuer, value: staging}]'
const replicas = '[{op: replace, path: /spec/replicas, value: 1}]'

/** The overlays that `write` warns of, with the field that each patches. */
function warnedOf(overlay: string, others: Readonly<Record<string, string>> = {}): readonly string[] {
  const cwd = temporaryDirectory()
  const files = { ...base, 'overlay/kustomization.yaml': overlay, ...others }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true })
    writeFileSync(join(cwd, name), text)
  }
  const { stderr } = runCommand(['write', '.'], { cwd })
  const { stdout } = runCommand(['check', '.'], { cwd })
  expect(stdout).toBe(stderr)
  return [
    ...stderr.matchAll(/^(\S+): warning: patches: .* patches (\S+) of the .* \[certificate-unpatched\]$/gm),
  ].map(([, path, field]) => `${path} ${field}`)
}

describe('an overlay of a base with a rendered Certificate', () => {
  it.each([
    [
      'a file that patches the hosts',
      'resources: [../base]\npatches: [{path: hosts.yaml}]\n',
      { 'overlay/hosts.yaml': hosts },
      ['overlay/kustomization.yaml spec.tls'],
    ],
    [
      'the same, as a strategic merge of old',
      'resources: [../base]\npatchesStrategicMerge: [hosts.yaml]\n',
      { 'overlay/hosts.yaml': hosts },
      ['overlay/kustomization.yaml spec.tls'],
    ],
    [
      'operations for every Ingress',
      `resources: [../base]\npatches: [{target: {kind: Ingress}, patch: "${issuer}"}]\n`,
      {},
      ['overlay/kustomization.yaml metadata.annotations[cert-manager.io/cluster-issuer]'],
    ],
    [
      'a base of a base',
      'resources: [../middle]\npatches: [{path: hosts.yaml}]\n',
      { 'overlay/hosts.yaml': hosts, 'middle/kustomization.yaml': 'resources: [../base]\n' },
      ['overlay/kustomization.yaml spec.tls'],
    ],
  ])('%s is warned of', (_, overlay, others, expected) => {
    expect(warnedOf(overlay, others)).toEqual(expected)
  })

  it.each([
    ['without patches', 'resources: [../base]\n', {}],
    [
      'that patches what no Certificate comes from',
      `resources: [../base]\npatches: [{target: {kind: Ingress}, patch: "${replicas}"}]\n`,
      {},
    ],
    [
      'that patches an Ingress of another name',
      'resources: [../base]\npatches: [{path: hosts.yaml}]\n',
      { 'overlay/hosts.yaml': hosts.replace('shop', 'blog') },
    ],
    [
      'of another base',
      'resources: [../other]\npatches: [{path: hosts.yaml}]\n',
      { 'overlay/hosts.yaml': hosts, 'other/kustomization.yaml': 'resources: []\n' },
    ],
    [
      'that patches the Certificate, too',
      'resources: [../base]\npatches: [{path: hosts.yaml}, {path: certificate.yaml}]\n',
      {
        'overlay/hosts.yaml': hosts,
        'overlay/certificate.yaml':
          '{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: shop-tls}, spec: {dnsNames: [staging.example.com]}}\n',
      },
    ],
    [
      'with a transformer',
      'resources: [../base]\npatches: [{path: hosts.yaml}]\ntransformers: [shim.yaml]\n',
      { 'overlay/hosts.yaml': hosts },
    ],
    [
      'that is built by a kustomization with a transformer',
      'resources: [../base]\npatches: [{path: hosts.yaml}]\n',
      {
        'overlay/hosts.yaml': hosts,
        'kustomization.yaml': 'resources: [overlay]\ntransformers: [shim.yaml]\n',
      },
    ],
    [
      'whose bases are in a circle',
      'resources: [../base]\n',
      {
        'a/kustomization.yaml': 'resources: [../b]\npatches: [{path: a.yaml}]\n',
        'b/kustomization.yaml': 'resources: [../a]\n',
      },
    ],
    [
      'with a patch that is not YAML',
      'resources: [../base]\npatches: [{patch: "a: ["}, {path: gone.yaml}]\n',
      {},
    ],
  ])('%s is not', (_, overlay, others) => {
    expect(warnedOf(overlay, others)).toEqual([])
  })
})
