import type { Host } from '../../host/host.ts'
import { type LocatedResult, Locator } from '../../krm/results/locator.ts'
import { fileUnreadable } from '../../krm/results/results.ts'
import type { Finding } from '../../manifest/finding.ts'
import { decoded } from '../files/text.ts'
import { findFile } from '../files/working-directory.ts'
import type { GivenConfig } from '../function-config.ts'
import type { Progress } from '../progress.ts'
import { locatedResults } from '../report.ts'
import { type FolderInput, openPath } from './inputs.ts'
import type { FolderRender } from './render-folder.ts'

/** Findings about a folder, at the lines of its files as they are seen from the working directory. */
export async function locatedInFolder(
  host: Host,
  input: FolderInput,
  { run, files, unreadable }: FolderRender,
  findings: readonly Finding[],
  config: GivenConfig | undefined,
  progress: Progress,
): Promise<readonly LocatedResult[]> {
  const locator = locatorFor(host, input, { files }, config)
  const located = await locatedResults(locator, findings, run, progress)
  return [...located, ...unreadable.map(({ path, reason }) => unreadableFile(openPath(input, path), reason))]
}

/** Finds the lines of a folder's files, as they are seen from the working directory. */
export function locatorFor(
  host: Host,
  input: FolderInput,
  { files }: Pick<FolderRender, 'files'>,
  config: GivenConfig | undefined,
): Locator {
  const folder = { path: input.isStandardInput ? '<stdin>' : openPath(input, ''), isFile: false }
  const origin = { list: folder, ...(config && { functionConfig: config.origin }) }
  return new Locator(origin, (path) => {
    const file = files.get(path)
    if (file === undefined || input.isStandardInput) return findFile(host, path)
    return { name: openPath(input, path), text: decoded(file.bytes) }
  })
}

function unreadableFile(path: string, reason: string): LocatedResult {
  const message = `This file looks like a resource and can't be read: ${reason}`
  const { id: rule, severity } = fileUnreadable
  const result = { message, severity, file: { path }, tags: { rule } }
  return { result, location: { path, isFile: true } }
}
