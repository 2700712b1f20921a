import { expect, test } from 'vitest'
import { runCommand } from '../../src/command/command.ts'
import { MemoryHost } from '../host/memory-host.ts'

/** As `kubectl get certificate -o yaml` gives one that the cluster's shim made. */
const fromCluster = (name: string, owner = `Ingress/${name}`) => `apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: |
      {"apiVersion":"cert-manager.io/v1"}
  creationTimestamp: "2026-01-05T10:00:00Z"
  generation: 1
  managedFields:
  - manager: cert-manager-certificates-issuing
    operation: Update
  name: ${name}-tls
  namespace: prod
  ownerReferences:
  - apiVersion: ${owner.startsWith('Gateway') ? 'gateway.networking.k8s.io/v1' : 'networking.k8s.io/v1'}
    blockOwnerDeletion: true
    controller: true
    kind: ${owner.split('/')[0]}
    name: ${owner.split('/')[1]}
    uid: 4b3c9a8e-4a83-4cf6-8c5f-1d9e1f0a7c11
  resourceVersion: "4711"
  uid: 0b52ee2b-1f0e-43a8-a9d4-7d2f86cbb5ce
spec:
  dnsNames:
  - ${name}.example.com
  issuerRef:
    group: cert-manager.io
    kind: ClusterIssuer
    name: letsencrypt
  secretName: ${name}-tls # the Secret
  usages:
  - digital signature
  - key encipherment
status:
  notAfter: "2027-01-05T10:00:00Z"
  revision: 3
`

const inGit = (name: string, source = `Ingress/${name}`) => `apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  annotations:
    ingress-shim.fn.kpt.dev/source: ${source}
  name: ${name}-tls
  namespace: prod
spec:
  dnsNames:
  - ${name}.example.com
  issuerRef:
    group: cert-manager.io
    kind: ClusterIssuer
    name: letsencrypt
  secretName: ${name}-tls # the Secret
  usages:
  - digital signature
  - key encipherment
`

const issuer = '  annotations: {cert-manager.io/cluster-issuer: letsencrypt}\n'

const ingress = (name: string, annotations = issuer) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${name}
  namespace: prod
${annotations}spec:
  tls:
  - hosts: [${name}.example.com]
    secretName: ${name}-tls
`

const gateway = (name: string, annotations = issuer) => `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: nginx
  namespace: prod
${annotations}spec:
  gatewayClassName: nginx
  listeners:
  - name: ${name}-example-com-https
    hostname: ${name}.example.com
    port: 443
    protocol: HTTPS
    tls:
      certificateRefs:
      - group: ""
        kind: Secret
        name: ${name}-tls
