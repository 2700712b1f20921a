import { type FieldOfFinding, type Finding, isJson } from '../../manifest/finding.ts'
import { at } from '../../manifest/manifest.ts'
import type { Rule } from '../../manifest/rule.ts'
import type { SettingProblem } from '../config/problems.ts'
import { fileOf } from '../run/annotations.ts'
import { documentationOf } from './documentation.ts'
import { type File, functionConfigPosition, type Result, type Subject } from './result.ts'

/** The rule of a functionConfig that can't be used. */
export const functionConfigInvalid = {
  id: 'function-config-invalid',
  severity: 'error',
  summary: 'The functionConfig has an unknown key or a value of the wrong type.',
} as const satisfies Rule

/** The rule of a file of a folder that says it is a resource, and can't be read. */
export const fileUnreadable = {
  id: 'file-unreadable',
  severity: 'error',
  summary: 'A file looks like a resource and cannot be read; nothing in it is checked.',
} as const

/** The rule of a resource that has to change, but isn't an item of the list. */
export const resourceOutOfReach = {
  id: 'resource-out-of-reach',
  severity: 'warning',
  summary: 'A resource that the functionConfig names is out of date, and a generator can only read it.',
} as const satisfies Rule

/** The rule of a kustomize generator that has nothing to generate from. */
export const generatorWithoutResources = {
  id: 'generator-without-resources',
  severity: 'error',
  summary: 'The function runs as a kustomize generator, and its functionConfig names no resources.',
} as const satisfies Rule

export function findingOfIdleGenerator(): Finding {
  const message =
    'kustomize gives a generator none of the resources of its package, and this one names none in spec.resources, so it generates nothing. Name files there, or list this file under transformers in the kustomization.yaml instead of under generators.'
  return findingOf(generatorWithoutResources, message, functionConfigPosition, { path: 'spec.resources' })
}

export function findingOfResourceOutOfReach(position: number): Finding {
  const message =
    'This resource is out of date, but it comes from the functionConfig, which a generator can only read. ' +
    'Take it out of there, or run the function as a transformer.'
  return findingOf(resourceOutOfReach, message, position)
}

export function findingOfConfig({ path, message, currentValue, proposedValue }: SettingProblem): Finding {
  const field = {
    path,
    ...(isJson(currentValue) && { currentValue }),
    ...(isJson(proposedValue) && { proposedValue }),
  }
  return findingOf(functionConfigInvalid, message, functionConfigPosition, path === '' ? undefined : field)
}

function findingOf(
  { id, severity }: Rule,
  message: string,
  position: number,
  field?: FieldOfFinding,
): Finding {
  return { rule: id, severity, message, position, ...(field && { field }) }
}

/** What was found about a subject, as the KRM functions specification has it. */
export function resultOf(finding: Finding, subject: Subject): Result {
  const resourceRef = resourceRefOf(subject.object)
  const file = fileOfSubject(subject)
  const docs = documentationOf(finding.rule)
  return {
    message: finding.message,
    severity: finding.severity,
    ...(resourceRef && { resourceRef }),
    ...(finding.field && { field: finding.field }),
    ...(file && { file }),
    tags: { rule: finding.rule, ...(docs !== undefined && { docs }) },
  }
}

/** The file that something was read from, as the specification names it; undefined where nothing says so. */
export function fileOfSubject({ file, object }: Subject): File | undefined {
  return file ?? fileOf(object)
}

/** Left out where the resource can't be named in full. */
function resourceRefOf(object: unknown): Result['resourceRef'] {
  const [apiVersion, kind] = [at(object, 'apiVersion'), at(object, 'kind')]
  const [name, namespace] = [at(object, 'metadata', 'name'), at(object, 'metadata', 'namespace')]
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || typeof name !== 'string') return undefined
  return { apiVersion, kind, name, ...(typeof namespace === 'string' && namespace !== '' && { namespace }) }
}
