import { hostNotRouted } from '../../src/checks/host-not-routed.ts'
import { ingress, ruleCases, stream } from './rule-cases.ts'

const web = (spec: string, annotations = '') =>
  ingress({
    spec,
    annotations: `cert-manager.io/issuer: ca${annotations === '' ? '' : `, ${annotations}`}`,
    tls: '[{hosts: [example.com, www.example.com], secretName: web-tls}]',
  })
const other = (host: string) =>
  ingress({ name: 'other', annotations: '', tls: '', spec: `rules: [{host: "${host}"}]` })
const found = ['Ingress/web spec.tls[0].hosts[1]: www.example.com']

ruleCases(hostNotRouted, {
  hits: [
    ['a host that no rule serves', web('rules: [{host: example.com}]'), found],
    [
      'a host beside a wildcard that doesn’t reach it',
      web('rules: [{host: example.com}, {host: "*.www.example.com"}]'),
      found,
    ],
    [
      'a host that another Ingress of the package doesn’t serve either',
      stream(web('rules: [{host: example.com}]'), other('api.example.org')),
      found,
    ],
  ],
  misses: [
    ['hosts that rules serve', web('rules: [{host: example.com}, {host: www.example.com}]')],
    ['hosts that a wildcard rule serves', web('rules: [{host: example.com}, {host: "*.example.com"}]')],
    ['a rule without a host, which serves all', web('rules: [{host: a.com}, {http: {}}]')],
    [
      'a default backend, which serves all',
      web('rules: [{host: a.com}], defaultBackend: {}'.replace(', ', '\n  ')),
    ],
    ['a backend of the beta versions', web('rules: [{host: a.com}]\n  backend: {serviceName: a}')],
    [
      'a host that is none, of which another rule speaks',
      ingress({ tls: '[{hosts: ["https://example.com"], secretName: s}]' }),
    ],
    ['an Ingress without rules, where there is nothing to compare', web('')],
    [
      'a host that another Ingress of the package serves',
      stream(web('rules: [{host: example.com}]'), other('www.example.com')),
    ],
    [
      'a host that a wildcard of another Ingress serves',
      stream(web('rules: [{host: example.com}]'), other('*.example.com')),
    ],
    [
      'a wildcard of which another Ingress serves a host',
      stream(ingress({ tls: '[{hosts: ["*.example.org"], secretName: s}]' }), other('api.example.org')),
    ],
    [
      'a host that ingress-nginx redirects',
      web('rules: [{host: example.com}]', 'nginx.ingress.kubernetes.io/from-to-www-redirect: "true"'),
    ],
    [
      'an alias of ingress-nginx',
      web(
        'rules: [{host: example.com}]',
        'nginx.ingress.kubernetes.io/server-alias: "a.com, www.example.com"',
      ),
    ],
  ],
  reads: [
    web('rules: [{host: example.com}]'),
    'This certificate is for www.example.com, but no rule of this Ingress, nor of another resource in the package, serves that host. Check its spelling, add a rule for it, or remove it from the TLS block.',
  ],
})
