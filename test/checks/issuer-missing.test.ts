import { issuerMissing } from '../../src/checks/issuer-missing.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const asking = (annotations: string, namespace = 'prod') => ingress({ annotations, namespace })
const inProd = (name: string) => issuer({ kind: 'Issuer', namespace: 'prod', name, spec: 'selfSigned: {}' })

const external = (kind: string, name: string, { group = 'certmanager.step.sm', namespace = '' } = {}) => `
apiVersion: ${group}/v1beta1
kind: ${kind}
metadata: {name: ${name}${namespace === '' ? '' : `, namespace: ${namespace}`}}
`
const askingStep = (name: string, kind = 'StepIssuer', group = 'certmanager.step.sm') =>
  asking(
    `cert-manager.io/issuer: ${name}, cert-manager.io/issuer-kind: ${kind}, cert-manager.io/issuer-group: ${group}`,
  )
const auto = 'kubernetes.io/tls-acme: "true"'
const namespaceNaming = (name: string) =>
  `{apiVersion: v1, kind: Namespace, metadata: {name: prod, annotations: {cert-manager.io/cluster-issuer: ${name}}}}`
const field = 'Ingress/web metadata.annotations[cert-manager.io/issuer]'

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
    [
      'the issuer of a setting, where nothing of the source can be changed',
      stream(asking(auto), issuer()),
      ['Ingress/web metadata.annotations[cert-manager.io/issuer]'],
      { issuers: [{ namespaces: ['*'], name: 'letsencypt', kind: 'ClusterIssuer' }] },
    ],
    [
      'a ClusterIssuer where an external issuer of that name is there',
      stream(asking('cert-manager.io/cluster-issuer: step'), external('StepClusterIssuer', 'step')),
      ['Ingress/web metadata.annotations[cert-manager.io/cluster-issuer]: step'],
    ],
    [
      'an external issuer of another kind',
      stream(askingStep('step'), external('StepClusterIssuer', 'step')),
      [`${field}: step`],
    ],
    [
      'an external issuer of another group',
      stream(
        askingStep('step', 'StepIssuer', 'step.sm'),
        external('StepIssuer', 'step', { namespace: 'prod' }),
      ),
      [`${field}: step`],
    ],
    [
      'an external issuer with its kind and without its group',
      stream(
        asking('cert-manager.io/issuer: step, cert-manager.io/issuer-kind: StepIssuer'),
        external('StepIssuer', 'step'),
      ),
      [`${field}: step`],
    ],
    [
      'an external issuer where a ClusterIssuer has the name',
      stream(askingStep('letsencrypt'), issuer()),
      [`${field}: letsencrypt`],
    ],
    [
      'an external issuer that isn’t among those of its kind and group',
      stream(askingStep('stepp'), external('StepIssuer', 'step')),
      [`${field}: stepp -> step`],
    ],
  ],
  misses: [
    ['an external issuer that is there', stream(askingStep('step'), external('StepIssuer', 'step'))],
    [
      'a ClusterIssuer where the list has only external issuers of other names',
      stream(asking('cert-manager.io/cluster-issuer: letsencrypt'), external('StepClusterIssuer', 'step')),
    ],
    [
      'an external issuer where the list has only others of another kind',
      stream(askingStep('step'), external('StepClusterIssuer', 'ca')),
    ],
    [
      'an external issuer of that name in a namespace that the source can’t use',
      stream(asking('cert-manager.io/issuer: step'), external('StepIssuer', 'step', { namespace: 'dev' })),
    ],
    [
      'an external issuer that never reaches a cluster',
      stream(
        asking('cert-manager.io/issuer: step'),
        external('StepIssuer', 'step, annotations: {config.kubernetes.io/local-config: "true"}'),
      ),
    ],
    [
      'a ClusterIssuer in cert-manager’s old group, of which another rule speaks',
      stream(
        ingress(),
        issuer({ name: 'ca' }),
        issuer().replace('cert-manager.io/v1', 'certmanager.k8s.io/v1alpha1'),
      ),
    ],
    [
      'a name that no issuer can have, of which another rule speaks',
      stream(asking('cert-manager.io/cluster-issuer: "letsencrypt,ca"'), issuer()),
    ],
    [
      'an Issuer that is in another namespace, of which another rule speaks',
      stream(asking('cert-manager.io/issuer: ca', 'dev'), inProd('ca')),
    ],
    [
      'a resource of that name that is no issuer',
      stream(
        ingress(),
        external('Step', 'letsencrypt'),
        external('Order', 'letsencrypt', { group: 'certmanager.k8s.io' }),
        external('Order', 'letsencrypt', { group: 'cert-manager.io' }),
      ),
    ],
    [
      'a kind that cert-manager does not have, of which another rule speaks',
      stream(
        asking('cert-manager.io/issuer: letsencrypt, cert-manager.io/issuer-kind: StepIssuer'),
        issuer(),
      ),
    ],
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
    'The package has no Issuer letsencrypt in the namespace prod, so its Certificates stay pending forever unless the cluster has one. There is a ClusterIssuer of that name: name it with cert-manager.io/cluster-issuer.',
  ],
  alsoReads: [
    [
      stream(asking('cert-manager.io/cluster-issuer: vault'), issuer()),
      'The package has no ClusterIssuer vault, so its Certificates stay pending forever unless the cluster has one. It has letsencrypt.',
    ],
    [
      stream(asking('cert-manager.io/cluster-issuer: letsencypt'), issuer()),
      'The package has no ClusterIssuer letsencypt, so its Certificates stay pending forever unless the cluster has one. Did you mean letsencrypt?',
    ],
    [
      stream(
        asking('cert-manager.io/cluster-issuer: vault'),
        ...['a', 'b', 'c', 'd', 'e', 'f'].map((name) => issuer({ name })),
      ),
      'The package has no ClusterIssuer vault, so its Certificates stay pending forever unless the cluster has one. It has a, b, c, d, e.',
    ],
    [
      stream(asking('cert-manager.io/cluster-issuer: ca'), inProd('ca')),
      'The package has no ClusterIssuer ca, so its Certificates stay pending forever unless the cluster has one. There is an Issuer of that name: name it with cert-manager.io/issuer.',
    ],
    [
      stream(asking('cert-manager.io/issuer: letsencrypt', ''), issuer()),
      'The package has no Issuer letsencrypt, so its Certificates stay pending forever unless the cluster has one. There is a ClusterIssuer of that name: name it with cert-manager.io/cluster-issuer.',
    ],
    [
      stream(asking('cert-manager.io/cluster-issuer: step'), external('StepClusterIssuer', 'step')),
      'The package has no ClusterIssuer step, so its Certificates stay pending forever unless the cluster has one. It has the StepClusterIssuer step of certmanager.step.sm: name it with cert-manager.io/issuer, cert-manager.io/issuer-kind: StepClusterIssuer and cert-manager.io/issuer-group: certmanager.step.sm.',
    ],
    [
      stream(askingStep('letsencrypt'), issuer()),
      'The package has no StepIssuer letsencrypt of certmanager.step.sm in the namespace prod, so its Certificates stay pending forever unless the cluster has one. There is a ClusterIssuer of that name: name it with cert-manager.io/cluster-issuer, without cert-manager.io/issuer-kind and cert-manager.io/issuer-group.',
    ],
    [
      stream(askingStep('step', 'Issuer'), external('StepIssuer', 'step')),
      'The package has no Issuer step of certmanager.step.sm in the namespace prod, so its Certificates stay pending forever unless the cluster has one. It has the StepIssuer step of certmanager.step.sm: name it with cert-manager.io/issuer, cert-manager.io/issuer-kind: StepIssuer and cert-manager.io/issuer-group: certmanager.step.sm.',
    ],
    [
      stream(
        asking('cert-manager.io/issuer: step, cert-manager.io/issuer-kind: StepIssuer'),
        external('StepIssuer', 'step'),
      ),
      'The package has no StepIssuer step of cert-manager.io in the namespace prod, so its Certificates stay pending forever unless the cluster has one. It has the StepIssuer step of certmanager.step.sm: name it with cert-manager.io/issuer, cert-manager.io/issuer-kind: StepIssuer and cert-manager.io/issuer-group: certmanager.step.sm.',
    ],
    [
      stream(asking(auto), issuer()),
      'The package has no ClusterIssuer letsencypt, so its Certificates stay pending forever unless the cluster has one. Did you mean letsencrypt? It is named by issuers in the functionConfig.',
      { issuers: [{ namespaces: ['*'], name: 'letsencypt', kind: 'ClusterIssuer' }] },
    ],
    [
      stream(asking(auto), issuer(), namespaceNaming('letsencypt')),
      'The package has no ClusterIssuer letsencypt, so its Certificates stay pending forever unless the cluster has one. Did you mean letsencrypt? It is named by the Namespace prod.',
    ],
    [
      stream(asking('cert-manager.io/cluster-issuer: a'), issuer()),
      'The package has no ClusterIssuer letsencypt, so its Certificates stay pending forever unless the cluster has one. Did you mean letsencrypt? It is named by issuerOverride in the functionConfig.',
      { issuerOverride: [{ from: {}, to: { name: 'letsencypt' } }] },
    ],
    [
      stream(asking(auto), inProd('ca')),
      'The package has no ClusterIssuer ca, so its Certificates stay pending forever unless the cluster has one. It has the Issuer ca of cert-manager.io: set kind: Issuer and group: cert-manager.io there. It is named by issuers in the functionConfig.',
      { issuers: [{ namespaces: ['*'], name: 'ca', kind: 'ClusterIssuer' }] },
    ],
    [
      stream(asking('cert-manager.io/cluster-issuer: a'), inProd('ca')),
      'The package has no ClusterIssuer ca, so its Certificates stay pending forever unless the cluster has one. It has the Issuer ca of cert-manager.io: set kind: Issuer and group: cert-manager.io there. It is named by issuerOverride in the functionConfig.',
      { issuerOverride: [{ from: {}, to: { name: 'ca' } }] },
    ],
  ],
})
