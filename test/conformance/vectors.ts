import { readdirSync, readFileSync } from 'node:fs'
import { stringify } from 'yaml'
import type { Options } from '../../src/shim/options.ts'

/** What cert-manager itself did with a list of manifests; README.md in this folder says what each field means. */
export interface Vector {
  readonly id: string
  readonly options: Partial<Options>
  readonly items: readonly object[]
  readonly expect: {
    readonly certificates: readonly object[]
    readonly created: readonly string[]
    readonly updated: readonly string[]
    readonly deleted: readonly string[]
    readonly badConfig: readonly string[]
    readonly failed: readonly string[]
    readonly rejected: readonly { readonly certificate: string; readonly fields: readonly string[] }[]
  }
}

const folder = new URL('.', import.meta.url)

/** The vectors of each theme. */
export const themes: ReadonlyMap<string, readonly Vector[]> = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(new URL(file, folder), 'utf8'))]),
)

/** The ResourceList that gives a vector's items and options to the command. */
export function listOfVector({ items, options }: Vector): string {
  return stringify({
    apiVersion: 'config.kubernetes.io/v1',
    kind: 'ResourceList',
    items,
    functionConfig: {
      apiVersion: 'fn.kpt.dev/v1alpha1',
      kind: 'IngressShim',
      metadata: { name: 'ingress-shim' },
      spec: options,
    },
  })
}
