import { expect, test } from 'vitest'
import { issuerReferenceInvalid } from '../../src/checks/issuer-reference-invalid.ts'
import { scenario } from '../shim/scenario.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const named = (name: string) => ingress({ annotations: `cert-manager.io/cluster-issuer: "${name}"` })
const ofGroup = (group: string) =>
  ingress({
    annotations: `cert-manager.io/issuer: step, cert-manager.io/issuer-kind: StepIssuer, cert-manager.io/issuer-group: "${group}"`,
  })
const nameField = 'Ingress/web metadata.annotations[cert-manager.io/cluster-issuer]'
const groupField = 'Ingress/web metadata.annotations[cert-manager.io/issuer-group]'

ruleCases(issuerReferenceInvalid, {
  hits: [
    ['two names', named('letsencrypt,ca'), [`${nameField}: letsencrypt,ca`]],
    ['a name with a namespace', named('infra/ca'), [`${nameField}: infra/ca -> ca`]],
    ['a name with capital letters', named('LetsEncrypt'), [`${nameField}: LetsEncrypt -> letsencrypt`]],
    ['a name with a blank at its end', named('ca '), [`${nameField}: ca  -> ca`]],
    [
      'a group with its version',
      ofGroup('certmanager.step.sm/v1beta1'),
      [`${groupField}: certmanager.step.sm/v1beta1 -> certmanager.step.sm`],
    ],
    [
      'a name that a setting has, where nothing of the source can be changed',
      ingress({ annotations: 'kubernetes.io/tls-acme: "true"' }),
      ['Ingress/web metadata.annotations[cert-manager.io/issuer]'],
      { issuers: [{ namespaces: ['*'], name: 'infra/ca' }] },
    ],
    ['two groups', ofGroup('a.io,b.io'), [`${groupField}: a.io,b.io`]],
  ],
  misses: [
    ['a name with dots, digits and hyphens', named('letsencrypt-v2.prod')],
    ['a name that is filled in later', named('a,${ISSUER}')],
    ['a group', ofGroup('certmanager.step.sm')],
    ['an empty group, which is cert-manager’s own', ofGroup('')],
    ['an empty name, of which another rule speaks', named('')],
    ['a resource that asks for nothing', named('a,b').replace('cluster-issuer', 'x')],
  ],
  reads: [
    named('letsencrypt,ca'),
    '"letsencrypt,ca" can\'t be the name of an issuer: a certificate has one issuer. The Certificates of this Ingress stay pending forever. Write the name of the one issuer that you mean.',
  ],
  alsoReads: [
    [
      named('infra/ca'),
      '"infra/ca" can\'t be the name of an issuer: a name has no slash, and a namespace can\'t be given. The Certificates of this Ingress stay pending forever. Write ca.',
    ],
    [
      named('LetsEncrypt'),
      '"LetsEncrypt" can\'t be the name of an issuer: it has to consist of lower-case letters, digits, "-" and ".". The Certificates of this Ingress stay pending forever. Write letsencrypt.',
    ],
    [
      named('lets_encrypt'),
      '"lets_encrypt" can\'t be the name of an issuer: it has to consist of lower-case letters, digits, "-" and ".". The Certificates of this Ingress stay pending forever. Write the name of the one issuer that you mean.',
    ],
    [
      ofGroup('a.io,b.io'),
      '"a.io,b.io" can\'t be the group of an issuer: a certificate has one issuer. The Certificates of this Ingress stay pending forever. Write the group of the one issuer that you mean.',
    ],
    [
      ofGroup('Step.sm'),
      '"Step.sm" can\'t be the group of an issuer: it has to consist of lower-case letters, digits, "-" and ".". The Certificates of this Ingress stay pending forever. Write step.sm.',
    ],
    [
      ingress({ annotations: 'kubernetes.io/tls-acme: "true"' }),
      '"a,b" can\'t be the name of an issuer: a certificate has one issuer. The Certificates of this Ingress stay pending forever. Write the name of the one issuer that you mean. It is named by issuers in the functionConfig.',
      { issuers: [{ namespaces: ['*'], name: 'a,b' }] },
    ],
    [
      ofGroup('certmanager.step.sm/v1beta1'),
      '"certmanager.step.sm/v1beta1" can\'t be the group of an issuer: a group is written without the version behind the slash. The Certificates of this Ingress stay pending forever. Write certmanager.step.sm.',
    ],
  ],
})

test('the Certificate is written all the same, and no issuer is missed', () => {
  const { changes, findings } = scenario(stream(named('letsencrypt,ca'), issuer()))
  expect(changes).toEqual(['create web-tls'])
  expect(findings).toEqual([
    'error issuer-reference-invalid metadata.annotations[cert-manager.io/cluster-issuer]',
  ])
})
