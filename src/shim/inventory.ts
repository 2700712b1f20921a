import { isFields, type Manifest } from '../manifest/manifest.ts'
import { Report } from '../manifest/report.ts'
import type { Problem } from '../manifest/rule.ts'
import { type ExistingCertificate, isCertificate, readExisting } from './certificates/existing.ts'
import type { Options } from './options.ts'
import { malformed, type Resource, readResource } from './resource.ts'
import { isSource, readSource } from './sources/read-source.ts'
import type { Relatives, Source } from './sources/source.ts'
import { sourceKindOf } from './sources/source-kinds.ts'

/** The list as the shim sees it. */
export interface View {
  /** Every item that can be named, in list order. */
  readonly resources: readonly Resource[]
  readonly sources: readonly Source[]
  readonly certificates: readonly ExistingCertificate[]
  /** Whether an item that may be a source can't even be named; then nobody knows which Certificates are its own. */
  readonly hasUnnamedSource: boolean
}

/** Reads the manifests, and reports what is wrong with the sources and Certificates among them. */
export function readView(manifests: readonly Manifest[], options: Options, problems: Problem[]): View {
  const resources: Resource[] = []
  const sources: Source[] = []
  const certificates: ExistingCertificate[] = []
  const relatives = new RelativesOf(manifests)
  let hasUnnamedSource = false

  for (const manifest of manifests) {
    const found: Problem[] = []
    const report = new Report(manifest.position, found)
    const [apiVersion, kind] = typeOf(manifest)
    const sourceKind = sourceKindOf(apiVersion, kind)
    const resource = readResource(manifest, report)
    if (resource !== undefined) resources.push(resource)

    if (isCertificate(apiVersion, kind)) {
      if (resource !== undefined) certificates.push(readCertificate(resource, report))
    } else if (sourceKind !== undefined && resource === undefined) {
      hasUnnamedSource = true
    } else if (sourceKind !== undefined && resource !== undefined) {
      const candidate = sourceKind.inherit?.(resource, relatives) ?? resource
      // What is wrong with a resource that asks for nothing is for others to say.
      if (!isSource(candidate, sourceKind, options)) continue
      sources.push(readSource(candidate, sourceKind, options, report))
    } else continue
    problems.push(...found)
  }
  return { resources, sources, certificates, hasUnnamedSource }
}

/** An index of the list's sources that is made when one of them first asks for another, which few do. */
class RelativesOf implements Relatives {
  readonly #manifests: readonly Manifest[]
  #index: ReadonlyMap<string, Resource> | undefined

  constructor(manifests: readonly Manifest[]) {
    this.#manifests = manifests
  }

  find(kind: string, namespace: string, name: string): Resource | undefined {
    this.#index ??= indexOf(this.#manifests)
    return this.#index.get(`${kind}/${namespace}/${name}`)
  }
}

function indexOf(manifests: readonly Manifest[]): ReadonlyMap<string, Resource> {
  const index = new Map<string, Resource>()
  for (const manifest of manifests) {
    if (sourceKindOf(...typeOf(manifest)) === undefined) continue
    const resource = readResource(manifest, new Report(manifest.position, []))
    if (resource !== undefined) index.set(`${resource.kind}/${resource.namespace}/${resource.name}`, resource)
  }
  return index
}

function readCertificate(resource: Resource, report: Report): ExistingCertificate {
  const { spec } = resource.object
  if (!isFields(spec)) malformed(report, 'spec', spec, 'a mapping')
  return readExisting(resource, report.spoiled)
}

function typeOf({ object }: Manifest): readonly [apiVersion: string, kind: string] {
  if (!isFields(object)) return ['', '']
  const { apiVersion, kind } = object
  return [typeof apiVersion === 'string' ? apiVersion : '', typeof kind === 'string' ? kind : '']
}
