import { at, isFields, type Manifest } from '../manifest/manifest.ts'
import { Report } from '../manifest/report.ts'
import type { Problem } from '../manifest/rule.ts'
import { StringMap } from '../manifest/string-map.ts'
import { type ExistingAccess, isAccess, readAccess } from './access/existing-access.ts'
import { type ExistingCertificate, isCertificate, readExisting } from './certificates/existing.ts'
import { DefaultIssuers } from './issuers/default-issuers.ts'
import type { Options } from './options.ts'
import { hasKnownIdentity, type Resource, readResource } from './resource.ts'
import { duplicatesIn } from './sets/duplicates.ts'
import { namesakesIn } from './sets/identity.ts'
import type { Source } from './sources/source.ts'
import type { Neighbours, SourceKind } from './sources/source-kind.ts'
import { chosenKindOf, sourceKindOf } from './sources/source-kinds.ts'
import { malformed } from './values/read-value.ts'

/** What the shim knows of the items that are applied together. */
export interface Inventory {
  /** Every item that can be named, in list order. */
  readonly resources: readonly Resource[]
  readonly sources: readonly Source[]
  readonly certificates: readonly ExistingCertificate[]
  /** The Roles and RoleBindings, ours or not. */
  readonly access: readonly ExistingAccess[]
  readonly neighbours: Neighbours
  /** The resources that have one identity, in one directory or several, together. */
  readonly namesakes: readonly (readonly Resource[])[]
  /** The resources that are there twice, whose contents nobody can rely on; all of them are among the others as well. */
  readonly duplicates: readonly Resource[]
  /** Whether an item is of a kind that can be a source, whether it asks for Certificates or not. */
  readonly hasSourceKind: boolean
  /** Whether an item that may be a source can't even be named; then nobody knows which Certificates are its own. */
  readonly hasUnnamedSource: boolean
  /** Whether an item belongs to this set, and isn't only seen by it. */
  isOwn(position: number): boolean
}

/** Takes stock of the manifests, and reports what is wrong with the sources and Certificates among them. */
export function readInventory(
  manifests: readonly Manifest[],
  options: Options,
  problems: Problem[],
  isOwn: Inventory['isOwn'] = () => true,
): Inventory {
  const all = manifests.map((manifest) => readManifest(manifest, options))
  const sources: Source[] = []
  const certificates: ExistingCertificate[] = []
  const access: ExistingAccess[] = []
  const resources = all.map(({ resource }) => resource).filter((resource) => resource !== undefined)
  const find = lookup(all)
  const defaultIssuers = new DefaultIssuers(resources, options)
  for (const { object, resource, chosenKind, isCertificate, report, found } of all) {
    const source =
      resource &&
      chosenKind?.read(resource, {
        options,
        defaultIssuer: defaultIssuers.in(resource.namespace),
        report,
        resources,
        find,
      })
    if (source !== undefined) sources.push(source)
    if (resource !== undefined && isCertificate) certificates.push(readCertificate(resource, report))
    // What is wrong with a resource that asks for nothing is for others to say.
    const asks =
      source !== undefined ||
      (resource === undefined && asksUnnamed(object, chosenKind, options, defaultIssuers))
    const ownAccess =
      resource && isAccess(resource.apiVersion, resource.kind) && readAccess(resource, report.isRejected)
    if (ownAccess) access.push(ownAccess)
    if (isCertificate || asks || (ownAccess && ownAccess.madeFor !== undefined)) problems.push(...found)
  }
  const namesakes = namesakesIn(resources)
  const inventory = {
    resources,
    sources,
    certificates,
    access,
    neighbours: { resources, find },
    namesakes,
    duplicates: duplicatesIn(namesakes, sources, problems),
    hasSourceKind: all.some(({ sourceKind }) => sourceKind !== undefined),
    hasUnnamedSource: all.some(
      ({ resource, sourceKind }) =>
        sourceKind !== undefined && (resource === undefined || !hasKnownIdentity(resource)),
    ),
    isOwn,
  }
  return inventory.duplicates.length === 0 ? inventory : withoutUseOfDuplicates(inventory)
}

