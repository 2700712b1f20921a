import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { checks } from '../../../src/checks/checks.ts'
import { ingressShim } from '../../../src/ingress-shim.ts'
import { blockMapping } from '../../../src/krm/yaml/edit/stringify.ts'
import type { Finding } from '../../../src/manifest/finding.ts'
import { at } from '../../../src/manifest/manifest.ts'
import { defaultOptions, type Options } from '../../../src/shim/options.ts'
import { shimRules } from '../../../src/shim/rules.ts'

export interface SourceCase {
  /** A stream of manifests. */
  readonly given: string
  /** The text of what is created, as a stream; left out where `creates` says enough. */
  readonly certificates?: string
  /** `namespace/name: hosts` of the Certificates that are created, `Role namespace/name` of others, or what happens to those that are there. */
  readonly creates?: readonly string[]
  /** What is found: `rule Kind/name field: value -> proposed value`, behind its severity where that isn't the rule's own; nothing by default. */
  readonly finds?: readonly string[]
  /** The messages of these, whole; left out where other cases have them. */
  readonly says?: readonly string[]
  readonly options?: Partial<Options>
}

/** Tests of a kind of source: by a sentence each, what is given, and what comes of it. */
export function sourceCases(kind: string, cases: Readonly<Record<string, SourceCase>>): void {
  describe(kind, () => {
    test.each(Object.entries(cases))(
      '%s',
      (_sentence, { given, certificates, creates, finds = [], says, options = {} }) => {
        const { items, changes, findings } = shimmed(given, options)
        if (certificates !== undefined) expect(textOf(changes)).toBe(trimmed(certificates))
        if (creates !== undefined) expect(changes.map((change) => inShort(change, items))).toEqual(creates)
        expect(findings.map((finding) => lineOf(finding, items[finding.position]))).toEqual(finds)
        if (says !== undefined) expect(findings.map(({ message }) => message)).toEqual(says)
      },
    )
  })
}

function shimmed(given: string, options: Partial<Options>) {
  const items = parseAllDocuments(given).map((document): unknown => document.toJS({ maxAliasCount: -1 }))
  const manifests = items.map((object, position) => ({ object, position }))
  return { items, ...ingressShim(manifests, { ...defaultOptions, ...options }) }
}

type Changes = ReturnType<typeof ingressShim>['changes']

function textOf(changes: Changes): string {
  const created = changes.flatMap((change) => (change.kind === 'create' ? change.item : []))
  return created.map((item) => blockMapping(item, 0, { newline: '\n', compact: true })).join('---\n')
}

function trimmed(text: string): string {
  return text === '' ? '' : `${text.trim()}\n`
}

function inShort(change: Changes[number], items: readonly unknown[]): string {
  if (change.kind !== 'create') {
    return `${change.kind} ${at(items[change.position], 'metadata', 'name')}`
  }
  const { kind, metadata } = change.item
  const name = `${metadata.namespace ?? ''}/${metadata.name}`
  if (kind !== 'Certificate') return `${kind} ${name}`
  const { dnsNames = [], ipAddresses = [] } = change.item.spec
  return `${name}: ${[...dnsNames, ...ipAddresses].join(', ')}`
}

const usualSeverities = new Map<string, string>(
  [...Object.values(shimRules), ...checks.map(({ rule }) => rule)].map(({ id, severity }) => [id, severity]),
)

function lineOf({ rule, severity, field }: Finding, item: unknown): string {
  const value = field?.currentValue === undefined ? '' : `: ${JSON.stringify(field.currentValue)}`
  const proposed = field?.proposedValue === undefined ? '' : ` -> ${JSON.stringify(field.proposedValue)}`
  const place = field === undefined ? '' : ` ${field.path}${value}${proposed}`
  const unusual = severity === usualSeverities.get(rule) ? '' : `${severity} `
  return `${unusual}${rule} ${at(item, 'kind')}/${at(item, 'metadata', 'name')}${place}`
}
