import { describe, expect, it, test } from 'vitest'
import { saysWhatCertificatesAre, sourcesNamedIn } from '../../src/shim/certificates/patched-source.ts'
import { sourceKindNamed, sourceNames } from '../../src/shim/sources/source-kinds.ts'

/** What a patch changes of each kind of source: what its Certificates come from, and what they don't. */
const fields: Readonly<Record<string, { readonly matter: string; readonly others: string }>> = {
  Ingress: { matter: 'spec.tls', others: 'spec.rules spec.ingressClassName' },
  Gateway: { matter: 'spec.listeners', others: 'spec.gatewayClassName spec.tls' },
  ListenerSet: { matter: 'spec.listeners', others: 'spec.parentRef' },
  'ApisixTls.apisix.apache.org': { matter: 'spec.hosts spec.secret', others: 'spec.client' },
  'HTTPProxy.projectcontour.io': { matter: 'spec.virtualhost', others: 'spec.routes' },
  'Gateway.networking.istio.io': { matter: 'spec.servers', others: 'spec.selector' },
  'RouteGroup.zalando.org': { matter: 'spec.tls spec.hosts', others: 'spec.routes' },
  'TCPIngress.configuration.konghq.com': { matter: 'spec.tls', others: 'spec.rules' },
  'Route.route.openshift.io': {
    matter: 'spec.tls spec.host spec.subdomain spec.wildcardPolicy',
    others: 'spec.to',
  },
  'IngressRoute.traefik.io': { matter: 'spec.tls spec.routes', others: 'spec.entryPoints' },
  'IngressRouteTCP.traefik.io': { matter: 'spec.tls spec.routes', others: 'spec.entryPoints' },
  'TLSStore.traefik.io': {
    matter: 'spec.defaultCertificate spec.certificates spec.defaultGeneratedCert',
    others: 'spec.options',
  },
  'VirtualServer.k8s.nginx.org': { matter: 'spec.tls spec.host', others: 'spec.routes' },
}

describe.each(sourceNames)('a patch of %s', (identity) => {
  const says = (path: string) => {
    const sourceKind = sourceKindNamed(identity)
    return sourceKind !== undefined && saysWhatCertificatesAre(sourceKind, path.split(' '))
  }
  const { matter = '', others = '' } = fields[identity] ?? {}

  it.each(matter.split(' '))('changes its Certificates by %s', (path) => {
    expect(says(path.replace('.', ' '))).toBe(true)
  })

  it.each([...others.split(' '), 'status.tls', 'metadata.labels'])('doesn’t by %s', (path) => {
    expect(says(path.replace('.', ' '))).toBe(false)
  })

  it('changes them by annotations of cert-manager, and no others', () => {
    const keys = [
      'cert-manager.io/issuer',
      'acme.cert-manager.io/http01-ingress-class',
      'cert-manager.io',
      'example.com/a',
    ]
    expect(keys.map((key) => says(`metadata annotations ${key}`))).toEqual([true, true, false, false])
  })
})

test.each([
  ['Ingress/web', ['Ingress web']],
  ['Ingress/web, Ingress/shop', ['Ingress web', 'Ingress shop']],
  ['HTTPProxy.projectcontour.io/prod/shop', ['HTTPProxy shop']],
  ['Service/web', []],
  ['Ingress', []],
  ['', []],
])('a Certificate made for %o names %o', (madeFor, expected) => {
  expect(sourcesNamedIn(madeFor).map(({ sourceKind, name }) => `${sourceKind.kind} ${name}`)).toEqual(
    expected,
  )
})
