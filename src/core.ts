/** The pure core: it needs no Node, no file and no YAML, so it runs in a browser too. */

export type { RegisteredDomain } from './checks/facts/acme/all-orders.ts'
export { ingressShim, type Outcome, wanted } from './ingress-shim.ts'
export type { Change, FieldEdit } from './manifest/change.ts'
export type { FieldOfFinding, Finding, Json, Severity } from './manifest/finding.ts'
export type { Manifest } from './manifest/manifest.ts'
export type {
  Certificate,
  CertificateSpec,
  PrivateKey,
  SecretTemplate,
  Subject,
} from './shim/certificates/certificate.ts'
export { defaultOptions, type Options } from './shim/options.ts'
