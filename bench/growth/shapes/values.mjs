import {
  annotations,
  block,
  certificate,
  ingress,
  ingressShim,
  list,
  listBehind,
  repeat,
} from '../manifests.mjs'

const annotated = (...lines) => list(ingress('a', { extra: annotations(...lines) }))
const commas = (n, part) => Array.from({ length: n }, (_, i) => part(i)).join(',')
const withHost = (host) => list(ingress('a', { tls: `    - hosts: [${host}]\n      secretName: s\n` }))
const ruleLines = (n, indent) => repeat(n, (i) => `${indent}rule-${i}: error\n`)
const indented = (text) => text.replace(/^/gm, '    ').replace(/ +$/, '')

/** Long values of annotations, and long settings. */
export const values = {
  altNames: (n) => annotated(`cert-manager.io/alt-names: "${commas(n, (i) => `h${i}.x.com`)}"`),
  ipSans: (n) => annotated(`cert-manager.io/ip-sans: "${commas(n, ipAddress)}"`),
  emailSans: (n) => annotated(`cert-manager.io/email-sans: "${commas(n, (i) => `h${i}@x.com`)}"`),
  emailNested: (n) => annotated(`cert-manager.io/email-sans: "${'('.repeat(n)}a@x.com"`),
  durationLong: (n) => annotated(`cert-manager.io/duration: "${'1h'.repeat(n)}"`),
  durationDigits: (n) => annotated(`cert-manager.io/duration: "${'1'.repeat(n)}"`),
  usagesLong: (n) => annotated(`cert-manager.io/usages: "${'bad,'.repeat(n)}"`),
  secretTemplate: (n) =>
    annotated(`cert-manager.io/secret-template: '{"labels":{${commas(n, (i) => `"l${i}":"v"`)}}}'`),
  secretTemplateDeep: (n) =>
    annotated(`cert-manager.io/secret-template: '{"labels":${'['.repeat(n)}${']'.repeat(n)}}'`),
  subjectCsv: (n) => annotated(`cert-manager.io/subject-organizations: "${commas(n, (i) => `o${i}`)}"`),
  csvQuotes: (n) => annotated(`cert-manager.io/subject-organizations: '${'"a""b",'.repeat(n)}x'`),
  longHost: (n) => withHost(`${'a'.repeat(n)}_.x`),
  longHostDots: (n) => withHost(`${'a.'.repeat(n)}x`),
  configRules: (n) => list(ingress('a'), ingressShim(`    rules:\n${ruleLines(n, '      ')}`)),
  configMapData: (n) => list(ingress('a'), configMapConfig(ruleLines(n, '    '))),
  configExtraAnnotations: (n) =>
    list(
      ingress('a', { extra: repeat(n, (i) => annotations(`e/x${i}: v`)) }),
      certificate('s0'),
      ingressShim(`    extraCertificateAnnotations:\n${repeat(n, (i) => `    - e/x${i}\n`)}`),
    ),
  configResources: (n) =>
    list(
      ingressShim(`    resources:\n${repeat(n, (i) => indented(ingress(`a${i}`, { tls: block(i) })))}`),
    ).replace('items:\n', 'items: []\n'),
  earlierResults: (n) => list(ingress('a'), earlierResults(n)),
  earlierResultsFirst: (n) => listBehind(earlierResults(n), ingress('a')),
}

const ipAddress = (i) => `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`

const configMapConfig = (data) => `functionConfig:
  apiVersion: v1
  kind: ConfigMap
  metadata:
    name: x
  data:
${data}`

const earlierResults = (n) => `results:\n${repeat(n, (i) => `- message: m${i}\n  severity: info\n`)}`
