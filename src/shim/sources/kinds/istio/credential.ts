import type { Resource } from '../../../resource.ts'
import { maskIn } from '../../../values/filled-in-later.ts'

/** A Secret that a server names. */
export interface Credential {
  readonly name: string
  /** `''` where it is that of the gateway's pods. */
  readonly namespace: string
  readonly path: string
  /** What the field holds. */
  readonly written: string
}

const ofSecrets = /^kubernetes(?:-gateway)?:\/\//
const ofOthers = /^(?:builtin|invalid|configmap):\/\//

/**
 * The Secret that a credentialName means: `name` or `namespace/name`, also as a URL; undefined where it means something else.
 * The rule is `ParseResourceName` of Istio's pilot/pkg/model/credentials/resource.go.
 */
export function credentialOf(written: string, path: string, resource: Resource): Credential | undefined {
  // A placeholder may have a slash of its own.
  const { text, unmask } = maskIn(written, resource)
  if (ofOthers.test(text)) return undefined
  const bare = text.replace(ofSecrets, '')
  const slash = bare.indexOf('/')
  const [namespace = '', name = ''] = unmask([bare.slice(0, Math.max(slash, 0)), bare.slice(slash + 1)])
  return name === '' ? undefined : { name, namespace, path, written }
}
