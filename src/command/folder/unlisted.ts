import type { LocatedResult } from '../../krm/results/locator.ts'
import { certificateUnlisted } from '../../krm/results/results.ts'
import { type FolderInput, openPath } from './inputs.ts'
import type { Kustomizations } from './patches.ts'
import type { WrittenFile } from './written.ts'

/**
 * Warns of a new file that a kustomization of its folder doesn't list, though it lists other files of that folder: kustomize
 * leaves out what isn't listed.
 */
export function unlistedFiles(
  input: FolderInput,
  { all }: Kustomizations,
  files: readonly WrittenFile[],
): readonly LocatedResult[] {
  const added = files.filter(({ before, pieces }) => before === '' && pieces !== undefined)
  return all.flatMap(({ path: kustomization, resources }) => {
    const folder = folderOf(kustomization)
    const listedHere = resources.filter((path) => folderOf(path) === folder)
    if (listedHere.length === 0) return []
    return added
      .filter(({ path }) => folderOf(path) === folderOf(openPath(input, kustomization)))
      .filter(({ path }) => !listedHere.some((resource) => openPath(input, resource) === path))
      .map(({ path }) => unlisted(openPath(input, kustomization), path.slice(path.lastIndexOf('/') + 1)))
  })
}

function unlisted(kustomization: string, name: string): LocatedResult {
  const message = `This kustomization lists the files of its folder and not the new ${name}, so kustomize would leave the Certificate out. Add \`- ${name}\` to its resources.`
  const result = {
    message,
    severity: certificateUnlisted.severity,
    file: { path: kustomization },
    field: { path: 'resources', proposedValue: name },
    tags: { rule: certificateUnlisted.id },
  }
  return { result, location: { path: kustomization, isFile: true } }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
