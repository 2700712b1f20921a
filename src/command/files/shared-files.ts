import type { Host } from '../../host/host.ts'
import type { RenderCall } from '../arguments/call.ts'
import { CallError } from '../call-error.ts'
import { identityOf } from './targets.ts'

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
  if (written.length === 0) return
  const uses = new Map<string, string>()
  for (const { name, what } of [...readBy(call), ...written]) {
    const identity = identified(host, name)
    const other = identity === undefined ? undefined : uses.get(identity)
    if (other !== undefined && !(other === input && what === list)) {
      throw new CallError(`${name} can't be both ${other} and ${what}. Give each a file of its own.`)
    }
    if (identity !== undefined) uses.set(identity, what)
  }
}

const input = 'the input'
const list = 'the output'

function readBy({ input: name, functionConfig }: RenderCall): readonly Use[] {
  const config = functionConfig && 'file' in functionConfig ? [functionConfig.file] : []
  return [
    { name: name ?? '/dev/stdin', what: input },
    ...config.map((name) => ({ name, what: 'the functionConfig' })),
  ]
}

/** Nothing where no name is given: then the shell decides what is written where. */
function writtenBy({ output, check, reports }: RenderCall): readonly Use[] {
  const results = reports.flatMap(({ format, file }) =>
    file === undefined ? [] : [{ name: file, what: `the results as ${format}` }],
  )
  if (output === undefined && results.length === 0) return []
  return [...(check ? [] : [{ name: output ?? '/dev/stdout', what: list }]), ...results]
}

/** Undefined where the system refuses to say: it will refuse to write too. */
function identified(host: Host, name: string): string | undefined {
  try {
    return identityOf(host, name)
  } catch {
    return undefined
  }
}
