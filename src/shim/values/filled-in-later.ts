import { hasPlaceholder, isTemplate, type MaskedText, mask } from '../../manifest/placeholder.ts'
import type { Resource } from '../resource.ts'

/** Annotations with this prefix tell argocd-vault-plugin where the values of a resource are. */
const vaultPlugin = 'avp.kubernetes.io/'

/** Whether a text of a resource, or a part of it, is only known when a placeholder or template is filled in. */
export function isFilledInLater(text: string, resource: Pick<Resource, 'annotations'>): boolean {
  return hasPlaceholderIn(text, resource) || isTemplate(text)
}

/** Whether a text of a resource has a placeholder in it. */
export function hasPlaceholderIn(text: string, resource: Pick<Resource, 'annotations'>): boolean {
  return hasPlaceholder(text) || (text.includes('<') && hasKeys(resource) && hasPlaceholder(text, true))
}

/** Masks the placeholders in a text of a resource. */
export function maskIn(text: string, resource: Pick<Resource, 'annotations'>): MaskedText {
  return mask(text, text.includes('<') && hasKeys(resource))
}

function hasKeys({ annotations }: Pick<Resource, 'annotations'>): boolean {
  return annotations.keys().some((key) => key.startsWith(vaultPlugin))
}
