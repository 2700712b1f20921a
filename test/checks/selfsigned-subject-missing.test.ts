import { selfsignedSubjectMissing } from '../../src/checks/selfsigned-subject-missing.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const selfSigned = issuer({ spec: 'selfSigned: {}' })
const annotated = (annotation: string) =>
  ingress({ annotations: `cert-manager.io/cluster-issuer: letsencrypt, ${annotation}` })

ruleCases(selfsignedSubjectMissing, {
  hits: [
    [
      'a self-signed certificate with hosts alone',
      stream(ingress(), selfSigned),
      ['Ingress/web metadata.annotations[cert-manager.io/common-name]'],
    ],
  ],
  misses: [
    ['a common name', stream(annotated('cert-manager.io/common-name: web'), selfSigned)],
    ['an organization', stream(annotated('cert-manager.io/subject-organizations: Acme'), selfSigned)],
    ['another type of issuer', stream(ingress(), issuer({ spec: 'ca: {secretName: ca}' }))],
  ],
  reads: [
    stream(ingress(), selfSigned),
    'The ClusterIssuer letsencrypt signs each certificate with its own key, so without a subject the name of its issuer is empty too, and strict clients reject it (RFC 5280). Add cert-manager.io/common-name.',
  ],
})
