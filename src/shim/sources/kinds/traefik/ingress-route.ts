import type { Protocol } from '../../../../go/traefik/matchers.ts'
import { at, isFields, own } from '../../../../manifest/manifest.ts'
import { Report } from '../../../../manifest/report.ts'
import { traefikAnnotation } from '../../../annotations.ts'
import type { Resource } from '../../../resource.ts'
import { shimRules } from '../../../rules.ts'
import { currentValue, readBoolean, readFields, readList, readString } from '../../../values/read-value.ts'
import { certManagerKind } from '../../cert-manager-kind.ts'
import { tlsOfOneSecret } from '../../one-secret.ts'
import type { NamedHost, TlsConfiguration } from '../../source.ts'
import type { SourceKind } from '../../source-kind.ts'
import { readHosts } from '../../tls-blocks.ts'
import { hostAsTraefikReads } from './host.ts'
import { readRoutes, type TraefikRoutes } from './routes.ts'

/** An IngressRoute: one Certificate for the Secret of its TLS block, with the hosts of its rules. */
export const ingressRoute = routeKind('IngressRoute', 'HTTP')

/** The same for connections that aren't HTTP. */
export const ingressRouteTcp = routeKind('IngressRouteTCP', 'TCP')

function routeKind(kind: string, protocol: Protocol): SourceKind {
  return certManagerKind({
    kind,
    apiVersions: ['traefik.io/v1alpha1', 'traefik.containo.us/v1alpha1'],
    tlsFields: ['tls', 'routes'],
    autoAnnotations: 'with a default issuer',
    ownAnnotations: [traefikAnnotation.ignore],
    // Traefik's docs/content/migrate/v2-to-v3-details.md.
    removed: {
      apiVersions: ['traefik.containo.us/v1alpha1'],
      release: 'Traefik 3',
      advice: 'the fields are the same, and rules are read in the v3 syntax there',
    },
    // Programs that make Certificates from IngressRoutes leave out those that say so.
    isLeftOut: ({ annotations }) => annotations.get(traefikAnnotation.ignore) === 'true',
    routes: (resource) => readRoutes(resource, protocol, new Report(resource.position, [])),
    readTls: (resource, { report }) => readTls(resource, readRoutes(resource, protocol, report), report),
  })
}

function readTls(resource: Resource, routes: TraefikRoutes, report: Report): TlsConfiguration {
  const written = at(resource.object, 'spec', 'tls') ?? undefined
  const tls = readFields(written, 'spec.tls', report) ?? {}
  const path = 'spec.tls.secretName'
  const secretName = readString(own(tls, 'secretName'), path, report)
  const domains = readDomains(own(tls, 'domains'), resource, report)
  const hosts = domains.length > 0 ? domains : routes.hosts
  const isElsewhere = endsElsewhere(resource, report)
  const isServed = !isElsewhere && isFields(written) && hasSecret(tls, secretName, resource, report)
  if (isServed && hosts.length === 0 && routes.areReadable) reportNoHosts(report)
  const one = tlsOfOneSecret(
    { namespace: resource.namespace, name: secretName ?? '', path, hosts },
    { field: 'spec.tls', entryName: 'TLS block' },
  )
  return {
    ...one,
    entries: written === undefined && !isElsewhere ? 0 : 1,
    secrets: isServed ? one.secrets : [],
  }
}

/** Each entry is `main` and further names, `sans`. */
function readDomains(value: unknown, resource: Resource, report: Report): readonly NamedHost[] {
  const entries = readList(value, 'spec.tls.domains', report) ?? []
  return entries.flatMap((entry, index) => {
    const path = `spec.tls.domains[${index}]`
    const domain = readFields(entry, path, report) ?? {}
    const main = readString(own(domain, 'main'), `${path}.main`, report) ?? ''
    const sans = readHosts(own(domain, 'sans'), `${path}.sans`, report).hosts
    const names = main === '' ? sans : [{ host: main, path: `${path}.main` }, ...sans]
    return names.map((name) => hostAsTraefikReads(name, resource))
  })
}

/** Whether TLS ends before this resource or behind it, which is reported. */
function endsElsewhere({ object, kind }: Resource, report: Report): boolean {
  const passthrough = 'spec.tls.passthrough'
  const parents = at(object, 'spec', 'parentRefs')
  const isChild = Array.isArray(parents) && parents.length > 0
  const isPassedThrough = readBoolean(at(object, 'spec', 'tls', 'passthrough'), passthrough, report)
  if (isChild) {
    report.warn(
      shimRules.listenerSkipped,
      `This ${kind} has parentRefs, so requests reach it through its parent, which has ended their TLS: it is skipped and gets no Certificate. Name the issuer and the Secret on the parent.`,
      { path: 'spec.parentRefs' },
    )
  }
  if (isPassedThrough) {
    report.warn(
      shimRules.tlsPassthrough,
      `Traefik passes the TLS of this ${kind} through to its services and never loads a Secret for it, so it gets no Certificate. Where the services run, they need one of their own.`,
      { path: passthrough, currentValue: true },
    )
  }
  return isChild || isPassedThrough !== false
}

/** Whether Traefik loads a certificate from a Secret; reports where it gets one from elsewhere. */
function hasSecret(tls: object, secretName: string | undefined, { kind }: Resource, report: Report): boolean {
  const path = 'spec.tls.certResolver'
  const resolver = readString(at(tls, 'certResolver'), path, report) ?? ''
  if (resolver !== '') {
    const what =
      secretName === ''
        ? 'Nothing reads the Secret of a Certificate here, so none is made'
        : 'The Certificate is made all the same, so that both request one for the same hosts'
    report.warn(
      shimRules.traefikAcmeInstead,
      `The certResolver ${resolver} makes Traefik itself request the certificate of this ${kind}. ${what}. Remove certResolver and name a secretName, or remove the annotation that asks for Certificates.`,
      { path, ...currentValue(resolver) },
    )
  } else if (secretName === '') {
    report.warn(
      shimRules.tlsSecretNameMissing,
      'This TLS block has no secretName, so it is skipped and gets no Certificate: Traefik serves the certificate of its default TLSStore. Name the Secret that the Certificate is to be stored in.',
      { path: 'spec.tls.secretName' },
    )
  }
  return secretName !== undefined && secretName !== ''
}

function reportNoHosts(report: Report): void {
  report.warn(
    shimRules.tlsHostsMissing,
    'No rule names a host with Host or HostSNI, so the hosts of this TLS block are unknown: it is skipped and gets no Certificate. List the hosts that the Certificate is for in spec.tls.domains.',
    { path: 'spec.tls.domains' },
  )
}
