import type { LocatedResult } from '../../krm/results/locator.ts'
import { fileOf } from '../../krm/run/annotations.ts'
import { fieldPath } from '../../manifest/field-path.ts'
import { groupedBy } from '../../manifest/grouped.ts'
import { at } from '../../manifest/manifest.ts'
import { certificateAnnotation } from '../../shim/annotations.ts'
import { saysWhatCertificatesAre, sourcesNamedIn } from '../../shim/certificates/patched-source.ts'
import { directoryOf } from '../files/paths.ts'
import { Builds } from './builds.ts'
import { type FolderInput, openPath } from './inputs.ts'
import type { Kustomization } from './patches.ts'
import type { FolderRender } from './render-folder.ts'
import { certificateUnpatched } from './rules.ts'

/**
 * Warns of kustomizations that patch what the Certificates of a source come from, and not the Certificates, which are files and
 * were rendered without the patch. What transformers see may be rendered again, and is trusted.
 */
export function unpatchedCertificates(
  input: FolderInput,
  { kustomizations: { all }, run }: FolderRender,
  certificates: readonly unknown[] = run.objects,
): readonly LocatedResult[] {
  const patching = all.filter(patchesSourcesAlone)
  if (patching.length === 0) return []
  const builds = new Builds(all)
  const files = groupedBy(certificates.flatMap(certificateFile), ({ folder }) => folder)
  return patching
    .filter((kustomization) => !builds.isTransformed(kustomization))
    .flatMap((kustomization) =>
      [...builds.foldersOf(kustomization)]
        .flatMap((folder) => files.get(folder) ?? [])
        .flatMap((file) => unpatched(file, kustomization, openPath(input, kustomization.path))),
    )
}

function patchesSourcesAlone({ patched }: Kustomization): boolean {
  return patched.length > 0 && patched.every(({ kind }) => kind !== 'Certificate')
}

interface CertificateFile {
  readonly name: string
  readonly madeFor: string
  readonly folder: string
}

function certificateFile(object: unknown): readonly CertificateFile[] {
  const [kind, name] = [at(object, 'kind'), at(object, 'metadata', 'name')]
  const madeFor = at(object, 'metadata', 'annotations', certificateAnnotation.source)
  const path = fileOf(object)?.path
  if (kind !== 'Certificate' || typeof name !== 'string' || typeof madeFor !== 'string') return []
  return path === undefined ? [] : [{ name, madeFor, folder: directoryOf(path) }]
}

function unpatched(
  { name, madeFor }: CertificateFile,
  { patched }: Kustomization,
  path: string,
): readonly LocatedResult[] {
  const sources = sourcesNamedIn(madeFor)
  for (const { kind, name: patchedName, fields } of patched) {
    const source = sources.find(
      ({ sourceKind, name }) => sourceKind.kind === kind && (patchedName ?? name) === name,
    )
    const field = source && fields.find((field) => saysWhatCertificatesAre(source.sourceKind, field))
    if (source === undefined || field === undefined) continue
    const message = `This kustomization patches ${fieldPath(field)} of the ${kind} ${source.name} and not its Certificate ${name}, which was rendered without the patch: the certificate would not be the one that the ${kind} asks for here. Patch the Certificate alike, or leave it out of the base and run krm-ingress-shim as a transformer of this kustomization.`
    const { id: rule, severity } = certificateUnpatched
    const result = { message, severity, file: { path }, field: { path: 'patches' }, tags: { rule } }
    return [{ result, location: { path, isFile: true } }]
  }
  return []
}
