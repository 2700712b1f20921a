import { venafiSubjectMissing } from '../../src/checks/venafi-subject-missing.ts'
import { ingress, issuer, ruleCases, stream, virtualServer } from './rule-cases.ts'

const venafi = issuer({ spec: 'venafi: {zone: DevOps, tpp: {url: "https://tpp"}}' })
const annotated = (annotation: string) =>
  ingress({ annotations: `cert-manager.io/cluster-issuer: letsencrypt, ${annotation}` })

ruleCases(venafiSubjectMissing, {
  hits: [
    [
      'a certificate with hosts alone',
      stream(ingress(), venafi),
      ['Ingress/web metadata.annotations[cert-manager.io/common-name]'],
    ],
    [
      'an empty serial number, which is none',
      stream(annotated('cert-manager.io/subject-serialnumber: ""'), venafi),
      ['Ingress/web metadata.annotations[cert-manager.io/common-name]'],
    ],
  ],
  misses: [
    ['a common name', stream(annotated('cert-manager.io/common-name: web'), venafi)],
    ['a serial number', stream(annotated('cert-manager.io/subject-serialnumber: "7"'), venafi)],
    ['an organization', stream(annotated('cert-manager.io/subject-organizations: Acme'), venafi)],
    ['another type of issuer', stream(ingress(), issuer({ spec: 'ca: {secretName: ca}' }))],
  ],
  reads: [
    stream(ingress(), venafi),
    'The ClusterIssuer letsencrypt is a Venafi issuer, and cert-manager does not request a certificate without a subject from it. Add cert-manager.io/common-name, or one of the subject annotations.',
  ],
  alsoReads: [
    [
      stream(virtualServer(), venafi),
      'The ClusterIssuer letsencrypt is a Venafi issuer, and cert-manager does not request a certificate without a subject from it. Add spec.tls.cert-manager.common-name.',
    ],
  ],
})
