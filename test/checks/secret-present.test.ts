import { expect, test } from 'vitest'
import { secretPresent } from '../../src/checks/secret-present.ts'
import { scenario } from '../shim/scenario.ts'
import { gateway, ingress, ruleCases, stream } from './rule-cases.ts'

const secret = (metadata: string, data = 'data: {tls.crt: YQ==, tls.key: YQ==}') => `
apiVersion: v1
kind: Secret
metadata: {name: web-tls, ${metadata}}
type: kubernetes.io/tls
${data}
`

const writer = (
  apiVersion: string,
  kind: string,
  spec: string,
  { name = 'web-tls', namespace = 'prod' } = {},
) => `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: {name: ${name}, namespace: ${namespace}}
spec: ${spec}
`
const sealed = (spec: string, metadata = {}) => writer('bitnami.com/v1alpha1', 'SealedSecret', spec, metadata)
const external = (spec: string, metadata = {}) =>
  writer('external-secrets.io/v1', 'ExternalSecret', spec, metadata)
const vault = (destination: string) =>
  writer('secrets.hashicorp.com/v1beta1', 'VaultStaticSecret', `{destination: ${destination}}`, { name: 'x' })
const sops = (templates: string) =>
  writer('isindir.github.com/v1alpha3', 'SopsSecret', `{secretTemplates: ${templates}}`, { name: 'x' })
const found = ['Ingress/web spec.tls[0].secretName: web-tls']

ruleCases(secretPresent, {
  hits: [
    [
      'a Secret with a certificate of its own',
      stream(ingress(), secret('namespace: prod')),
      ['Ingress/web spec.tls[0].secretName: web-tls'],
    ],
    [
      'a Secret that leaves its namespace to whoever applies it',
      stream(secret(''), ingress()),
      ['Ingress/web spec.tls[0].secretName: web-tls'],
    ],
    [
      'a Secret that a Gateway names, with text in stringData',
      stream(gateway(), secret('namespace: prod', 'stringData: {tls.crt: a}')),
      ['Gateway/web spec.listeners[0].tls.certificateRefs[0].name: web-tls'],
    ],
    ['a SealedSecret of its name', stream(ingress(), sealed('{encryptedData: {}}')), found],
    [
      'a SealedSecret whose template has its name',
      stream(ingress(), sealed('{template: {metadata: {name: web-tls}}}', { name: 'x' })),
      found,
    ],
    ['an ExternalSecret of its name', stream(ingress(), external('{target: {}}')), found],
    [
      'an ExternalSecret whose target has its name',
      stream(ingress(), external('{target: {name: web-tls}}', { name: 'x' })),
      found,
    ],
    [
      'a SealedSecret whose template has no name, or an empty one',
      stream(ingress(), sealed('{template: {metadata: {name: ""}}}')),
      found,
    ],
    [
      'an ExternalSecret whose target has a number for a name',
      stream(ingress(), external('{target: {name: 5}}')),
      found,
    ],
    [
      'an ExternalSecret that owns it',
      stream(ingress(), external('{target: {name: web-tls, creationPolicy: Owner}}')),
      found,
    ],
    ['a VaultStaticSecret that creates it', stream(ingress(), vault('{name: web-tls, create: true}')), found],
    ['a SopsSecret with a template for it', stream(ingress(), sops('[{name: a}, {name: web-tls}]')), found],
  ],
  misses: [
    [
      'a SealedSecret of its name for another Secret',
      stream(ingress(), sealed('{template: {metadata: {name: other}}}')),
    ],
    [
      'a SealedSecret that never reaches a cluster',
      stream(
        ingress(),
        sealed('{}').replace(
          'namespace: prod',
          'namespace: prod, annotations: {config.kubernetes.io/local-config: "true"}',
        ),
      ),
    ],
    ['a Secret of a kind that only has its name', stream(ingress(), writer('v1', 'ConfigMap', '{}'))],
    ['a Secret with empty data', stream(ingress(), secret('namespace: prod', 'data: {}'))],
    ['a Secret whose data is a text', stream(ingress(), secret('namespace: prod', 'data: tls.key'))],
    ['a SopsSecret whose templates are no list', stream(ingress(), sops('{name: web-tls}'))],
    ['a VaultStaticSecret that names none', stream(ingress(), vault('{create: true}'))],
    ['a SealedSecret of another namespace', stream(ingress(), sealed('{}', { namespace: 'dev' }))],
    [
      'an ExternalSecret of its name for another Secret',
      stream(ingress(), external('{target: {name: other}}')),
    ],
    [
      'an ExternalSecret that creates none',
      stream(ingress(), external('{target: {name: web-tls, creationPolicy: None}}')),
    ],
    ['a VaultStaticSecret that creates none', stream(ingress(), vault('{name: web-tls}'))],
    ['a SopsSecret with templates for others', stream(ingress(), sops('[{name: a}, {}]'))],
    [
      'a SealedSecret of a group that nobody knows',
      stream(ingress(), writer('example.com/v1', 'SealedSecret', '{}')),
    ],
    ['a Secret of another namespace', stream(ingress(), secret('namespace: dev'))],
    ['a Secret without data, which only gives its labels', stream(ingress(), secret('namespace: prod', ''))],
    [
      'a Secret that never reaches a cluster',
      stream(ingress(), secret('namespace: prod, annotations: {config.kubernetes.io/local-config: "true"}')),
    ],
    [
      'an Ingress that asks for no Certificates',
      stream(ingress({ annotations: '' }), secret('namespace: prod')),
    ],
  ],
  reads: [
    stream(ingress(), secret('namespace: prod, annotations: {cert-manager.io/certificate-name: web-tls}')),
    'The package contains the Secret web-tls as cert-manager wrote it in a cluster, with its private key, and each apply would restore this old certificate. Remove the Secret from the package: cert-manager creates it.',
  ],
  alsoReads: [
    [
      stream(ingress(), secret('namespace: prod')),
      'The package has a Secret web-tls of its own: cert-manager would overwrite the certificate and key in it, and each apply would restore the old ones. Remove that Secret, or use another secretName.',
    ],
  ],
})

test('the message names what writes the Secret', () => {
  expect(scenario(stream(ingress(), sealed('{}'))).messages).toEqual([
    "The SealedSecret web-tls writes the Secret web-tls too: its controller and cert-manager would overwrite each other's certificate and key again and again. Remove the SealedSecret, or use another secretName.",
  ])
})
