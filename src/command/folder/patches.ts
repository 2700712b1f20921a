import type { FolderFile } from '../../krm/list/folder.ts'
import { readableDocuments } from '../../krm/list/parse-documents.ts'
import { type PatchedFields, patchedFields } from '../../krm/run/patched-fields.ts'
import { patchesOf } from '../../krm/run/patches.ts'
import { at } from '../../manifest/manifest.ts'
import { directoryOf, normalized } from '../files/paths.ts'
import { decoded } from '../files/text.ts'

const kustomization = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/

/** What the kustomizations of these files say about others, by their paths in the folder. */
export interface Kustomizations {
  /** Files that are patches and no resources. */
  readonly patches: ReadonlySet<string>
  readonly all: readonly Kustomization[]
}

/** One kustomization. */
export interface Kustomization {
  readonly path: string
  /** The files and folders that it lists. */
  readonly resources: readonly string[]
  readonly hasTransformers: boolean
  /** What its patches change, those in files that were not read left out. */
  readonly patched: readonly PatchedFields[]
}

/** Reads the kustomizations; one that can't be read says nothing, and kustomize will say why. */
export async function readKustomizations(files: readonly FolderFile[]): Promise<Kustomizations> {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const patches = new Set<string>()
  const all: Kustomization[] = []
  for (const { path, bytes } of files.filter(({ path }) => kustomization.test(path))) {
    const fields = await readKustomization(bytes)
    if (fields === undefined) continue
    const directory = directoryOf(path)
    for (const { source } of patchesOf(fields)) patches.add(normalized(directory + source))
    all.push({
      path,
      resources: texts(at(fields, 'resources')).map((name) => normalized(directory + name)),
      hasTransformers: texts(at(fields, 'transformers')).length > 0,
      patched: await patchedBy(fields, directory, byPath),
    })
  }
  return { patches, all }
}

async function patchedBy(
  fields: unknown,
  directory: string,
  files: ReadonlyMap<string, FolderFile>,
): Promise<readonly PatchedFields[]> {
  const patched: PatchedFields[] = []
  for (const { source, target } of patchesOf(fields)) {
    const file = files.get(normalized(directory + source))
    for (const { value } of await readableDocuments(file === undefined ? source : decoded(file.bytes))) {
      const found = patchedFields(value, target)
      if (found !== undefined) patched.push(found)
    }
  }
  return patched
}

async function readKustomization(bytes: Uint8Array): Promise<unknown> {
  const [document] = await readableDocuments(decoded(bytes))
  const apiVersion = at(document?.value, 'apiVersion')
  // Flux has a Kustomization of its own, which is a resource.
  const isOfKustomize = apiVersion === undefined || String(apiVersion).startsWith('kustomize.config.k8s.io/')
  return isOfKustomize ? document?.value : undefined
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}
