import { acmeRedundantName } from '../../src/checks/acme-redundant-name.ts'
import { gateway, ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const dns01 = issuer({ solvers: '[{dns01: {route53: {}}}]' })
const asking = (hosts: string, altNames = '') =>
  ingress({
    annotations: `cert-manager.io/cluster-issuer: letsencrypt${altNames === '' ? '' : `, cert-manager.io/alt-names: "${altNames}"`}`,
    tls: `[{hosts: [${hosts}], secretName: web-tls}]`,
  })
const listener = (name: string, hostname: string, secret: string) =>
  `{name: ${name}, hostname: "${hostname}", port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: ${secret}}]}}`

ruleCases(acmeRedundantName, {
  hits: [
    [
      'a wildcard and a host that it covers',
      stream(asking('"*.example.com", a.example.com, b.example.com'), dns01),
      ['Ingress/web spec.tls[0].hosts[1]: a.example.com', 'Ingress/web spec.tls[0].hosts[2]: b.example.com'],
    ],
    [
      'a host, and a wildcard in alt-names',
      stream(asking('a.example.com', '*.example.com'), dns01),
      ['Ingress/web spec.tls[0].hosts[0]: a.example.com'],
    ],
    [
      'a wildcard, and a name in alt-names',
      stream(asking('"*.example.com"', 'a.example.com'), dns01),
      ['Ingress/web metadata.annotations[cert-manager.io/alt-names]: a.example.com'],
    ],
    [
      'names that differ from the wildcard in capital letters',
      stream(asking('"*.example.com"', 'A.Example.com'), dns01),
      ['Ingress/web metadata.annotations[cert-manager.io/alt-names]: A.Example.com'],
    ],
    [
      'listeners that name one Secret',
      stream(
        gateway({
          listeners: `[${listener('a', '*.example.com', 's')}, ${listener('b', 'b.example.com', 's')}]`,
        }),
        dns01,
      ),
      ['Gateway/web spec.listeners[1].hostname: b.example.com'],
    ],
  ],
  misses: [
    ['a wildcard and its own domain', stream(asking('"*.example.com", example.com'), dns01)],
    ['a wildcard and a name two labels down', stream(asking('"*.example.com", a.b.example.com'), dns01)],
    ['a wildcard and another below it', stream(asking('"*.example.com", "*.a.example.com"'), dns01)],
    [
      'a wildcard and a host of another Secret',
      stream(
        gateway({
          listeners: `[${listener('a', '*.example.com', 's')}, ${listener('b', 'b.example.com', 't')}]`,
        }),
        dns01,
      ),
    ],
    [
      'another ACME server',
      stream(
        asking('"*.example.com", a.example.com'),
        issuer({ server: 'https://step.corp.example/acme', solvers: '[{dns01: {route53: {}}}]' }),
      ),
    ],
    ['an issuer that isn’t in the list', asking('"*.example.com", a.example.com')],
  ],
  reads: [
    stream(asking('"*.example.com", a.example.com'), dns01),
    "The certificate in web-tls would be for *.example.com and for a.example.com, which the wildcard covers already, and Let's Encrypt, which the ClusterIssuer letsencrypt uses, refuses an order for both. Leave out a.example.com, or give it a Secret of its own.",
  ],
})
