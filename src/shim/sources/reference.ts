import type { Source } from './source.ts'

/** How a Certificate of a namespace names its source: `Ingress/web`, with the source's namespace where that is another. */
export function referenceFrom(namespace: string, source: Source): string {
  if (namespace === source.namespace || source.namespace === '') return source.reference
  return `${source.sourceKind.identity}/${source.namespace}/${source.name}`
}

/** The names of the sources of a Certificate: it has several where they share its Secret. */
export function referencesOf(madeFor: string): readonly string[] {
  return madeFor.split(',').map((reference) => reference.trim())
}

/** A text that two names of one source have in common: `prod/Ingress/web`. */
export function keyOfReference(namespace: string, reference: string): string {
  const [identity, space, name] = reference.split('/')
  return name === undefined ? `${namespace}/${reference}` : `${space}/${identity}/${name}`
}
