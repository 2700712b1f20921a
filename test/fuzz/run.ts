import { runCommand } from '../../src/command/command.ts'
import type { Run } from '../command.ts'
import { MemoryHost } from '../host/memory-host.ts'

/** What the command gives for bytes on its standard input, without a process of its own. */
export async function run(input: Uint8Array | string, args: readonly string[] = []): Promise<Run> {
  const host = new MemoryHost(args, input)
  const code = await runCommand(host)
  return { code, stdout: host.written[1] ?? '', stderr: host.written[2] ?? '' }
}
