import { type ExistingCertificate, isCertificate, readExisting } from './existing.ts'
import { isFields, type Manifest } from './manifest.ts'
import type { Options } from './options.ts'
import { isSource, readSource } from './read-source.ts'
import { Report } from './report.ts'
import { malformed, type Resource, readResource } from './resource.ts'
import type { Problem } from './rule.ts'
import type { Source } from './source.ts'
import { sourceKindOf } from './source-kinds.ts'

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
    } else if (
      sourceKind !== undefined &&
      resource !== undefined &&
      isSource(resource, sourceKind, options)
    ) {
      sources.push(readSource(resource, sourceKind, options, report))
    } else {
      // What is wrong with any other item is for others to say.
      continue
    }
    problems.push(...found)
  }
  return { resources, sources, certificates, hasUnnamedSource }
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
