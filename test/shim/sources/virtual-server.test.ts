import { expect, test } from 'vitest'
import { scenario } from '../scenario.ts'
import { sourceCases } from './source-cases.ts'

const virtualServer = ({
  metadata = 'labels: {app: cafe}',
  host = 'cafe.example.com',
  secret = 'secret: cafe-tls, ',
  certManager = 'cluster-issuer: letsencrypt, duration: 2160h, renew-before: 720h, usages: "digital signature, server auth"',
} = {}) => `
apiVersion: k8s.nginx.org/v1
kind: VirtualServer
metadata: {name: cafe, namespace: prod, ${metadata}}
spec:
  host: ${host}
  tls: {${secret}cert-manager: {${certManager}}}
`
const certificate = ({
  labels = '    app: cafe',
  annotations = '',
  issuer = { name: 'letsencrypt', kind: 'ClusterIssuer', group: 'cert-manager.io' },
  host = 'cafe.example.com',
  rest = '  usages:\n  - digital signature\n  - key encipherment',
} = {}) => `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: cafe-tls
  namespace: prod
  labels:
${labels}
  annotations:
    ingress-shim.fn.kpt.dev/source: VirtualServer.k8s.nginx.org/cafe
${annotations}spec:
  secretName: cafe-tls
  issuerRef:
    name: ${issuer.name}
    kind: ${issuer.kind}
    group: ${issuer.group}
  dnsNames:
  - ${host}
${rest}
`
const owner = (name: string) =>
  `{apiVersion: k8s.nginx.org/v1, kind: VirtualServer, name: ${name}, controller: true}`
const settings = 'spec.tls.cert-manager'
const stream = (...documents: readonly string[]) => documents.join('\n---\n')

