import { arch, platform } from 'node:os'
import { resolve } from 'node:path'
import { changedAt, describeBuilt } from './built-file.ts'

const systems: Readonly<Record<string, string>> = { x64: 'amd64' }
const names = ['krm-ingress-shim', `krm-ingress-shim-${platform()}-${systems[arch()] ?? arch()}`]

/** The executable of this machine, the newest where there are several. */
export const executable = names
  .map((name) => resolve('executable/dist', name))
  .reduce((newest, file) => (changedAt(file) > changedAt(newest) ? file : newest))

const sources = ['src', 'executable/src', 'executable/licences', 'docs/rules']

export const describeExecutable = (name: string, tests: () => void) =>
  describeBuilt({ file: executable, sources, command: 'npm run build:executable' }, name, tests)
