import { annotations, configMap, ingress, list, repeat } from '../manifests.mjs'

const lines = (n, indent, end) => repeat(n, (i) => `${indent}line ${i} of text${end}\n`)
const annotated = (line, following = '') => list(ingress('a', { extra: `${annotations(line)}${following}` }))
const inConfigMap = (data) => list(configMap(`\n    a: ${data}\n`), ingress('a'))
const apart = (n, gap) => list(ingress('a'), gap.repeat(n), ingress('b', { tls: second }))
const second = '    - hosts:\n      - h1.example.com\n      secretName: s1\n'

/** Many comments and blanks, long scalars and long lines. */
export const scalars = {
  comments: (n) => {
    const comments = repeat(n, (i) => `# comment ${i}\n`)
    return list(ingress('a'), comments, ingress('b', { tls: second }), comments)
  },
  commentsInItem: (n) => {
    const comments = repeat(n, (i) => annotations(`# comment ${i}`)).trimStart()
    return list(ingress('a', { issuer: `${comments}      cert-manager.io/cluster-issuer: le` }))
  },
  blankLines: (n) => apart(n, '\n') + '\n'.repeat(n),
  blankLinesCR: (n) => apart(n, '\r\n'),
  blankSpaces: (n) => list(ingress('a'), `${' '.repeat(n)}\n`, ingress('b', { tls: second })),
  trailingSpaces: (n) => list(ingress('a', { issuer: `cert-manager.io/cluster-issuer: le${' '.repeat(n)}` })),
  blockScalar: (n) => list(configMap(`\n    a: |\n${lines(n, '      ', ': x')}`), ingress('a')),
  blockScalarKeepLast: (n) =>
    list(ingress('a'), configMap(`\n    a: |+\n${lines(n, '      ', ': x')}${'\n'.repeat(n)}`)),
  blockScalarInIngress: (n) => annotated('x: |+', lines(n, '        ', ': x')),
  foldedInIngress: (n) => annotated('x: >', lines(n, '        ', ': x')),
  plainMultilineInIngress: (n) => annotated('x: a', lines(n, '        ', '')),
  dqMultilineInIngress: (n) => annotated('x: "a', `${lines(n, '        ', '')}        "\n`),
  longLineQuoted: (n) => inConfigMap(`"${'abc: d, '.repeat(n)}"`),
  longLineQuotedTabs: (n) => inConfigMap(`"${'\tabc: d'.repeat(n)}"`),
  longLineTabsInBlock: (n) => inConfigMap(`|\n      ${'x\tabc: d'.repeat(n)}`),
  longLinePlainColons: (n) => inConfigMap('a:b '.repeat(n)),
  longAnnPlainColons: (n) => annotated(`x: ${'a:b '.repeat(n)}`),
  longAnnHash: (n) => annotated(`x: ${'a#b:c'.repeat(n)}`),
  longAnnEscapes: (n) => annotated(`x: "${'\\\\\\"'.repeat(n)}"`),
  longAnnSingle: (n) => annotated(`x: '${"''".repeat(n)}'`),
  longKey: (n) => list(configMap(`\n${repeat(n, (i) => `    ${'k'.repeat(1100)}${i}: v\n    ok: v\n`)}`)),
}
