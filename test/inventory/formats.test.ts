import { expect, test } from 'vitest'
import { formatCsv } from '../../src/inventory/formats/csv.ts'
import { formatHtml } from '../../src/inventory/formats/html.ts'
import { formatJson } from '../../src/inventory/formats/json.ts'
import type { LocatedCertificate, LocatedInventory } from '../../src/inventory/formats/located.ts'
import { formatMarkdown } from '../../src/inventory/formats/markdown.ts'

const entry: LocatedCertificate = {
  state: 'new',
  changedFields: [],
  hosts: ['shop.example.com'],
  namespace: 'prod',
  secret: 'shop-tls',
  certificate: 'shop-tls',
  issuer: { name: 'le', kind: 'ClusterIssuer', group: 'cert-manager.io' },
  issuerOrigin: 'annotation',
  sources: [{ reference: 'Ingress/shop', path: 'shop.yaml', line: 7 }],
  key: { algorithm: 'RSA', size: 2048 },
  lifetime: 2160,
}

const of = (...certificates: readonly Partial<LocatedCertificate>[]): LocatedInventory => ({
  certificates: certificates.map((one) => ({ ...entry, ...one })),
  uncovered: [],
})

const uncovered = (host: string): LocatedInventory => ({
  certificates: [],
  uncovered: [
    { host, namespace: '', resource: { reference: 'Ingress/shop', path: 'shop.yaml' }, reason: 'no-tls' },
  ],
})

test.each([
  ['as it is', 'shop.example.com', 'shop.example.com'],
  ['as it is, a wildcard too', '*.example.com', '*.example.com'],
  ['in quotes, with a comma', 'a,b', '"a,b"'],
  ['in quotes, with its quotes doubled', 'a"b', '"a""b"'],
  ['behind an apostrophe, like a formula', '=1+1', "'=1+1"],
  ['behind an apostrophe, like a command', '@SUM(1)', "'@SUM(1)"],
  ['behind an apostrophe, like a number', '-1', "'-1"],
  ['behind an apostrophe, in full width', '\uff1d1', "'\uff1d1"],
  ['behind an apostrophe and in quotes', '+"a"', `"'+""a"""`],
  ['on one line', 'a\r\nb', 'a\\r\\nb'],
])('a host in CSV: %s', (_name, host, cell) => {
  const lines = formatCsv(uncovered(host)).split('\r\n')
  expect(lines).toEqual([
    'host,state,namespace,secret,certificate,issuer,issuer kind,issuer group,issuer from,source,place,key,lifetime in hours,note',
    `${cell},no certificate,,,,,,,,Ingress/shop,shop.yaml,,,has no TLS`,
    '',
  ])
})

test('CSV has a row a host, and one for a Certificate without any', () => {
  const rows = formatCsv(of({ hosts: ['a.example.com', 'b.example.com'] }, { hosts: [] })).split('\r\n')
  const others =
    ',new,prod,shop-tls,shop-tls,le,ClusterIssuer,cert-manager.io,annotation,Ingress/shop,shop.yaml:7,RSA 2048,2160,'
  expect(rows.slice(1)).toEqual([`a.example.com${others}`, `b.example.com${others}`, others, ''])
})

test.each([
  ['as code', 'shop.example.com', '`shop.example.com`'],
  ['with pipes that end no cell', 'a|b', '`a\\|b`'],
  ['with backticks that end no code', 'a`b``c', '```a`b``c```'],
  ['with backticks at its ends', '`a`', '`` `a` ``'],
  ['without becoming HTML, a link or a mention', '<b>@all[x](y)</b>', '`<b>@all[x](y)</b>`'],
  ['on one line', 'a\nb', '`a\\nb`'],
])('a host in Markdown: %s', (_name, host, cell) => {
  expect(formatMarkdown(uncovered(host))).toContain(
    `\n| ${cell} | — | \`Ingress/shop\`<br>\`shop.yaml\` | has no TLS |\n`,
  )
})

