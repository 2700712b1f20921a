import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { at } from '../../../src/manifest/manifest.ts'
import { scenario } from '../scenario.ts'
import { everyKind, resourceOf } from '../sources/every-kind.ts'
import {
  certificatesOf,
  findingsOf,
  inNamespace,
  isCertificate,
  objectsIn,
  outcomeOf,
  rendered,
  sources,
  unrelated,
  withMetadata,
} from './packages.ts'

/** More of them: `PROPERTY_RUNS=50000 npx vitest run test/shim/properties`. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 100)
vi.setConfig({ testTimeout: 60_000 + 50 * numRuns })

const secretOf = (certificate: object) => at(certificate, 'spec', 'secretName')
const nothing = { changes: [], findings: [] }

test('a second run changes nothing', () => {
  fc.assert(
    fc.property(sources, (items) => {
      const once = rendered(items)
      expect(outcomeOf(once).changes).toEqual([])
      expect(findingsOf(once)).toEqual(findingsOf(items))
    }),
    { numRuns },
  )
})

test('the order of items that have nothing to do with each other does not matter', () => {
  const shuffled = fc.tuple(sources, fc.array(unrelated, { maxLength: 3 })).chain(([items, others]) => {
    const all = [...items, ...others]
    return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))
  })
  fc.assert(
    fc.property(shuffled, ([items, others]) => {
      expect(certificatesOf(rendered(others))).toEqual(certificatesOf(rendered(items)))
      expect(findingsOf(others)).toEqual(findingsOf(items))
    }),
    { numRuns },
  )
})

test('an item that nobody uses changes nothing, and nothing is said of it', () => {
  fc.assert(
    fc.property(sources, unrelated, fc.nat(5), (items, item, at) => {
      const more = [...items.slice(0, at), item, ...items.slice(at)]
      expect(certificatesOf(rendered(more))).toEqual(certificatesOf(rendered(items)))
      expect(findingsOf(more)).toEqual(findingsOf(items))
    }),
    { numRuns },
  )
})

/** Kinds whose Certificate is made in another namespace than their own say in which. */
const namesItsNamespace = /"namespace":"prod"|secret-namespace/

/** Who serves a host is asked of the whole package. */
function isOfOneNamespace(finding: string): boolean {
  return !finding.includes('host-not-routed')
}

test('what is in one namespace changes nothing in another', () => {
  const inside = sources.map((items) =>
    items.filter((item) => !namesItsNamespace.test(JSON.stringify(withMetadata(item, { namespace: '' })))),
  )
  fc.assert(
    fc.property(inside, inside, (here, there) => {
      const others = there.map((item) => inNamespace(item, 'test'))
      const both = [...certificatesOf(rendered([...here, ...others]))]
      expect(both).toEqual([...certificatesOf(rendered(here)), ...certificatesOf(rendered(others))])
      const said = [...findingsOf(here), ...findingsOf(others)].filter(isOfOneNamespace).sort()
      expect(findingsOf([...here, ...others]).filter(isOfOneNamespace)).toEqual(said)
    }),
    { numRuns },
  )
})

test('what is in one set changes nothing in another', () => {
  fc.assert(
    fc.property(sources, sources, (here, there) => {
      // The first source is in both, so that the two directories are sets of their own.
      const items = [...here, ...here.slice(0, 1), ...there.slice(1)]
      const inA = (position: number) => position < here.length
      const { changes } = outcomeOf(items, (position) => (inA(position) ? 'clusters/a' : 'clusters/b'))
      const createdIn = (isOwn: (position: number) => boolean) =>
        changes.flatMap((change) => (change.kind === 'create' && isOwn(change.source) ? [change.item] : []))
      const created = (list: readonly object[]) =>
        outcomeOf(list).changes.flatMap((change) => (change.kind === 'create' ? [change.item] : []))
      expect(createdIn(inA)).toEqual(created(here))
      expect(createdIn((position) => !inA(position))).toEqual(created(items.slice(here.length)))
    }),
    { numRuns },
  )
})

test('without one of the sources, exactly its Certificates go', () => {
  fc.assert(
    fc.property(sources, fc.nat(4), (items, which) => {
      const at = which % items.length
      const gone = items.slice(at, at + 1)
      const rest = items.filter((_item, index) => index !== at)
      fc.pre(rest.length > 0)
      const before = rendered(items)
      const after = rendered(before.filter((_item, index) => index !== at))
      expect(certificatesOf(after)).toEqual(certificatesOf(rendered(rest)))
      const secrets = new Set(certificatesOf(rendered(gone)).keys())
      const kept = [...certificatesOf(before)].filter(([name]) => !secrets.has(name))
      expect([...certificatesOf(after)]).toEqual(kept)
    }),
    { numRuns },
  )
})

test('a prefix that another tool puts before all names, and takes away again, changes nothing', () => {
  fc.assert(
    fc.property(sources, (items) => {
      const once = rendered(items)
      const prefixed = rendered(once.map((item) => withName(item, (name) => `dev-${name}`)))
      const back = rendered(prefixed.map((item) => withName(item, (name) => name.replace(/^dev-/, ''))))
      // Nothing but the name of its source is written into a Certificate meanwhile, and no second one is made.
      expect(back.filter(isCertificate).map(secretOf)).toEqual(once.filter(isCertificate).map(secretOf))
      expect(certificatesOf(back)).toEqual(certificatesOf(once))
    }),
    { numRuns },
  )
})

function withName(item: object, change: (name: string) => string): object {
  return withMetadata(item, { name: change(String(at(item, 'metadata', 'name'))) })
}

test('the same request gives the same Certificate, whatever kind it comes from', () => {
  const annotations = fc.constantFrom(
    '',
    ', cert-manager.io/duration: 2160h',
    ', cert-manager.io/private-key-algorithm: ECDSA, cert-manager.io/private-key-size: "256"',
    ', cert-manager.io/usages: "server auth"',
    ', cert-manager.io/secret-template: \'{"labels":{"a":"b"}}\'',
    ', cert-manager.io/subject-countries: "DE,FR"',
    ', cert-manager.io/revision-history-limit: "3"',
  )
  const kinds = everyKind.filter(([, { asks }]) => asks !== '')
  fc.assert(
    fc.property(annotations, fc.constantFrom(...kinds), fc.constantFrom(...kinds), (more, one, another) => {
      const [first, second] = [one, another].map((kind) => {
        const [created] = objectsIn(
          scenario(resourceOf(kind, { asks: `cert-manager.io/issuer: ca${more}` })).certificates,
        )
        return at(created, 'spec')
      })
      expect(first).toBeDefined()
      expect(first).toEqual(second)
    }),
    { numRuns },
  )
})

test('an empty list asks for nothing', () => {
  expect(outcomeOf([])).toEqual(nothing)
})
