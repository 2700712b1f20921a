import { at } from '../../../../manifest/manifest.ts'
import type { Report } from '../../../../manifest/report.ts'
import { annotation, certsFromSecret, foreignAnnotation } from '../../../annotations.ts'
import { uris } from '../../../fields/uris.ts'
import type { Resource } from '../../../resource.ts'
import { shimRules } from '../../../rules.ts'
import { certManagerKind } from '../../cert-manager-kind.ts'
import { tlsOfOneSecret } from '../../one-secret.ts'
import type { TlsConfiguration } from '../../source.ts'
import type { SourceContext } from '../../source-kind.ts'
import { hostsOfRoute } from './route-hosts.ts'
import { externalPath, readRouteTls, secretNamedBy, servedSecret } from './served-secret.ts'

const rbac = 'rbac.authorization.k8s.io'

/** A Route of OpenShift: one Certificate for the Secret that it names in `externalCertificate`. */
export const openshiftRoute = certManagerKind({
  kind: 'Route',
  apiVersions: ['route.openshift.io/v1'],
  tlsFields: ['tls', 'host', 'subdomain', 'wildcardPolicy'],
  autoAnnotations: 'with a default issuer',
  // These two are what cert-manager's openshift-routes reads beside the usual ones.
  ownAnnotations: [foreignAnnotation.issuerName, foreignAnnotation.uriSans, certsFromSecret],
  hasValidatedHosts: true,
  alsoReads: [`Role.${rbac}`, `RoleBinding.${rbac}`, `ClusterRole.${rbac}`, `ClusterRoleBinding.${rbac}`],
  isLeftOut: isOfIngress,
  complete: withIssuer,
  fields: uris,
  readTls,
  // What cert-utils-operator copies into the Route, the router never reads.
  secretReader: ({ path }) =>
    path === externalPath ? { name: 'router', namespace: 'openshift-ingress' } : undefined,
})

/** OpenShift makes Routes for Ingresses itself, and the Ingress is the source then. */
function isOfIngress({ object }: Resource): boolean {
  const owners = at(object, 'metadata', 'ownerReferences')
  return Array.isArray(owners) && owners.some((owner: unknown) => at(owner, 'kind') === 'Ingress')
}

/** `issuer-name` is another name of `issuer`, which counts where both are there: `getIssuerName` of openshift-routes. */
function withIssuer(route: Resource): Resource {
  const { annotations } = route
  const name = annotations.get(foreignAnnotation.issuerName)
  if (name === undefined || annotations.has(annotation.issuer)) return route
  return { ...route, annotations: annotations.with([[annotation.issuer, name]]) }
}

function readTls(route: Resource, { options, report }: SourceContext): TlsConfiguration {
  const tls = readRouteTls(route, report)
  const named = secretNamedBy(route, tls?.external ?? '')
  const secret = tls && servedSecret(route, tls, report)
  const hosts = secret === undefined ? [] : hostsOfRoute(route, options)
  if (secret !== undefined && hosts.length === 0) reportUnknownHost(route, report)
  const { namespace } = route
  return {
    ...tlsOfOneSecret(
      { namespace, name: secret?.name ?? '', path: secret?.path ?? externalPath, hosts },
      { field: 'spec.tls', entryName: 'TLS configuration' },
    ),
    coversAllHosts: true,
    named: named === undefined ? [] : [{ namespace, ...named }],
  }
}

function reportUnknownHost({ object, namespace }: Resource, report: Report): void {
  const wanted = at(object, 'spec', 'subdomain') === undefined ? 'host' : 'subdomain'
  const advice = namespace === '' && wanted === 'host' ? ', and give the Route its namespace' : ''
  report.reject(
    shimRules.routeHostUnknown,
    `This Route has no host, and the router makes one up from its ${wanted === 'host' ? 'name and namespace' : 'subdomain'} and a domain that is not known here, so no Certificate can be made. Write spec.host, or set appsDomain in the functionConfig to that domain${advice}.`,
    { path: 'spec.host' },
  )
}
