import type { RenderedSet } from '../ingress-shim.ts'
import { fieldPath } from '../manifest/field-path.ts'
import { at } from '../manifest/manifest.ts'
import {
  asksForTheSame,
  certificatesBySecret,
  secretKey,
} from '../shim/certificates/certificates-by-secret.ts'
import { type DesiredCertificate, partsOf } from '../shim/certificates/desired-certificates.ts'
import type { ExistingCertificate } from '../shim/certificates/existing.ts'
import type { RenderedCertificate } from '../shim/certificates/reconcile.ts'
import { hostsIn, issuerRefIn, keyIn } from '../shim/values/handwritten-spec.ts'
import type { CertificateEntry, Reference } from './inventory.ts'
import { lifetimeOf } from './lifetime.ts'

/** The Certificates of a set: those that sources get, and the others that are there. */
export function certificatesIn(set: RenderedSet): readonly CertificateEntry[] {
  const changes = changesOf(set)
  const served = servedIn(set)
  const serving = new Set(served.map(({ winner }) => winner.existing?.position))
  const others = set.existing.filter(({ position }) => !serving.has(position) && set.list.isOwn(position))
  return [
    ...served.map((one) => servedEntry(one, changes, set)),
    ...others.map((existing) => otherEntry(existing, changes, set)),
  ]
}

/** What happens to Certificates. */
interface Changes {
  /** The names of those that are created, by their Secrets. */
  readonly created: ReadonlyMap<string, string>
  /** The fields that change, by the position of the Certificate. */
  readonly updated: ReadonlyMap<number, readonly string[]>
  readonly removed: ReadonlySet<number>
}

function changesOf({ changes }: RenderedSet): Changes {
  const created = new Map<string, string>()
  const updated = new Map<number, readonly string[]>()
  const removed = new Set<number>()
  for (const change of changes) {
    if (change.kind === 'remove') removed.add(change.position)
    else if (change.kind === 'update')
      updated.set(
        change.position,
        change.edits.map(({ path }) => fieldPath(path)),
      )
    else if (change.item.kind === 'Certificate') {
      const { metadata, spec } = change.item
      created.set(secretKey(metadata.namespace ?? '', spec.secretName), metadata.name)
    }
  }
  return { created, updated, removed }
}

/** A Certificate that a source gets. */
interface Served {
  readonly winner: RenderedCertificate
  /** All that ask for the same, the winner among them. */
  readonly sharing: readonly DesiredCertificate[]
}

function servedIn({ list }: RenderedSet): readonly Served[] {
  const bySecret = certificatesBySecret(list.desired)
  return list.rendered.map((winner) => ({
    winner,
    sharing: (bySecret.get(keyOfSecret(winner)) ?? []).filter((one) => asksForTheSame(one, winner)),
  }))
}

function keyOfSecret({ secret: { namespace, name } }: DesiredCertificate): string {
  return secretKey(namespace, name)
}

function servedEntry(
  { winner, sharing }: Served,
  { created, updated }: Changes,
  set: RenderedSet,
): CertificateEntry {
  const { certificate, source, secret, existing } = winner
  const changedFields = (existing && updated.get(existing.position)) ?? []
  return {
    state: existing === undefined ? 'new' : changedFields.length > 0 ? 'changed' : 'kept',
    changedFields,
    ...ofSpec(certificate.spec, secret.namespace, set),
    namespace: secret.namespace,
    secret: secret.name,
    certificate: existing?.name ?? created.get(keyOfSecret(winner)) ?? secret.name,
    issuerOrigin: source.issuerOrigin ?? 'annotation',
    sources: sharing.flatMap(partsOf).map(referenceOf),
  }
}

function referenceOf({ source: { reference, position }, secret }: DesiredCertificate): Reference {
  return { reference, position, field: secret.path }
}

function otherEntry(
  { position, name, namespace, secretName, object }: ExistingCertificate,
  { removed }: Changes,
  set: RenderedSet,
): CertificateEntry {
  return {
    state: removed.has(position) ? 'removed' : 'kept',
    changedFields: [],
    ...ofSpec(at(object, 'spec'), namespace, set),
    namespace,
    secret: secretName,
    certificate: name,
    issuerOrigin: 'certificate',
    sources: [{ reference: `Certificate/${name}`, position, field: 'spec' }],
  }
}

/** What the spec of a Certificate says, which somebody may have written by hand. */
function ofSpec(spec: unknown, namespace: string, { list }: RenderedSet) {
  const issuer = issuerRefIn(spec)
  return {
    hosts: [...new Set(hostsIn(spec))],
    issuer,
    key: keyIn(spec),
    lifetime: lifetimeOf(spec, issuer, namespace, list),
  }
}
