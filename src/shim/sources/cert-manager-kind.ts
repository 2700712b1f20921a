import { Report } from '../../manifest/report.ts'
import { annotation, certificateAnnotation } from '../annotations.ts'
import { annotatedFields } from '../fields/fields.ts'
import { issuerOf } from '../issuer.ts'
import type { Resource } from '../resource.ts'
import { asksForCertificates, hasReadableIssuer } from './asks-for-certificates.ts'
import { withReadableAnnotations } from './readable-annotations.ts'
import type { Source, TlsConfiguration } from './source.ts'
import type { SourceContext, SourceKind } from './source-kind.ts'

/** What is particular to a kind that follows cert-manager's rule; everything that is left out is as for most kinds. */
interface Particulars
  extends Pick<SourceKind, 'kind' | 'apiVersions' | 'removed' | 'routes' | 'passesIssuerOn'> {
  readonly identity?: string
  readonly autoAnnotations?: boolean
  readonly ownAnnotations?: readonly string[]
  /** The resource with what it inherits from others of the list. */
  readonly inherit?: (resource: Resource, context: SourceContext) => Resource
  /** Reads the TLS configuration, and reports what rejects the source or is skipped. */
  readTls(resource: Resource, context: SourceContext): TlsConfiguration
  /** The annotations that only this kind gives to its Certificates. */
  readonly certificateAnnotations?: (resource: Resource) => Readonly<Record<string, string>>
}

/**
 * A kind of source that follows cert-manager's own rule: its annotations say whether it is one, which issuer it wants, and
 * what else its Certificates hold; its TLS configuration names Secrets and hosts. The rule is `Sync` of cert-manager's
 * certificate-shim.
 */
export function certManagerKind(particulars: Particulars): SourceKind {
  const sourceKind: SourceKind = {
    identity: particulars.kind,
    autoAnnotations: false,
    ownAnnotations: [],
    inheritsIssuer: particulars.inherit !== undefined,
    ...particulars,
    read(resource, context) {
      const complete = particulars.inherit?.(resource, context) ?? resource
      if (!asksForCertificates(complete, sourceKind.autoAnnotations, context.options)) return undefined
      return readSource(complete, sourceKind, particulars, context)
    },
    namedSecrets(resource, options) {
      // What is wrong with a resource that may ask for nothing is for others to say.
      const report = new Report(resource.position, [])
      return particulars.readTls(resource, { options, report, resources: [], find: () => undefined }).named
    },
  }
  return sourceKind
}

function readSource(
  resource: Resource,
  sourceKind: SourceKind,
  particulars: Particulars,
  context: SourceContext,
): Source {
  const { options, report } = context
  const readable = withReadableAnnotations(resource, sourceKind, context)
  const issuer = hasReadableIssuer(readable) ? issuerOf(readable, options, report) : undefined
  const tls = particulars.readTls(readable, context)
  // Where nothing would be issued, cert-manager never reads the other annotations, and doesn't complain about them.
  const isIdle = tls.secrets.length === 0 && report.isEmpty
  const fields = annotatedFields(readable, isIdle ? new Report(resource.position, []) : report)
  const isEditedByHttp01 = isEdited(readable, sourceKind)
  // Spelled out, since a spread takes several times as long and lists have tens of thousands of sources.
  const { position, apiVersion, kind, name, namespace, labels, annotations, object, directory, file } =
    resource
  return {
    position,
    apiVersion,
    kind,
    name,
    namespace,
    labels,
    annotations,
    object,
    directory,
    file,
    sourceKind,
    reference: `${sourceKind.identity}/${name}`,
    issuer,
    tls,
    fields,
    certificateAnnotations: {
      ...acmeAnnotations(resource, isEditedByHttp01),
      ...particulars.certificateAnnotations?.(resource),
    },
    isEditedByHttp01,
    isRejected: report.isRejected,
  }
}

/** `setIssuerSpecificConfig` of cert-manager's certificate-shim compares with "true" and nothing else. */
function isEdited({ annotations }: Resource, { ownAnnotations }: SourceKind): boolean {
  return ownAnnotations.includes(annotation.editInPlace) && annotations.get(annotation.editInPlace) === 'true'
}

function acmeAnnotations(
  { name, annotations }: Resource,
  isEditedByHttp01: boolean,
): Readonly<Record<string, string>> {
  const ingressClass = annotations.get(annotation.http01IngressClass) ?? ''
  const ingressClassName = annotations.get(annotation.http01IngressClassName) ?? ''
  return {
    ...(isEditedByHttp01 && {
      [certificateAnnotation.overrideIngressName]: name,
      [certificateAnnotation.issueTemporaryCertificate]: 'true',
    }),
    ...(ingressClass !== '' && { [certificateAnnotation.overrideIngressClass]: ingressClass }),
    ...(ingressClassName !== '' && { [certificateAnnotation.overrideIngressClassName]: ingressClassName }),
  }
}
