import type { FieldOfFinding } from '../../manifest/finding.ts'
import { annotation, foreignAnnotation } from '../../shim/annotations.ts'
import type { AllowEntry } from '../../shim/options.ts'
import type { Source } from '../../shim/sources/source.ts'
import { isFilledInLater } from '../../shim/values/filled-in-later.ts'
import { fitsGlob } from '../../shim/values/glob.ts'
import { hostField } from './hosts/host-field.ts'
import { oncePerList } from './once-per-list.ts'
import { annotationField } from './requests.ts'

/** What the setting `allow` has for a source. */
export interface Allowance {
  readonly source: Source
  readonly issuer: string
  /** The entries for its namespace. */
  readonly ofNamespace: readonly AllowEntry[]
  /** Those of them that its issuer fits. */
  readonly ofIssuer: readonly AllowEntry[]
}

/** The entries for each source whose namespace and issuer are known, where the setting has any at all. */
export const allowances = oncePerList(({ sources, options: { allow } }): readonly Allowance[] => {
  if (allow.length === 0) return []
  const known = new Map<string, Pick<Allowance, 'ofNamespace' | 'ofIssuer'>>()
  return sources.flatMap((source) => {
    const { namespace, issuer } = source
    if (issuer === undefined) return []
    if ([namespace, issuer.name].some((text) => isFilledInLater(text, source))) return []
    const key = `${namespace}/${issuer.name}`
    const entries = known.get(key) ?? entriesFor(namespace, issuer.name, allow)
    known.set(key, entries)
    return [{ source, issuer: issuer.name, ...entries }]
  })
})

function entriesFor(namespace: string, issuer: string, allow: readonly AllowEntry[]) {
  const ofNamespace = allow.filter(({ namespaces }) => isFor(namespace, namespaces))
  return { ofNamespace, ofIssuer: ofNamespace.filter(({ issuers }) => fits(issuer, issuers)) }
}

/** A namespace that is only set when the source is applied may be any. */
function isFor(namespace: string, patterns: readonly string[] | undefined): boolean {
  return namespace === '' ? patterns?.length !== 0 : fits(namespace, patterns)
}

/** Whether a list of an entry has a text; one that is left out has all. */
function fits(text: string, patterns: readonly string[] | undefined): boolean {
  return patterns === undefined || patterns.some((pattern) => fitsGlob(text, pattern))
}

/** A name that the Certificates of a source are for, and the field that asks for it. */
export interface AskedName {
  readonly name: string
  readonly field: FieldOfFinding
}

/** Those names of a source that it may not ask for, each once. */
export function namesNotAllowed({ source, ofIssuer }: Allowance): readonly AskedName[] {
  const names = namesOf(source)
  const outside = ofIssuer.map(({ domains }) => namesBeside(domains, names))
  const fewest = outside.toSorted((a, b) => a.length - b.length)[0] ?? []
  if (fewest.length === 0) return []
  const counts = new Map<AskedName, number>()
  for (const name of outside.flat()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const inNoEntry = names.filter((name) => counts.get(name) === ofIssuer.length)
  // Where each name is in some entry but all are in none, those beside the entry that has most of them.
  return inNoEntry.length > 0 ? inNoEntry : fewest
}

/** Hosts are the same in capital letters. */
function namesBeside(domains: readonly string[] | undefined, names: readonly AskedName[]) {
  const patterns = domains?.map((domain) => domain.toLowerCase())
  return names.filter(({ name }) => !fits(name.toLowerCase(), patterns))
}

function namesOf(source: Source): readonly AskedName[] {
  const { fields, tls } = source
  const { commonName, emailAddresses, uris } = fields.spec
  const annotated = (names: readonly string[] | undefined, key: string) =>
    (names ?? []).map((name) => ({ name, field: annotationField(source, key) }))
  const all = [
    ...tls.secrets.flatMap(({ hosts }) => hosts.map((host) => ({ name: host.host, field: hostField(host) }))),
    ...annotated(fields.altNames, annotation.altNames),
    ...annotated(fields.ipSans, annotation.ipSans),
    ...annotated(commonName === undefined ? [] : [commonName], annotation.commonName),
    ...annotated(emailAddresses, annotation.emailSans),
    ...annotated(uris, foreignAnnotation.uriSans),
  ].filter(({ name }) => !isFilledInLater(name, source))
  const firsts = new Map<string, AskedName>()
  for (const asked of all) if (!firsts.has(asked.name)) firsts.set(asked.name, asked)
  return [...firsts.values()]
}
