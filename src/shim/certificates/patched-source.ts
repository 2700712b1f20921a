import { referencesOf } from '../sources/reference.ts'
import type { SourceKind } from '../sources/source-kind.ts'
import { sourceKindNamed } from '../sources/source-kinds.ts'

/** A source, by what a Certificate says of it. */
export interface NamedSource {
  readonly sourceKind: SourceKind
  readonly name: string
}

/** The sources that our annotation names: `HTTPProxy.projectcontour.io/prod/shop` is the HTTPProxy shop. */
export function sourcesNamedIn(madeFor: string): readonly NamedSource[] {
  return referencesOf(madeFor).flatMap((reference) => {
    const [identity = '', ...path] = reference.split('/')
    const [sourceKind, name] = [sourceKindNamed(identity), path.at(-1)]
    return sourceKind === undefined || name === undefined ? [] : [{ sourceKind, name }]
  })
}

const certManagerKey = /^(?:acme\.)?cert-manager\.io\//

/** Whether a field of a source, by the steps to it, says what its Certificates are to be. */
export function saysWhatCertificatesAre(
  { tlsFields, ownAnnotations }: SourceKind,
  [top, field = '', key = '']: readonly string[],
): boolean {
  if (top === 'spec') return tlsFields.includes(field)
  if (top !== 'metadata' || field !== 'annotations') return false
  return certManagerKey.test(key) || ownAnnotations.includes(key)
}
