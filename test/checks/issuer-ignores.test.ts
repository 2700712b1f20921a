import { issuerIgnores } from '../../src/checks/issuer-ignores.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const asking = (key: string, value: string) =>
  ingress({ annotations: `cert-manager.io/cluster-issuer: letsencrypt, ${key}: "${value}"` })
const organization = asking('cert-manager.io/subject-organizations', 'Acme')
const clientUsages = asking('cert-manager.io/usages', 'digital signature,client auth')
const vault = (path: string) => issuer({ spec: `vault: {server: "https://vault", path: ${path}, auth: {}}` })

ruleCases(issuerIgnores, {
  hits: [
    [
      'a subject at an ACME CA',
      stream(organization, issuer()),
      ['Ingress/web metadata.annotations[cert-manager.io/subject-organizations]: Acme'],
    ],
    ...[
      'organizationalunits',
      'countries',
      'provinces',
      'localities',
      'postalcodes',
      'streetaddresses',
      'serialnumber',
    ].map(
      (field) =>
        [
          `${field} at an ACME CA`,
          stream(asking(`cert-manager.io/subject-${field}`, 'DE'), issuer()),
          [`Ingress/web metadata.annotations[cert-manager.io/subject-${field}]: DE`],
        ] as const,
    ),
    [
      'a field of the subject beside an empty one',
      stream(
        ingress({
          annotations:
            'cert-manager.io/cluster-issuer: letsencrypt, cert-manager.io/subject-organizations: Acme, cert-manager.io/subject-countries: ""',
        }),
        issuer(),
      ),
      ['Ingress/web metadata.annotations[cert-manager.io/subject-organizations]: Acme'],
    ],
    [
      'usages that aren’t a server’s at an ACME CA',
      stream(clientUsages, issuer()),
      ['Ingress/web metadata.annotations[cert-manager.io/usages]: digital signature,client auth'],
    ],
    [
      'a subject at Vault, whose role decides',
      stream(organization, vault('pki/sign/web')),
      ['Ingress/web metadata.annotations[cert-manager.io/subject-organizations]: Acme'],
    ],
  ],
  misses: [
    ['Vault that signs what it is given', stream(organization, vault('pki/sign-verbatim/web'))],
    ['a CA of one’s own', stream(organization, issuer({ spec: 'ca: {secretName: ca}' }))],
    ['a subject of nothing', stream(asking('cert-manager.io/subject-organizations', ''), issuer())],
    [
      'the usages of a server, which every CA gives',
      stream(asking('cert-manager.io/usages', 'key encipherment,server auth'), issuer()),
    ],
    [
      'a common name, of which another rule speaks',
      stream(asking('cert-manager.io/common-name', 'example.com'), issuer()),
    ],
    ['an issuer that isn’t in the list', organization],
  ],
  reads: [
    stream(organization, issuer()),
    'The CA behind the ClusterIssuer letsencrypt decides this itself, so cert-manager.io/subject-organizations has no effect on the certificate. Remove it, or use an issuer of your own CA.',
  ],
  alsoReads: [
    [
      stream(clientUsages, vault('pki/sign/web')),
      'The CA behind the ClusterIssuer letsencrypt decides this itself, so cert-manager.io/usages has no effect on the certificate. Remove it, and set it in the Vault role.',
    ],
  ],
})
