import { groupOf } from '../../manifest/manifest.ts'
import { Report } from '../../manifest/report.ts'
import { annotation, certificateAnnotation } from '../annotations.ts'
import { type AnnotatedFields, annotatedFields } from '../fields/fields.ts'
import { issuerOf } from '../issuers/issuer.ts'
import type { Resource } from '../resource.ts'
import { asksForCertificates, hasReadableIssuer, readsAutoAnnotations } from './asks-for-certificates.ts'
import { withReadableAnnotations } from './readable-annotations.ts'
import { withinReach } from './secret-namespaces.ts'
import type { Source, TlsConfiguration } from './source.ts'
import type { ReadContext, SourceContext, SourceKind } from './source-kind.ts'

/** What is particular to a kind; everything that is left out is as for most kinds that cert-manager doesn't have itself. */
interface Particulars
  extends Pick<SourceKind, 'kind' | 'apiVersions'>,
    Partial<Omit<SourceKind, 'kind' | 'apiVersions' | 'read' | 'namedSecrets'>> {
  /** What another controller does with contradictory issuer annotations, as a part of a sentence. */
  readonly onIssuerConflict?: string
  /** Whether a resource is no source, whatever its annotations say: it belongs to another one, say. */
  readonly isLeftOut?: (resource: Resource) => boolean
  /** The resource with the annotations that it has by other ways: from another resource, say. */
  readonly complete?: (resource: Resource, context: SourceContext) => Resource
  /** Reads the TLS configuration, and reports what rejects the source or is skipped. */
  readTls(resource: Resource, context: SourceContext): TlsConfiguration
  /** What annotations that only this kind reads say about its Certificates. */
  readonly fields?: (resource: Resource, report: Report) => Partial<AnnotatedFields['spec']>
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
    identity: `${particulars.kind}.${groupOf(particulars.apiVersions[0])}`,
    autoAnnotations: 'never',
    tlsFields: ['tls'],
    ownAnnotations: [],
    copiesVerbatim: false,
    hasValidatedHosts: false,
    alsoReads: [],
    inheritsIssuer: false,
    asks: (resource, { options, defaultIssuer }) =>
      asksForCertificates(resource, readsAutoAnnotations(sourceKind, defaultIssuer), options),
    ...particulars,
    read(resource, context) {
      const complete = particulars.complete?.(resource, context) ?? resource
      if (!sourceKind.asks(complete, context) || particulars.isLeftOut?.(resource)) return undefined
      return readSource(complete, sourceKind, particulars, context)
    },
    namedSecrets(resource, options, neighbours) {
      // What is wrong with a resource that may ask for nothing is for others to say.
      const report = new Report(resource.position, [])
      return particulars.readTls(resource, { ...neighbours, options, report }).named
    },
  }
  return sourceKind
}

function readSource(
  resource: Resource,
  sourceKind: SourceKind,
  particulars: Particulars,
  context: ReadContext,
): Source {
  const { report } = context
  const readable = withReadableAnnotations(resource, sourceKind, context)
  const issuer = hasReadableIssuer(readable, sourceKind)
    ? issuerOf(readable, context, report, particulars)
    : undefined
  const tls = withinReach(particulars.readTls(readable, context), readable, context)
  // Where nothing would be issued, cert-manager never reads the other annotations, and doesn't complain about them.
  const isIdle = tls.secrets.length === 0 && report.isEmpty
  const fieldsReport = isIdle ? new Report(resource.position, []) : report
  const fields = annotatedFields(readable, fieldsReport, sourceKind)
  const ownFields = particulars.fields?.(readable, fieldsReport)
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
    issuer: issuer?.ref,
    issuerOrigin: issuer?.origin,
    tls,
    fields: ownFields === undefined ? fields : { ...fields, spec: { ...ownFields, ...fields.spec } },
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
