import { groupOf } from '../../../manifest/manifest.ts'
import type { IssuerRef } from '../../../shim/issuers/issuer-ref.ts'
import type { Resource } from '../../../shim/resource.ts'
import { isFilledInLater } from '../../../shim/values/filled-in-later.ts'
import { fitsGlob } from '../../../shim/values/glob.ts'
import { type KnownLabels, meets } from '../../../shim/values/label-selector.ts'
import type { Policy } from './policy.ts'

/**
 * Whether a policy is for a request, or why that isn't known, as the rest of a sentence whose subject is the policy; of what is
 * filled in later, nothing is said.
 */
export type Selection = boolean | { readonly doubt: string | undefined }

/** The Namespaces of the list, by name. */
export type Namespaces = ReadonlyMap<string, Resource>

export function namespacesIn(resources: readonly Resource[]): Namespaces {
  const found = resources.filter(({ kind, apiVersion }) => kind === 'Namespace' && groupOf(apiVersion) === '')
  return new Map(found.map((namespace) => [namespace.name, namespace]))
}

/** Whether a policy is for requests to an issuer in a namespace: pkg/internal/approver/manager/predicate in approver-policy. */
export function selects(
  policy: Policy,
  issuer: IssuerRef,
  namespace: string,
  namespaces: Namespaces,
): Selection {
  return both(selectsIssuer(policy, issuer), () =>
    both(selectsName(policy, namespace), () => selectsLabels(policy, namespace, namespaces)),
  )
}

/** What is ruled out by one is ruled out, whatever is unknown of the other. */
function both(first: Selection, second: () => Selection): Selection {
  if (first === false) return false
  const other = second()
  return other === false || first === true ? other : first
}

const filledInLater = { doubt: undefined }

function selectsIssuer(policy: Policy, { name, kind, group }: IssuerRef): Selection {
  const { issuerRef } = policy.selector
  const pairs = [
    [issuerRef.name, name],
    [issuerRef.kind, kind || 'Issuer'],
    [issuerRef.group, group || 'cert-manager.io'],
  ] as const
  const known = pairs.filter(([glob]) => glob !== undefined && !isFilledInLater(glob, policy))
  if (known.some(([glob = '*', text]) => !fitsGlob(text, glob))) return false
  return pairs.some(([glob = '']) => isFilledInLater(glob, policy)) ? filledInLater : true
}

function selectsName(policy: Policy, namespace: string): Selection {
  const { namespaces } = policy.selector
  if (namespaces.length === 0 || namespaces.some((glob) => fitsGlob(namespace, glob))) return true
  if (namespaces.some((glob) => isFilledInLater(glob, policy))) return filledInLater
  return namespace === ''
    ? { doubt: 'goes by namespaces, and that of the source is only set when it is applied' }
    : false
}

function selectsLabels(
  { selector: { labels } }: Policy,
  namespace: string,
  namespaces: Namespaces,
): Selection {
  if (labels === undefined) return true
  const met = meets({ matchLabels: labels }, labelsOf(namespace, namespaces))
  return met ?? { doubt: `goes by labels of the namespace ${namespace}, which is not in the package` }
}

/** Kubernetes labels each namespace with its name. */
function labelsOf(name: string, namespaces: Namespaces): KnownLabels {
  const namespace = namespaces.get(name)
  return {
    get: (key) => (key === 'kubernetes.io/metadata.name' && name !== '' ? name : namespace?.labels.get(key)),
    areAll: namespace !== undefined,
  }
}
