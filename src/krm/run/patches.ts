import { at, groupOf, type Manifest } from '../../manifest/manifest.ts'
import type { Wanted } from '../list/resource-list.ts'
import { joined, pathOf } from './directories.ts'

/** Whether an item tells kustomize what to build; Flux has a kind of that name, too. */
export function isKustomization(apiVersion: string, kind: string): boolean {
  return kind === 'Kustomization' && ['kustomize.config.k8s.io', ''].includes(groupOf(apiVersion))
}

/** What a function has to be shown, so that it isn't mistaken about its items. */
export function withKustomizations(wanted: Wanted): Wanted {
  const { annotations = [], beside } = wanted
  const isShown = (apiVersion: string, kind: string) =>
    wanted(apiVersion, kind) || isKustomization(apiVersion, kind)
  return Object.assign(isShown, {
    annotations,
    ...(beside && {
      beside: {
        ...beside,
        wanted: (mentioned: ReadonlySet<string>) => withKustomizations(beside.wanted(mentioned)),
      },
    }),
  })
}

/** The items that are resources: no kustomization, and nothing from a file that one of them names as a patch. */
export function withoutPatches<T extends Manifest>(manifests: readonly T[]): readonly T[] {
  const kustomizations = manifests.filter(({ object }) => isKustomizationItem(object))
  if (kustomizations.length === 0) return manifests
  const patches = new Set(kustomizations.flatMap(({ object }) => patchFilesOf(object)))
  return manifests.filter(({ object }) => {
    const path = pathOf(object)
    return !isKustomizationItem(object) && (path === undefined || !patches.has(path))
  })
}

const fileNames: readonly unknown[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

function isKustomizationItem(object: unknown): boolean {
  const [apiVersion, kind] = [at(object, 'apiVersion') ?? '', at(object, 'kind')]
  return typeof apiVersion === 'string' && typeof kind === 'string' && isKustomization(apiVersion, kind)
}

/**
 * The files of patches, by their path in the list. A patch that is text is no path of any item.
 * Source: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
 */
function patchFilesOf(kustomization: unknown): readonly string[] {
  const segments = pathOf(kustomization)?.split('/') ?? []
  if (!fileNames.includes(segments.at(-1))) return []
  const directory = segments.slice(0, -1).join('/')
  return patchesOf(kustomization).map(({ source }) => joined(directory, source))
}

/** A patch that a kustomization has: a file, by its path from the kustomization's own folder, or text; and what it is for. */
interface Patch {
  readonly source: string
  readonly target: unknown
}

/** All patches of a kustomization, those in its own text too. */
export function patchesOf(kustomization: unknown): readonly Patch[] {
  const withTargets = [...listAt(kustomization, 'patches'), ...listAt(kustomization, 'patchesJson6902')]
  const entries = [
    ...withTargets.map((patch) => [at(patch, 'path') ?? at(patch, 'patch'), at(patch, 'target')] as const),
    ...listAt(kustomization, 'patchesStrategicMerge').map((patch) => [patch, undefined] as const),
  ]
  return entries.flatMap(([source, target]) => (typeof source === 'string' ? [{ source, target }] : []))
}

function listAt(object: unknown, key: string): readonly unknown[] {
  const list = at(object, key)
  return Array.isArray(list) ? list : []
}
