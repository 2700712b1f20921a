import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isHost } from '../../src/checks/facts/hosts/host-text.ts'
import { hostInvalid } from '../../src/checks/host-invalid.ts'
import { gateway, ingress, ruleCases, virtualServer } from './rule-cases.ts'

const tls = (host: string) =>
  ingress({ tls: `[{hosts: [${JSON.stringify(host)}], secretName: web-tls}]`, spec: '' })
const inTls = (host: string, proposed?: string) => [
  `Ingress/web spec.tls[0].hosts[0]: ${host}${proposed === undefined ? '' : ` -> ${proposed}`}`,
]
const altNames = (names: string) =>
  ingress({ annotations: `cert-manager.io/issuer: ca, cert-manager.io/alt-names: "${names}"` })
const tlsOfApisix = (host: string) => `
apiVersion: apisix.apache.org/v2
kind: ApisixTls
metadata: {name: web, namespace: prod, annotations: {cert-manager.io/issuer: ca}}
spec: {hosts: ["${host}"], secret: {name: web-tls, namespace: prod}}
`
const inAltNames = (names: string, proposed?: string) => [
  `Ingress/web metadata.annotations[cert-manager.io/alt-names]: ${names}${proposed === undefined ? '' : ` -> ${proposed}`}`,
]

ruleCases(hostInvalid, {
  hits: [
    ['a host with capital letters', tls('Example.com'), inTls('Example.com', 'example.com')],
    ['a URL', tls('https://example.com/shop'), inTls('https://example.com/shop', 'example.com')],
    ['a host with a port', tls('example.com:443'), inTls('example.com:443', 'example.com')],
    ['a host with a dot at its end', tls('example.com.'), inTls('example.com.', 'example.com')],
    ['a host with blanks around it', tls(' example.com'), inTls(' example.com', 'example.com')],
    ['a host beyond ASCII', tls('bücher.example'), inTls('bücher.example', 'xn--bcher-kva.example')],
    ['a host with an underscore', tls('my_shop.example.com'), inTls('my_shop.example.com')],
    ['an empty host', tls(''), inTls('')],
    ['a wildcard that is part of a label', tls('a*.example.com'), inTls('a*.example.com')],
    ['a wildcard alone', tls('*'), inTls('*')],
    ['an IPv6 address in a TLS block', tls('2001:db8::1'), inTls('2001:db8::1')],
    [
      'the host of a rule',
      ingress({ spec: 'rules: [{host: example.com}, {host: Shop.example.com}]' }),
      ['Ingress/web spec.rules[1].host: Shop.example.com -> shop.example.com'],
    ],
    [
      'an IP address as the host of a rule',
      ingress({ spec: 'rules: [{host: 10.0.0.1}]' }),
      ['Ingress/web spec.rules[0].host: 10.0.0.1'],
    ],
    [
      'a host of a TLS block beside that of a rule',
      ingress({
        spec: 'rules: [{host: A-b.example.com}]',
        tls: '[{hosts: [c_d.example.com], secretName: s}]',
      }),
      [
        'Ingress/web spec.tls[0].hosts[0]: c_d.example.com',
        'Ingress/web spec.rules[0].host: A-b.example.com -> a-b.example.com',
      ],
    ],
    [
      'an address as the host of a VirtualServer, whose certificate would have it for a DNS name',
      virtualServer({ host: '10.0.0.1' }),
      ['VirtualServer/web spec.host: 10.0.0.1'],
    ],
    [
      'the hostname of a listener',
      gateway({
        listeners:
          '[{name: l, hostname: A.com, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: s}]}}]',
      }),
      ['Gateway/web spec.listeners[0].hostname: A.com -> a.com'],
    ],
    [
      'blanks after the commas of alt-names',
      altNames('a.example.com, b.example.com'),
      inAltNames('a.example.com, b.example.com', 'a.example.com,b.example.com'),
    ],
    [
      'a comma too many in alt-names',
      altNames('a.example.com,'),
      inAltNames('a.example.com,', 'a.example.com'),
    ],
    ['a URL in alt-names', altNames('spiffe://a/b'), inAltNames('spiffe://a/b')],
    ...['*', '*x.example.com', 'a.*.example.com', '.example.com', 'https://', 'a b'].map(
      (name) => [`${name} in alt-names`, altNames(name), inAltNames(name)] as const,
    ),
    ['a dot at the end of alt-names', altNames('a.com.'), inAltNames('a.com.', 'a.com')],
    ['a path in alt-names', altNames('a.com/b'), inAltNames('a.com/b', 'a.com')],
    ['a port in alt-names', altNames('a.com:443'), inAltNames('a.com:443', 'a.com')],
    ['nothing but commas in alt-names', altNames(','), inAltNames(',')],
    [
      'nothing but a blank between commas in alt-names',
      altNames('a.com, ,b.com'),
      inAltNames('a.com, ,b.com', 'a.com,b.com'),
    ],
    [
      'blanks in alt-names beside a name that is filled in later, which nobody can tidy yet',
      altNames('a.com, b.com,${NAME}'),
      inAltNames('a.com, b.com,${NAME}'),
    ],
    ['an IP address in alt-names', altNames('a.com,10.0.0.1'), inAltNames('a.com,10.0.0.1')],
  ],
  misses: [
    ['a DNS name', tls('shop-1.example.com')],
    ['a wildcard', tls('*.example.com')],
    ['an IPv4 address in a TLS block, which has the form of a DNS name', tls('10.0.0.1')],
    ['an IPv6 address where the API server looks at no host', tlsOfApisix('2001:db8::1')],
    ['a rule without a host', ingress({ spec: 'rules: [{http: {}}]' })],
    ['alt-names that are filled in later', altNames('${NAMES}, <path:a b>')],
    ['a wildcard in alt-names', altNames('*.example.com')],
    ['capital letters and underscores in alt-names, which work', altNames('A_b.Example.com')],
    ['alt-names where nothing is issued', altNames('a, b').replace(/tls: .*/, '')],
    ['an Ingress that asks for no Certificates', ingress({ annotations: '', tls: '[{hosts: [A.com]}]' })],
  ],
  reads: [
    tls('https://example.com'),
    '"https://example.com" is not a valid hostname: it is a URL, and only its host belongs here. The API server refuses this Ingress because of it. Write example.com.',
  ],
  alsoReads: [
    [
      tlsOfApisix('my_shop.example.com'),
      '"my_shop.example.com" is not a valid hostname: it has an underscore. A certificate for it is refused or useless. Fix or remove it.',
    ],
    [
      virtualServer({ host: '10.0.0.1' }),
      '"10.0.0.1" is not a valid hostname: it is an IP address. A certificate for it is refused or useless. Fix or remove it.',
    ],
    [
      ingress({ spec: 'rules: [{host: 10.0.0.1}]' }),
      '"10.0.0.1" is not a valid hostname: it is an IP address. The API server refuses this Ingress because of it. Name addresses in cert-manager.io/ip-sans.',
    ],
    [
      tls('2001:db8::1'),
      '"2001:db8::1" is not a valid hostname: it is an IPv6 address. The API server refuses this Ingress because of it. Name addresses in cert-manager.io/ip-sans.',
    ],
    [
      tls('my_shop.example.com'),
      '"my_shop.example.com" is not a valid hostname: it has an underscore. The API server refuses this Ingress because of it. Fix or remove it.',
    ],
    [
      altNames('a.example.com, b.example.com'),
      '" b.example.com" in cert-manager.io/alt-names of this Ingress is not a valid DNS name: it has blanks in it. cert-manager copies the value as it is, so the certificate is refused or useless for that name. Write a.example.com,b.example.com.',
    ],
    [
      altNames('spiffe://a/b,spiffe://c/d'),
      '"spiffe://a/b", "spiffe://c/d" in cert-manager.io/alt-names of this Ingress are not valid DNS names: it is a URL, and only its host belongs here. cert-manager copies the value as it is, so the certificate is refused or useless for that name. Separate DNS names by commas, without blanks.',
    ],
    [
      altNames('a.com,10.0.0.1'),
      '"10.0.0.1" in cert-manager.io/alt-names of this Ingress is not a valid DNS name: it is an IP address, which belongs in cert-manager.io/ip-sans. cert-manager copies the value as it is, so the certificate is refused or useless for that name. Separate DNS names by commas, without blanks.',
    ],
  ],
})

test('a host is what the pattern of the API server matches', () => {
  const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/
  const anyText = fc.string({ unit: fc.constantFrom('a', '0', '-', '.', '*', 'A') })
  fc.assert(
    fc.property(anyText, (text) => {
      expect(isHost(text)).toBe(subdomain.test(text.startsWith('*.') ? text.slice(2) : text))
    }),
  )
})

test('a host has 253 characters at most', () => {
  const long = 'a.'.repeat(126)
  expect([isHost(`${long}b`), isHost(`${long}bc`)]).toEqual([true, false])
})
