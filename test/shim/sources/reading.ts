import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import type { FieldOfFinding } from '../../../src/manifest/finding.ts'
import type { Problem } from '../../../src/manifest/rule.ts'
import { readInventory } from '../../../src/shim/inventory.ts'
import { defaultOptions, type Options } from '../../../src/shim/options.ts'
import type { NamedHost, NamedSecret, Source } from '../../../src/shim/sources/source.ts'

interface ReadingCase {
  readonly spec: string
  readonly annotations?: string
  readonly namespace?: string
  /** Further manifests of the list. */
  readonly others?: string
  readonly options?: Partial<Options>
  /** What is read, a line for each fact. */
  readonly reads: readonly string[]
}

/** Tests of how a kind of source is read: by a sentence each, the spec, and what comes of it. */
export function readingCases(
  [apiVersion, kind]: readonly [apiVersion: string, kind: string],
  cases: Readonly<Record<string, ReadingCase>>,
): void {
  describe(`a ${kind} of ${apiVersion} is read`, () => {
    test.each(Object.entries(cases))('%s', (_sentence, given) => {
      const { spec, annotations = 'cert-manager.io/issuer: ca', namespace = 'prod', others = '' } = given
      const object = {
        apiVersion,
        kind,
        metadata: {
          name: 'web',
          ...(namespace !== '' && { namespace }),
          annotations: parse(`{${annotations}}`),
        },
        ...(spec !== '' && { spec: parse(spec) }),
      }
      const neighbours = others === '' ? [] : parseAllDocuments(others).map((one) => one.toJS())
      expect(readingOf([object, ...neighbours], { ...defaultOptions, ...given.options })).toEqual(given.reads)
    })
  })
}

function readingOf(objects: readonly unknown[], options: Options): readonly string[] {
  const problems: Problem[] = []
  const manifests = objects.map((object, position) => ({ object, position }))
  const [source] = readInventory(manifests, options, problems).sources
  return [...(source === undefined ? [] : factsOf(source)), ...problems.map(inShort)]
}

function factsOf(source: Source): readonly string[] {
  const { field, entryName, entries, secrets, named, hosts, coversAllHosts, unrouted } = source.tls
  const routes = source.sourceKind.routes?.(source)
  return [
    `${entries} × ${entryName} in ${field}${coversAllHosts ? ', for all hosts' : ''}`,
    ...(hosts.length === 0 ? [] : [`names ${hosts.map((host) => host || '""').join(', ')}`]),
    ...named.map((secret) => `names the Secret ${inWords(secret)}`),
    ...secrets.map(
      ({ hosts, keyAlgorithm, ...secret }) =>
        `wants the Secret ${inWords(secret)} for ${hosts.map(hostInWords).join(', ')}${keyAlgorithm === undefined ? '' : `, with a key of ${keyAlgorithm}`}`,
    ),
    ...(unrouted ?? []).map((host) => `does not route ${hostInWords(host)}`),
    ...(routes?.hosts ?? []).map((host) => `routes ${hostInWords(host)}`),
    ...(routes?.aliases ?? []).map(({ host, annotation }) => `serves ${host} by ${annotation}`),
    ...(routes?.servesAllHosts ? ['routes all other hosts'] : []),
  ]
}

function inWords({ namespace, name, path, written }: NamedSecret): string {
  return `${namespace}/${name} (${path}${asWritten(written)})`
}

function hostInWords({ host, path, written }: NamedHost): string {
  return `${host} (${path}${asWritten(written)})`
}

function asWritten(written: string | undefined): string {
  return written === undefined ? '' : `: ${written}`
}

function inShort({ rule, field }: Problem): string {
  return `${rule.severity} ${rule.id}${field === undefined ? '' : ` ${fieldInShort(field)}`}`
}

function fieldInShort({ path, currentValue, proposedValue }: FieldOfFinding): string {
  const value = currentValue === undefined ? '' : `: ${JSON.stringify(currentValue)}`
  return `${path}${value}${proposedValue === undefined ? '' : ` -> ${JSON.stringify(proposedValue)}`}`
}
