import { arch, platform } from 'node:os'
import { resolve } from 'node:path'
import { changedAt, describeBuilt } from './built-file.ts'

const systems: Readonly<Record<string, string>> = { x64: 'amd64' }
const names = ['krm-ingress-shim', `krm-ingress-shim-${platform()}-${systems[arch()] ?? arch()}`]

const builtHere = names.map((name) => resolve('executable/dist', name))

/**
 * The executable of this machine, the newest where there are several; or the program of the variable EXECUTABLE, such as a script
 * that runs one of another machine by qemu.
 */
export const executable = (process.env.EXECUTABLE ? [resolve(process.env.EXECUTABLE)] : builtHere).reduce(
  (newest, file) => (changedAt(file) > changedAt(newest) ? file : newest),
)

const sources = ['src', 'executable/src', 'executable/licences', 'docs/rules']

export const describeExecutable = (name: string, tests: () => void) =>
  describeBuilt({ file: executable, sources, command: 'npm run build:executable' }, name, tests)
