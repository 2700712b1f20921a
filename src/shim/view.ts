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
    const report = new Report(manifest.position)
    const [apiVersion, kind] = typeOf(manifest)
    const sourceKind = sourceKindOf(apiVersion, kind)
    const resource = readResource(manifest, report)
    if (resource === undefined) {
      hasUnnamedSource ||= sourceKind !== undefined
      if (sourceKind !== undefined || isCertificate(apiVersion, kind)) problems.push(...report.problems)
      continue
    }
    resources.push(resource)
    if (sourceKind !== undefined && isSource(resource, sourceKind, options)) {
      sources.push(readSource(resource, sourceKind, options, report))
      problems.push(...report.problems)
    } else if (isCertificate(apiVersion, kind)) {
      checkSpec(resource, report)
      certificates.push(readExisting(resource, report.spoiled))
      problems.push(...report.problems)
    }
  }
  return { resources, sources, certificates, hasUnnamedSource }
}

function typeOf({ object }: Manifest): readonly [apiVersion: string, kind: string] {
  if (!isFields(object)) return ['', '']
  const { apiVersion, kind } = object
  return [typeof apiVersion === 'string' ? apiVersion : '', typeof kind === 'string' ? kind : '']
}

function checkSpec({ object }: Resource, report: Report): void {
  if (!isFields(object.spec)) malformed(report, 'spec', object.spec, 'a mapping')
}
