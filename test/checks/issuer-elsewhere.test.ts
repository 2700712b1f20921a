import { issuerElsewhere } from '../../src/checks/issuer-elsewhere.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const asking = (namespace: string) => ingress({ annotations: 'cert-manager.io/issuer: ca', namespace })
const issuerIn = (namespace: string) =>
  issuer({ kind: 'Issuer', name: 'ca', namespace, spec: 'selfSigned: {}' })

const external = (kind: string, namespace: string) => `
apiVersion: certmanager.step.sm/v1beta1
kind: ${kind}
metadata: {name: step, namespace: ${namespace}}
`
const askingStep = (kind: string) =>
  ingress({
    annotations: `cert-manager.io/issuer: step, cert-manager.io/issuer-kind: ${kind}, cert-manager.io/issuer-group: certmanager.step.sm`,
  })

ruleCases(issuerElsewhere, {
  hits: [
    [
      'an Issuer that only another namespace has',
      stream(asking('prod'), issuerIn('cert-manager')),
      ['Ingress/web metadata.annotations[cert-manager.io/issuer]: ca'],
    ],
    [
      'an external issuer that only another namespace has',
      stream(askingStep('StepIssuer'), external('StepIssuer', 'dev')),
      ['Ingress/web metadata.annotations[cert-manager.io/issuer]: step'],
    ],
  ],
  misses: [
    [
      'an external issuer that the namespace has',
      stream(askingStep('StepIssuer'), external('StepIssuer', 'dev'), external('StepIssuer', 'prod')),
    ],
    [
      'an external issuer of the whole cluster, whose namespace says nothing',
      stream(askingStep('StepClusterIssuer'), external('StepClusterIssuer', 'dev')),
    ],
    [
      'an Issuer that the namespace has as well',
      stream(asking('prod'), issuerIn('cert-manager'), issuerIn('prod')),
    ],
    [
      'an Issuer of another name, of which another rule speaks',
      stream(asking('prod'), issuerIn('prod').replace('name: ca', 'name: vault')),
    ],
    ['an Issuer without a namespace', stream(asking('prod'), issuerIn(''))],
    [
      'a source without a namespace, which may end up beside it',
      stream(asking(''), issuerIn('cert-manager')),
    ],
    [
      'a ClusterIssuer, whose namespace says nothing',
      stream(ingress(), issuer({ namespace: 'cert-manager' })),
    ],
  ],
  reads: [
    stream(asking('prod'), issuerIn('cert-manager')),
    "The Issuer ca is in the namespace cert-manager, and an Issuer serves its own namespace only, so it can't issue for prod. Create one in prod, or make it a ClusterIssuer and name it with cert-manager.io/cluster-issuer.",
  ],
  alsoReads: [
    [
      stream(
        askingStep('AWSPCAIssuer').replace('certmanager.step.sm', 'awspca.cert-manager.io'),
        external('AWSPCAIssuer', 'certs').replace('certmanager.step.sm', 'awspca.cert-manager.io'),
      ),
      "The AWSPCAIssuer step is in the namespace certs, and an AWSPCAIssuer serves its own namespace only, so it can't issue for prod. Create one in prod.",
    ],
    [
      stream(askingStep('StepIssuer'), external('StepIssuer', 'certs')),
      "The StepIssuer step is in the namespace certs, and a StepIssuer serves its own namespace only, so it can't issue for prod. Create one in prod.",
    ],
  ],
})
