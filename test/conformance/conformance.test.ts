import { describe, expect, test } from 'vitest'
import { ingressShim, type Outcome } from '../../src/ingress-shim.ts'
import { at, isFields } from '../../src/manifest/manifest.ts'
import { refusals } from '../../src/shim/admission/admission.ts'
import { certificateOf } from '../../src/shim/certificates/certificate-of.ts'
import { readInventory } from '../../src/shim/inventory.ts'
import { defaultOptions, type Options } from '../../src/shim/options.ts'
import { shimRules } from '../../src/shim/rules.ts'
import { applied } from '../apply-changes.ts'
import { lookingFurther, rulesLookingFurtherAt, vectorsOf } from './looking-further.ts'
import { themes, type Vector } from './vectors.ts'

const sourceAnnotation = 'ingress-shim.fn.kpt.dev/source'

for (const [theme, vectors] of themes) {
  describe(`cert-manager's own results for ${theme}`, () => {
    test.each(vectors.map((vector) => [vector.id, vector] as const))('%s', (_id, vector) => {
      const outcome = outcomeOf(vector)

      expect({
        certificates: certificatesAfter(vector, outcome),
        ...changedNames(vector, outcome),
        rejected: rejected(vector),
      }).toEqual({
        certificates: vector.expect.certificates,
        created: vector.expect.created,
        updated: vector.expect.updated,
        deleted: vector.expect.deleted,
        rejected: vector.expect.rejected,
      })
      expect(complainedAbout(vector, outcome)).toEqual(expectedComplaints(vector))
      expect(rulesLookingFurther(outcome)).toEqual(rulesLookingFurtherAt(vector.id))
    })
  })
}

test('every vector that a rule is listed with is there', () => {
  const ids = new Set([...themes.values()].flat().map(({ id }) => id))
  const listed = Object.values(lookingFurther).flatMap(vectorsOf)
  expect(listed.filter((id) => !ids.has(id))).toEqual([])
})

/** The rules for what cert-manager complains about as well: the vectors say of which sources. */
const refusing: readonly string[] = Object.values(shimRules)
  .map(({ id }) => id)
  .filter((id) => !Object.hasOwn(lookingFurther, id))

/** The rules that find something where cert-manager is silent. */
function rulesLookingFurther({ findings }: Outcome): ReadonlySet<string> {
  return new Set(findings.map(({ rule }) => rule).filter((rule) => !refusing.includes(rule)))
}

function outcomeOf(vector: Vector): Outcome {
  return ingressShim(manifestsOf(vector), optionsOf(vector))
}

function optionsOf({ options }: Vector): Options {
  return { ...defaultOptions, ...options }
}

function manifestsOf({ items }: Vector) {
  return items.map((object, position) => ({ object, position }))
}

/** The Certificates of the list with the changes made, in the vectors' notation. */
function certificatesAfter(vector: Vector, outcome: Outcome): readonly unknown[] {
  return applied(vector.items, outcome.changes)
    .filter((item) => at(item, 'kind') === 'Certificate')
    .map(comparable)
    .sort((a, b) => compare(nameOf(a), nameOf(b)))
}

function comparable(item: object): object {
  const copy = structuredClone(item)
  const metadata = at(copy, 'metadata')
  if (!isFields(metadata)) return copy
  const { ownerReferences: _, annotations, ...rest } = metadata
  const kept = Object.entries(isFields(annotations) ? annotations : {}).filter(
    ([key]) => key !== sourceAnnotation,
  )
  return { ...copy, metadata: { ...rest, ...(kept.length > 0 && { annotations: Object.fromEntries(kept) }) } }
}

function changedNames(vector: Vector, { changes }: Outcome) {
  const names = (kind: string) =>
    changes
      .filter((change) => change.kind === kind)
      .map((change) => nameOf(change.kind === 'create' ? change.item : vector.items[change.position]))
      .sort(compare)
  return { created: names('create'), updated: names('update'), deleted: names('remove') }
}

/** What admission refuses, by the Certificate's own field names, which no result shows. */
function rejected(vector: Vector) {
  const options = optionsOf(vector)
  const { sources } = readInventory(manifestsOf(vector), options, [])
  return sources
    .flatMap((source) =>
      source.tls.secrets.map((secret) => {
        const { issuer } = source
        if (source.isRejected || issuer === undefined) return { certificate: '', fields: [] }
        const { metadata, spec } = certificateOf(source, secret, issuer, options)
        return {
          certificate: `${metadata.namespace}/${metadata.name}`,
          fields: refusals(spec, secret, source).map(({ certificateField }) => certificateField),
        }
      }),
    )
    .filter(({ fields }) => fields.length > 0)
    .sort((a, b) => compare(a.certificate, b.certificate))
}

function complainedAbout(vector: Vector, { findings }: Outcome): readonly string[] {
  const complaints = findings
    .filter(({ rule, severity }) => severity !== 'info' && !Object.hasOwn(lookingFurther, rule))
    .map(({ position }) => sourceName(vector.items[position]))
  return [...new Set(complaints)].sort(compare)
}

function expectedComplaints({ expect: { badConfig, failed, rejected }, items }: Vector): readonly string[] {
  const refused = items
    .filter((item) => rejected.some(({ certificate }) => wants(item, certificate)))
    .map(sourceName)
  return [...new Set([...badConfig, ...failed, ...refused])].sort(compare)
}

function wants(item: object, certificate: string): boolean {
  const [namespace, ...name] = certificate.split('/')
  return (
    at(item, 'kind') !== 'Certificate' &&
    at(item, 'metadata', 'namespace') === namespace &&
    JSON.stringify(item).includes(JSON.stringify(name.join('/')))
  )
}

function nameOf(item: unknown): string {
  return `${at(item, 'metadata', 'namespace')}/${at(item, 'metadata', 'name')}`
}

function sourceName(item: unknown): string {
  return `${at(item, 'kind')}/${nameOf(item)}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
