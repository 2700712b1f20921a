interface Kind {
  readonly apiVersion: string
  readonly spec: string
  /** The field that names the Secret. */
  readonly secretField: string
  readonly hostField: string
  readonly issuerField?: string
  readonly name?: string
  /** The annotation that asks for Certificates. */
  readonly asks?: string
  readonly annotations?: string
  /** Whether an auto annotation counts where there is a default issuer. */
  readonly isAuto?: true
  /** The same with a further host that is routed and no certificate covers, and its field; left out where there can't be one. */
  readonly uncovered?: { readonly spec: string; readonly field: string }
}

/** The smallest resource of each kind beside cert-manager's own: it asks the Issuer ca for the Secret web-tls, for example.com. */
const kinds: Readonly<Record<string, Kind>> = {
  'ApisixTls.apisix.apache.org': {
    apiVersion: 'apisix.apache.org/v2',
    spec: '{hosts: [example.com], secret: {name: web-tls, namespace: prod}}',
    secretField: 'spec.secret.name',
    hostField: 'spec.hosts[0]',
  },
  'Gateway.networking.istio.io': {
    apiVersion: 'networking.istio.io/v1',
    annotations: 'ingress-shim.fn.kpt.dev/secret-namespace: prod',
    spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [example.com], tls: {mode: SIMPLE, credentialName: web-tls}}]}',
    secretField: 'spec.servers[0].tls.credentialName',
    hostField: 'spec.servers[0].hosts[0]',
    uncovered: {
      spec: '{servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [example.com], tls: {mode: SIMPLE, credentialName: web-tls}}, {port: {number: 80, name: http, protocol: HTTP}, hosts: [other.com]}]}',
      field: 'spec.servers[1].hosts[0]',
    },
  },
  'HTTPProxy.projectcontour.io': {
    isAuto: true,
    apiVersion: 'projectcontour.io/v1',
    spec: '{virtualhost: {fqdn: example.com, tls: {secretName: web-tls}}}',
    secretField: 'spec.virtualhost.tls.secretName',
    hostField: 'spec.virtualhost.fqdn',
  },
  'IngressRoute.traefik.io': {
    isAuto: true,
    apiVersion: 'traefik.io/v1alpha1',
    spec: '{routes: [{match: Host(`example.com`)}], tls: {secretName: web-tls}}',
    secretField: 'spec.tls.secretName',
    hostField: 'spec.routes[0].match',
    uncovered: {
      spec: '{routes: [{match: Host(`example.com`)}, {match: Host(`other.com`)}], tls: {secretName: web-tls, domains: [{main: example.com}]}}',
      field: 'spec.routes[1].match',
    },
  },
  'IngressRouteTCP.traefik.io': {
    isAuto: true,
    apiVersion: 'traefik.io/v1alpha1',
    spec: '{routes: [{match: HostSNI(`example.com`)}], tls: {secretName: web-tls}}',
    secretField: 'spec.tls.secretName',
    hostField: 'spec.routes[0].match',
    uncovered: {
      spec: '{routes: [{match: HostSNI(`example.com`)}, {match: HostSNI(`other.com`)}], tls: {secretName: web-tls, domains: [{main: example.com}]}}',
      field: 'spec.routes[1].match',
    },
  },
  'Route.route.openshift.io': {
    isAuto: true,
    apiVersion: 'route.openshift.io/v1',
    spec: '{host: example.com, tls: {termination: edge, externalCertificate: {name: web-tls}}}',
    secretField: 'spec.tls.externalCertificate.name',
    hostField: 'spec.host',
  },
  'RouteGroup.zalando.org': {
    apiVersion: 'zalando.org/v1',
    spec: '{hosts: [example.com], tls: [{hosts: [example.com], secretName: web-tls}]}',
    secretField: 'spec.tls[0].secretName',
    hostField: 'spec.tls[0].hosts[0]',
    uncovered: {
      spec: '{hosts: [example.com, other.com], tls: [{hosts: [example.com], secretName: web-tls}]}',
      field: 'spec.hosts[1]',
    },
  },
  'TCPIngress.configuration.konghq.com': {
    apiVersion: 'configuration.konghq.com/v1beta1',
    spec: '{rules: [{host: example.com}], tls: [{hosts: [example.com], secretName: web-tls}]}',
    secretField: 'spec.tls[0].secretName',
    hostField: 'spec.tls[0].hosts[0]',
    uncovered: {
      spec: '{rules: [{host: example.com}, {host: other.com}], tls: [{hosts: [example.com], secretName: web-tls}]}',
      field: 'spec.rules[1].host',
    },
  },
  'TLSStore.traefik.io': {
    isAuto: true,
    apiVersion: 'traefik.io/v1alpha1',
    name: 'default',
    annotations: 'cert-manager.io/alt-names: example.com',
    spec: '{defaultCertificate: {secretName: web-tls}}',
    secretField: 'spec.defaultCertificate.secretName',
    hostField: 'metadata.annotations[cert-manager.io/alt-names]',
  },
  'VirtualServer.k8s.nginx.org': {
    apiVersion: 'k8s.nginx.org/v1',
    asks: '',
    spec: '{host: example.com, tls: {secret: web-tls, cert-manager: {issuer: ca}}}',
    secretField: 'spec.tls.secret',
    hostField: 'spec.host',
    issuerField: 'spec.tls.cert-manager.issuer',
  },
}

type Entry = readonly [identity: string, kind: Kind]

export const everyKind: readonly Entry[] = Object.entries(kinds)

/** NGINX reads no annotations: its own test has these cases. */
export const everyAnnotatedKind = everyKind.filter(([, { asks }]) => asks !== '')

/** What a resource says with annotations of cert-manager, or with its own fields: `{duration: '24h'}`. */
type Settings = Readonly<Record<string, string>>

export function resourceOf(
  [identity, kind]: Entry,
  {
    asks = kind.asks ?? 'cert-manager.io/issuer: ca',
    more = '',
    settings = {},
    spec = kind.spec,
  }: { asks?: string; more?: string; settings?: Settings; spec?: string } = {},
): string {
  const said = Object.entries(settings).map(([key, value]) => [key, JSON.stringify(value)])
  const isAnnotated = kind.issuerField === undefined
  const annotations = isAnnotated ? said.map(([key, value]) => `cert-manager.io/${key}: ${value}`) : []
  const fields = isAnnotated ? [] : said.map(([key, value]) => `${key}: ${value}, `)
  const own = Object.keys(settings).some((key) => kind.annotations?.includes(key)) ? '' : kind.annotations
  return `
apiVersion: ${kind.apiVersion}
kind: ${identity.split('.')[0]}
metadata: {name: ${kind.name ?? 'web'}, namespace: prod, annotations: {${[asks, own, ...annotations].filter(Boolean).join(', ')}}${more}}
spec: ${spec.replace('issuer: ca', `${fields.join('')}issuer: ca`)}
`
}

/** Where a resource says a setting. */
export function settingField([, { issuerField }]: Entry, setting: string): string {
  const field = issuerField ?? 'metadata.annotations[cert-manager.io/issuer]'
  return field.replace(/issuer(?=\]?$)/, setting)
}
