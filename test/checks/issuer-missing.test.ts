import { issuerMissing } from '../../src/checks/issuer-missing.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const asking = (annotations: string, namespace = 'prod') => ingress({ annotations, namespace })
const inProd = (name: string) => issuer({ kind: 'Issuer', namespace: 'prod', name, spec: 'selfSigned: {}' })

ruleCases(issuerMissing, {
  hits: [
    [
      'a ClusterIssuer with nearly the name of one that is there',
      stream(asking('cert-manager.io/cluster-issuer: letsencypt'), issuer()),
      ['Ingress/web metadata.annotations[cert-manager.io/cluster-issuer]: letsencypt -> letsencrypt'],
    ],
    [
      'a ClusterIssuer that isn’t among those that are there',
      stream(asking('cert-manager.io/cluster-issuer: vault'), issuer()),
      ['Ingress/web metadata.annotations[cert-manager.io/cluster-issuer]: vault'],
    ],
    [
      'an Issuer that isn’t among those of its namespace',
      stream(asking('cert-manager.io/issuer: team-ca2'), inProd('team-ca')),
      ['Ingress/web metadata.annotations[cert-manager.io/issuer]: team-ca2 -> team-ca'],
    ],
    [
      'an Issuer where a ClusterIssuer of that name is there',
      stream(asking('cert-manager.io/issuer: letsencrypt'), issuer()),
      ['Ingress/web metadata.annotations[cert-manager.io/issuer]: letsencrypt'],
    ],
    [
      'a ClusterIssuer where an Issuer of that name is there',
      stream(asking('cert-manager.io/cluster-issuer: ca'), inProd('ca')),
      ['Ingress/web metadata.annotations[cert-manager.io/cluster-issuer]: ca'],
    ],
    [
      'the default issuer',
      stream(asking('kubernetes.io/tls-acme: "true"'), inProd('ca')),
      ['Ingress/web metadata.annotations[cert-manager.io/issuer]'],
      { defaultIssuerName: 'vault' },
    ],
  ],
  misses: [
    ['an issuer that is there', stream(ingress(), issuer())],
    [
      'an Issuer without a namespace, which will be beside the source',
      stream(asking('cert-manager.io/issuer: ca'), issuer({ kind: 'Issuer', name: 'ca' })),
    ],
    ['a list without issuers, which are the cluster’s then', ingress()],
    [
      'a ClusterIssuer where the list has only Issuers',
      stream(asking('cert-manager.io/cluster-issuer: letsencrypt'), inProd('ca')),
    ],
    [
      'an Issuer where only other namespaces have any',
      stream(asking('cert-manager.io/issuer: letsencrypt', 'dev'), inProd('ca')),
    ],
    [
      'an external issuer',
      stream(
        asking(
          'cert-manager.io/issuer: step, cert-manager.io/issuer-kind: StepIssuer, cert-manager.io/issuer-group: certmanager.step.sm',
        ),
        inProd('ca'),
      ),
    ],
  ],
  reads: [
    stream(asking('cert-manager.io/issuer: letsencrypt'), issuer()),
    'The package has no Issuer letsencrypt in the namespace prod, so its Certificates stay pending forever unless the cluster has one. There is a ClusterIssuer of that name: use the annotation cert-manager.io/cluster-issuer for it.',
  ],
})