sourceCases('a VirtualServer', {
  'gets the Certificate that its fields describe (N1)': {
    given: virtualServer(),
    certificates: certificate({
      rest: '  duration: 2160h0m0s\n  renewBefore: 720h0m0s\n  usages:\n  - digital signature\n  - server auth',
    }),
  },
  'can name an external issuer (N2)': {
    given: virtualServer({
      certManager: 'issuer: corp, issuer-kind: AWSPCAIssuer, issuer-group: awspca.cert-manager.io',
    }),
    certificates: certificate({
      issuer: { name: 'corp', kind: 'AWSPCAIssuer', group: 'awspca.cert-manager.io' },
    }),
  },
  'is rejected with both kinds of issuer (N3)': {
    given: virtualServer({ certManager: 'cluster-issuer: letsencrypt, issuer: corp' }),
    creates: [],
    finds: [`issuer-conflict VirtualServer/cafe ${settings}`],
  },
  'is rejected with a duration that Go cannot read (N4)': {
    given: virtualServer({ certManager: 'cluster-issuer: letsencrypt, duration: 90d' }),
    creates: [],
    finds: [`invalid-annotation VirtualServer/cafe ${settings}.duration: "90d" -> "2160h"`],
  },
  'is rejected without a Secret (N5)': {
    given: virtualServer({ secret: '' }),
    creates: [],
    finds: ['error tls-secret-name-missing VirtualServer/cafe spec.tls.secret'],
    says: [
      'This VirtualServer asks for a Certificate and has no Secret, so its controller refuses it. Set spec.tls.secret.',
    ],
  },
  'can ask for a temporary certificate (N6)': {
    given: virtualServer({ certManager: 'cluster-issuer: letsencrypt, issue-temp-cert: true' }),
    certificates: certificate({
      annotations: '    cert-manager.io/issue-temporary-certificate: "true"\n',
    }),
  },
  'passes on all labels, also that of an ApplySet': {
    given: virtualServer({
      metadata: 'labels: {app: cafe, applyset.kubernetes.io/part-of: x}',
      certManager: 'cluster-issuer: letsencrypt',
    }),
    certificates: certificate({ labels: '    app: cafe\n    applyset.kubernetes.io/part-of: x' }),
  },
  'has its host among the DNS names, also where it is an address': {
    given: virtualServer({ host: '192.0.2.1', certManager: 'cluster-issuer: letsencrypt' }),
    certificates: certificate({ host: '"192.0.2.1"' }),
    finds: ['host-invalid VirtualServer/cafe spec.host: "192.0.2.1"'],
  },
  'is rejected with cluster-issuer beside a kind or group': {
    given: virtualServer({ certManager: 'cluster-issuer: a, issuer-kind: ClusterIssuer' }),
    creates: [],
    finds: [`issuer-conflict VirtualServer/cafe ${settings}`],
  },
  'is rejected without an issuer, of which there is no default': {
    given: virtualServer({ certManager: 'issuer: ""' }),
    options: { defaultIssuerName: 'letsencrypt', defaultIssuerGroup: 'example.com' },
    creates: [],
    finds: [`issuer-undetermined VirtualServer/cafe ${settings}`],
    says: [
      'No issuer is named, so no Certificate can be requested. Name one with spec.tls.cert-manager.cluster-issuer or spec.tls.cert-manager.issuer.',
    ],
  },
  'has issuers of cert-manager, whatever the default group is': {
    given: virtualServer({ certManager: 'cluster-issuer: letsencrypt' }),
    options: { defaultIssuerGroup: 'example.com' },
    certificates: certificate(),
  },
  'is rejected with a usage that cert-manager does not know': {
    given: virtualServer({ certManager: 'issuer: ca, usages: server-auth' }),
    creates: [],
    finds: [`invalid-annotation VirtualServer/cafe ${settings}.usages: "server-auth" -> "server auth"`],
    says: [
      'spec.tls.cert-manager.usages can\'t be read: "server-auth" is not a usage that cert-manager knows. cert-manager issues nothing for this VirtualServer until it is corrected. The usages are: signing, digital signature, content commitment, key encipherment, key agreement, data encipherment, cert sign, crl sign, encipher only, decipher only, any, server auth, client auth, code signing, email protection, s/mime, ipsec end system, ipsec tunnel, ipsec user, timestamping, ocsp signing, microsoft sgc, netscape sgc.',
    ],
  },
  'is told of what admission refuses at the field that says it': {
    given: virtualServer({ certManager: `issuer: ca, duration: 30m, common-name: ${'a'.repeat(65)}` }),
    creates: [],
    finds: [
      `certificate-rejected VirtualServer/cafe ${settings}.common-name: "${'a'.repeat(65)}"`,
      `certificate-rejected VirtualServer/cafe ${settings}.duration: "30m"`,
    ],
    says: [
      'cert-manager would refuse the Certificate cafe-tls, so it is not written. A common name has 64 bytes at most, and this one has 65. Use a shorter one, or leave it out: clients look at the DNS names.',
      'cert-manager would refuse the Certificate cafe-tls, so it is not written. A certificate is valid for at least an hour, and this is 30m0s. Use a longer duration, such as 2160h for 90 days.',
    ],
  },
  'is rejected without a host': {
    given: virtualServer({ host: '""' }),
    creates: [],
    finds: ['error tls-hosts-missing VirtualServer/cafe spec.host'],
  },
  'is rejected where a field has the wrong type': {
    given: virtualServer({ certManager: 'issuer: 1, duration: [2160h], issue-temp-cert: "true"' }),
    creates: [],
    finds: [
      `malformed-resource VirtualServer/cafe ${settings}.issue-temp-cert: "true"`,
      `malformed-resource VirtualServer/cafe ${settings}.issuer: 1`,
      `malformed-resource VirtualServer/cafe ${settings}.duration: ["2160h"]`,
    ],
  },
  'is rejected with a template in a field': {
    given: virtualServer({ certManager: 'issuer: "{{ .Values.issuer }}"' }),
    creates: [],
    finds: [`template-not-rendered VirtualServer/cafe ${settings}.issuer: "{{ .Values.issuer }}"`],
    says: [
      'This is a template that nobody has rendered, so what it becomes is unknown, and nothing is generated from this resource. Render the chart first, and give the result to this function.',
    ],
  },
  'is no source without those fields, whatever its annotations say': {
    given: virtualServer({ metadata: 'annotations: {cert-manager.io/cluster-issuer: letsencrypt}' }).replace(
      /cert-manager: \{.*\}/,
      'redirect: {enable: true}}',
    ),
    creates: [],
    finds: [
      'ignored-annotation VirtualServer/cafe metadata.annotations[cert-manager.io/cluster-issuer]: "letsencrypt"',
    ],
  },
  'reads no annotations': {
    given: virtualServer({
      metadata:
        'labels: {app: cafe}, annotations: {cert-manager.io/issuer: ca, cert-manager.io/usages: nonsense}',
      certManager: 'cluster-issuer: letsencrypt',
    }),
    options: { extraCertificateAnnotations: ['cert-manager.io/issuer'] },
    certificates: certificate(),
    finds: ['ignored-annotation VirtualServer/cafe metadata.annotations[cert-manager.io/usages]: "nonsense"'],
  },
  'is rejected with a renewal that Go cannot read': {
    given: virtualServer({ certManager: 'issuer: ca, renew-before: 30 days' }),
    creates: [],
    finds: [`invalid-annotation VirtualServer/cafe ${settings}.renew-before: "30 days" -> "720h"`],
  },
  'is rejected with an empty object, which names no issuer': {
    given: virtualServer({ certManager: '' }),
    creates: [],
    finds: [`issuer-undetermined VirtualServer/cafe ${settings}`],
  },
  'is no source with null, which is as nothing': {
    given: virtualServer().replace(/cert-manager: \{.*\}\}/, 'cert-manager: null}'),
    creates: [],
  },
  'is rejected with a group beside cluster-issuer': {
    given: virtualServer({ certManager: 'cluster-issuer: a, issuer-group: example.com' }),
    creates: [],
    finds: [`issuer-conflict VirtualServer/cafe ${settings}`],
    says: [
      "spec.tls.cert-manager.issuer-group cannot be combined with spec.tls.cert-manager.cluster-issuer: cert-manager can't tell which issuer is meant and issues nothing. For an external issuer, rename spec.tls.cert-manager.cluster-issuer to spec.tls.cert-manager.issuer: its kind says that it is for the whole cluster.",
    ],
  },
  'has an empty issuer for none': {
    given: virtualServer({ certManager: 'cluster-issuer: letsencrypt, issuer: "", issuer-kind: ""' }),
    certificates: certificate(),
  },
  'does not read auto annotations': {
    given: virtualServer({ metadata: 'annotations: {kubernetes.io/tls-acme: "true"}' })
      .replace(/, cert-manager: \{.*\}\}/, '}')
      .replace('secret: cafe-tls, ', 'secret: cafe-tls'),
    options: { defaultIssuerName: 'letsencrypt' },
    creates: [],
    finds: ['ignored-annotation VirtualServer/cafe metadata.annotations[kubernetes.io/tls-acme]: "true"'],
  },
  'is no source while it is being deleted': {
    given: virtualServer({ metadata: 'deletionTimestamp: "2026-11-24T00:00:00Z"' }),
    creates: [],
  },
})

