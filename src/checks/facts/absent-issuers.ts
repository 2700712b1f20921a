import type { Source } from '../../shim/sources/source.ts'
import { builtInKindOf, type Issuer, issuerOf, issuersOf } from './issuers.ts'
import { oncePerList } from './once-per-list.ts'

/** A source whose issuer is not where cert-manager will look for it, although the list has issuers. */
export interface AbsentIssuer {
  readonly source: Source
  readonly kind: 'Issuer' | 'ClusterIssuer'
  readonly name: string
  /** An Issuer of that name in another namespace. */
  readonly elsewhere: Issuer | undefined
}

/** The sources whose issuer should be in the list and isn't. */
export const absentIssuers = oncePerList((list): readonly AbsentIssuer[] => {
  const issuers = issuersOf(list)
  if (issuers.all.length === 0) return []
  const byName = new Map<string, Issuer>()
  for (const issuer of issuers.all) if (issuer.kind === 'Issuer') byName.set(issuer.name, issuer)

  return list.sources.flatMap((source) => {
    const kind = builtInKindOf(source)
    const name = source.issuer?.name
    if (kind === undefined || name === undefined || issuerOf(source, issuers) !== undefined) return []
    const namesake = kind === 'Issuer' ? byName.get(name) : undefined
    // Without a namespace, the source may end up in any, and so beside the Issuer.
    if (namesake !== undefined && source.namespace === '') return []
    return [{ source, kind, name, elsewhere: namesake }]
  })
})
