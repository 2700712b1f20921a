import { istioClientCaMissing } from '../../src/checks/istio-client-ca-missing.ts'
import { issuer, ruleCases, stream } from './rule-cases.ts'

const server = (tls: string) =>
  `{port: {number: 443, name: https, protocol: HTTPS}, hosts: [example.com], tls: {${tls}}}`
const gateway = (...servers: readonly string[]) => `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: edge
  namespace: prod
  annotations: {cert-manager.io/cluster-issuer: letsencrypt, ingress-shim.fn.kpt.dev/secret-namespace: prod}
spec: {servers: [${servers.join(', ')}]}
`
const asking = gateway(server('mode: MUTUAL, credentialName: web-tls'))
const secret = (name: string, namespace = 'prod') =>
  `{apiVersion: v1, kind: Secret, metadata: {name: ${name}, namespace: ${namespace}}, data: {cacert: eA==}}`
const field = (index = 0) => `Gateway/edge spec.servers[${index}].tls.caCertCredentialName`

ruleCases(istioClientCaMissing, {
  hits: [
    ['MUTUAL at an ACME issuer', stream(asking, issuer()), [field()]],
    [
      'OPTIONAL_MUTUAL, which checks the certificates that clients do have',
      stream(gateway(server('mode: OPTIONAL_MUTUAL, credentialName: web-tls')), issuer()),
      [field()],
    ],
    [
      'a pair of certificates, once',
      stream(gateway(server('mode: MUTUAL, credentialNames: [web-rsa, web-ecdsa]')), issuer()),
      [field()],
    ],
    [
      'each server that asks, and no other',
      stream(
        gateway(
          server('mode: SIMPLE, credentialName: web-tls'),
          server('mode: MUTUAL, credentialName: web-tls'),
          server('mode: MUTUAL, credentialName: api-tls'),
        ),
        issuer(),
      ),
      [field(1), field(2)],
    ],
    [
      'the one of two servers that has no CA beside its Secret',
      stream(
        gateway(
          server('mode: MUTUAL, credentialName: web-tls'),
          server('mode: MUTUAL, credentialName: api-tls'),
        ),
        issuer(),
        secret('api-tls-cacert'),
      ),
      [field(0)],
    ],
    ['a CA in another namespace', stream(asking, issuer(), secret('web-tls-cacert', 'dev')), [field()]],
  ],
  misses: [
    [
      'no mode, which Istio takes for PASSTHROUGH, beside SIMPLE',
      stream(
        gateway(server('credentialName: web-tls'), server('mode: SIMPLE, credentialName: web-tls')),
        issuer(),
      ),
    ],
    [
      'plain HTTP with TLS settings, which are for nothing',
      stream(asking.replace('protocol: HTTPS', 'protocol: HTTP'), issuer()),
    ],
    ['SIMPLE', stream(gateway(server('mode: SIMPLE, credentialName: web-tls')), issuer())],
    [
      'a CA that the server names',
      stream(
        gateway(server('mode: MUTUAL, credentialName: web-tls, caCertCredentialName: clients')),
        issuer(),
      ),
    ],
    ['a CA in a Secret beside the one of the server', stream(asking, issuer(), secret('web-tls-cacert'))],
    [
      'a CA in a Secret that a Certificate writes',
      stream(
        asking,
        issuer(),
        '{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: clients, namespace: prod}, spec: {secretName: web-tls-cacert}}',
      ),
    ],
    ['an issuer that puts its CA into the Secret', stream(asking, issuer({ spec: 'ca: {secretName: ca}' }))],
    ['an issuer that is not here', asking],
    [
      'a Secret whose name is filled in later',
      stream(gateway(server('mode: MUTUAL, credentialName: "${SECRET}"')), issuer()),
    ],
  ],
  reads: [
    stream(asking, issuer()),
    'With the mode MUTUAL, clients have to show a certificate, and the Secret web-tls has no CA to check it with, since ClusterIssuer letsencrypt is an ACME issuer. Put the CA of your clients into a Secret web-tls-cacert, or name its Secret in caCertCredentialName.',
  ],
})
