import { runCommand } from '../../src/command/command.ts'
import { nodeHost } from '../../src/host/node.ts'
import type { Run } from '../command.ts'
import { MemoryHost } from './memory-host.ts'

/** What the command gives for a standard input, without a process of its own. */
export async function runInMemory(input: string): Promise<Run> {
  const host = new MemoryHost([], input)
  host.day = nodeHost.today()
  const code = await runCommand(host)
  return { code, stdout: host.written[1] ?? '', stderr: host.written[2] ?? '' }
}