sourceCases('the Certificate that the controller of a VirtualServer made', {
  'is ours, and stays as it is': {
    given: stream(
      virtualServer({ certManager: 'cluster-issuer: letsencrypt' }),
      certificate().replace(/annotations:\n.*\n/, `ownerReferences: [${owner('cafe')}]\n`),
    ),
    creates: [],
  },
  'is removed when the VirtualServer names another Secret': {
    given: stream(
      virtualServer({ secret: 'secret: new-tls, ', certManager: 'cluster-issuer: letsencrypt' }),
      certificate().replace(/annotations:\n.*\n/, `ownerReferences: [${owner('cafe')}]\n`),
    ),
    creates: ['prod/new-tls: cafe.example.com', 'remove cafe-tls'],
    finds: ['certificate-removed Certificate/cafe-tls'],
  },
  'is left alone where it is that of another VirtualServer': {
    given: stream(
      virtualServer({ certManager: 'cluster-issuer: letsencrypt' }),
      certificate().replace(/annotations:\n.*\n/, `ownerReferences: [${owner('tea')}]\n`),
    ),
    creates: [],
    finds: ['certificate-not-ours VirtualServer/cafe spec.tls.secret: "cafe-tls"'],
  },
  'is told how a field can be kept': {
    given: stream(
      virtualServer({ certManager: 'cluster-issuer: letsencrypt' }),
      certificate({ rest: '  duration: 2160h\n  usages:\n  - digital signature\n  - key encipherment' }),
    ),
    creates: ['update cafe-tls'],
    finds: ['certificate-field-removed Certificate/cafe-tls spec.duration: "2160h"'],
    says: [
      "spec.duration is removed from this Certificate, since VirtualServer.k8s.nginx.org/cafe doesn't ask for it. To keep it, set spec.tls.cert-manager.duration of that VirtualServer.",
    ],
  },
})

test('what other kinds skip with a warning is an error of a VirtualServer, which is refused whole', () => {
  expect(scenario(virtualServer({ secret: '', host: '""' }))).toMatchObject({
    changes: [],
    findings: ['error tls-secret-name-missing spec.tls.secret', 'error tls-hosts-missing spec.host'],
  })
})
