import { isLocalConfig } from '../../manifest/local-config.ts'
import {
  annotation,
  certificateAnnotation,
  foreignAnnotation,
  listenerAnnotation,
} from '../../shim/annotations.ts'
import type { Resource } from '../../shim/resource.ts'
import type { SourceKind } from '../../shim/sources/source-kind.ts'
import { chosenKindOf } from '../../shim/sources/source-kinds.ts'
import { isFilledInLater } from '../../shim/values/filled-in-later.ts'
import { oncePerList } from './once-per-list.ts'

/** An annotation of a resource that is a source or could be one. */
export interface AnnotationUse {
  readonly resource: Resource
  readonly kind: SourceKind
  readonly key: string
  /** The part of the key before the slash, and the part after it. */
  readonly domain: string
  readonly name: string
}

/** HTTP-01 can only edit some kinds, which list that annotation among their own. */
const { editInPlace, ...common } = annotation

const everyKindReads: ReadonlySet<string> = new Set(Object.values(common))

const knownElsewhere: ReadonlySet<string> = new Set([
  editInPlace,
  ...Object.values(listenerAnnotation),
  ...Object.values(certificateAnnotation),
  ...Object.values(foreignAnnotation),
])

/** Whether cert-manager knows an annotation, wherever it reads it. */
export function isKnown(key: string): boolean {
  return everyKindReads.has(key) || knownElsewhere.has(key)
}

/** The annotations that ingress-shim reads from a kind. */
export function annotationsReadFrom({ ownAnnotations, ownSettings }: SourceKind): readonly string[] {
  return ownSettings === undefined ? [...everyKindReads, ...ownAnnotations] : ownAnnotations
}

function isReadFrom({ ownAnnotations, ownSettings }: SourceKind, key: string): boolean {
  return (ownSettings === undefined && everyKindReads.has(key)) || ownAnnotations.includes(key)
}

/**
 * The annotations of resources that could be sources, whether they are or not, that look like cert-manager's and that
 * ingress-shim doesn't read from this kind. Those that `extraCertificateAnnotations` copies are left out.
 */
export const unreadAnnotations = oncePerList(({ resources, options }) => {
  const copied = new Set(options.extraCertificateAnnotations)
  const uses: AnnotationUse[] = []
  for (const resource of resources) {
    const kind = chosenKindOf(resource.apiVersion, resource.kind, options)
    if (kind === undefined || isLocalConfig(resource.object)) continue
    for (const key of resource.annotations.keys()) {
      if (isReadFrom(kind, key) || !looksLikeCertManagers(key) || copied.has(key)) continue
      if (isFilledInLater(key, resource)) continue
      const slash = key.indexOf('/')
      uses.push({ resource, kind, key, domain: key.slice(0, slash), name: key.slice(slash + 1) })
    }
  }
  return uses
})

/** Why an annotation would change nothing even where it is read: `setIssuerSpecificConfig` in cert-manager's certificate-shim. */
export function whyNeedless({
  resource,
  name,
}: Pick<AnnotationUse, 'resource' | 'name'>): string | undefined {
  const isThere =
    certificateAnnotation.issueTemporaryCertificate.endsWith(`/${name}`) &&
    resource.annotations.get(editInPlace) === 'true'
  return isThere ? `Remove it: ${editInPlace} already gives the Certificates a temporary one.` : undefined
}

function looksLikeCertManagers(key: string): boolean {
  return key.includes('cert') && /^(?:(?:acme|venafi)\.)?cert[^/]*\//.test(key)
}
