import { parse } from 'yaml'
import { everyKind, resourceOf } from '../../shim/sources/every-kind.ts'
import type { Choices } from '../choices.ts'

/*
 * Resources of few names, so that they meet: sources of every kind, Certificates of ours and of others, issuers, and what a
 * function has to leave alone.
 */

export function manifests(choices: Choices): readonly object[] {
  return choices.several(4, () => manifest(choices))
}

function manifest(choices: Choices): object {
  const make = choices.of(
    ingress,
    ingress,
    certificate,
    other,
    certificate,
    gateway,
    issuer,
    other,
    anyKind,
    secret,
  )
  return make(choices)
}

const text = (choices: Choices): string => choices.of(...texts)
const name = (choices: Choices): string => choices.of('web', 'web', 'api', 'shop', 'yes', '1')
const secretName = (choices: Choices): string =>
  choices.of('web-tls', 'web-tls', 'api-tls', 'shop-tls', 'no', '0x1', 'a b', '')
const host = (choices: Choices): string =>
  choices.of(
    'example.com',
    'www.example.com',
    '*.example.com',
    '10.0.0.1',
    '2001:db8::1',
    'EXAMPLE.com',
    '${HOST}',
    '',
    'a b',
    '1e3',
  )

/** Words that a reader of YAML can take for something else, and characters that it can trip over. */
const texts: readonly [string, ...string[]] = [
  ...([
    'x',
    'yes',
    'off',
    'null',
    '~',
    '0o17',
    '017',
    '1e3',
    '12:30:45',
    '2001-12-14',
    '0x1F',
    '<<',
    '=',
  ] as const),
  ...[
    'a: b',
    'a #b',
    '- a',
    '"q"',
    "it's",
    '[a',
    '{{ .Values.x }}',
    '${NAME}',
    '&a',
    '*a',
    '!t',
    '|',
    '%x',
    '---',
    '...',
    ' lead',
    'trail ',
  ],
  ...[
    '',
    ' ',
    'two words here',
    'one\ntwo\n',
    'one\n\n  two\n\n\n',
    '\nx',
    'tab\there',
    'a\u2028b',
    'a\u2029b',
    'a\u0085b',
    '\ufeffx',
    'a\ufffeb',
  ],
  ...[
    'a\u0007b',
    'a\u0000b',
    '😀',
    'e\u0301',
    '__proto__',
    'constructor',
    '- apiVersion: v1\n  kind: Secret\n',
    'k'.repeat(1100),
    'a\rb',
    'a\r\nb\r\n',
  ],
  ...[
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: inside\n',
    '---\nkind: Ingress\n',
    '# c\n',
    ': ',
    '? a',
  ],
]

function metadata(choices: Choices, given: Readonly<Record<string, unknown>>, annotations: object): object {
  const labels = choices.oneIn(4) && {
    labels: { app: text(choices), [choices.of('a', 'yes', '__proto__', '1')]: 'x' },
  }
  const path = choices.oneIn(3) && {
    'internal.config.kubernetes.io/path': choices.of(
      'a/in.yaml',
      'b/in.yaml',
      'in.yaml',
      'a/c/in.yaml',
      'a/../in.yaml',
      '../x.yaml',
    ),
  }
  const all = { ...annotations, ...path }
  return {
    ...given,
    ...(choices.oneIn(2) && { namespace: choices.of('prod', 'test', 'default') }),
    ...labels,
    ...(Object.keys(all).length > 0 && { annotations: all }),
  }
}

function asks(choices: Choices): object {
  const issuer = choices.of<object>(
    { 'cert-manager.io/issuer': 'ca' },
    { 'cert-manager.io/cluster-issuer': 'letsencrypt' },
    { 'kubernetes.io/tls-acme': 'true' },
    {},
    { 'cert-manager.io/issuer': text(choices) },
  )
  const more = choices.several(3, () => [choices.of(...annotationKeys), annotationValue(choices)] as const)
  return { ...issuer, ...Object.fromEntries(more) }
}

const annotationKeys: readonly [string, ...string[]] = [
  ...(['cert-manager.io/common-name', 'cert-manager.io/duration', 'cert-manager.io/renew-before'] as const),
  ...[
    'cert-manager.io/alt-names',
    'cert-manager.io/subject-organizations',
    'cert-manager.io/usages',
    'cert-manager.io/ip-sans',
  ],
  ...[
    'cert-manager.io/uri-sans',
    'cert-manager.io/email-sans',
    'cert-manager.io/secret-template',
    'cert-manager.io/isuer',
  ],
  ...[
    'cert-manager.io/private-key-algorithm',
    'cert-manager.io/private-key-size',
    'cert-manager.io/revision-history-limit',
  ],
  ...[
    'ingress-shim.fn.kpt.dev/ignore',
    'acme.cert-manager.io/http01-edit-in-place',
    'example.com/note',
    '__proto__',
    'constructor',
    'yes',
  ],
]

function annotationValue(choices: Choices): unknown {
  return choices.of<unknown>(
    'example.com',
    '2160h',
    text(choices),
    '{"annotations":{"a":"b"},"labels":{"yes":"no"}}',
    'Acme,"Big, Co"',
    'RSA',
    '4096',
    80,
    true,
    null,
    ['x'],
    'host-not-covered: known\n# c',
  )
}

