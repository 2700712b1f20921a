import { at } from '../../manifest/manifest.ts'
import { readableDocuments } from '../list/parse-documents.ts'
import { annotation, ORIGIN } from '../run/annotations.ts'

/** Where kustomize has a resource from. */
export interface KustomizeOrigin {
  /** Relative to the kustomization that was built, or to the repository. */
  readonly path: string
  /** The repository of a remote base. */
  readonly repo?: string
  readonly ref?: string
}

/**
 * What `buildMetadata: [originAnnotations]` in a kustomization says of a resource; undefined where it says nothing. Something that
 * a generator made is found where the generator is configured.
 *
 * Source: api/resource/origin.go of kustomize v5.8.1.
 */
export async function kustomizeOriginOf(object: unknown): Promise<KustomizeOrigin | undefined> {
  const text = annotation(object, ORIGIN)
  const origin = text === undefined ? undefined : (await readableDocuments(text))[0]?.value
  const path = stringAt(origin, 'path') ?? stringAt(origin, 'configuredIn')
  if (path === undefined) return undefined
  const [repo, ref] = [stringAt(origin, 'repo'), stringAt(origin, 'ref')]
  return { path, ...(repo !== undefined && { repo }), ...(ref !== undefined && { ref }) }
}

function stringAt(origin: unknown, key: string): string | undefined {
  const value = at(origin, key)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A file of another repository, as kustomize itself writes such a path; a password in it is nobody's business. */
export function remotePath({ repo = '', path, ref }: KustomizeOrigin): string {
  const repository = repo.replace(/(?<=:\/\/)[^/@]*@/, '')
  return `${repository}//${path}${ref === undefined ? '' : `?ref=${ref}`}`
}
