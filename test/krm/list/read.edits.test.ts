import { describe, expect, test } from 'vitest'
import { readInput } from '../../../src/krm/list/read.ts'
import type { ListEdits } from '../../../src/krm/list/resource-list.ts'
import type { FieldEdit } from '../../../src/manifest/change.ts'

const added = { apiVersion: 'v1', kind: 'New', spec: { hosts: ['a.example', '*.example'] } }
const result = { message: 'Look: here.', severity: 'warning', tags: { rule: 'a-rule' } } as const
const add = { append: [added] }
const report = { results: [result] }

function remove(...positions: number[]): Partial<ListEdits> {
  return { remove: new Set(positions) }
}

function set(...edits: FieldEdit[]): Partial<ListEdits> {
  return { update: new Map([[0, edits]]) }
}

async function written(text: string, edits: Partial<ListEdits>): Promise<string> {
  const list = await readInput(Buffer.from(text), () => true)
  const all = { update: new Map(), remove: new Set<number>(), append: [], results: [], ...edits }
  return Buffer.concat(await list.write(all)).toString()
}

type Case = readonly [name: string, before: string, edits: Partial<ListEdits>, after: string]

/** The cases' texts leave out the two lines that every ResourceList begins with. */
const head = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n'

async function expectWritten(before: string, edits: Partial<ListEdits>, after: string): Promise<void> {
  const start = before.includes('\r\n') ? head.replaceAll('\n', '\r\n') : head
  expect(await written(start + before, edits)).toBe(start + after)
}

describe('new items come after the last one, as the list is written', () => {
  test.each<Case>([
    [
      'in a compact list',
      `items:
- kind: A # first
  apiVersion: v1
  list:
  - a
functionConfig: {}
`,
      add,
      `items:
- kind: A # first
  apiVersion: v1
  list:
  - a
- apiVersion: v1
  kind: New
  spec:
    hosts:
    - a.example
    - "*.example"
functionConfig: {}
`,
    ],
    [
      'in a wide list',
      `items:
  - kind: A
    list:
      - a
functionConfig: {}
`,
      add,
      `items:
  - kind: A
    list:
      - a
  - apiVersion: v1
    kind: New
    spec:
      hosts:
        - a.example
        - "*.example"
functionConfig: {}
`,
    ],
    [
      'before the comment of the next key, and behind comments inside the last item',
      `items:
- kind: A
  # more of A
  b: c
  # the end of A

# how it is configured
functionConfig: {}
`,
      add,
      `items:
- kind: A
  # more of A
  b: c
  # the end of A
- apiVersion: v1
  kind: New
  spec:
    hosts:
    - a.example
    - "*.example"

# how it is configured
functionConfig: {}
`,
    ],
    [
      'behind the blank lines that a block scalar keeps',
      `items:
- kind: A
  text: |+
    kept

functionConfig: {}
`,
      add,
      `items:
- kind: A
  text: |+
    kept

- apiVersion: v1
  kind: New
  spec:
    hosts:
    - a.example
    - "*.example"
functionConfig: {}
`,
    ],
    [
      'where the text ends without a line break',
      'items:\n- kind: A',
      add,
      'items:\n- kind: A\n- apiVersion: v1\n  kind: New\n  spec:\n    hosts:\n    - a.example\n    - "*.example"',
    ],
    [
      'with the line breaks of the list',
      'items:\r\n- kind: A\r\n',
      { append: [{ kind: 'New', list: ['a'] }] },
      'items:\r\n- kind: A\r\n- kind: New\r\n  list:\r\n  - a\r\n',
    ],
    [
      'in a list that is empty',
      'items: [] # none\n',
      { append: [{ kind: 'New' }] },
      'items: # none\n- kind: New\n',
    ],
    ['in a list that is null', 'items: null\n', { append: [{ kind: 'New' }] }, 'items:\n- kind: New\n'],
    [
      'in a list that is nothing',
      'items:\n# none\n',
      { append: [{ kind: 'New' }] },
      'items:\n- kind: New\n# none\n',
    ],
    [
      'in a list that is not there',
      'functionConfig: {}\n',
      { append: [{ kind: 'New' }] },
      'functionConfig: {}\nitems:\n- kind: New\n',
    ],
    [
      "before a document's end",
      'items: []\n...\n',
      { append: [{ kind: 'New' }] },
      'items:\n- kind: New\n...\n',
    ],
    [
      'in a list in brackets',
      'items: [{kind: A}] # all\n',
      { append: [{ kind: 'New', a: ['b'] }] },
      'items: [{kind: A}, {"kind":"New","a":["b"]}] # all\n',
    ],
    [
      'in a list in brackets over several lines',
      'items: [\n  {kind: A},\n]\n',
      { append: [{ kind: 'New' }] },
      'items: [\n  {kind: A},\n  {\n    "kind": "New"\n  },\n]\n',
    ],
  ])('%s', (_name, before, edits, after) => expectWritten(before, edits, after))
})

