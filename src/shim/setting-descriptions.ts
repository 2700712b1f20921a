import type { Options } from './options.ts'

/** What each setting does, in a sentence: the JSON Schema shows it to those who write a functionConfig in an editor. */
export const settingDescriptions = {
  defaultIssuerName: 'Issuer of an Ingress that has an auto annotation and names none.',
  defaultIssuerKind:
    'Kind of the default issuer: Issuer (the default), ClusterIssuer, or that of an external issuer.',
  defaultIssuerGroup: 'API group of the default issuer; cert-manager.io by default.',
  issuers:
    'Default issuers of namespaces: the first entry whose namespaces (with * for any text) have that of the source; before defaultIssuerName.',
  issuerOverride:
    'Issuers that take the place of others, wherever those were named: the first entry whose from fits; a field that to leaves out stays.',
  defaultAutoCertificateAnnotations:
    'Annotations that ask for Certificates from the default issuer where their value is true; kubernetes.io/tls-acme by default.',
  extraCertificateAnnotations: 'Annotations that are copied from a source to its Certificates.',
  gatewayAPIExtraProtocols: 'Listener protocols that count as TLS, beside HTTPS and TLS.',
  gatewayHosts:
    'Where the hosts of a listener come from: listeners (the default), its hostname alone; or routes, the HTTPRoutes, GRPCRoutes and TLSRoutes that attach to it.',
  sources:
    'The kinds that Certificates are made for, by the names that Certificates have for them: Ingress, HTTPProxy.projectcontour.io; all by default.',
  secretNamespaces:
    'The namespaces in which Certificates are created for sources of other namespaces; "*" for any, none by default.',
  appsDomain:
    'The domain in which OpenShift makes up the host of a Route that has none: apps.example.com, say.',
  routerAccess:
    'Whether a Role and a RoleBinding are made that let the router of OpenShift read the Secret of each Route; false by default.',
  sharedSecrets:
    'What sources get that want one Secret: first (the default), a Certificate for the first of them; or merge, one for all that are annotated with ingress-shim.fn.kpt.dev/share.',
  allow:
    'What sources may ask for, by namespace: the names of issuers and the names in a Certificate, where "*" stands for any text. Each source needs one entry that it fits; without entries, everything is allowed.',
  prune: 'Whether Certificates that no source asks for any more are removed; true by default.',
  today:
    'The day by which lifetimes and profiles are judged, such as 2026-11-24; that of the run in UTC by default.',
  rules: 'The severity of rules, by id: error, warning, info or off.',
} as const satisfies Record<keyof Options, string>
