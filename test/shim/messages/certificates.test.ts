import { describe, expect, test } from 'vitest'
import { certificate, list, ours, spec } from '../certificate.ts'
import { ingress, scenario } from '../scenario.ts'

const old = (name = 'old-tls') => certificate({ name, metadata: ours, body: spec.replace('web-tls', name) })
const named = (name: string, { host = `${name}.com`, more = '' } = {}) =>
  ingress({
    name,
    annotations: `cert-manager.io/issuer: ca${more}`,
    tls: `[{hosts: [${host}], secretName: web-tls}]`,
  }).replace('host: example.com', `host: ${host}`)

describe('what is said of a Certificate that no source needs', () => {
  test.each([
    [
      'nothing names its Secret any more',
      list(ingress(), old()),
      [
        'This Certificate is removed: it was generated for a source that is gone or changed, and nothing here names its Secret old-tls any more. To keep such Certificates, set prune: false in the functionConfig.',
      ],
    ],
    [
      'it stores no Secret',
      list(ingress(), certificate({ name: 'old', metadata: ours, body: '\nspec: {dnsNames: [a.com]}' })),
      [
        'This Certificate is removed: it was generated for a source that is gone or changed, and nothing here names a Secret that it stores any more. To keep such Certificates, set prune: false in the functionConfig.',
      ],
    ],
    [
      'it stores no Secret, like the TLS block of a resource that asks for nothing',
      list(
        ingress({ annotations: 'x: y', tls: '[{hosts: [a.com]}]' }),
        certificate({ name: 'old', metadata: ours, body: '\nspec: {dnsNames: [a.com]}' }),
      ),
      [
        'This Certificate is removed: it was generated for a source that is gone or changed, and nothing here names a Secret that it stores any more. To keep such Certificates, set prune: false in the functionConfig.',
      ],
    ],
    [
      'another one serves its Secret',
      list(ingress(), certificate({ metadata: ours }), certificate({ name: 'copy', metadata: ours })),
      [
        'This Certificate is removed: another one serves the Secret web-tls, and cert-manager issues for one Certificate of a Secret only.',
      ],
    ],
    [
      'a resource that asks for nothing names its Secret',
      list(ingress({ annotations: 'x: y', tls: '[{secretName: old-tls}]' }), old()),
      [
        "This Ingress names the Secret old-tls without asking for a certificate. The Certificate old-tls, generated when a source did ask, is kept so that this certificate doesn't expire, but nothing updates it any more. Add cert-manager.io/cluster-issuer or cert-manager.io/issuer here to have it managed again, or delete that Certificate.",
      ],
    ],
    [
      'nothing here could be a source',
      old(),
      [
        'This Certificate was generated for Ingress/web, but there is nothing here that could be a source, so it is kept. Show the whole package to the function, or delete this Certificate if it is no longer needed.',
      ],
    ],
  ])('%s', (_sentence, input, messages) => {
    expect(scenario(input).messages).toEqual(messages)
  })
})

describe('what is said of a Certificate that nobody made for the source', () => {
  test.each([
    [
      'it covers all hosts',
      list(ingress(), certificate({})),
      [
        'A Certificate web-tls that was not made for this Ingress already exists and is left alone. It covers all hosts that are wanted here. Take the issuer annotation off this one to serve with that certificate, or use another secretName here.',
      ],
    ],
    [
      'it covers none of them',
      list(
        ingress({ tls: '[{hosts: [example.com, a.com], secretName: web-tls}]' }).replace(
          'host: example.com',
          'host: example.com}, {host: a.com',
        ),
        certificate({ body: spec.replace('[example.com]', '[x.com]') }),
      ),
      [
        "A Certificate web-tls that was not made for this Ingress already exists and is left alone. It doesn't cover example.com, a.com. Take the issuer annotation off this one to serve with that certificate, or use another secretName here.",
      ],
    ],
    [
      'it covers them by a wildcard and its common name',
      list(
        ingress({ tls: '[{hosts: [a.x.com, b.com], secretName: web-tls}]' }).replace(
          'host: example.com',
          'host: a.x.com}, {host: b.com',
        ),
        certificate({ body: `${spec.replace('[example.com]', '["*.x.com", 7]')}  commonName: b.com\n` }),
      ),
      [
        'A Certificate web-tls that was not made for this Ingress already exists and is left alone. It covers all hosts that are wanted here. Take the issuer annotation off this one to serve with that certificate, or use another secretName here.',
      ],
    ],
  ])('%s', (_sentence, input, messages) => {
    expect(scenario(input).messages).toEqual(messages)
  })
})

describe('what is said of a Secret that several sources want', () => {
  test.each([
    [
      'with other contents',
      list(named('a'), named('b')),
      [
        'The Secret web-tls will hold the certificate of Ingress/a, which asks for other contents, so this Ingress would silently be served that one. Take the issuer annotation off this one if that certificate is meant for both, or use another secretName here.',
      ],
    ],
    [
      'two TLS blocks of one Ingress',
      ingress({
        tls: '[{hosts: [example.com], secretName: web-tls}, {hosts: [example.com], secretName: web-tls}]',
      }),
      [
        'The Secret web-tls is named by spec.tls[0] and again by spec.tls[1], and cert-manager then issues nothing for this Ingress. Give each TLS block a secretName of its own, or put all hosts into one TLS block.',
      ],
    ],
  ])('%s', (_sentence, input, messages) => {
    expect(scenario(input).messages).toEqual(messages)
  })
})
