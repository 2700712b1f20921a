import { expect, test } from 'vitest'
import { policyDenied } from '../../../src/checks/policy-denied.ts'
import { scenario } from '../../shim/scenario.ts'
import { gateway, ruleCases, stream } from '../rule-cases.ts'
import { asking, at, closed, policy } from './policy-cases.ts'

const atHost = (host: string) => `Ingress/web spec.tls[0].hosts[0]: ${host}`
/** Two Ingresses that share one Secret, and with it one Certificate and one CertificateRequest. */
const sharing = { sharedSecrets: 'merge' } as const
const sharers = ['web', 'shop'].map((name) =>
  asking(
    { 'email-sans': `${name}@example.com` },
    { name, tls: `[{hosts: [${name}.example.com], secretName: web-tls}]` },
  ).replace('annotations: {', 'annotations: {ingress-shim.fn.kpt.dev/share: "true", '),
)
const askingHost = (host: string) => asking({}, { tls: `[{hosts: ["${host}"], secretName: web-tls}]` })

ruleCases(policyDenied, {
  hits: [
    ['a host that no value has', stream(askingHost('example.org'), policy()), [atHost('example.org')]],
    ['a host where none is allowed', stream(asking(), policy({ dnsNames: '' })), [atHost('example.com')]],
    [
      'a host where neither values nor rules are there',
      stream(asking(), policy({ dnsNames: '{}' })),
      [atHost('example.com')],
    ],
    [
      'a host where the values are empty',
      stream(asking(), policy({ dnsNames: '{values: []}' })),
      [atHost('example.com')],
    ],
    [
      'a host in other letters, since no case is ignored',
      stream(askingHost('Example.com'), policy()),
      [atHost('Example.com')],
    ],
    [
      'the domain itself, where a dot has to stand before it',
      stream(asking(), policy({ dnsNames: '{values: ["*.example.com"]}' })),
      [atHost('example.com')],
    ],
    [
      'an alternative name, at its annotation',
      stream(asking({ 'alt-names': 'a.org' }), policy()),
      [at('alt-names', 'a.org')],
    ],
    [
      'a common name that is not allowed',
      stream(asking({ 'common-name': 'example.com' }), policy()),
      [at('common-name', 'example.com')],
    ],
    [
      'another common name',
      stream(asking({ 'common-name': 'example.com' }), policy({ allowed: 'commonName: {value: "*.org"}' })),
      [at('common-name', 'example.com')],
    ],
    [
      'a common name that is required',
      stream(asking(), policy({ allowed: 'commonName: {value: "*", required: true}' })),
      [at('common-name')],
    ],
    ['an IP address', stream(asking({ 'ip-sans': '10.0.0.1' }), policy()), [at('ip-sans', '10.0.0.1')]],
    [
      'an IP address of another network',
      stream(asking({ 'ip-sans': '10.0.0.1' }), policy({ allowed: 'ipAddresses: {values: ["192.168.*"]}' })),
      [at('ip-sans', '10.0.0.1')],
    ],
    [
      'an e-mail address',
      stream(asking({ 'email-sans': 'a@b.org' }), policy()),
      [at('email-sans', 'a@b.org')],
    ],
    [
      'an e-mail address of another domain',
      stream(
        asking({ 'email-sans': 'a@b.org' }),
        policy({ allowed: 'emailAddresses: {values: ["*@example.com"]}' }),
      ),
      [at('email-sans', 'a@b.org')],
    ],
    [
      'a required URI',
      stream(asking(), policy({ allowed: 'uris: {values: ["*"], required: true}' })),
      [at('uri-sans')],
    ],
    ...(
      [
        ['subject-organizations', 'organizations'],
        ['subject-organizationalunits', 'organizationalUnits'],
        ['subject-countries', 'countries'],
        ['subject-provinces', 'provinces'],
        ['subject-localities', 'localities'],
        ['subject-postalcodes', 'postalCodes'],
        ['subject-streetaddresses', 'streetAddresses'],
      ] as const
    ).flatMap(([key, field]) => [
      [`${field} of the subject`, stream(asking({ [key]: 'A,B' }), policy()), [at(key, 'A,B')]] as const,
      [
        `one of the ${field} that no value has`,
        stream(asking({ [key]: 'A,B' }), policy({ allowed: `subject: {${field}: {values: [A]}}` })),
        [at(key, 'A,B')],
      ] as const,
      [
        `${field} that are required`,
        stream(asking(), policy({ allowed: `subject: {${field}: {values: [A], required: true}}` })),
        [at(key)],
      ] as const,
    ]),
    [
      'a serial number',
      stream(asking({ 'subject-serialnumber': '7' }), policy()),
      [at('subject-serialnumber', '7')],
    ],
    [
      'another serial number',
      stream(
        asking({ 'subject-serialnumber': '7' }),
        policy({ allowed: 'subject: {serialNumber: {value: "8"}}' }),
      ),
      [at('subject-serialnumber', '7')],
    ],
    ['the default usages, where none are allowed', stream(asking(), policy({ usages: '' })), [at('usages')]],
    [
      'the default usages, where the list is empty',
      stream(asking(), policy({ usages: '[]' })),
      [at('usages')],
    ],
    [
      'the default usages, where others are allowed',
      stream(asking(), policy({ usages: '[digital signature, server auth]' })),
      [at('usages')],
    ],
    [
      'a usage that is annotated',
      stream(asking({ usages: 'client auth' }), policy()),
      [at('usages', 'client auth')],
    ],
    [
      'no duration, where there is a longest',
      stream(asking(), policy({ constraints: 'maxDuration: 2160h' })),
      [at('duration')],
    ],
    [
      'no duration, where there is a shortest',
      stream(asking(), policy({ constraints: 'minDuration: 1h' })),
      [at('duration')],
    ],
    [
      'a longer duration',
      stream(asking({ duration: '2161h' }), policy({ constraints: 'maxDuration: 2160h' })),
      [at('duration', '2161h')],
    ],
    [
      'a shorter duration',
      stream(asking({ duration: '1h' }), policy({ constraints: 'minDuration: 1h1s' })),
      [at('duration', '1h')],
    ],
    [
      'the default key, which is RSA',
      stream(asking(), policy({ constraints: 'privateKey: {algorithm: ECDSA}' })),
      [at('private-key-algorithm')],
    ],
    [
      'the size of the default key, which is 2048',
      stream(asking(), policy({ constraints: 'privateKey: {minSize: 2049}' })),
      [at('private-key-size')],
    ],
    [
      'the default size of ECDSA, which is 256',
      stream(
        asking({ 'private-key-algorithm': 'ECDSA' }),
        policy({ constraints: 'privateKey: {minSize: 384}' }),
      ),
      [at('private-key-size')],
    ],
    [
      'a size that is annotated',
      stream(asking({ 'private-key-size': '4096' }), policy({ constraints: 'privateKey: {maxSize: 3072}' })),
      [at('private-key-size', '4096')],
    ],
    [
      'any least size for Ed25519, whose size is -1',
      stream(
        asking({ 'private-key-algorithm': 'Ed25519' }),
        policy({ constraints: 'privateKey: {minSize: 1}' }),
      ),
      [at('private-key-size')],
    ],
    [
      'a name of a kind that no annotation asks for, where one is required',
      stream(asking(), policy({ allowed: 'otherNames: [{oid: 1.3.6.1, required: true}]' })),
      [at('common-name')],
    ],
    [
      'a Certificate for each Secret',
      stream(
        asking(
          {},
          {
            tls: '[{hosts: [a.org], secretName: a}, {hosts: [example.com], secretName: b}, {hosts: [b.org], secretName: c}]',
          },
        ),
        policy(),
      ),
      ['Ingress/web spec.tls[0].hosts[0]: a.org', 'Ingress/web spec.tls[2].hosts[0]: b.org'],
    ],
    [
      'two policies that both deny it',
      stream(asking(), closed, policy({ usages: '' })),
      [atHost('example.com')],
    ],
    [
      'a source with something else wrong',
      stream(asking({ duration: '90d' }), policy({ usages: '' })),
      [at('usages')],
    ],
    [
      'a Gateway',
      stream(gateway(), policy({ dnsNames: '' })),
      ['Gateway/web spec.listeners[0].hostname: example.com'],
    ],
    [
      'a policy that denies, although a plugin would be asked as well',
      stream(asking(), policy({ usages: '', spec: 'plugins: {rego: {}}' })),
      [at('usages')],
    ],
    [
      'a host of the second source that shares a Secret, where that names it',
      stream(
        ...sharers,
        policy({ dnsNames: '{values: [web.example.com]}', allowed: 'emailAddresses: {values: ["*"]}' }),
      ),
      ['Ingress/shop spec.tls[0].hosts[0]: shop.example.com'],
      sharing,
    ],
    [
      'an email address of the second source that shares a Secret, at its annotation',
      stream(
        ...sharers,
        policy({ dnsNames: '{values: ["*"]}', allowed: 'emailAddresses: {values: ["web@*"]}' }),
      ),
      ['Ingress/shop metadata.annotations[cert-manager.io/email-sans]: shop@example.com'],
      sharing,
    ],
    [
      'a shared Secret each half of which another policy allows, once',
      stream(
        ...sharers,
        ...['web', 'shop'].map((name) =>
          policy({
            name,
            dnsNames: `{values: [${name}.example.com]}`,
            allowed: 'emailAddresses: {values: ["*"]}',
          }),
        ),
      ),
      ['Ingress/web spec.tls[0].hosts[0]: web.example.com'],
      sharing,
    ],
    [
      'what is the same for all that share a Secret, once',
      stream(
        ...sharers,
        policy({ usages: '', dnsNames: '{values: ["*"]}', allowed: 'emailAddresses: {values: ["*"]}' }),
      ),
      ['Ingress/web metadata.annotations[cert-manager.io/usages]'],
      sharing,
    ],
  ],
  misses: [
    ['what the policy allows', stream(asking(), policy())],
    [
      'two sources that share a Secret, where it allows all names of both',
      stream(...sharers, policy({ dnsNames: '{values: ["*"]}', allowed: 'emailAddresses: {values: ["*"]}' })),
      sharing,
    ],
    [
      'a star that stands for dots, too',
      stream(askingHost('a.b.example.com'), policy({ dnsNames: '{values: ["*.example.com"]}' })),
    ],
    [
      'a wildcard that a star stands for',
      stream(askingHost('*.example.com'), policy({ dnsNames: '{values: ["*.example.com"]}' })),
    ],
    [
      'a value that nobody asks for',
      stream(asking(), policy({ allowed: 'emailAddresses: {values: ["*"]}' })),
    ],
    [
      'an allowed common name',
      stream(
        asking({ 'common-name': 'example.com' }),
        policy({ allowed: 'commonName: {value: "*.com", required: true}' }),
      ),
    ],
    [
      'an allowed IP address',
      stream(asking({ 'ip-sans': '10.0.0.1' }), policy({ allowed: 'ipAddresses: {values: ["10.*"]}' })),
    ],
    [
      'an allowed subject',
      stream(
        asking({ 'subject-organizations': 'A,B', 'subject-serialnumber': '7' }),
        policy({ allowed: 'subject: {organizations: {values: ["*"]}, serialNumber: {value: "7"}}' }),
      ),
    ],
    ['fewer usages than are allowed', stream(asking({ usages: 'digital signature' }), policy())],
    ['usages by a glob', stream(asking(), policy({ usages: '["*"]' }))],
    [
      'a policy for CAs, since no source asks to be one',
      stream(asking(), policy({ allowed: 'isCA: false' })),
    ],
    [
      'the longest duration',
      stream(
        asking({ duration: '2160h' }),
        policy({ constraints: 'maxDuration: 2160h, minDuration: 2160h' }),
      ),
    ],
    [
      'the default key',
      stream(asking(), policy({ constraints: 'privateKey: {algorithm: RSA, minSize: 2048, maxSize: 2048}' })),
    ],
    [
      'an ECDSA key',
      stream(
        asking({ 'private-key-algorithm': 'ECDSA' }),
        policy({ constraints: 'privateKey: {algorithm: ECDSA, minSize: 256, maxSize: 256}' }),
      ),
    ],
    [
      'a greatest size for Ed25519',
      stream(
        asking({ 'private-key-algorithm': 'Ed25519' }),
        policy({ constraints: 'privateKey: {maxSize: 256}' }),
      ),
    ],
    ['one of several policies that allows it', stream(asking(), closed, policy())],
    [
      'a policy that is for no such issuer',
      stream(asking(), policy({ usages: '', selector: '{issuerRef: {name: ca}}' })),
    ],
    [
      'a policy for a package alone',
      stream(
        asking(),
        policy({ usages: '', metadata: 'annotations: {config.kubernetes.io/local-config: "true"}' }),
      ),
    ],
    ['a list without policies', asking()],
    [
      'a policy of another group',
      stream(asking(), closed.replace('policy.cert-manager.io', 'policy.example.com')),
    ],
    [
      'a resource that asks for nothing',
      stream(asking().replaceAll('cert-manager.io/', 'example.com/'), closed),
    ],
    ['a host that is filled in later', stream(askingHost('${HOST}'), policy({ dnsNames: '' }))],
    [
      'a host that a value may become',
      stream(askingHost('example.org'), policy({ dnsNames: '{values: ["*.${DOMAIN}"]}' })),
    ],
    ['an issuer that is filled in later', stream(asking({ 'cluster-issuer': '${ISSUER}' }), closed)],
    ['a namespace that is filled in later', stream(asking({}, { namespace: '${NS}' }), closed)],
    [
      'a duration that is filled in later',
      stream(asking({ duration: '24h' }), policy({ constraints: 'maxDuration: "${MAX}"' })),
    ],
    [
      'a policy that may be for another issuer',
      stream(asking(), policy({ usages: '', selector: '{issuerRef: {name: "${ISSUER}"}}' })),
    ],
  ],
  reads: [
    stream(
      asking({ 'common-name': 'example.com' }),
      policy({
        name: 'b',
        usages: '',
        allowed: 'commonName: {value: "*.example.com"}',
        constraints: 'maxDuration: 24h',
      }),
      policy({ name: 'a', dnsNames: '' }),
    ),
    'approver-policy would deny the Certificate web-tls, which is then never issued. ' +
      'CertificateRequestPolicy a: spec.allowed.commonName does not allow example.com (it allows none); spec.allowed.dnsNames does not allow example.com (it allows none). ' +
      'CertificateRequestPolicy b: spec.allowed.commonName does not allow example.com (it allows *.example.com); spec.allowed.usages does not allow digital signature, key encipherment (it allows none); spec.constraints.maxDuration is 24h0m0s, and no duration is asked for. ' +
      'Ask for what one of them allows, or change the policy.',
  ],
})

test('the Certificate is written all the same', () => {
  expect(scenario(stream(asking(), closed)).changes).toEqual(['create web-tls'])
})
