import { isLocalConfig } from '../../manifest/local-config.ts'
import type { Inventory } from '../inventory.ts'
import type { Options } from '../options.ts'
import type { Resource } from '../resource.ts'
import type { NamedSecret } from '../sources/source.ts'
import { sourceKindOf } from '../sources/source-kinds.ts'
import { secretKey } from './certificates-by-secret.ts'

/** A resource that names a Secret, and the field that does. */
export interface SecretUse {
  readonly resource: Resource
  readonly secret: NamedSecret
}

/**
 * Who names which Secrets: all resources that could be sources, whether they ask for Certificates or not, since they serve
 * with what is in the Secret either way. Of several, the first counts.
 */
export class NamedSecrets {
  readonly #inventory: Inventory
  readonly #options: Options
  #uses: ReadonlyMap<string, SecretUse> | undefined

  constructor(inventory: Inventory, options: Options) {
    this.#inventory = inventory
    this.#options = options
  }

  /** The first resource that names a Secret. */
  useOf(namespace: string, name: string): SecretUse | undefined {
    // Most lists hold no Certificates without a source, and need no index.
    this.#uses ??= this.#read()
    return this.#uses.get(secretKey(namespace, name))
  }

  #read(): ReadonlyMap<string, SecretUse> {
    const uses = new Map<string, SecretUse>()
    const sources = new Map(this.#inventory.sources.map((source) => [source.position, source]))
    for (const resource of this.#inventory.resources) {
      const named = sources.get(resource.position)?.tls.named ?? this.#namedBy(resource)
      for (const secret of named) {
        const key = secretKey(secret.namespace, secret.name)
        if (secret.name !== '' && !uses.has(key)) uses.set(key, { resource, secret })
      }
    }
    return uses
  }

  #namedBy(resource: Resource): readonly NamedSecret[] {
    const sourceKind = sourceKindOf(resource.apiVersion, resource.kind)
    if (sourceKind === undefined || isLocalConfig(resource.object)) return []
    return sourceKind.namedSecrets(resource, this.#options, this.#inventory.neighbours)
  }
}