/** Nothing is generated from a source that is there twice, and nothing is done to such a Certificate. */
function withoutUseOfDuplicates(inventory: Inventory): Inventory {
  const duplicates = positionsOf(inventory.duplicates)
  return {
    ...inventory,
    sources: inventory.sources.map((source) =>
      duplicates.has(source.position) ? { ...source, isRejected: true } : source,
    ),
    certificates: inventory.certificates.map((certificate) =>
      duplicates.has(certificate.position) ? { ...certificate, isLeftAlone: true } : certificate,
    ),
  }
}

/** What checks look at: they neither use nor miss a resource that is there twice. */
export function withoutDuplicates<T extends Inventory>(inventory: T): T {
  if (inventory.duplicates.length === 0) return inventory
  const duplicates = positionsOf(inventory.duplicates)
  const isThereOnce = ({ position }: Resource) => !duplicates.has(position)
  return {
    ...inventory,
    resources: inventory.resources.filter(isThereOnce),
    sources: inventory.sources.filter(isThereOnce),
    certificates: inventory.certificates.filter(isThereOnce),
  }
}

function positionsOf(resources: readonly Resource[]): ReadonlySet<number> {
  return new Set(resources.map(({ position }) => position))
}

/** Whether something that can't even be named was meant to be a source. */
function asksUnnamed(
  object: unknown,
  sourceKind: SourceKind | undefined,
  options: Options,
  defaultIssuers: DefaultIssuers,
): boolean {
  if (sourceKind === undefined || !isFields(object)) return false
  const namespace = at(object, 'metadata', 'namespace')
  const defaultIssuer = defaultIssuers.in(typeof namespace === 'string' ? namespace : '')
  return sourceKind.asks({ object, annotations: new StringMap({}) }, { options, defaultIssuer })
}

/** A manifest with what it can be, and what is wrong with it so far. */
interface ReadManifest {
  readonly object: unknown
  readonly sourceKind: SourceKind | undefined
  /** Undefined also where the settings leave that kind out. */
  readonly chosenKind: SourceKind | undefined
  readonly isCertificate: boolean
  /** Undefined where it can't even be named. */
  readonly resource: Resource | undefined
  readonly report: Report
  readonly found: readonly Problem[]
}

function readManifest(manifest: Manifest, options: Options): ReadManifest {
  const found: Problem[] = []
  const report = new Report(manifest.position, found)
  const [apiVersion, kind] = typeOf(manifest)
  return {
    object: manifest.object,
    sourceKind: sourceKindOf(apiVersion, kind),
    chosenKind: chosenKindOf(apiVersion, kind, options),
    isCertificate: isCertificate(apiVersion, kind),
    resource: readResource(manifest, report),
    report,
    found,
  }
}

/** Finds resources that may be sources by an index that is made when one is first asked for, which few lists need. */
function lookup(all: readonly ReadManifest[]): Neighbours['find'] {
  let index: ReadonlyMap<string, Resource> | undefined
  return (identity, namespace, name) => {
    index ??= indexOf(all)
    return index.get(`${identity}/${namespace}/${name}`)
  }
}

function indexOf(all: readonly ReadManifest[]): ReadonlyMap<string, Resource> {
  const index = new Map<string, Resource>()
  for (const { sourceKind, resource } of all) {
    if (sourceKind === undefined || resource === undefined) continue
    const key = `${sourceKind.identity}/${resource.namespace}/${resource.name}`
    if (!index.has(key)) index.set(key, resource)
  }
  return index
}

function readCertificate(resource: Resource, report: Report): ExistingCertificate {
  const { spec } = resource.object
  if (!isFields(spec)) malformed(report, 'spec', spec, 'a mapping')
  return readExisting(resource, report.isRejected)
}

function typeOf({ object }: Manifest): readonly [apiVersion: string, kind: string] {
  if (!isFields(object)) return ['', '']
  const { apiVersion, kind } = object
  return [typeof apiVersion === 'string' ? apiVersion : '', typeof kind === 'string' ? kind : '']
}
