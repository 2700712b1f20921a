import type { Host } from '../../host/host.ts'
import type { FolderCall, FunctionConfigOfCall, RenderCall } from '../arguments/call.ts'
import type { ReportOfCall } from '../arguments/reports.ts'
import { CallError } from '../call-error.ts'
import { identityOf } from './targets.ts'

interface Reports {
  readonly reports: readonly ReportOfCall<string>[]
}

interface Use {
  readonly name: string
  readonly what: string
}

/**
 * Refuses a call that would write two things into one file, or results over what it reads. Only the list itself may replace the
 * input that it was made of.
 *
 * @throws CallError
 */
export function refuseSharedFiles(host: Host, call: RenderCall): void {
  const written = writtenBy(call)
  if (written.length > 0) refuse(host, readBy(call), written)
}

/**
 * Refuses results over a file that is named, or two in one file.
 *
 * @throws CallError
 */
export function refuseSharedReports(
  host: Host,
  { paths, functionConfig, reports }: Pick<FolderCall, 'paths' | 'functionConfig'> & Reports,
): void {
  const written = resultsOf(reports)
  if (written.length === 0) return
  const named = paths.filter((path) => path !== '-').map((name) => ({ name, what: input }))
  refuse(host, [...named, ...configOf(functionConfig)], written)
}

function refuse(host: Host, read: readonly Use[], written: readonly Use[]): void {
  const uses = new Map(read.map(({ name, what }) => [identified(host, name), what]))
  for (const { name, what } of written) {
    const identity = identified(host, name)
    if (identity === undefined) continue
    const other = uses.get(identity)
    if (other !== undefined && !(other === input && what === list)) {
      throw new CallError(`${name} can't be both ${other} and ${what}. Give each a file of its own.`)
    }
    uses.set(identity, what)
  }
}

const input = 'the input'
const list = 'the output'

function readBy({ input: name, functionConfig }: RenderCall): readonly Use[] {
  return [{ name: name ?? '/dev/stdin', what: input }, ...configOf(functionConfig)]
}

function configOf(functionConfig: FunctionConfigOfCall | undefined): readonly Use[] {
  return functionConfig !== undefined && 'file' in functionConfig
    ? [{ name: functionConfig.file, what: 'the functionConfig' }]
    : []
}

/** Nothing where no name is given: then the shell decides what is written where. */
function writtenBy({ output, check, reports }: RenderCall): readonly Use[] {
  const results = resultsOf(reports)
  if (output === undefined && results.length === 0) return []
  return [...(check ? [] : [{ name: output ?? '/dev/stdout', what: list }]), ...results]
}

function resultsOf(reports: Reports['reports']): readonly Use[] {
  return reports.flatMap(({ format, file }) =>
    file === undefined ? [] : [{ name: file, what: `the results as ${format}` }],
  )
}

/** Undefined where the system refuses to say: it will refuse to write too. */
function identified(host: Host, name: string): string | undefined {
  try {
    return identityOf(host, name)
  } catch {
    return undefined
  }
}
