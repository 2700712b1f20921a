import { describe, expect, test } from 'vitest'
import { scenario } from '../../shim/scenario.ts'
import { ingress, issuer, stream } from '../rule-cases.ts'

const with01 = (challenge: string) => (selector: string) => `{${challenge}, selector: {${selector}}}`
const http = with01('http01: {ingress: {}}')
const dns = with01('dns01: {route53: {}}')

/** Which of these solvers cert-manager uses for a host, `none` where no solver is for it: what two rules say of an HTTP-01 annotation. */
function chosen(host: string, ...solvers: readonly string[]): string {
  const source = ingress({
    labels: 'team: shop, stage: live',
    annotations:
      'cert-manager.io/cluster-issuer: letsencrypt, acme.cert-manager.io/http01-ingress-class: nginx',
    tls: `[{hosts: ["${host}"], secretName: web-tls}]`,
  })
  const { findings } = scenario(stream(source, issuer({ solvers: `[${solvers.join(', ')}]` })))
  if (findings.some((finding) => finding.startsWith('warning acme-http01-unused'))) return 'DNS-01'
  return findings.some((finding) => finding.startsWith('error acme-solver-missing')) ? 'none' : 'HTTP-01'
}

describe('a host gets', () => {
  test.each([
    ['the first of two without a selector', 'DNS-01', 'a.example.com', dns(''), http('')],
    ['the first of two, whichever that is', 'HTTP-01', 'a.example.com', http(''), dns('')],
    ['the first of three', 'HTTP-01', 'a.example.com', http(''), http(''), dns('')],
    [
      'the first of two for its zone',
      'DNS-01',
      'a.example.com',
      dns('dnsZones: [example.com]'),
      http('dnsZones: [example.com]'),
    ],
    [
      'the first of two for its name',
      'DNS-01',
      'a.example.com',
      dns('dnsNames: [a.example.com]'),
      http('dnsNames: [a.example.com]'),
    ],
    [
      'one for its zone before one without a selector',
      'DNS-01',
      'a.example.com',
      http(''),
      dns('dnsZones: [example.com]'),
    ],
    [
      'one for its labels before one without a selector',
      'DNS-01',
      'a.example.com',
      http(''),
      dns('matchLabels: {team: shop}'),
    ],
    [
      'one for its name before one for its zone',
      'DNS-01',
      'a.example.com',
      http('dnsZones: [a.example.com]'),
      dns('dnsNames: [a.example.com]'),
    ],
    [
      'one for its name before one for its labels',
      'DNS-01',
      'a.example.com',
      http('matchLabels: {team: shop, stage: live}'),
      dns('dnsNames: [a.example.com]'),
    ],
    [
      'one for its zone before one for its labels',
      'DNS-01',
      'a.example.com',
      http('matchLabels: {team: shop, stage: live}'),
      dns('dnsZones: [com]'),
    ],
    [
      'one for a longer zone',
      'DNS-01',
      'a.example.com',
      http('dnsZones: [com]'),
      dns('dnsZones: [org, example.com]'),
    ],
    [
      'one for a longer zone, also where it comes first',
      'DNS-01',
      'a.example.com',
      dns('dnsZones: [com, example.com]'),
      http('dnsZones: [com]'),
    ],
    [
      'one for more labels',
      'DNS-01',
      'a.example.com',
      http('matchLabels: {team: shop}'),
      dns('matchLabels: {team: shop, stage: live}'),
    ],
    [
      'one for its zone and labels before one for its zone',
      'DNS-01',
      'a.example.com',
      http('dnsZones: [example.com]'),
      dns('dnsZones: [example.com], matchLabels: {team: shop}'),
    ],
    [
      'no one for other labels, though it is for its zone',
      'HTTP-01',
      'a.example.com',
      http(''),
      dns('dnsZones: [example.com], matchLabels: {team: ops}'),
    ],
    [
      'no one for another zone, though it is for its name',
      'HTTP-01',
      'a.example.com',
      http(''),
      dns('dnsNames: [a.example.com], dnsZones: [example.org]'),
    ],
    [
      'no one for a label that it does not have',
      'none',
      'a.example.com',
      dns('matchLabels: {constructor: x}'),
    ],
    ['no one for a zone that only ends like its own', 'none', 'a.example.com', dns('dnsZones: [ample.com]')],
    ['no one for a zone below it', 'none', 'example.com', dns('dnsZones: [a.example.com]')],
    ['no one for an empty zone', 'none', 'a.example.com', dns('dnsZones: [""]')],
    ['any solver whose zone is of the wrong type', 'DNS-01', 'a.example.com', dns('dnsZones: [5]')],
    [
      'no one for a name in capital letters, which nothing is compared with',
      'none',
      'A.example.com',
      dns('dnsNames: [A.example.com]'),
    ],
    ['one for its name in small letters', 'DNS-01', 'A.example.com', dns('dnsNames: [a.example.com]')],
    [
      'one for its zone, in capital letters and with a dot behind',
      'DNS-01',
      'a.example.com',
      dns('dnsZones: [EXAMPLE.com.]'),
    ],
    ['one for the zone that it is itself', 'DNS-01', 'example.com', dns('dnsZones: [example.com]')],
    ['one of two zones', 'DNS-01', 'a.example.com', dns('dnsZones: [example.com, example.org]')],
    [
      'DNS-01 for a wildcard, whatever comes first',
      'DNS-01',
      '*.example.com',
      http('dnsNames: ["*.example.com"]'),
      dns(''),
    ],
    ['HTTP-01 for an address, whatever comes first', 'HTTP-01', '203.0.113.7', dns(''), http('')],
  ])('%s', (_sentence, expected, host, ...solvers) => {
    expect(chosen(host, ...solvers)).toBe(expected)
  })
})

test.each([
  ['a zone', 'dnsZones: ["${ZONE}"]'],
  ['a name', 'dnsNames: ["${HOST}"]'],
  ['the value of a label', 'matchLabels: {team: "${TEAM}"}'],
  ['the key of a label', 'matchLabels: {"${KEY}": shop}'],
])('nobody knows which it is where %s is filled in later', (_what, selector) => {
  expect(chosen('a.example.com', dns(''), http(selector))).toBe('HTTP-01')
})

test.each([
  ['solvers that are no list', 'solvers: {}'],
  ['a solver that is no mapping', 'solvers: [dns01]'],
  ['challenges that are no mapping', 'solvers: [{dns01: route53, http01: ingress}]'],
  ['a solver by HTTP-01 of an unknown sort', 'solvers: [{http01: {pod: {}}}]'],
])('%s are none', (_what, acme) => {
  const { findings } = scenario(
    stream(ingress(), issuer({ spec: `acme: {server: https://ca.example.com/acme, ${acme}}` })),
  )
  expect(findings).toEqual(['error acme-solver-missing spec.tls[0].hosts[0]'])
})
