import { expect, test } from 'vitest'
import { domainNotAllowed } from '../../src/checks/domain-not-allowed.ts'
import { scenario } from '../shim/scenario.ts'
import { gateway, ingress, ruleCases } from './rule-cases.ts'

const team = { namespaces: ['team-*'], issuers: ['ca'], domains: ['*.example.com'] }
const asking = (hosts: string, annotations = '', namespace = 'team-a') =>
  ingress({
    namespace,
    annotations: `cert-manager.io/issuer: ca${annotations === '' ? '' : `, ${annotations}`}`,
    tls: `[{hosts: [${hosts}], secretName: web-tls}]`,
  })
const atHost = (index: number, host: string) => `Ingress/web spec.tls[0].hosts[${index}]: ${host}`
const atAnnotation = (key: string, value: string) =>
  `Ingress/web metadata.annotations[cert-manager.io/${key}]: ${value}`

ruleCases(domainNotAllowed, {
  hits: [
    ['a host of another domain', asking('a.example.org'), [atHost(0, 'a.example.org')], { allow: [team] }],
    [
      'each name once',
      asking('a.org, b.example.com, c.org, a.org'),
      [atHost(0, 'a.org'), atHost(2, 'c.org')],
      { allow: [team] },
    ],
    [
      'the domain itself, where a dot has to stand before it',
      asking('example.com'),
      [atHost(0, 'example.com')],
      { allow: [team] },
    ],
    [
      'a host that only ends like one',
      asking('a.example.com.evil.org'),
      [atHost(0, 'a.example.com.evil.org')],
      { allow: [team] },
    ],
    ['a wildcard', asking('"*.org"'), [atHost(0, '*.org')], { allow: [team] }],
    [
      'an alternative name',
      asking('a.example.com', 'cert-manager.io/alt-names: "b.example.com,b.org"'),
      [atAnnotation('alt-names', 'b.example.com,b.org')],
      { allow: [team] },
    ],
    [
      'an IP address',
      asking('a.example.com', 'cert-manager.io/ip-sans: "10.0.0.1"'),
      [atAnnotation('ip-sans', '10.0.0.1')],
      { allow: [team] },
    ],
    [
      'a common name',
      asking('a.example.com', 'cert-manager.io/common-name: b.org'),
      [atAnnotation('common-name', 'b.org')],
      { allow: [team] },
    ],
    [
      'an e-mail address',
      asking('a.example.com', 'cert-manager.io/email-sans: a@b.org'),
      [atAnnotation('email-sans', 'a@b.org')],
      { allow: [team] },
    ],
    [
      'a URI of a Route, the only kind that can ask for one',
      `
apiVersion: route.openshift.io/v1
kind: Route
metadata: {name: web, namespace: team-a, annotations: {cert-manager.io/issuer: ca, cert-manager.io/uri-sans: spiffe://a}}
spec: {host: a.example.com, tls: {termination: edge, externalCertificate: {name: web-tls}}}
`,
      ['Route/web metadata.annotations[cert-manager.io/uri-sans]: spiffe://a'],
      { allow: [team] },
    ],
    [
      'a name that only an entry for another issuer has',
      asking('a.org'),
      [atHost(0, 'a.org')],
      { allow: [team, { namespaces: ['team-a'], issuers: ['vault'], domains: ['a.org'] }] },
    ],
    [
      'a name that only an entry for another namespace has',
      asking('a.org'),
      [atHost(0, 'a.org')],
      { allow: [team, { namespaces: ['prod'], issuers: ['ca'], domains: ['a.org'] }] },
    ],
    [
      'the name that no entry has, where each other one is in some',
      asking('a.example.com, a.net, a.org'),
      [atHost(2, 'a.org')],
      { allow: [team, { domains: ['*.net'] }] },
    ],
    [
      'the names beside the entry that has most, where no single one has all',
      asking('a.example.com, b.example.com, a.net'),
      [atHost(2, 'a.net')],
      { allow: [{ domains: ['*.net'] }, team] },
    ],
    [
      'every name where the list of domains is empty',
      asking('a.com'),
      [atHost(0, 'a.com')],
      { allow: [{ domains: [] }] },
    ],
    [
      'the hostname of a listener',
      gateway(),
      ['Gateway/web spec.listeners[0].hostname: example.com'],
      { allow: [{ domains: ['*.org'] }] },
    ],
  ],
  misses: [
    ['any name where the setting is empty', asking('a.org'), { allow: [] }],
    ['any name where the entry has no domains', asking('a.org'), { allow: [{ issuers: ['ca'] }] }],
    ['a host of the domain', asking('a.example.com'), { allow: [team] }],
    [
      'a host with several labels before it, since a star stands for dots too',
      asking('a.b.example.com'),
      { allow: [team] },
    ],
    ['a wildcard of the domain', asking('"*.example.com"'), { allow: [team] }],
    ['a domain in capital letters', asking('a.example.com'), { allow: [{ domains: ['*.EXAMPLE.com'] }] }],
    [
      'names that a later entry has all of',
      asking('a.net, b.net'),
      { allow: [team, { domains: ['*.net'] }] },
    ],
    ['a star in the middle', asking('api.eu.example.com'), { allow: [{ domains: ['api.*.example.com'] }] }],
    [
      'an issuer that is not allowed, which another rule says',
      asking('a.org', '', 'prod'),
      { allow: [team] },
    ],
    ['a host that is filled in later', asking('"a.${DOMAIN}"'), { allow: [team] }],
    ['a namespace that is filled in later', asking('a.org', '', '${NS}'), { allow: [team] }],
    ['a resource that asks for nothing', ingress({ annotations: '' }), { allow: [{ domains: [] }] }],
  ],
  reads: [
    asking('a.org'),
    'The functionConfig does not allow this Ingress in the namespace team-a a Certificate of ca for "a.org": it allows *.example.com. Remove the name, or add it to an entry of allow that has all names of this Ingress.',
    { allow: [team] },
  ],
  alsoReads: [
    [
      asking('a.org', '', ''),
      'The functionConfig does not allow this Ingress a Certificate of ca for "a.org": it allows *.example.com, example.com; or no name at all. Remove the name, or add it to an entry of allow that has all names of this Ingress.',
      { allow: [{ domains: ['*.example.com', 'example.com'] }, { domains: [] }] },
    ],
  ],
})

test('the Certificate is written all the same', () => {
  expect(scenario(asking('a.org'), { allow: [team] }).changes).toEqual(['create web-tls'])
})