describe('new results come after the earlier ones', () => {
  test.each<Case>([
    [
      'in a list that is there',
      'results:\n- message: old # kept\nitems: []\n',
      report,
      'results:\n- message: old # kept\n- message: "Look: here."\n  severity: warning\n  tags:\n    rule: a-rule\nitems: []\n',
    ],
    [
      'in an empty list',
      'results: []\nitems: []\n',
      report,
      'results:\n- message: "Look: here."\n  severity: warning\n  tags:\n    rule: a-rule\nitems: []\n',
    ],
    [
      'in a new list at the end, as wide as the items',
      'items:\n  - kind: A\n',
      report,
      'items:\n  - kind: A\nresults:\n  - message: "Look: here."\n    severity: warning\n    tags:\n      rule: a-rule\n',
    ],
    [
      'where items are new too',
      'items:\n- kind: A\n',
      { append: [{ kind: 'New' }], results: [{ message: 'new', severity: 'info' }] },
      'items:\n- kind: A\n- kind: New\nresults:\n- message: new\n  severity: info\n',
    ],
  ])('%s', (_name, before, edits, after) => expectWritten(before, edits, after))
})

describe("an item that goes takes its own comments along and nobody else's", () => {
  const three = `items:
# of A
- kind: A
  # in A

# of B, line one
# of B, line two
- kind: B # behind B
  # in B

# nobody's

# of C
- kind: C
# of the end
functionConfig: {}
`
  test.each<Case>([
    [
      'the first',
      three,
      remove(0),
      `items:
# of B, line one
# of B, line two
- kind: B # behind B
  # in B

# nobody's

# of C
- kind: C
# of the end
functionConfig: {}
`,
    ],
    [
      'one in the middle',
      three,
      remove(1),
      `items:
# of A
- kind: A
  # in A

# nobody's

# of C
- kind: C
# of the end
functionConfig: {}
`,
    ],
    [
      'the last',
      three,
      remove(2),
      `items:
# of A
- kind: A
  # in A

# of B, line one
# of B, line two
- kind: B # behind B
  # in B

# nobody's

# of the end
functionConfig: {}
`,
    ],
    [
      'all of them',
      three,
      remove(0, 1, 2),
      `items: []
# nobody's

# of the end
functionConfig: {}
`,
    ],
    [
      'all of them, with one that comes',
      'items:\n- kind: A\n- kind: B\n',
      { ...remove(0, 1), append: [{ kind: 'C' }] },
      'items:\n- kind: C\n',
    ],
    [
      'where blank lines are between the items',
      'items:\n- kind: A\n\n- kind: B\n\n- kind: C\n',
      remove(1),
      'items:\n- kind: A\n\n- kind: C\n',
    ],
    [
      'below a block scalar that keeps its blank lines',
      'items:\n- text: |+\n    kept\n\n- kind: B\n',
      remove(1),
      'items:\n- text: |+\n    kept\n\n',
    ],
    [
      'where comments stand left of the dashes',
      'items:\n  - kind: A\n # odd\n  - kind: B\n',
      remove(1),
      'items:\n  - kind: A\n # odd\n',
    ],
    ['in brackets', 'items: [{kind: A}, {kind: B}, {kind: C}]\n', remove(0, 2), 'items: [{kind: B}]\n'],
    ['in brackets, all of them', 'items: [{kind: A}, {kind: B},]\n', remove(0, 1), 'items: []\n'],
  ])('%s', (_name, before, edits, after) => expectWritten(before, edits, after))
})

