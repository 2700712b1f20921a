import { describe, expect, test } from 'vitest'
import { scenario } from '../../shim/scenario.ts'
import { ingress, issuer, stream } from '../rule-cases.ts'

const asking = (annotations: string, namespace = 'prod') =>
  ingress({ namespace, annotations: `${annotations}, cert-manager.io/email-sans: ops@example.com` })
const inProd = issuer({ kind: 'Issuer', namespace: 'prod' })
const ofIssuer = 'cert-manager.io/issuer: letsencrypt'
const ofClusterIssuer = 'cert-manager.io/cluster-issuer: letsencrypt'

/** Whether the issuer that a source names was found: an ACME issuer can't have its e-mail address. */
function isFound(list: string): boolean {
  return scenario(list).findings.some((finding) => finding.startsWith('error acme-email-address'))
}

describe('the issuer of a source', () => {
  test.each([
    ['an Issuer of its namespace', stream(asking(ofIssuer), inProd)],
    [
      'an Issuer whose namespace is only set when it is applied',
      stream(asking(ofIssuer), issuer({ kind: 'Issuer' })),
    ],
    ['a ClusterIssuer', stream(asking(ofClusterIssuer), issuer())],
    [
      'a ClusterIssuer, whose namespace says nothing',
      stream(asking(ofClusterIssuer), issuer({ namespace: 'dev' })),
    ],
    [
      'one whose group is named as well',
      stream(asking(`${ofIssuer}, cert-manager.io/issuer-group: cert-manager.io`), inProd),
    ],
    [
      'one whose group is named as empty',
      stream(asking(`${ofIssuer}, cert-manager.io/issuer-group: ""`), inProd),
    ],
    [
      'one whose kind is named as well',
      stream(asking(`${ofIssuer}, cert-manager.io/issuer-kind: Issuer`), inProd),
    ],
    [
      'a ClusterIssuer that is named by its kind',
      stream(asking(`${ofIssuer}, cert-manager.io/issuer-kind: ClusterIssuer`), issuer()),
    ],
    [
      'the Issuer of two that have the name',
      stream(asking(ofIssuer), issuer({ spec: 'selfSigned: {}' }), inProd),
    ],
    [
      'the ClusterIssuer of two that have the name',
      stream(
        asking(ofClusterIssuer),
        issuer(),
        issuer({ kind: 'Issuer', namespace: 'prod', spec: 'selfSigned: {}' }),
      ),
    ],
  ])('is %s', (_sentence, list) => {
    expect(isFound(list)).toBe(true)
  })

  test.each([
    [
      'an Issuer of another namespace',
      stream(asking(ofIssuer), issuer({ kind: 'Issuer', namespace: 'dev' })),
    ],
    ['a ClusterIssuer where it names an Issuer', stream(asking(ofIssuer), issuer())],
    ['an Issuer where it names a ClusterIssuer', stream(asking(ofClusterIssuer), inProd)],
    [
      'one of another group, though its kind is Issuer',
      stream(asking(`${ofIssuer}, cert-manager.io/issuer-group: example.com`), inProd),
    ],
    ['one of another kind', stream(asking(`${ofIssuer}, cert-manager.io/issuer-kind: StepIssuer`), inProd)],
    [
      'one of another project',
      stream(asking(ofIssuer), inProd.replace('cert-manager.io/v1', 'example.com/v1')),
    ],
    [
      'one of cert-manager’s old group',
      stream(asking(ofIssuer), inProd.replace('cert-manager.io/v1', 'certmanager.k8s.io/v1alpha1')),
    ],
    [
      'one that never reaches a cluster',
      stream(
        asking(ofIssuer),
        inProd.replace('metadata:', 'metadata:\n  annotations: {config.kubernetes.io/local-config: "true"}'),
      ),
    ],
    [
      'a Certificate of that name',
      stream(asking(ofIssuer), inProd.replace('kind: Issuer', 'kind: Certificate')),
    ],
    [
      'one whose type is not known',
      stream(asking(ofIssuer), issuer({ kind: 'Issuer', namespace: 'prod', spec: 'acmeV3: {}' })),
    ],
    [
      'one whose type is no mapping',
      stream(asking(ofIssuer), issuer({ kind: 'Issuer', namespace: 'prod', spec: 'acme: yes' })),
    ],
  ])('is not %s', (_sentence, list) => {
    expect(isFound(list)).toBe(false)
  })
})
