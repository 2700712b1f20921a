import type { Finding } from '../../manifest/finding.ts'
import { at } from '../../manifest/manifest.ts'
import type { SettingProblem } from '../config/settings.ts'
import { fileOf } from '../run/annotations.ts'
import type { Result } from './result.ts'

/** Where the rules are explained; each has a section of its own. */
const documentation = 'docs/rules.md'

/** The rule of a functionConfig that can't be used. */
export const functionConfigInvalid = {
  id: 'function-config-invalid',
  severity: 'error',
  summary: 'The functionConfig has an unknown key or a value of the wrong type.',
} as const

/** The rule of a resource that has to change, but is no item of the list. */
export const resourceOutOfReach = {
  id: 'resource-out-of-reach',
  severity: 'warning',
  summary: 'A resource that the functionConfig names is out of date, and a generator can only read it.',
} as const

/** File of a resource that was not read from the list. */
export type File = Result['file']

/** What was found about an item, as the KRM functions specification has it. `file` is where it was read from. */
export function resultOf(finding: Finding, object: unknown, file: File = fileOfItem(object)): Result {
  const resourceRef = resourceRefOf(object)
  return {
    message: finding.message,
    severity: finding.severity,
    ...(resourceRef && { resourceRef }),
    ...(finding.field && { field: finding.field }),
    ...(file && { file }),
    tags: tagsOf(finding.rule),
  }
}

/** What is wrong with a functionConfig, as an error. */
export function resultOfConfig(problem: SettingProblem, config: unknown): Result {
  const { message, path, ...values } = problem
  const resourceRef = resourceRefOf(config)
  const file = fileOfItem(config)
  return {
    message,
    severity: functionConfigInvalid.severity,
    ...(resourceRef && { resourceRef }),
    ...(path !== '' && { field: { path, ...values } }),
    ...(file && { file }),
    tags: tagsOf(functionConfigInvalid.id),
  }
}

function tagsOf(rule: string): Record<string, string> {
  return { rule, docs: `${documentation}#${rule}` }
}

function fileOfItem(object: unknown): File {
  const file = fileOf(object)
  if (!file) return undefined
  return { path: file.path, ...(file.index !== undefined && { index: file.index }) }
}

/** Left out where the resource can't be named in full. */
function resourceRefOf(object: unknown): Result['resourceRef'] {
  const [apiVersion, kind] = [at(object, 'apiVersion'), at(object, 'kind')]
  const [name, namespace] = [at(object, 'metadata', 'name'), at(object, 'metadata', 'namespace')]
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || typeof name !== 'string') return undefined
  return { apiVersion, kind, name, ...(typeof namespace === 'string' && namespace !== '' && { namespace }) }
}