describe('an item that changes is edited in place', () => {
  const item = `items:
- apiVersion: v1
  kind: A
  metadata:
    name: 'web' # the name
    labels:
      # of a
      a: b
      c: d # of c
  spec:
    dnsNames:
    - a.example # first
    # of b
    - b.example
    usages: ["x", 'y'] # two
    size: 2048
    big: 9007199254740993
# the end
`
  test.each<Case>([
    [
      'nothing changes: not a byte does',
      item,
      set({ path: ['spec', 'usages'], value: ['x', 'y'] }, { path: ['spec', 'size'], value: 2048 }),
      item,
    ],
    [
      'a scalar keeps its quotes and its comment',
      item,
      set({ path: ['metadata', 'name'], value: "it's" }),
      item.replace("'web'", "'it''s'"),
    ],
    [
      'a scalar gets quotes where it needs them',
      item,
      set({ path: ['spec', 'size'], value: '0' }),
      item.replace('2048', '"0"'),
    ],
    [
      'a key that goes takes its line and its comments along',
      item,
      set({ path: ['metadata', 'labels', 'a'], value: undefined }),
      item.replace('      # of a\n      a: b\n', ''),
    ],
    [
      'a mapping that is emptied goes too',
      item,
      set(
        { path: ['metadata', 'labels', 'a'], value: undefined },
        { path: ['metadata', 'labels', 'c'], value: undefined },
      ),
      item.replace(/ {4}labels:\n(?: {6}.*\n)+/, ''),
    ],
    [
      'a key that is missing is added behind the others',
      item,
      set({ path: ['metadata', 'labels', 'e'], value: 'yes' }),
      item.replace('# of c\n', '# of c\n      e: "yes"\n'),
    ],
    [
      'a key whose parents are missing',
      item,
      set({ path: ['spec', 'subject', 'countries'], value: ['NO'] }),
      item.replace('# the end', '    subject:\n      countries:\n      - "NO"\n# the end'),
    ],
    [
      'an entry is added where it belongs',
      item,
      set({ path: ['spec', 'dnsNames'], value: ['a.example', 'new.example', 'b.example'] }),
      item.replace('# first\n', '# first\n    - new.example\n'),
    ],
    [
      'an entry that goes takes its comment along',
      item,
      set({ path: ['spec', 'dnsNames'], value: ['a.example'] }),
      item.replace('    # of b\n    - b.example\n', ''),
    ],
    [
      'an entry that changes keeps its comment',
      item,
      set({ path: ['spec', 'dnsNames'], value: ['new.example', 'b.example'] }),
      item.replace('- a.example', '- new.example'),
    ],
    [
      'a list in brackets stays in brackets',
      item,
      set({ path: ['spec', 'usages'], value: ['x', 'z', 'w'] }),
      item.replace(`["x", 'y']`, `["x", "z", "w"]`),
    ],
    [
      'a list that becomes empty',
      item,
      set({ path: ['spec', 'dnsNames'], value: [] }),
      item.replace(/dnsNames:\n(?: {4}[-#].*\n)+/, 'dnsNames: []\n'),
    ],
    [
      'a scalar that becomes a list',
      item,
      set({ path: ['spec', 'size'], value: ['a'] }),
      item.replace('size: 2048', 'size:\n    - a'),
    ],
    [
      'a value where there was none',
      'items:\n- apiVersion: v1\n  kind: A\n  spec: # empty\n',
      set({ path: ['spec'], value: 'x' }),
      'items:\n- apiVersion: v1\n  kind: A\n  spec: x # empty\n',
    ],
    [
      'a block scalar',
      'items:\n- apiVersion: v1\n  kind: A\n  spec: |\n    text\n\n  more: 1\n',
      set({ path: ['spec'], value: 'x' }),
      'items:\n- apiVersion: v1\n  kind: A\n  spec: x\n\n  more: 1\n',
    ],
    [
      "text that isn't ASCII around it",
      'items:\n- apiVersion: v1\n  kind: Ä # ä\n  metadata:\n    name: ö # 😀\n',
      set({ path: ['metadata', 'name'], value: 'ü' }),
      'items:\n- apiVersion: v1\n  kind: Ä # ä\n  metadata:\n    name: ü # 😀\n',
    ],
    [
      'an item in braces',
      'items:\n- {apiVersion: v1, kind: A, metadata: {labels: {a: b}}}\n',
      set({ path: ['metadata', 'labels', 'a'], value: undefined }, { path: ['spec', 'size'], value: 1 }),
      'items:\n- {apiVersion: v1, kind: A, spec: {size: 1}}\n',
    ],
    [
      'an empty block scalar with a blank line below it, above an item that is new',
      'items:\n- apiVersion: v1\n  kind: A\n  name: |\n\nfunctionConfig: {}\n',
      { ...set({ path: ['name'], value: [] }), append: [{ kind: 'New' }] },
      'items:\n- apiVersion: v1\n  kind: A\n  name: []\n- kind: New\n\nfunctionConfig: {}\n',
    ],
  ])('%s', (_name, before, edits, after) => expectWritten(before, edits, after))
})

describe('JSON stays JSON', () => {
  const json =
    '{"apiVersion":"config.kubernetes.io/v1","kind":"ResourceList","items":[{"apiVersion":"v1","kind":"A","n":1}]}'
  const pretty = `{
  "apiVersion": "config.kubernetes.io/v1",
  "kind": "ResourceList",
  "items": [
    {
      "apiVersion": "v1",
      "kind": "A",
      "n": 1
    }
  ]
}
`
  test.each<Case>([
    ['untouched', json, {}, json],
    [
      'with everything on one line',
      json,
      {
        append: [{ kind: 'New' }],
        results: [{ message: 'new', severity: 'info' }],
        ...set({ path: ['n'], value: 2 }),
      },
      '{"apiVersion":"config.kubernetes.io/v1","kind":"ResourceList","items":[{"apiVersion":"v1","kind":"A","n":2}, {"kind":"New"}], "results": [{"message":"new","severity":"info"}]}',
    ],
    [
      'spread over lines',
      pretty,
      {
        append: [{ kind: 'New' }],
        results: [{ message: 'new', severity: 'info' }],
        ...set({ path: ['m'], value: ['x'] }),
      },
      pretty.replace(
        '"n": 1\n    }\n  ]\n',
        '"n": 1,\n      "m": [\n        "x"\n      ]\n    },\n    {\n      "kind": "New"\n    }\n  ],\n  "results": [\n    {\n      "message": "new",\n      "severity": "info"\n    }\n  ]\n',
      ),
    ],
    [
      'with all items gone',
      json,
      remove(0),
      '{"apiVersion":"config.kubernetes.io/v1","kind":"ResourceList","items":[]}',
    ],
  ])('%s', async (_name, before, edits, after) => {
    const text = await written(before, edits)
    expect(text).toBe(after)
    expect(() => JSON.parse(text)).not.toThrow()
  })
})
