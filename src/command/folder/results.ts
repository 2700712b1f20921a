import type { LocatedResult } from '../../krm/results/locator.ts'
import { Locator } from '../../krm/results/locator.ts'
import type { Finding } from '../../manifest/finding.ts'
import { decoded } from '../files/text.ts'
import type { GivenConfig } from '../function-config.ts'
import { type FolderInput, openPath } from './inputs.ts'
import type { FolderRender } from './render-folder.ts'

/** Findings about a folder, at the lines of its files as they are seen from the working directory. */
export async function locatedInFolder(
  input: FolderInput,
  { run, files, unreadable }: FolderRender,
  findings: readonly Finding[],
  config: GivenConfig | undefined,
): Promise<readonly LocatedResult[]> {
  const origin = { list: openPath(input, ''), ...(config && { functionConfig: config.origin }) }
  const locator = new Locator(origin, (path) => {
    const file = files.get(path)
    return file && { name: openPath(input, path), text: decoded(file.bytes) }
  })
  const located = await Promise.all(
    findings.map((finding) => locator.locate(finding, run.subjectOf(finding))),
  )
  return [...located, ...unreadable.map(({ path, reason }) => unreadableFile(openPath(input, path), reason))]
}

function unreadableFile(path: string, reason: string): LocatedResult {
  const message = `This file looks like a resource and can't be read: ${reason}`
  const result = { message, severity: 'error', file: { path }, tags: { rule: 'file-unreadable' } } as const
  return { result, location: { path } }
}
