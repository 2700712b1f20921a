import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const printer = fileURLToPath(new URL('print-cpu-time.cjs', import.meta.url))

/**
 * Seconds of CPU that the command needs for a list, the whole process; the least of several runs. Infinity where a run
 * takes longer than the limit, in seconds. The command may have arguments. What the command says and its exit code don't matter.
 *
 * CPU time, since what else the machine does leaves it nearly as it is. Throws where the command doesn't end by itself.
 */
export function cpuTime(command, list, { args = [], runs = 1, limit = 60 } = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'growth-'))
  try {
    const input = join(directory, 'list.yaml')
    writeFileSync(input, list)
    return Math.min(...Array.from({ length: runs }, () => run([command, ...args], input, limit)))
  } finally {
    rmSync(directory, { recursive: true })
  }
}

function run(call, input, limit) {
  const stdin = openSync(input, 'r')
  const { output, error, signal } = spawnSync(process.execPath, ['--require', printer, ...call], {
    stdio: [stdin, 'ignore', 'ignore', 'pipe'],
    timeout: limit * 1000,
    encoding: 'utf8',
  })
  closeSync(stdin)
  if (error?.code === 'ETIMEDOUT') return Number.POSITIVE_INFINITY
  if (!output?.[3]) throw new Error(`${call.join(' ')} did not end by itself: ${error?.message ?? signal}.`)
  return Number(output[3]) / 1e6
}
