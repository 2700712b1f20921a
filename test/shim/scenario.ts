import { parseAllDocuments, stringify } from 'yaml'
import { ingressShim, type Outcome } from '../../src/ingress-shim.ts'
import { at } from '../../src/manifest/manifest.ts'
import { defaultOptions, type Options } from '../../src/shim/options.ts'
import { applied } from '../apply-changes.ts'

/** What a run over a stream of manifests gives, as text that a test can hold beside its input. */
export interface Scenario {
  readonly outcome: Outcome
  /** The Certificates of the list afterwards, as a YAML stream. */
  readonly certificates: string
  /** What happens to each Certificate: `create web-tls`, `update web-tls`, `remove old-tls`. */
  readonly changes: readonly string[]
  /** Each finding as `severity rule field`. */
  readonly findings: readonly string[]
  readonly messages: readonly string[]
}

/** Runs the pure core over the documents of a YAML stream. */
export function scenario(stream: string, options: Partial<Options> = {}): Scenario {
  const items = parseAllDocuments(stream).map((document) => document.toJS())
  const manifests = items.map((object, position) => ({ object, position }))
  const outcome = ingressShim(manifests, { ...defaultOptions, ...options })
  return {
    outcome,
    get certificates() {
      return applied(items, outcome.changes)
        .filter((item) => at(item, 'kind') === 'Certificate')
        .map((item) => stringify(item))
        .join('---\n')
    },
    changes: outcome.changes.map((change) => {
      const item = change.kind === 'create' ? change.item : items[change.position]
      return `${change.kind} ${at(item, 'metadata', 'name')}`
    }),
    findings: outcome.findings.map(({ severity, rule, field }) =>
      [severity, rule, field?.path].filter(Boolean).join(' '),
    ),
    messages: outcome.findings.map(({ message }) => message),
  }
}

/** The smallest source: an Ingress `web` with one TLS block, and what a case adds to it. */
export function ingress({
  name = 'web',
  annotations = 'cert-manager.io/issuer: ca',
  tls = '[{hosts: [example.com], secretName: web-tls}]',
  metadata = '',
}: {
  name?: string
  annotations?: string
  tls?: string
  metadata?: string
} = {}): string {
  return `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${name}
  ${metadata}
  annotations: {${annotations}}
spec:
  rules: [{host: example.com}]
  tls: ${tls}
`
}
