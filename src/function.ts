import { ingressShim, wanted } from './ingress-shim.ts'
import type { FunctionOutcome, ItemChange, KrmFunction } from './krm/function.ts'
import { type ConfigForms, readFunctionConfig } from './krm/function-config.ts'
import type { Change } from './shim/change.ts'
import { controllerConfiguration } from './shim/controller-configuration.ts'
import type { Manifest } from './shim/manifest.ts'
import { defaultOptions, type Options, optionTypes } from './shim/options.ts'
import { sourceKindOf } from './shim/source-kinds.ts'

const settings = { ...optionTypes, resources: 'manifests' } as const

const forms: ConfigForms<typeof settings> = {
  apiVersion: 'fn.kpt.dev/v1alpha1',
  kind: 'IngressShim',
  settings,
  foreign: [controllerConfiguration],
}

/** ingress-shim as a KRM function: the pure core, with the settings that a functionConfig can give it. */
export const ingressShimFunction: KrmFunction = {
  wanted,
  sources: (apiVersion, kind) => sourceKindOf(apiVersion, kind) !== undefined,
  configure(functionConfig) {
    const reading = readFunctionConfig(functionConfig, forms)
    if ('problems' in reading) return reading
    const { resources = [], ...given } = reading.settings
    const options = { ...defaultOptions, ...given }
    return { resources, run: (manifests) => run(manifests, options) }
  },
}

function run(manifests: readonly Manifest[], options: Options): FunctionOutcome {
  const { changes, findings } = ingressShim(manifests, options)
  return { changes: changes.map(itemChange), findings }
}

function itemChange(change: Change): ItemChange {
  return change.kind === 'create'
    ? { kind: 'create', item: change.certificate, source: change.source }
    : change
}
