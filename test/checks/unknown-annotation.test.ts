import { unknownAnnotation } from '../../src/checks/unknown-annotation.ts'
import { gateway, ingress, ruleCases } from './rule-cases.ts'

const on = (key: string) => ingress({ annotations: `${key}: value` })
const found = (key: string, meant?: string) => [
  `Ingress/web metadata.annotations[${key}]: ${key}${meant === undefined ? '' : ` -> ${meant}`}`,
]

ruleCases(unknownAnnotation, {
  hits: [
    [
      'a slip in the name, on an Ingress that is no source because of it',
      on('cert-manager.io/cluster-isuer'),
      found('cert-manager.io/cluster-isuer', 'cert-manager.io/cluster-issuer'),
    ],
    [
      'a slip on a source',
      ingress({ annotations: 'cert-manager.io/issuer: ca, cert-manager.io/durations: 2160h' }),
      found('cert-manager.io/durations', 'cert-manager.io/duration'),
    ],
    [
      'a field name of the Certificate',
      on('cert-manager.io/commonName'),
      found('cert-manager.io/commonName', 'cert-manager.io/common-name'),
    ],
    [
      'a known name in the wrong domain',
      on('cert-manager.io/http01-edit-in-place'),
      found('cert-manager.io/http01-edit-in-place', 'acme.cert-manager.io/http01-edit-in-place'),
    ],
    [
      'a known name in the other wrong domain',
      on('acme.cert-manager.io/cluster-issuer'),
      found('acme.cert-manager.io/cluster-issuer', 'cert-manager.io/cluster-issuer'),
    ],
    [
      'a name of long ago in the domain of today',
      on('cert-manager.io/acme-http01-edit-in-place'),
      found('cert-manager.io/acme-http01-edit-in-place', 'acme.cert-manager.io/http01-edit-in-place'),
    ],
    [
      'a name of long ago that nothing took the place of',
      on('cert-manager.io/acme-challenge-type'),
      found('cert-manager.io/acme-challenge-type'),
    ],
    [
      'a slip in the domain',
      on('certmanager.io/cluster-issuer'),
      found('certmanager.io/cluster-issuer', 'cert-manager.io/cluster-issuer'),
    ],
    [
      'a name that is near to none, without a proposal',
      on('cert-manager.io/name'),
      found('cert-manager.io/name'),
    ],
    [
      'the name of the field that alternative names end in',
      on('cert-manager.io/subject-alternative-names'),
      found('cert-manager.io/subject-alternative-names', 'cert-manager.io/alt-names'),
    ],
    [
      'a name that listeners are thought to be left out by',
      gateway({ annotations: 'cert-manager.io/skip-sign-listener: http' }),
      [
        'Gateway/web metadata.annotations[cert-manager.io/skip-sign-listener]: cert-manager.io/skip-sign-listener -> cert-manager.io/ignore-tls-listeners',
      ],
    ],
    [
      'the same on an Ingress, which has no listeners',
      on('cert-manager.io/skip-sign-listener'),
      found('cert-manager.io/skip-sign-listener'),
    ],
    [
      'a temporary certificate in the wrong domain',
      on('acme.cert-manager.io/issue-temporary-certificate'),
      found(
        'acme.cert-manager.io/issue-temporary-certificate',
        'cert-manager.io/issue-temporary-certificate',
      ),
    ],
    [
      'the same where edit-in-place asks for one already',
      ingress({
        annotations:
          'acme.cert-manager.io/http01-edit-in-place: "true", acme.cert-manager.io/issue-temporary-certificate: "true"',
      }),
      found('acme.cert-manager.io/issue-temporary-certificate'),
    ],
    ['a key like __proto__', on('cert-manager.io/__proto__'), found('cert-manager.io/__proto__')],
    [
      'a slip on a Gateway, in a name that only Gateways have',
      gateway({ annotations: 'cert-manager.io/ignore-tls-listener: http' }),
      [
        'Gateway/web metadata.annotations[cert-manager.io/ignore-tls-listener]: cert-manager.io/ignore-tls-listener -> cert-manager.io/ignore-tls-listeners',
      ],
    ],
  ],
  misses: [
    ['annotations that are read', ingress()],
    ['a key of which a part is filled in later', on('"cert-manager.io/${ISSUER_KIND}"')],
    ['one that is known elsewhere, of which another rule speaks', on('cert-manager.io/uri-sans')],
    ['one of the old domain, of which another rule speaks', on('certmanager.k8s.io/issuer')],
    ['another project in a domain of its own', on('csi.cert-manager.io/common-name')],
    ['a domain of one’s own that only ends like it', on('my-cert-manager.io/cluster-issuer')],
    ['a domain that is not near, with a name of cert-manager', on('certificates.example.com/issuer')],
    ['the old domain, with a name of today', on('certmanager.k8s.io/common-name')],
    ['a domain that is near, with a name of its own', on('certmanager.io/zone')],
    ['a domain without a slash', on('cert-manager.io')],
    [
      'one that the configuration copies to the Certificates',
      on('cert-manager.io/team'),
      { extraCertificateAnnotations: ['cert-manager.io/team'] },
    ],
    [
      'an Ingress that never reaches a cluster',
      ingress({
        annotations: 'config.kubernetes.io/local-config: "true", cert-manager.io/cluster-isuer: a',
      }),
    ],
    [
      'other kinds',
      ingress({ kind: 'Service', apiVersion: 'v1', annotations: 'cert-manager.io/cluster-isuer: a' }),
    ],
  ],
  reads: [
    on('cert-manager.io/cluster-isuer'),
    'cert-manager v1.21.2 knows no annotation cert-manager.io/cluster-isuer and ignores it. Did you mean cert-manager.io/cluster-issuer?',
  ],
  alsoReads: [
    [
      on('cert-manager.io/something-else'),
      'cert-manager v1.21.2 knows no annotation cert-manager.io/something-else and ignores it. Remove it, or look up the name that you mean in the list of annotations in its documentation.',
    ],
  ],
})
