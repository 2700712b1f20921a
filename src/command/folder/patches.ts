import type { FolderFile } from '../../krm/list/folder.ts'
import { readableDocuments } from '../../krm/list/parse-documents.ts'
import { patchNamesOf } from '../../krm/run/patches.ts'
import { at } from '../../manifest/manifest.ts'
import { normalized } from '../files/paths.ts'
import { decoded } from '../files/text.ts'

const kustomization = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/

/** What a kustomization of these files says about others, by their paths in the folder. */
export interface Kustomizations {
  /** Files that are patches and no resources. */
  readonly patches: ReadonlySet<string>
  /** The resources that each kustomization lists, by the path of its file. */
  readonly resources: ReadonlyMap<string, readonly string[]>
}

/** Reads the kustomizations; one that can't be read says nothing, and kustomize will say why. */
export async function readKustomizations(files: readonly FolderFile[]): Promise<Kustomizations> {
  const patches = new Set<string>()
  const resources = new Map<string, readonly string[]>()
  for (const { path, bytes } of files.filter(({ path }) => kustomization.test(path))) {
    const fields = await readKustomization(bytes)
    if (fields === undefined) continue
    const directory = path.slice(0, path.lastIndexOf('/') + 1)
    for (const patch of patchNamesOf(fields)) patches.add(normalized(directory + patch))
    resources.set(
      path,
      texts(at(fields, 'resources')).map((name) => normalized(directory + name)),
    )
  }
  return { patches, resources }
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
