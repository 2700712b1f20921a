import { stringify } from 'yaml'
import type { Choices } from '../choices.ts'
import { manifests } from './manifests.ts'
import { styledDocument, styledEntries } from './styled.ts'

/*
 * What a function is given: ResourceLists with their items in lines or in brackets, as JSON, streams of documents with all their markers,
 * and Lists.
 */

/** An input that is right, or nearly. */
export function wellMeant(choices: Choices): string {
  return choices.of(resourceList, resourceList, stream, stream, jsonList, flowList)(choices)
}

function resourceList(choices: Choices): string {
  const items = manifests(choices)
  const column = choices.of(0, 0, 2, 4)
  const entries = styledEntries(items, column, choices)
  const key = choices.of('items', 'items', '"items"')
  const sections = [
    `${key}:${items.length === 0 ? choices.of(' []', '', ' null') : choices.of('', '', ' # all', ' !!seq')}\n${entries}`,
    configOf(choices),
    choices.of(
      '',
      '',
      'results: []\n',
      'results:\n- message: old\n  severity: info\n',
      'metadata:\n  name: list\n',
    ),
  ]
  const head = choices.of(...heads)
  return choices.oneIn(8)
    ? sections.join('') + head
    : head + (choices.oneIn(2) ? sections.reverse() : sections).join('')
}

const heads: readonly [string, ...string[]] = [
  'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n',
  'apiVersion: config.kubernetes.io/v1alpha1\nkind: ResourceList\n',
  '---\napiVersion: config.kubernetes.io/v1\nkind: ResourceList\n',
  '# c\n\nkind: "ResourceList"\napiVersion: \'config.kubernetes.io/v1\' # c\n',
  '%YAML 1.2\n---\napiVersion: config.kubernetes.io/v1\nkind: ResourceList\n',
]

function configOf(choices: Choices): string {
  return choices.of(...configs)
}

const config = (spec: string) =>
  `functionConfig:\n  apiVersion: fn.kpt.dev/v1alpha1\n  kind: IngressShim\n  metadata: {name: x}\n  spec: ${spec}\n`

const configs: readonly [string, ...string[]] = [
  '',
  '',
  '',
  config('{defaultIssuerName: ca}'),
  config('{prune: false, extraCertificateAnnotations: [example.com/note, __proto__]}'),
  config('{prune: maybe, __proto__: {}}'),
  'functionConfig:\n  apiVersion: v1\n  kind: ConfigMap\n  data: {defaultIssuerName: ca, prune: "false"}\n',
  'functionConfig: null\n',
]

function jsonList(choices: Choices): string {
  const list = { apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items: manifests(choices) }
  const plainList = { apiVersion: 'v1', kind: 'List', items: manifests(choices) }
  return JSON.stringify(choices.of<object>(list, plainList), null, choices.of('', '  ', '\t', ' '))
}

function flowList(choices: Choices): string {
  const items = manifests(choices).map((item) => styledDocument({ ...item }, choices))
  const entries = items.map((item) =>
    item.startsWith('{') ? item.trim() : stringify(item, { collectionStyle: 'flow' }),
  )
  return `${choices.of(...heads)}items: [${entries.join(choices.of(', ', ',\n  ', ','))}]\n${configOf(choices)}`
}

function stream(choices: Choices): string {
  const documents = manifests(choices).map((manifest) => documentOf(manifest, choices))
  return documents
    .map((text, index) => (index === 0 ? choices.of('', '', ...markers) : choices.of(...markers)) + text)
    .join('')
}

function documentOf(manifest: object, choices: Choices): string {
  if (!choices.oneIn(8)) return styledDocument(manifest, choices)
  const items = [manifest, ...manifests(choices)]
  return `apiVersion: v1\nkind: List\nitems:\n${styledEntries(items, choices.of(0, 2), choices)}`
}

const markers: readonly [string, ...string[]] = [
  ...(['---\n', '---\n', '--- # c\n', '---\n# Source: chart/templates/a.yaml\n'] as const),
  ...[
    '...\n---\n',
    '---\n---\n',
    '---\n# only a comment\n---\n',
    '---\t\n',
    '...\n%YAML 1.2\n---\n',
    '--- ',
    '---\n\n',
    '--- !!map\n',
    '--- &d\n',
  ],
]
