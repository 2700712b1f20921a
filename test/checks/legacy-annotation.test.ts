import { legacyAnnotation } from '../../src/checks/legacy-annotation.ts'
import { gateway, ingress, ruleCases } from './rule-cases.ts'

const on = (key: string) => ingress({ annotations: `${key}: value` })
const found = (key: string, today?: string) => [
  `Ingress/web metadata.annotations[${key}]: ${key}${today === undefined ? '' : ` -> ${today}`}`,
]

ruleCases(legacyAnnotation, {
  hits: [
    [
      'an issuer, with the name of today',
      on('certmanager.k8s.io/cluster-issuer'),
      found('certmanager.k8s.io/cluster-issuer', 'cert-manager.io/cluster-issuer'),
    ],
    [
      'a name that changed with the domain',
      on('certmanager.k8s.io/acme-http01-edit-in-place'),
      found('certmanager.k8s.io/acme-http01-edit-in-place', 'acme.cert-manager.io/http01-edit-in-place'),
    ],
    [
      'a name that nothing took the place of',
      on('certmanager.k8s.io/acme-dns01-provider'),
      found('certmanager.k8s.io/acme-dns01-provider'),
    ],
    ['a name that there never was', on('certmanager.k8s.io/color'), found('certmanager.k8s.io/color')],
    [
      'the old one beside the new one, without a proposal',
      ingress({ annotations: 'certmanager.k8s.io/issuer: ca, cert-manager.io/issuer: ca' }),
      found('certmanager.k8s.io/issuer'),
    ],
    [
      'a Gateway',
      gateway({ annotations: 'certmanager.k8s.io/issuer: ca' }),
      [
        'Gateway/web metadata.annotations[certmanager.k8s.io/issuer]: certmanager.k8s.io/issuer -> cert-manager.io/issuer',
      ],
    ],
  ],
  misses: [
    ['annotations of today', ingress()],
    ['other annotations of Kubernetes', on('kubernetes.io/ingress.class')],
  ],
  reads: [
    on('certmanager.k8s.io/issuer'),
    'cert-manager has not read certmanager.k8s.io annotations since v0.11, so certmanager.k8s.io/issuer has no effect. Rename it to cert-manager.io/issuer.',
  ],
  alsoReads: [
    [
      on('certmanager.k8s.io/acme-dns01-provider'),
      'cert-manager has not read certmanager.k8s.io annotations since v0.11, so certmanager.k8s.io/acme-dns01-provider has no effect. Nothing replaced it: the solvers of the issuer decide this now. Remove it.',
    ],
    [
      ingress({ annotations: 'certmanager.k8s.io/issuer: ca, cert-manager.io/issuer: ca' }),
      'cert-manager has not read certmanager.k8s.io annotations since v0.11, so certmanager.k8s.io/issuer has no effect. cert-manager.io/issuer is set as well, so remove the old one.',
    ],
  ],
})
