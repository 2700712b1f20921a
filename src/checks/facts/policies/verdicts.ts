import { groupedBy } from '../../../manifest/grouped.ts'
import { isLocalConfig } from '../../../manifest/local-config.ts'
import type { IssuerRef } from '../../../shim/issuers/issuer-ref.ts'
import { isFilledInLater } from '../../../shim/values/filled-in-later.ts'
import type { CheckedList } from '../../check.ts'
import { oncePerList } from '../once-per-list.ts'
import { type AskedCertificate, askedCertificates } from '../requests.ts'
import { Bindings } from './bindings.ts'
import { judge } from './judgement.ts'
import { isPolicy, type Policy, readPolicy } from './policy.ts'
import type { Reason } from './reason.ts'
import { namespacesIn, type Selection, selects } from './selection.ts'

/** What approver-policy would say of the CertificateRequest of a Certificate that no policy surely approves. */
export interface Verdict {
  /** By the first of the sources that share its Secret. */
  readonly asked: AskedCertificate
  /** The policies that deny it, by name. */
  readonly denials: readonly { readonly policy: Policy; readonly reasons: readonly Reason[] }[]
  /** The policies that may approve it, and why that isn't known; undefined where something is filled in later. */
  readonly doubts: readonly { readonly policy: Policy; readonly why: string | undefined }[]
  /** The policies that would be for it, if cert-manager were let to use them. */
  readonly unbound: readonly Policy[]
}

/** A policy that is for some requests, or that may be. */
interface Applicable {
  readonly policy: Policy
  readonly selection: Exclude<Selection, false>
}

interface Candidates {
  readonly applicable: readonly Applicable[]
  readonly unbound: readonly Policy[]
}

/**
 * The requests that no policy of the list surely approves. The rule is `Review` in approver-policy's
 * pkg/internal/approver/manager: one policy that is for a request and finds nothing is enough.
 */
export const verdictsOf = oncePerList((list): readonly Verdict[] => {
  const policies = policiesOf(list)
  if (policies.length === 0) return []
  const candidatesFor = candidateFinder(policies, list)
  const sharing = groupedBy(askedCertificates(list), (asked) => asked.shared ?? asked)
  return [...sharing.values()].flatMap((parts) => {
    const [asked] = parts
    if (mayBeAnother(asked)) return []
    const { applicable, unbound } = candidatesFor(asked.issuerRef, asked.secret.namespace)
    const denials: Verdict['denials'][number][] = []
    const doubts: Verdict['doubts'][number][] = []
    for (const { policy, selection } of applicable) {
      const { reasons, doubt } = judge(policy, parts, list.evaluateCel)
      if (selection !== true) doubts.push({ policy, why: selection.doubt })
      else if (reasons.length > 0) denials.push({ policy, reasons })
      else if (doubt !== undefined) doubts.push({ policy, why: doubt })
      else return []
    }
    return [{ asked, denials, doubts, unbound }]
  })
})

function policiesOf({ resources }: CheckedList): readonly Policy[] {
  return resources
    .filter((resource) => isPolicy(resource) && !isLocalConfig(resource.object))
    .map(readPolicy)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Whether only a placeholder's value will say which policies are for a request. */
function mayBeAnother({ source, secret, issuerRef }: AskedCertificate): boolean {
  const { name, kind = '', group = '' } = issuerRef
  return [name, kind, group, secret.namespace].some((text) => isFilledInLater(text, source))
}

/** Finds the policies for an issuer in a namespace once, for all Certificates there. */
function candidateFinder(policies: readonly Policy[], { resources }: CheckedList) {
  const namespaces = namespacesIn(resources)
  const bindings = new Bindings(resources)
  const known = new Map<string, Candidates>()
  return (issuer: IssuerRef, namespace: string): Candidates => {
    const key = JSON.stringify([issuer, namespace])
    let candidates = known.get(key)
    if (candidates === undefined) {
      candidates = find(issuer, namespace)
      known.set(key, candidates)
    }
    return candidates
  }

  function find(issuer: IssuerRef, namespace: string): Candidates {
    const applicable: Applicable[] = []
    const unbound: Policy[] = []
    for (const policy of policies) {
      const selection = selects(policy, issuer, namespace, namespaces)
      if (selection === false) continue
      if (bindings.allows(policy, namespace)) {
        applicable.push({ policy, selection })
      } else unbound.push(policy)
    }
    return { applicable, unbound }
  }
}
