import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { arch } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const command = fileURLToPath(new URL('../dist/krm-ingress-shim.cjs', import.meta.url))

/**
 * The programs that are compared, this project's first. Each reads a list on its standard input and writes it to its
 * standard output; `generates` says whether it adds Certificates. The Go program is built in `directory`, and left out
 * where Go isn't installed; so is the executable where it isn't built.
 */
export function programs(directory) {
  if (!existsSync(command)) execFileSync('npm', ['run', 'build'], { stdio: 'inherit' })
  const node = process.execPath
  return [
    { id: 'ours', name: 'krm-ingress-shim', command: node, args: [command], generates: true },
    { id: 'copy', name: 'bare copy', command: node, args: [join(here, 'bare-copy.cjs')], generates: false },
    { id: 'sdk', name: 'SDK runner', command: node, args: [join(here, 'sdk-runner.mjs')], generates: true },
    ...kyaml(directory),
    ...executable(),
  ]
}

/** The version of Go, or undefined where it isn't installed. */
export function goVersion() {
  try {
    return execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}

function kyaml(directory) {
  if (goVersion() === undefined) return []
  const binary = join(directory, 'kyaml-baseline')
  execFileSync('go', ['build', '-o', binary, '.'], { cwd: join(here, 'kyaml-baseline'), stdio: 'inherit' })
  return [{ id: 'kyaml', name: 'kyaml (Go)', command: binary, args: [], generates: true }]
}

/** The executable for this machine: the one that was built for it alone, or the one that is built for every Linux. */
function executable() {
  const folder = fileURLToPath(new URL('../executable/dist', import.meta.url))
  const names = ['krm-ingress-shim', `krm-ingress-shim-linux-${arch() === 'x64' ? 'amd64' : arch()}`]
  const file = names.map((name) => join(folder, name)).find((candidate) => existsSync(candidate))
  return file === undefined
    ? []
    : [{ id: 'executable', name: 'executable', command: file, args: [], generates: true }]
}
