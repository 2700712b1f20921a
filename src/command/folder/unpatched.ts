import type { LocatedResult } from '../../krm/results/locator.ts'
import { certificateUnpatched } from '../../krm/results/results.ts'
import { fileOf } from '../../krm/run/annotations.ts'
import { fieldPathOf } from '../../krm/run/patched-fields.ts'
import { at } from '../../manifest/manifest.ts'
import { certificateAnnotation } from '../../shim/annotations.ts'
import { saysWhatCertificatesAre, sourcesNamedIn } from '../../shim/certificates/patched-source.ts'
import { type FolderInput, openPath } from './inputs.ts'
import type { Kustomization } from './patches.ts'
import type { FolderRender } from './render-folder.ts'

/**
 * Warns of kustomizations that patch what the Certificates of a source come from, and not the Certificates, which are files and
 * were rendered without the patch. What has transformers, or is built by one
 * that has, may render them again, and is trusted.
 */
export function unpatchedCertificates(
  input: FolderInput,
  { kustomizations, run }: FolderRender,
  certificates: readonly unknown[] = run.objects,
): readonly LocatedResult[] {
  const files = certificates.flatMap(certificateFile)
  const { all } = kustomizations
  return all
    .filter((one) => !isRenderedAgain(one, all) && one.patched.every(({ kind }) => kind !== 'Certificate'))
    .flatMap((kustomization) => {
      const folders = foldersBuiltBy(kustomization, all)
      return files
        .filter(({ folder }) => folders.has(folder))
        .flatMap((file) => unpatched(file, kustomization, openPath(input, kustomization.path)))
    })
}

function isRenderedAgain({ path }: Kustomization, all: readonly Kustomization[]): boolean {
  return all.some(
    (other) =>
      other.hasTransformers && (other.path === path || foldersBuiltBy(other, all).has(folderOf(path))),
  )
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
  return path === undefined ? [] : [{ name, madeFor, folder: folderOf(path) }]
}

/** The folders whose files a kustomization builds, also by way of others. */
function foldersBuiltBy(
  { resources }: Kustomization,
  all: readonly Kustomization[],
  found: Set<string> = new Set(),
): ReadonlySet<string> {
  for (const path of resources) {
    const base = all.find((other) => folderOf(other.path) === (path === '' ? '' : `${path}/`))
    if (base === undefined) found.add(folderOf(path))
    else if (!found.has(folderOf(base.path))) foldersBuiltBy(base, all, found.add(folderOf(base.path)))
  }
  return found
}

function unpatched(
  { name, madeFor }: CertificateFile,
  { patched }: Kustomization,
  path: string,
): readonly LocatedResult[] {
  const sources = sourcesNamedIn(madeFor)
  for (const { kind, name: patchedName, pointers } of patched) {
    const source = sources.find((one) => one.kind === kind && (patchedName ?? one.name) === one.name)
    const field = pointers.find(saysWhatCertificatesAre)
    if (source === undefined || field === undefined) continue
    const message = `This kustomization patches ${fieldPathOf(field)} of the ${kind} ${source.name} and not its Certificate ${name}, which was rendered without the patch: the certificate would not be the one that the ${kind} asks for here. Patch the Certificate alike, or leave it out of the base and run krm-ingress-shim as a transformer of this kustomization.`
    const { id: rule, severity } = certificateUnpatched
    const result = { message, severity, file: { path }, field: { path: 'patches' }, tags: { rule } }
    return [{ result, location: { path, isFile: true } }]
  }
  return []
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
