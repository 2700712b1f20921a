import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { ingressShim } from '../../src/ingress-shim.ts'
import { libraryLoaders } from '../../src/libraries.ts'
import type { Finding } from '../../src/manifest/finding.ts'
import { at } from '../../src/manifest/manifest.ts'
import type { Rule } from '../../src/manifest/rule.ts'
import { defaultOptions, type Options } from '../../src/shim/options.ts'

/** A sentence, a stream of manifests, and what the rule finds in it: `Kind/name field: value -> proposed value`. */
type Hit = readonly [sentence: string, stream: string, found: readonly string[], options?: Partial<Options>]

/** A sentence, and a stream of manifests in which the rule finds nothing. */
type Miss = readonly [sentence: string, stream: string, options?: Partial<Options>]

/** A stream of manifests, and the message of the first thing that the rule finds in it. */
type Reading = readonly [stream: string, message: string, options?: Partial<Options>]

/** Tests of one rule: where it speaks, where it stays silent although it is near, and how one finding reads. */
export function ruleCases(
  { rule }: { readonly rule: Rule },
  cases: {
    readonly hits: readonly [Hit, ...Hit[]]
    readonly misses: readonly [Miss, ...Miss[]]
    readonly reads: Reading
    /** What it says where that differs. */
    readonly alsoReads?: readonly Reading[]
  },
): void {
  describe(`${rule.id} speaks of`, () => {
    test.each(cases.hits.map((hit) => [hit[0], hit] as const))('%s', (_sentence, hit) => {
      const [, stream, found, options = {}] = hit
      expect(findings(rule.id, stream, options).map(({ line }) => line)).toEqual(found)
    })
  })

  describe(`${rule.id} is silent about`, () => {
    test.each(cases.misses.map((miss) => [miss[0], miss] as const))('%s', (_sentence, miss) => {
      const [, stream, options = {}] = miss
      expect(findings(rule.id, stream, options).map(({ line }) => line)).toEqual([])
    })
  })

  const readings = [cases.reads, ...(cases.alsoReads ?? [])].map((reading) => [reading[1], reading] as const)
  test.each(readings)(
    `${rule.id} says what is wrong, why it matters and what to do: %s`,
    (message, reading) => {
      const [stream, , options = {}] = reading
      const [finding] = findings(rule.id, stream, options)
      expect(finding?.finding).toMatchObject({ rule: rule.id, severity: rule.severity, message })
    },
  )
}

const registeredDomain = await libraryLoaders.registeredDomain()

function findings(rule: string, stream: string, options: Partial<Options>) {
  const items = parseAllDocuments(stream).map((document) => document.toJS())
  const manifests = items.map((object, position) => ({ object, position }))
  return ingressShim(manifests, { ...defaultOptions, ...options }, { registeredDomain })
    .findings.filter((finding) => finding.rule === rule)
    .map((finding) => ({ finding, line: lineOf(finding, items[finding.position]) }))
}

function lineOf({ field }: Finding, item: unknown): string {
  const value = field?.currentValue === undefined ? '' : `: ${field.currentValue}`
  const proposed = field?.proposedValue === undefined ? '' : ` -> ${field.proposedValue}`
  return `${at(item, 'kind')}/${at(item, 'metadata', 'name')} ${field?.path}${value}${proposed}`
}

/** The documents of a stream. */
export function stream(...documents: readonly string[]): string {
  return documents.join('\n---\n')
}

/** An Ingress `web` in the namespace `prod` with one TLS block for example.com; each part can be another. */
export function ingress({
  kind = 'Ingress',
  apiVersion = 'networking.k8s.io/v1',
  name = 'web',
  namespace = 'prod',
  labels = '',
  annotations = 'cert-manager.io/cluster-issuer: letsencrypt',
  spec = 'rules: [{host: example.com}]',
  tls = '[{hosts: [example.com], secretName: web-tls}]',
}: Record<string, string> = {}): string {
  return `
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: ${name}
  ${namespace === '' ? '' : `namespace: ${namespace}`}
  labels: {${labels}}
  annotations: {${annotations}}
spec:
  ${spec}
  ${tls === '' ? '' : `tls: ${tls}`}
`
}

/** A Gateway `web` in the namespace `prod` with one HTTPS listener for example.com. */
export function gateway({
  kind = 'Gateway',
  apiVersion = 'gateway.networking.k8s.io/v1',
  name = 'web',
  namespace = 'prod',
  annotations = 'cert-manager.io/cluster-issuer: letsencrypt',
  spec = 'gatewayClassName: eg',
  listeners = '[{name: https, hostname: example.com, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: web-tls}]}}]',
}: Record<string, string> = {}): string {
  return `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: {name: ${name}, namespace: ${namespace}, annotations: {${annotations}}}
spec:
  ${spec}
  listeners: ${listeners}
`
}

/** A VirtualServer `web` of NGINX, which has fields in place of annotations and takes any host. */
export function virtualServer({
  host = 'example.com',
  annotations = '',
  settings = 'cluster-issuer: letsencrypt',
}: Record<string, string> = {}): string {
  return `
apiVersion: k8s.nginx.org/v1
kind: VirtualServer
metadata: {name: web, namespace: prod, annotations: {${annotations}}}
spec: {host: "${host}", tls: {secret: web-tls, cert-manager: {${settings}}}}
`
}

/** A ClusterIssuer `letsencrypt`, by default one of Let's Encrypt with an HTTP-01 solver. */
export function issuer({
  kind = 'ClusterIssuer',
  name = 'letsencrypt',
  namespace = '',
  spec = '',
  server = 'https://acme-v02.api.letsencrypt.org/directory',
  solvers = '[{http01: {ingress: {ingressClassName: nginx}}}]',
  acme = '',
}: Record<string, string> = {}): string {
  return `
apiVersion: cert-manager.io/v1
kind: ${kind}
metadata:
  name: ${name}
  ${namespace === '' ? '' : `namespace: ${namespace}`}
spec:
  ${spec === '' ? `acme: {server: "${server}", solvers: ${solvers}${acme === '' ? '' : `, ${acme}`}}` : spec}
`
}
