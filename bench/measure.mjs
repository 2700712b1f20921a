import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'

/**
 * Runs a program once, the whole process, from one file to another.
 *
 * Gives its seconds from the start to the exit and, where it was asked to watch, its peak memory in bytes; undefined
 * where the system has no /proc. Throws where the exit code isn't 0.
 */
export async function measure({ name, command, args }, { input, output, watchMemory }) {
  const stdio = [openSync(input, 'r'), openSync(output, 'w'), 'pipe']
  const start = performance.now()
  const child = spawn(command, args, { stdio })
  const errors = []
  child.stderr.on('data', (chunk) => errors.push(chunk))
  const memory = watchMemory ? watch(child.pid) : undefined
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve))
  const seconds = (performance.now() - start) / 1000
  for (const file of stdio.slice(0, 2)) closeSync(file)
  if (code !== 0) throw new Error(`${name} ended with exit code ${code}:\n${Buffer.concat(errors)}`)
  return { seconds, peak: memory?.stop() }
}

/** A process is gone before anybody can ask for its peak, so it is asked all the time; the peak only ever grows. */
function watch(pid) {
  let peak
  const timer = setInterval(() => {
    peak = peakOf(pid) ?? peak
  }, 2)
  return {
    stop() {
      clearInterval(timer)
      return peak
    },
  }
}

function peakOf(pid) {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024
  } catch {
    return undefined
  }
}

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2
}