test('Markdown shows what changes, and folds away what stays', () => {
  const text = formatMarkdown(of({ state: 'kept' }, { state: 'changed', changedFields: ['spec.dnsNames'] }))
  expect(text).toBe(`### Certificates

1 changed, 1 kept

|  | Hosts | Namespace | Secret | Issuer | Source | Key | Lifetime |
| --- | --- | --- | --- | --- | --- | --- | --- |
| **changed**<br>\`spec.dnsNames\` | \`shop.example.com\` | \`prod\` | \`shop-tls\` | \`ClusterIssuer le\`<br>from: annotation | \`Ingress/shop\`<br>\`shop.yaml:7\` | RSA 2048 | 90 days |

<details>
<summary>1 kept</summary>

|  | Hosts | Namespace | Secret | Issuer | Source | Key | Lifetime |
| --- | --- | --- | --- | --- | --- | --- | --- |
| kept | \`shop.example.com\` | \`prod\` | \`shop-tls\` | \`ClusterIssuer le\`<br>from: annotation | \`Ingress/shop\`<br>\`shop.yaml:7\` | RSA 2048 | 90 days |

</details>
`)
})

test.each<readonly [name: string, entry: Partial<LocatedCertificate>, shown: string]>([
  [
    'the first ten of many hosts',
    { hosts: Array.from({ length: 12 }, (_, n) => `h${n}`) },
    '<br>and 2 more |',
  ],
  ['a Certificate of another name', { certificate: 'shop' }, '`shop-tls`<br>Certificate `shop`'],
  [
    "an issuer's group that isn't cert-manager's",
    { issuer: { name: 'ca', kind: 'PCAIssuer', group: 'aws.example' } },
    '`PCAIssuer.aws.example ca`',
  ],
  ['an issuer without a kind', { issuer: { name: 'ca' } }, '`Issuer ca`'],
  ['no issuer', { issuer: { name: '' } }, '| — |'],
  ['a namespace that names the issuer', { issuerOrigin: 'namespace-object' }, 'from: namespace'],
  ['hours that are no days', { lifetime: 160 }, '| 160 hours |'],
  ['an unknown lifetime', { lifetime: undefined }, '| — |'],
  ['a key without a size', { key: { algorithm: 'Ed25519', size: undefined } }, '| Ed25519 |'],
  ['a key that somebody made up', { key: { algorithm: '<b>', size: undefined } }, '| `<b>` |'],
])('Markdown shows %s', (_name, one, shown) => {
  expect(formatMarkdown(of(one))).toContain(shown)
})

test.each([
  ['nothing', of(), 'no Certificates'],
  ['a host alone', uncovered('a'), 'no Certificates; 1 host without a certificate'],
  ['all states', of({}, { state: 'removed' }, {}), '2 new, 1 removed'],
])('the summary of %s', (_name, inventory, summary) => {
  expect(formatMarkdown(inventory)).toContain(`\n${summary}\n`)
  expect(formatHtml(inventory, { title: 'x', generator: 'y' })).toContain(`<p>${summary}</p>`)
})

test('every text of a page is escaped, in its title too', () => {
  const text = `"><b x='y'>&amp;`
  const page = formatHtml(
    of({ hosts: [text], namespace: text, sources: [{ reference: text, path: text }] }),
    {
      title: text,
      generator: text,
    },
  )
  expect(page).not.toContain('<b x=')
  expect(page).toContain('<title>Certificates of &quot;&gt;&lt;b x=&#39;y&#39;&gt;&amp;amp;</title>')
})

test('JSON has a version, a summary, Certificates and hosts', () => {
  expect(JSON.parse(formatJson({ ...of({}), uncovered: uncovered('a').uncovered }))).toEqual({
    version: 1,
    summary: { new: 1, changed: 0, removed: 0, kept: 0, hostsWithoutCertificate: 1 },
    certificates: [
      {
        state: 'new',
        hosts: ['shop.example.com'],
        namespace: 'prod',
        secret: 'shop-tls',
        certificate: 'shop-tls',
        issuer: { name: 'le', kind: 'ClusterIssuer', group: 'cert-manager.io', from: 'annotation' },
        sources: [{ reference: 'Ingress/shop', location: { path: 'shop.yaml', line: 7 } }],
        key: { algorithm: 'RSA', size: 2048 },
        lifetimeHours: 2160,
      },
    ],
    hostsWithoutCertificate: [
      {
        host: 'a',
        namespace: '',
        resource: { reference: 'Ingress/shop', location: { path: 'shop.yaml' } },
        reason: 'no-tls',
      },
    ],
  })
})
