import type { LocatedResult } from '../../krm/results/locator.ts'
import { groupedBy } from '../../manifest/grouped.ts'
import { directoryOf } from '../files/paths.ts'
import { type FolderInput, openPath } from './inputs.ts'
import type { Kustomizations } from './patches.ts'
import { certificateUnlisted } from './rules.ts'
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
  const added = groupedBy(
    files.filter(({ before, pieces }) => before === '' && pieces !== undefined),
    ({ path }) => directoryOf(path),
  )
  return all.flatMap(({ path: kustomization, resources }) => {
    const folder = directoryOf(kustomization)
    const listedHere = resources.filter((path) => directoryOf(path) === folder)
    if (listedHere.length === 0) return []
    const listed = new Set(listedHere.map((path) => openPath(input, path)))
    const path = openPath(input, kustomization)
    return (added.get(directoryOf(path)) ?? [])
      .filter((file) => !listed.has(file.path))
      .map((file) => unlisted(path, file.path.slice(file.path.lastIndexOf('/') + 1)))
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
