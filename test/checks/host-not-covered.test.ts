import { hostNotCovered } from '../../src/checks/host-not-covered.ts'
import { ingress, ruleCases, stream } from './rule-cases.ts'

const withRules = (hosts: string, tls: string, annotations = 'cert-manager.io/issuer: ca') =>
  ingress({
    spec: `rules: [${hosts
      .split(' ')
      .map((host) => `{host: "${host}"}`)
      .join(', ')}]`,
    tls,
    annotations,
  })
const tls = '[{hosts: [example.com, "*.shop.example.com"], secretName: web-tls}]'

const annotated = (annotation: string, value: string) =>
  `cert-manager.io/issuer: ca, nginx.ingress.kubernetes.io/${annotation}: "${value}"`
const nginx = (annotation: string, value: string) =>
  `Ingress/web metadata.annotations[nginx.ingress.kubernetes.io/${annotation}]: ${value}`

ruleCases(hostNotCovered, {
  hits: [
    [
      'a host that is in no TLS block',
      withRules('example.com api.example.com', tls),
      ['Ingress/web spec.rules[1].host: api.example.com'],
    ],
    [
      'a host that a wildcard doesn’t reach',
      withRules('a.b.shop.example.com shop.example.com', tls),
      [
        'Ingress/web spec.rules[0].host: a.b.shop.example.com',
        'Ingress/web spec.rules[1].host: shop.example.com',
      ],
    ],
    [
      'a wildcard where the TLS block has one host of it',
      withRules('*.example.org', '[{hosts: [a.example.org], secretName: s}]'),
      ['Ingress/web spec.rules[0].host: *.example.org'],
    ],
    [
      'a host in several rules, once',
      withRules('api.example.com api.example.com', tls),
      ['Ingress/web spec.rules[0].host: api.example.com'],
    ],
    [
      'each alias of ingress-nginx',
      withRules('example.com', tls, annotated('server-alias', 'a.example.com, example.com,b.example.com')),
      [
        nginx('server-alias', 'a.example.com, example.com,b.example.com'),
        nginx('server-alias', 'a.example.com, example.com,b.example.com'),
      ],
    ],
    [
      'the host with www. that redirects',
      withRules('example.com', tls, annotated('from-to-www-redirect', 'true')),
      [nginx('from-to-www-redirect', 'true')],
    ],
    [
      'the host without www. that redirects',
      withRules(
        'www.example.org',
        '[{hosts: [www.example.org], secretName: s}]',
        annotated('from-to-www-redirect', 'true'),
      ),
      [nginx('from-to-www-redirect', 'true')],
    ],
  ],
  misses: [
    [
      'an alias that a wildcard covers',
      withRules('example.com', tls, annotated('server-alias', 'a.shop.example.com')),
    ],
    [
      'an alias that is a pattern',
      withRules('example.com', tls, annotated('server-alias', '~^a.+\\\\.example\\\\.com$')),
    ],
    ['a redirect that is off', withRules('example.com', tls, annotated('from-to-www-redirect', 'false'))],
    [
      'a redirect of a wildcard, of which there is none',
      withRules('*.shop.example.com', tls, annotated('from-to-www-redirect', 'true')),
    ],
    [
      'an alias that another Ingress has as a host, which comes first',
      stream(
        withRules('example.com', tls, annotated('from-to-www-redirect', 'true')),
        ingress({ name: 'www', annotations: '', spec: 'rules: [{host: www.example.com}]', tls: '' }),
      ),
    ],
    ['hosts that are covered, also by wildcards', withRules('example.com a.shop.example.com', tls)],
    ['hosts that differ in capital letters only', withRules('Example.com', tls)],
    [
      'hosts that alt-names cover',
      withRules(
        'api.example.com',
        tls,
        'cert-manager.io/issuer: ca, cert-manager.io/alt-names: api.example.com',
      ),
    ],
    [
      'a host whose TLS block has it misspelt, of which another rule speaks',
      withRules('example.com', '[{hosts: ["https://example.com"], secretName: s}]'),
    ],
    [
      'hosts in a TLS block that cert-manager skips',
      withRules('api.example.com', '[{hosts: [api.example.com]}]'),
    ],
    ['a TLS block without hosts, which stands for all', withRules('api.example.com', '[{secretName: s}]')],
    ['an Ingress without TLS, of which another rule speaks', withRules('api.example.com', '')],
    ['an Ingress that asks for no Certificates', withRules('api.example.com', tls, '')],
  ],
  reads: [
    withRules('api.example.com', tls),
    'No TLS block of this Ingress covers api.example.com, so browsers get another certificate there, or none. Add the host to the TLS block that it belongs to, or switch this rule off if you want plain HTTP.',
  ],
})
