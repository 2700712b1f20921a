import { acmeCommonName } from '../../src/checks/acme-common-name.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const named = (commonName: string, more = '') =>
  ingress({
    annotations: `cert-manager.io/cluster-issuer: letsencrypt, cert-manager.io/common-name: ${commonName}${more}`,
    tls: '[{hosts: [a.com], secretName: a}, {hosts: [b.com, 203.0.113.7], secretName: b}]',
  })
const found = (commonName: string) =>
  `Ingress/web metadata.annotations[cert-manager.io/common-name]: ${commonName}`

ruleCases(acmeCommonName, {
  hits: [
    ['a name that is no host', stream(named('shop'), issuer()), [found('shop'), found('shop')]],
    ['a host of one TLS block, for the other', stream(named('a.com'), issuer()), [found('a.com')]],
  ],
  misses: [
    ['a host of every TLS block', stream(named('a.com', ', cert-manager.io/alt-names: a.com'), issuer())],
    ['a name that is filled in later', stream(named('"${NAME}"'), issuer())],
    ['a host that is filled in later', stream(named('shop').replaceAll(/[ab]\.com/g, '"${HOST}"'), issuer())],
    ['no common name', stream(ingress(), issuer())],
    ['a CA of one’s own', stream(named('shop'), issuer({ spec: 'ca: {secretName: ca}' }))],
  ],
  reads: [
    stream(named('a.com'), issuer()),
    "The certificate in b would have the common name a.com, which is not one of its hosts, and cert-manager then fails every request to the ClusterIssuer letsencrypt. Remove cert-manager.io/common-name (clients don't look at it), or add the name to the hosts.",
  ],
})