`

/** A List as kubectl writes it, of resources in block style. */
const listOf = (...items: readonly string[]) =>
  `apiVersion: v1\nitems:\n${items.map((item) => `- ${item.trimEnd().replaceAll('\n', '\n  ')}\n`).join('')}kind: List\nmetadata:\n  resourceVersion: ""\n`

async function adopt(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const host = new MemoryHost(['write', '.', '--adopt', ...args])
  for (const [name, text] of Object.entries(files)) host.files.set(`/work/${name}`, text)
  const code = await runCommand(host)
  const written = Object.fromEntries([...host.files].map(([path, text]) => [path.slice(6), text]))
  return { code, written, stdout: host.written[1], stderr: host.written[2] ?? '' }
}

const rulesIn = (text: string) => text.match(/(?<=\[)[a-z-]+(?=\]$)/gm) ?? []

type Files = Readonly<Record<string, string>>

test.each<readonly [name: string, given: Files, written: Files, rules: readonly string[]]>([
  [
    'one file a Certificate, beside its Ingress',
    { 'ingress.yaml': ingress('shop'), 'shop.yaml': fromCluster('shop') },
    { 'ingress.yaml': ingress('shop'), 'shop.yaml': inGit('shop') },
    ['certificate-adopted'],
  ],
  [
    'a stream of several',
    {
      'ingress.yaml': `${ingress('shop')}---\n${ingress('blog')}`,
      'cluster.yaml': `${fromCluster('shop')}---\n${fromCluster('blog')}`,
    },
    { 'cluster.yaml': `${inGit('shop')}---\n${inGit('blog')}` },
    ['certificate-adopted', 'certificate-adopted'],
  ],
  [
    'a List, as kubectl gives several',
    { 'ingress.yaml': ingress('shop'), 'cluster.yaml': listOf(fromCluster('shop')) },
    { 'cluster.yaml': listOf(inGit('shop')) },
    ['certificate-adopted'],
  ],
  [
    'a Gateway in the place of the Ingress that it was made for',
    { 'gateway.yaml': gateway('shop'), 'cluster.yaml': listOf(fromCluster('shop')) },
    {
      'cluster.yaml': listOf(
        inGit('shop', 'Gateway/nginx').replace(
          /(?<=Gateway.nginx\n)/,
          '    acme.cert-manager.io/http01-parentrefkind: Gateway\n    acme.cert-manager.io/http01-parentrefname: nginx\n',
        ),
      ),
    },
    ['certificate-adopted'],
  ],
  [
    'a Gateway that asks for nothing yet: the Certificate is kept',
    { 'gateway.yaml': gateway('shop', ''), 'shop.yaml': fromCluster('shop') },
    { 'shop.yaml': inGit('shop') },
    ['certificate-kept', 'certificate-adopted'],
  ],
  [
    'Certificates alone',
    { 'shop.yaml': fromCluster('shop') },
    { 'shop.yaml': inGit('shop') },
    ['certificate-kept', 'certificate-adopted'],
  ],
  [
    "one of the cluster's gateway-shim",
    { 'gateway.yaml': gateway('shop', ''), 'shop.yaml': fromCluster('shop', 'Gateway/nginx') },
    { 'shop.yaml': inGit('shop', 'Gateway/nginx') },
    ['certificate-kept', 'certificate-adopted'],
  ],
  [
    'one that is out of date is brought up to date too',
    {
      'ingress.yaml': ingress('shop'),
      'shop.yaml': fromCluster('shop').replace('- shop.example', '- old.example'),
    },
    { 'shop.yaml': inGit('shop') },
    ['certificate-adopted'],
  ],
  [
    'one whose source is rejected today, as its source is',
    {
      'ingress.yaml': ingress('shop', '  annotations: {cert-manager.io/cluster-issuer: ""}\n'),
      'shop.yaml': fromCluster('shop'),
    },
    { 'shop.yaml': inGit('shop') },
    ['issuer-undetermined', 'certificate-adopted'],
  ],
  [
    'not one that nothing names: it would be removed by the next render',
    { 'ingress.yaml': ingress('blog', ''), 'shop.yaml': fromCluster('shop') },
    { 'shop.yaml': fromCluster('shop') },
    [],
  ],
  [
    'not one that another controller made',
    {
      'ingress.yaml': ingress('blog', ''),
      'shop.yaml': fromCluster('shop')
        .replace('networking.k8s.io/v1', 'example.com/v1')
        .replace('kind: Ingress', 'kind: App'),
    },
    {
      'shop.yaml': fromCluster('shop')
        .replace('networking.k8s.io/v1', 'example.com/v1')
        .replace('kind: Ingress', 'kind: App'),
    },
    [],
  ],
  [
    'not one that is in Git already',
    { 'ingress.yaml': ingress('shop'), 'shop.yaml': inGit('shop') },
    { 'shop.yaml': inGit('shop') },
    [],
  ],
])('write --adopt: %s', async (_name, given, written, rules) => {
  const first = await adopt(given)
  expect(first.code).not.toBe(2)
  expect(first.written).toEqual({ ...given, ...written })
  expect(rulesIn(first.stderr)).toEqual(rules)
  const again = await adopt(first.written)
  expect(again.written).toEqual(first.written)
  expect(rulesIn(again.stderr)).not.toContain('certificate-adopted')
})

test('the result has the one command that the cluster needs', async () => {
  const { code, stderr } = await adopt({
    'ingress.yaml': ingress('shop'),
    'shop.yaml': fromCluster('shop'),
  })
  expect(code).toBe(0)
  expect(stderr).toContain(
    `shop.yaml:14: info: Certificate prod/shop-tls metadata.ownerReferences: The cluster made this Certificate for Ingress/shop, and would still delete it with that, since an apply leaves ownerReferences where they are. Before you delete Ingress/shop, run: kubectl patch certificate shop-tls --namespace prod --type json --patch '[{"op": "remove", "path": "/metadata/ownerReferences"}]' [certificate-adopted]`,
  )
})

test('without --adopt, what is in a cluster dump stays', async () => {
  const host = new MemoryHost(['write', '.'])
  host.files.set('/work/ingress.yaml', ingress('shop'))
  host.files.set('/work/shop.yaml', fromCluster('shop'))
  await runCommand(host)
  expect(host.files.get('/work/shop.yaml')).toBe(fromCluster('shop'))
})

test('a name cannot break out of the command', async () => {
  const { stderr } = await adopt({
    'shop.yaml': fromCluster('shop').replace('name: shop-tls', `name: "x';rm -rf $HOME;'"`),
  })
  expect(stderr).toContain(`kubectl patch certificate 'x'\\'';rm -rf $HOME;'\\''' --namespace`)
})

test('--adopt is for write', async () => {
  const host = new MemoryHost(['check', '.', '--adopt'])
  expect(await runCommand(host)).toBe(2)
  expect(host.written[2]).toContain('Unknown option --adopt.')
})
