import { adoptAndRender } from './adopt.ts'
import { rulesOfChecks } from './checks/checks.ts'
import { certificateUnlisted, certificateUnpatched } from './command/folder/rules.ts'
import { tool } from './command/tool.ts'
import { ingressShimLoading, type Outcome, type Survey, survey, wanted } from './ingress-shim.ts'
import type { ConfigForms } from './krm/config/forms.ts'
import { readFunctionConfig } from './krm/config/function-config.ts'
import { schemaOf } from './krm/config/schema.ts'
import type { Schema } from './krm/config/shapes.ts'
import {
  fileUnreadable,
  functionConfigInvalid,
  generatorWithoutResources,
  resourceOutOfReach,
} from './krm/results/results.ts'
import type { FunctionOutcome, KrmFunction } from './krm/run/function.ts'
import { libraryLoaders } from './libraries.ts'
import type { Manifest } from './manifest/manifest.ts'
import type { Rule } from './manifest/rule.ts'
import { certificateAdopted } from './shim/certificates/adoption.ts'
import { driftRules } from './shim/certificates/drift.ts'
import { controllerConfiguration } from './shim/controller-configuration.ts'
import { defaultOptions, type Options, optionTypes } from './shim/options.ts'
import { shimRules } from './shim/rules.ts'
import { settingDescriptions } from './shim/setting-descriptions.ts'
import { sourceKindOf } from './shim/sources/source-kinds.ts'

const settings = { ...optionTypes, resources: 'manifests' } as const

/** The rules whose severity can be set. */
function settableRules(): readonly Rule[] {
  return [...Object.values(shimRules), ...rulesOfChecks]
}

/** What is told of a call, a functionConfig or a folder: no setting changes it. */
export const protocolRules: readonly Rule[] = [
  functionConfigInvalid,
  generatorWithoutResources,
  resourceOutOfReach,
  fileUnreadable,
  certificateUnlisted,
  certificateUnpatched,
  certificateAdopted,
]

/** Every rule that a result can name. */
export function allRules(): readonly Rule[] {
  return [...protocolRules, ...Object.values(driftRules), ...settableRules()]
}

function forms(): ConfigForms<typeof settings> {
  return {
    apiVersion: 'fn.kpt.dev/v1alpha1',
    kind: 'IngressShim',
    settings,
    rules: { ids: settableRules().map(({ id }) => id), listedBy: `${tool.name} explain` },
    foreign: [controllerConfiguration],
  }
}

/** The JSON Schema of the functionConfig. */
export function functionConfigSchema(): Schema {
  return schemaOf(forms(), {
    ...settingDescriptions,
    resources: 'For a kustomize generator: the files and manifests that it makes Certificates for.',
  })
}

/** ingress-shim as a KRM function: the pure core, with the settings that a functionConfig can give it. */
export const ingressShimFunction: KrmFunction<Outcome> = functionThat((manifests, options) =>
  ingressShimLoading(manifests, options, libraryLoaders),
)

/** The same for manifests that come out of a cluster. */
export const adoptingFunction: KrmFunction<Outcome> = functionThat((manifests, options) =>
  adoptAndRender(manifests, options, libraryLoaders),
)

/** The same for somebody who wants to know what it is made of. */
export const surveyingFunction: KrmFunction<Survey> = functionThat(async (manifests, options) =>
  survey(manifests, options),
)

function functionThat<T extends FunctionOutcome>(
  run: (manifests: readonly Manifest[], options: Options) => Promise<T>,
): KrmFunction<T> {
  return {
    wanted,
    sources: (apiVersion, kind) => sourceKindOf(apiVersion, kind) !== undefined,
    configure(functionConfig, today) {
      const reading = readFunctionConfig(functionConfig, forms())
      if ('problems' in reading) return reading
      const { resources = [], ...given } = reading.settings
      const options = { ...defaultOptions, today, ...given }
      return { resources, run: (manifests) => run(manifests, options) }
    },
  }
}
