import { describe, expect, test } from 'vitest'
import type { Options } from '../../../src/shim/options.ts'
import { certificate, list, spec } from '../certificate.ts'
import { ingress, scenario } from '../scenario.ts'

const merge = { sharedSecrets: 'merge', rules: { 'host-not-routed': 'off' } } as const
const shared = (name: string, more = '') =>
  ingress({
    name,
    annotations: `cert-manager.io/issuer: ca, ingress-shim.fn.kpt.dev/share: "true"${more}`,
    tls: `[{hosts: [${name}.com], secretName: web-tls}]`,
  }).replace('host: example.com', `host: ${name}.com`)
const made = (sources: string, names: string, more = '') =>
  certificate({
    metadata: `  annotations: {ingress-shim.fn.kpt.dev/source: "${sources}"}\n`,
    body: `${spec.replace('[example.com]', `[${names}]`)}${more}`,
  })

describe('what is said of names that a shared Certificate loses', () => {
  test.each<
    readonly [sentence: string, input: string, options: Partial<Options>, messages: readonly string[]]
  >([
    [
      'one name of one source',
      list(shared('a'), made('Ingress/a,Ingress/b', 'a.com, b.com')),
      merge,
      [
        'b.com goes from this Certificate, since Ingress/b no longer shares the Secret web-tls. The certificate is issued anew without it: make sure that nobody serves it with this Secret any more.',
      ],
    ],
    [
      'two names of two sources',
      list(shared('a'), made('Ingress/a,Ingress/b,Ingress/c', 'a.com, b.com, c.com, 7')),
      merge,
      [
        'b.com, c.com go from this Certificate, since Ingress/b and Ingress/c no longer share the Secret web-tls. The certificate is issued anew without them: make sure that nobody serves them with this Secret any more.',
      ],
    ],
    [
      'a name in other letters, which stays',
      list(shared('a'), made('Ingress/a,Ingress/b', 'A.com, b.com')),
      merge,
      [
        'b.com goes from this Certificate, since Ingress/b no longer shares the Secret web-tls. The certificate is issued anew without it: make sure that nobody serves it with this Secret any more.',
      ],
    ],
    [
      'names of a wrong type, of which nothing is said',
      list(shared('a'), made('Ingress/a,Ingress/b', 'a.com', '  uris: urn:x\n')),
      merge,
      [],
    ],
    [
      'names of a source that changes its mind, of which nothing is said',
      list(shared('a'), made('Ingress/a', 'a.com, old.com')),
      merge,
      [],
    ],
  ])('%s', (_sentence, input, options, messages) => {
    expect(scenario(input, options).messages).toEqual(messages)
  })
})

describe('what is said of sources that cannot share a Secret', () => {
  test.each<
    readonly [sentence: string, input: string, options: Partial<Options>, messages: readonly string[]]
  >([
    [
      'other issuers of other kinds and groups',
      list(
        shared('a'),
        shared('b').replace(
          'issuer: ca',
          'issuer: cb, cert-manager.io/issuer-kind: StepIssuer, cert-manager.io/issuer-group: certmanager.step.sm',
        ),
      ),
      merge,
      [
        'Ingress/b and Ingress/a share the Secret web-tls, which has one Certificate, but spec.issuerRef is StepIssuer cb of certmanager.step.sm in the first and Issuer ca in the second. Until then, its certificate is that of Ingress/a alone, without the hosts of this one. Make the two the same, or use another secretName here.',
      ],
    ],
    [
      'lists of usages',
      list(shared('a'), shared('b', ', cert-manager.io/usages: "any,server auth"')),
      merge,
      [
        'Ingress/b and Ingress/a share the Secret web-tls, which has one Certificate, but spec.usages is ["any","server auth"] in the first and ["digital signature","key encipherment"] in the second. Until then, its certificate is that of Ingress/a alone, without the hosts of this one. Make the two the same, or use another secretName here.',
      ],
    ],
    [
      'an annotation of each Certificate',
      list(
        shared('a', ', acme.cert-manager.io/http01-ingress-class: x'),
        shared('b', ', acme.cert-manager.io/http01-ingress-class: y'),
      ),
      merge,
      [
        'Ingress/b and Ingress/a share the Secret web-tls, which has one Certificate, but the annotation acme.cert-manager.io/http01-override-ingress-class is y in the first and x in the second. Until then, its certificate is that of Ingress/a alone, without the hosts of this one. Make the two the same, or use another secretName here.',
      ],
    ],
    [
      'a third one beside',
      list(shared('a'), shared('b', ', cert-manager.io/duration: 24h'), shared('c')),
      merge,
      [
        'Ingress/b and Ingress/a share the Secret web-tls, which has one Certificate, but spec.duration is 24h0m0s in the first and not set in the second. Until then, its certificate is that of Ingress/a alone, without the hosts of this one. Make the two the same, or use another secretName here.',
        "The Secret web-tls can't be shared as long as Ingress/b and Ingress/a differ in spec.duration. Until then, its certificate is that of Ingress/a alone, without the hosts of this one. Make those two the same, or use another secretName here.",
      ],
    ],
    [
      'without the annotation of the first',
      list(shared('a').replace(', ingress-shim.fn.kpt.dev/share: "true"', ''), shared('b')),
      merge,
      [
        'The Secret web-tls will hold the certificate of Ingress/a, which asks for other contents, so this Ingress would silently be served that one. Take the issuer annotation off this one if that certificate is meant for both, or use another secretName here. To have one Certificate for both, annotate Ingress/a with ingress-shim.fn.kpt.dev/share: "true" too.',
      ],
    ],
    [
      'without the setting',
      list(shared('a'), shared('b')),
      { rules: { 'host-not-routed': 'off' } },
      [
        'The Secret web-tls will hold the certificate of Ingress/a, which asks for other contents, so this Ingress would silently be served that one. Take the issuer annotation off this one if that certificate is meant for both, or use another secretName here. To have one Certificate for both, set sharedSecrets: merge in the functionConfig.',
      ],
    ],
  ])('%s', (_sentence, input, options, messages) => {
    expect(scenario(input, options).messages).toEqual(messages)
  })
})
