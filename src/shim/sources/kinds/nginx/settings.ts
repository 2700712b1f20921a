import { at, own } from '../../../../manifest/manifest.ts'
import { annotation } from '../../../annotations.ts'
import type { Resource } from '../../../resource.ts'
import { readBoolean, readFields, readString } from '../../../values/read-value.ts'
import type { OwnSettings } from '../../own-settings.ts'
import type { SourceContext } from '../../source-kind.ts'

const path = 'spec.tls.cert-manager'

/** The fields of `CertManager` in pkg/apis/configuration/v1/types.go of nginx/kubernetes-ingress. */
export const settings: OwnSettings = {
  path,
  names: {
    [annotation.clusterIssuer]: 'cluster-issuer',
    [annotation.issuer]: 'issuer',
    [annotation.issuerKind]: 'issuer-kind',
    [annotation.issuerGroup]: 'issuer-group',
    [annotation.commonName]: 'common-name',
    [annotation.duration]: 'duration',
    [annotation.renewBefore]: 'renew-before',
    [annotation.usages]: 'usages',
  },
}

/** The resource with what these fields say, as the annotations that would say the same. Empty ones say nothing. */
export function withSettings(resource: Resource, { report }: SourceContext): Resource {
  const fields = readFields(at(resource.object, 'spec', 'tls', 'cert-manager'), path, report) ?? {}
  readBoolean(own(fields, 'issue-temp-cert'), `${path}.issue-temp-cert`, report)
  const entries = Object.entries(settings.names).flatMap(([key, name]) => {
    const value = readString(own(fields, name), `${path}.${name}`, report)
    return value === undefined || value === '' ? [] : [[key, value] as const]
  })
  const others = resource.annotations.without(new Set(Object.values(annotation)))
  return { ...resource, annotations: others.with(entries) }
}
