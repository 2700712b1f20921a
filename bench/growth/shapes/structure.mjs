import {
  annotations,
  certificateOfSite,
  configMap,
  hosts,
  ingress,
  list,
  repeat,
  site,
} from '../manifests.mjs'

const nested = (n) => '['.repeat(n) + ']'.repeat(n)
const duplicate = annotations('x: y', 'x: z')
const tagged = 'cert-manager.io/cluster-issuer: !!str le'
const aliased = annotations('x: *a')
const anchor = configMap('\n    a: &a v\n')

/** Flow style, anchors, keys, tags and nesting: what is not plain block style. */
export const structure = {
  flowLong: (n) =>
    list(ingress('a', { tls: `    - secretName: s\n      hosts: [${hosts(n).join(', ')}]\n` })),
  flowMultiline: (n) =>
    list(
      ingress('a', {
        tls: `    - secretName: s\n      hosts: [\n${hosts(n)
          .map((host) => `        ${host}`)
          .join(',\n')}]\n`,
      }),
    ),
  flowRoot: (n) => json(jsonSites(n)),
  flowRootUpdate: (n) => json([...jsonSites(n), ...jsonCertificates(n)], 1),
  manyKeysDup: (n) => list(ingress('a', { extra: repeat(n, (i) => annotations(`k${i % 2}: v`)) })),
  dupItems: (n) => list(repeat(n, (i) => site(i, { extra: duplicate, routed: undefined }))),
  doubtfulItems: (n) => list(repeat(n, (i) => site(i, { issuer: tagged }))),
  doubtfulOther: (n) => list(repeat(n, taggedConfigMap), ingress('a')),
  doubtfulMix: (n) => list(repeat(n, (i) => site(i, i % 2 ? { issuer: tagged } : { extra: duplicate }))),
  aliases: (n) =>
    list(
      anchor,
      repeat(n, (i) => `    a${i}: *a\n`),
      ingress('a'),
    ),
  aliasesAcross: (n) =>
    list(
      anchor,
      repeat(n, (i) => site(i, { extra: aliased })),
    ),
  aliasesAcrossUpdate: (n) => structure.aliasesAcross(n) + repeat(n, certificateOfSite),
  aliasItems: (n) =>
    list(
      '- &a\n  apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: c\n',
      '- *a\n'.repeat(n),
      ingress('a'),
    ),
  anchorsInIngress: (n) =>
    list(ingress('a', { extra: repeat(n, (i) => annotations(`k${i}: &k${i} v`, `l${i}: *k${i}`)) })),
  explicitKeys: (n) => list(configMap(`\n${repeat(n, (i) => `    ? k${i}\n    : v\n`)}`), ingress('a')),
  deepFlow: (n) => list(ingress('a'), configMap(` ${nested(n)}\n`)),
  deepFlowIngress: (n) => list(ingress('a', { extra: annotations(`x: ${nested(n)}`) })),
  deepFlowOpen: (n) => list(ingress('a'), configMap(` ${'['.repeat(n)}\n`)),
  deepFlowRoot: nested,
  deepFlowConfig: (n) => list(ingress('a'), `functionConfig: ${nested(n)}\n`),
  deepBlock: (n) => list(ingress('a'), configMap(`\n${repeat(n, (i) => `${' '.repeat(i + 4)}a:\n`)}`)),
  deepBlockDash: (n) => list(ingress('a'), configMap(`\n  ${'- '.repeat(n)}x\n`)),
  topKeys: (n) =>
    list(
      ingress('a'),
      repeat(n, (i) => `k${i}: v\n`),
    ),
}

const taggedConfigMap = (i) => `- apiVersion: v1\n  kind: ConfigMap\n  metadata: !!map\n    name: c${i}\n`

const json = (items, indent) =>
  JSON.stringify({ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items }, null, indent)

const jsonSites = (n) =>
  Array.from({ length: n }, (_, i) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: `a${i}`, namespace: 'p', annotations: { 'cert-manager.io/cluster-issuer': 'le' } },
    spec: {
      tls: [{ hosts: [`h${i}.x.com`], secretName: `s${i}` }],
      rules: [{ host: `h${i}.x.com` }],
    },
  }))

const jsonCertificates = (n) =>
  Array.from({ length: n }, (_, i) => ({
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: {
      name: `s${i}`,
      namespace: 'p',
      annotations: { 'ingress-shim.fn.kpt.dev/source': `Ingress/a${i}` },
    },
    spec: { secretName: `s${i}`, dnsNames: ['old'], issuerRef: { name: 'x' } },
  }))
