import { mkdirSync, symlinkSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { command, type Run, temporaryDirectory } from '../command.ts'
import { pathWith, runProgram } from './programs.ts'

export const chart = resolve('examples/helm-chart')

/** Both have post-renderers, each in its own way. */
export const helms = ['helm3', 'helm4'] as const
export type Helm = (typeof helms)[number]

/**
 * Renders the chart of the example, with the command on the PATH. Helm 3 takes it from there, Helm 4 by the plugin of the
 * example; Helm 3 complains of that at every call, so a machine with both needs two plugin folders.
 */
export function template(helm: Helm, ...args: readonly string[]): Run {
  return templateBy(command, helm, ...args)
}

/** The same with another program for the command. */
export function templateBy(program: string, helm: Helm, ...args: readonly string[]): Run {
  const home = temporaryDirectory()
  const [bin, plugins] = [join(home, 'bin'), join(home, 'plugins')]
  mkdirSync(bin)
  mkdirSync(plugins)
  symlinkSync(program, join(bin, 'krm-ingress-shim'))
  if (helm === 'helm4') symlinkSync(join(chart, 'plugin'), join(plugins, 'krm-ingress-shim'))
  const env = { HOME: home, HELM_PLUGINS: plugins, PATH: `${bin}${delimiter}${pathWith()}` }
  const all = [
    'template',
    'shop',
    chart,
    '--namespace',
    'prod',
    '--post-renderer',
    'krm-ingress-shim',
    ...args,
  ]
  return runProgram(helm, all, home, { env })
}
