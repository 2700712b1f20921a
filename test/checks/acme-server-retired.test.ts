import { acmeServerRetired } from '../../src/checks/acme-server-retired.ts'
import { issuer, ruleCases } from './rule-cases.ts'

const at = (server: string) => issuer({ server })
const old = 'https://acme-v01.api.letsencrypt.org/directory'

ruleCases(acmeServerRetired, {
  hits: [
    [
      'the first server of production',
      at(old),
      [
        `ClusterIssuer/letsencrypt spec.acme.server: ${old} -> https://acme-v02.api.letsencrypt.org/directory`,
      ],
    ],
    [
      'the first server of staging',
      at('https://acme-staging.api.letsencrypt.org'),
      [
        'ClusterIssuer/letsencrypt spec.acme.server: https://acme-staging.api.letsencrypt.org -> https://acme-staging-v02.api.letsencrypt.org/directory',
      ],
    ],
    [
      'the first server by plain HTTP, with a port',
      at('http://acme-v01.api.letsencrypt.org:80/directory'),
      [
        'ClusterIssuer/letsencrypt spec.acme.server: http://acme-v01.api.letsencrypt.org:80/directory -> https://acme-v02.api.letsencrypt.org/directory',
      ],
    ],
    [
      'an Issuer of an API that is gone as well',
      issuer({ kind: 'Issuer', server: old }).replace('cert-manager.io/v1', 'certmanager.k8s.io/v1alpha1'),
      [`Issuer/letsencrypt spec.acme.server: ${old} -> https://acme-v02.api.letsencrypt.org/directory`],
    ],
    [
      'a ClusterIssuer of an API that is gone as well',
      at(old).replace('cert-manager.io/v1', 'certmanager.k8s.io/v1alpha1'),
      [
        `ClusterIssuer/letsencrypt spec.acme.server: ${old} -> https://acme-v02.api.letsencrypt.org/directory`,
      ],
    ],
  ],
  misses: [
    ['the servers of today', at('https://acme-v02.api.letsencrypt.org/directory')],
    ['another server', at('https://acme-v01.api.letsencrypt.org.corp.example/directory')],
    ['a server of the wrong type', issuer({ spec: 'acme: {server: 1}' })],
    ['an issuer without a server', issuer({ spec: 'acme: {}' })],
  ],
  reads: [
    at(old),
    "Let's Encrypt switched off https://acme-v01.api.letsencrypt.org/directory in 2021, so the ClusterIssuer letsencrypt can't issue anything. Use https://acme-v02.api.letsencrypt.org/directory.",
  ],
})
