import { at } from '../../manifest/manifest.ts'
import { isTemplate } from '../../manifest/placeholder.ts'
import type { Rule } from '../../manifest/rule.ts'
import { annotation } from '../annotations.ts'
import type { Options } from '../options.ts'
import type { Resource } from '../resource.ts'
import { shimRules } from '../rules.ts'
import { isToStay } from '../sources/asks-for-certificates.ts'
import { fitsGlob } from '../values/glob.ts'
import type { IssuerOrigin } from './issuer-ref.ts'

/** Why nobody can tell the default issuer of a namespace. */
export interface UnclearDefault {
  readonly rule: Rule
  /** What is wrong, as a sentence without its end. */
  readonly problem: string
  readonly advice: string
}

/** The issuer of the sources of a namespace that ask for Certificates and name none; its name is `''` where there is none. */
export interface DefaultIssuer {
  readonly name: string
  readonly kind: string
  readonly group: string
  readonly origin: IssuerOrigin
  readonly unclear?: UnclearDefault
}

/**
 * The default issuer of each namespace: that of its Namespace object, by the annotations that a source has; else that of the
 * first entry of the setting `issuers` with its name; else that of the whole list.
 */
export class DefaultIssuers {
  readonly #options: Options
  readonly #ofList: DefaultIssuer
  readonly #known = new Map<string, DefaultIssuer>()

  constructor(resources: readonly Resource[], options: Options) {
    const { defaultIssuerName: name, defaultIssuerKind: kind, defaultIssuerGroup: group } = options
    this.#options = options
    this.#ofList = { name, kind, group, origin: 'default' }
    for (const resource of resources) {
      if (!isAnnotatedNamespace(resource) || this.#known.has(resource.name)) continue
      this.#known.set(resource.name, ofNamespaceObject(resource, options))
    }
  }

  in(namespace: string): DefaultIssuer {
    if (this.#known.size === 0 && this.#options.issuers.length === 0) return this.#ofList
    const known = this.#known.get(namespace) ?? this.#bySetting(namespace)
    this.#known.set(namespace, known)
    return known
  }

  #bySetting(namespace: string): DefaultIssuer {
    const entry = this.#options.issuers.find(({ namespaces }) =>
      namespaces.some((pattern) => fitsGlob(namespace, pattern)),
    )
    if (entry === undefined) return this.#ofList
    const { name, kind = 'Issuer', group = 'cert-manager.io' } = entry
    return { name, kind, group, origin: 'namespace-setting' }
  }
}

const issuerKeys = [annotation.clusterIssuer, annotation.issuer]

function isAnnotatedNamespace(resource: Resource): boolean {
  const { apiVersion, kind } = resource
  if (kind !== 'Namespace' || apiVersion !== 'v1' || !isToStay(resource)) return false
  return issuerKeys.some((key) => isWritten(resource, key))
}

function isWritten({ object }: Resource, key: string): boolean {
  return at(object, 'metadata', 'annotations', key) !== undefined
}

function ofNamespaceObject(resource: Resource, { defaultIssuerGroup: group }: Options): DefaultIssuer {
  const { annotations } = resource
  const unclear = whatIsUnclear(resource)
  const clusterIssuer = annotations.get(annotation.clusterIssuer)
  return {
    name: clusterIssuer ?? annotations.get(annotation.issuer) ?? '',
    kind: clusterIssuer === undefined ? 'Issuer' : 'ClusterIssuer',
    group,
    origin: 'namespace-object',
    ...(unclear !== undefined && { unclear }),
  }
}

function whatIsUnclear(resource: Resource): UnclearDefault | undefined {
  const written = issuerKeys.filter((key) => isWritten(resource, key))
  const where = `the Namespace ${resource.name}`
  if (written.length > 1) {
    const problem = `${where} has both ${annotation.clusterIssuer} and ${annotation.issuer}`
    return { rule: shimRules.issuerConflict, problem, advice: 'Remove one of the two there' }
  }
  for (const key of written) {
    const value = resource.annotations.get(key)
    const advice = `Give ${key} there the name of an issuer`
    if (isTemplate(at(resource.object, 'metadata', 'annotations', key))) {
      const problem = `${key} of ${where} is a template that nobody has rendered`
      return { rule: shimRules.templateNotRendered, problem, advice: 'Render it first' }
    }
    if (value === undefined || value === '') {
      const problem = `${key} of ${where} is ${value === '' ? 'empty' : 'not a string'}`
      return { rule: shimRules.issuerUndetermined, problem, advice }
    }
  }
  return undefined
}
