import { spawn, spawnSync } from 'node:child_process'
import { command, type Run } from '../command.ts'

/** Runs the built command as a process of its own, on bytes. */
export function runProcess(input: Uint8Array): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command], { input, maxBuffer: 1 << 28 })
  const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  return { code: status, stdout: decode(stdout), stderr: decode(stderr) }
}

/** How the built command ends when nobody reads its output any more. */
export function exitCodeWithoutReader(input: Uint8Array): Promise<number | null> {
  const child = spawn(process.execPath, [command], { stdio: ['pipe', 'pipe', 'ignore'] })
  child.stdout.destroy()
  child.stdin.end(input)
  return new Promise((resolve) => child.on('close', resolve))
}
