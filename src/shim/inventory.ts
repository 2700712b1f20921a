import { isFields, type Manifest } from '../manifest/manifest.ts'
import { Report } from '../manifest/report.ts'
import type { Problem } from '../manifest/rule.ts'
import { type ExistingCertificate, isCertificate, readExisting } from './certificates/existing.ts'
import type { Options } from './options.ts'
import { malformed, type Resource, readResource } from './resource.ts'
import type { Source } from './sources/source.ts'
import type { SourceContext, SourceKind } from './sources/source-kind.ts'
import { sourceKindOf } from './sources/source-kinds.ts'

/** What the shim knows of a list. */
export interface Inventory {
  /** Every item that can be named, in list order. */
  readonly resources: readonly Resource[]
  readonly sources: readonly Source[]
  readonly certificates: readonly ExistingCertificate[]
  /** Whether an item that may be a source can't even be named; then nobody knows which Certificates are its own. */
  readonly hasUnnamedSource: boolean
}

/** Takes stock of the manifests, and reports what is wrong with the sources and Certificates among them. */
export function readInventory(
  manifests: readonly Manifest[],
  options: Options,
  problems: Problem[],
): Inventory {
  const all = manifests.map(readManifest)
  const sources: Source[] = []
  const certificates: ExistingCertificate[] = []
  const find = lookup(all)
  for (const { resource, sourceKind, isCertificate, report, found } of all) {
    const source = resource && sourceKind?.read(resource, { options, report, find })
    if (source !== undefined) sources.push(source)
    if (resource !== undefined && isCertificate) certificates.push(readCertificate(resource, report))
    // What is wrong with a resource that asks for nothing is for others to say.
    const asksForNothing = resource !== undefined && source === undefined
    if (isCertificate || (sourceKind !== undefined && !asksForNothing)) problems.push(...found)
  }
  return {
    resources: all.map(({ resource }) => resource).filter((resource) => resource !== undefined),
    sources,
    certificates,
    hasUnnamedSource: all.some(
      ({ resource, sourceKind }) => resource === undefined && sourceKind !== undefined,
    ),
  }
}

/** A manifest with what it can be, and what is wrong with it so far. */
interface ReadManifest {
  readonly sourceKind: SourceKind | undefined
  readonly isCertificate: boolean
  /** Undefined where it can't even be named. */
  readonly resource: Resource | undefined
  readonly report: Report
  readonly found: readonly Problem[]
}

function readManifest(manifest: Manifest): ReadManifest {
  const found: Problem[] = []
  const report = new Report(manifest.position, found)
  const [apiVersion, kind] = typeOf(manifest)
  return {
    sourceKind: sourceKindOf(apiVersion, kind),
    isCertificate: isCertificate(apiVersion, kind),
    resource: readResource(manifest, report),
    report,
    found,
  }
}

/** Finds resources that may be sources by an index that is made when one is first asked for, which few lists need. */
function lookup(all: readonly ReadManifest[]): SourceContext['find'] {
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
    index.set(`${sourceKind.identity}/${resource.namespace}/${resource.name}`, resource)
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
