import { at, isFields } from '../../../src/manifest/manifest.ts'

/** What an input holds: a ResourceList, or a stream with its Lists opened. */
export interface Contents {
  readonly form: 'ResourceList' | 'stream'
  readonly items: readonly unknown[]
  readonly functionConfig: unknown
  readonly results: readonly unknown[]
}

/** The contents of an input by the values of its documents, whoever has read these; undefined where it is neither form. */
export function contentsOf(documents: readonly unknown[]): Contents | undefined {
  const [first, ...others] = documents.filter((value) => value !== null)
  const apiVersion = at(first, 'apiVersion')
  const isOurs = typeof apiVersion === 'string' && apiVersion.startsWith('config.kubernetes.io/')
  if (!isOurs && at(first, 'kind') !== 'ResourceList') return streamOf(documents)
  if (others.length > 0) return undefined
  return {
    form: 'ResourceList',
    items: listOf(at(first, 'items')),
    functionConfig: at(first, 'functionConfig') ?? undefined,
    results: listOf(at(first, 'results')),
  }
}

function streamOf(documents: readonly unknown[]): Contents {
  const items = documents.flatMap((document) => {
    const isList = at(document, 'apiVersion') === 'v1' && at(document, 'kind') === 'List'
    return isList ? listOf(at(document, 'items')) : document === null ? [] : [document]
  })
  return { form: 'stream', items, functionConfig: undefined, results: [] }
}

export function isCertificate(item: unknown): boolean {
  return at(item, 'kind') === 'Certificate' && String(at(item, 'apiVersion')).startsWith('cert-manager.io/')
}

export function isResource(item: unknown): boolean {
  return isFields(item) && typeof at(item, 'apiVersion') === 'string' && typeof at(item, 'kind') === 'string'
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
