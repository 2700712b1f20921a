import { at } from '../../manifest/manifest.ts'
import { shareAnnotation } from '../annotations.ts'
import type { Options } from '../options.ts'
import type { Resource } from '../resource.ts'
import { isTrue } from './asks-for-certificates.ts'

/** Whether a resource agrees to share its Secrets, which only counts where the settings let it. */
function agreesToShare({ object }: Pick<Resource, 'object'>): boolean {
  return isTrue(at(object, 'metadata', 'annotations', shareAnnotation))
}

/** Whether a resource shares its Secrets with others of the same mind. */
export function sharesSecrets(resource: Pick<Resource, 'object'>, { sharedSecrets }: Options): boolean {
  return sharedSecrets === 'merge' && agreesToShare(resource)
}

/** How two resources, or one with itself, would share a Secret, as a sentence behind a message; empty where they could already. */
export function howToShare(
  parties: readonly (Pick<Resource, 'object'> & { readonly reference: string })[],
  { sharedSecrets }: Options,
): string {
  const others = parties.filter((party) => !agreesToShare(party)).map(({ reference }) => reference)
  if (others.length === parties.length) return ''
  const annotate =
    others.length === 0 ? [] : [`annotate ${others.join()} with ${shareAnnotation}: "true" too`]
  const set = sharedSecrets === 'merge' ? [] : ['set sharedSecrets: merge in the functionConfig']
  const steps = [...set, ...annotate].join(' and ')
  return steps === '' ? '' : ` To have one Certificate for both, ${steps}.`
}