function ingress(choices: Choices): object {
  const blocks = choices.several(3, () => ({
    hosts: choices.several(3, () => host(choices)),
    ...(!choices.oneIn(10) && { secretName: secretName(choices) }),
  }))
  return {
    apiVersion: choices.of(
      'networking.k8s.io/v1',
      'networking.k8s.io/v1',
      'networking.k8s.io/v1beta1',
      'extensions/v1beta1',
    ),
    kind: 'Ingress',
    metadata: metadata(choices, { name: name(choices) }, asks(choices)),
    spec: {
      ...(choices.oneIn(3) && { ingressClassName: text(choices) }),
      rules: choices.several(2, () => ({ host: host(choices) })),
      tls:
        blocks.length > 0 || choices.oneIn(3) ? blocks : [{ hosts: ['example.com'], secretName: 'web-tls' }],
    },
  }
}

function gateway(choices: Choices): object {
  const listeners = choices.several(3, () => ({
    name: choices.of('https', 'web', 'x'),
    port: 443,
    protocol: choices.of('HTTPS', 'HTTPS', 'TLS', 'HTTP'),
    ...(!choices.oneIn(6) && { hostname: host(choices) }),
    tls: {
      mode: choices.of('Terminate', 'Terminate', 'Passthrough'),
      certificateRefs: choices.several(2, () => ({ name: secretName(choices) })),
    },
  }))
  return {
    apiVersion: choices.of('gateway.networking.k8s.io/v1', 'gateway.networking.k8s.io/v1beta1'),
    kind: choices.of('Gateway', 'Gateway', 'ListenerSet'),
    metadata: metadata(choices, { name: name(choices) }, asks(choices)),
    spec: { gatewayClassName: 'nginx', listeners },
  }
}

/** One of ours, up to date or not, or somebody else's. */
function certificate(choices: Choices): object {
  const secret = secretName(choices)
  const mark = choices.of<object>(
    { 'ingress-shim.fn.kpt.dev/source': `${choices.of('Ingress', 'Gateway')}/${name(choices)}` },
    { 'ingress-shim.fn.kpt.dev/source': 'Ingress/gone' },
    {},
    { 'ingress-shim.fn.kpt.dev/source': text(choices) },
  )
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: metadata(
      choices,
      { name: choices.oneIn(4) ? name(choices) : secret },
      { ...mark, ...(choices.oneIn(4) && { note: text(choices) }) },
    ),
    spec: {
      ...(!choices.oneIn(10) && { secretName: secret }),
      issuerRef: {
        name: choices.of('ca', 'letsencrypt', 'yes'),
        kind: choices.of('Issuer', 'ClusterIssuer'),
        group: 'cert-manager.io',
      },
      dnsNames: choices.several(3, () => host(choices)),
      ...(choices.oneIn(2) && { usages: ['digital signature', 'key encipherment'] }),
      ...(choices.oneIn(4) && { duration: choices.of('24h', '2160h0m0s', '90d') }),
      ...(choices.oneIn(4) && { subject: { organizations: [text(choices)] }, commonName: text(choices) }),
      ...(choices.oneIn(4) && {
        secretTemplate: { annotations: { a: text(choices) } },
        [choices.of('future', '__proto__')]: { x: 1 },
      }),
    },
  }
}

function issuer(choices: Choices): object {
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: choices.of('Issuer', 'ClusterIssuer'),
    metadata: metadata(choices, { name: choices.of('ca', 'letsencrypt') }, {}),
    spec: choices.of<object>(
      { ca: { secretName: 'ca' } },
      { selfSigned: {} },
      { acme: { server: 'https://acme.example.com', solvers: [] } },
    ),
  }
}

function secret(choices: Choices): object {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: metadata(choices, { name: secretName(choices) }, {}),
    type: 'kubernetes.io/tls',
    data: { 'tls.crt': 'aGFsbG8=', 'tls.key': '' },
  }
}

function anyKind(choices: Choices): object {
  const [first, ...others] = everyKind
  const kind = first === undefined ? undefined : choices.of(first, ...others)
  const resource: unknown = kind === undefined ? undefined : parse(resourceOf(kind))
  return typeof resource === 'object' && resource !== null ? resource : {}
}

/** What a function has to leave alone: any value under any key. */
function other(choices: Choices): object {
  return {
    apiVersion: choices.of('v1', 'apps/v1', 'example.com/v1'),
    kind: choices.of('ConfigMap', 'Deployment', 'Ingress', 'Thing'),
    metadata: metadata(choices, { name: name(choices) }, choices.oneIn(3) ? { note: text(choices) } : {}),
    data: Object.fromEntries(
      choices.several(4, () => [choices.of('a', 'b', text(choices)), anything(choices, 4)]),
    ),
  }
}

function anything(choices: Choices, depth: number): unknown {
  if (depth === 0 || !choices.oneIn(3))
    return choices.of<unknown>(text(choices), 80, true, null, 1.5, [], {}, 2 ** 53, text(choices), -0)
  if (choices.oneIn(2)) return choices.several(3, () => anything(choices, depth - 1))
  return Object.fromEntries(
    choices.several(3, () => [choices.of('c', 'd', text(choices)), anything(choices, depth - 1)]),
  )
}
