import { describe, expect, test } from 'vitest'
import { certificate, list, ours, spec } from './certificate.ts'
import { ingress, scenario } from './scenario.ts'

describe('certificate-field-removed', () => {
  const removedFrom = (body: string, metadata = ours, source = ingress()) =>
    scenario(list(source, certificate({ metadata, body })))
      .outcome.findings.filter(({ rule }) => rule === 'certificate-field-removed')
      .map(({ field, message }) => `${field?.path}: ${/To keep it, put the (.*)\./.exec(message)?.[1]}`)

  test.each([
    [
      '  privateKey: {rotationPolicy: Never}',
      'spec.privateKey.rotationPolicy: annotation cert-manager.io/private-key-rotation-policy on that Ingress',
    ],
    [
      '  revisionHistoryLimit: 3',
      'spec.revisionHistoryLimit: annotation cert-manager.io/revision-history-limit on that Ingress',
    ],
    [
      '  secretTemplate: {labels: {x/y: z}}',
      'spec.secretTemplate.labels[x/y]: annotation cert-manager.io/secret-template on that Ingress',
    ],
    [
      '  subject: {countries: [DE]}',
      'spec.subject.countries: annotation cert-manager.io/subject-countries on that Ingress',
    ],
  ])('names the annotation that keeps %s', (field, said) => {
    expect(removedFrom(`${spec}${field}\n`)).toEqual([said])
  })

  test('names the label that keeps a label', () => {
    expect(removedFrom(spec, `${ours}  labels: {app: web}\n`)).toEqual([
      'metadata.labels[app]: label app on that Ingress',
    ])
  })

  test('names the field that keeps one of a VirtualServer, and nothing for what it has no field for', () => {
    const source = `
apiVersion: k8s.nginx.org/v1
kind: VirtualServer
metadata: {name: web}
spec: {host: example.com, tls: {secret: web-tls, cert-manager: {issuer: ca}}}
`
    const metadata = '  annotations: {ingress-shim.fn.kpt.dev/source: VirtualServer.k8s.nginx.org/web}\n'
    const body = `${spec}  duration: 24h\n  revisionHistoryLimit: 3\n  ipAddresses: [10.0.0.1]\n`
    const messages = scenario(list(source, certificate({ metadata, body }))).messages
    expect(messages).toEqual([
      "spec.duration is removed from this Certificate, since VirtualServer.k8s.nginx.org/web doesn't ask for it. To keep it, set spec.tls.cert-manager.duration of that VirtualServer.",
      "spec.revisionHistoryLimit is removed from this Certificate, since VirtualServer.k8s.nginx.org/web doesn't ask for it.",
    ])
  })

  test('names nothing for what only another kind of source has', () => {
    const metadata = ours.replace('}', ', acme.cert-manager.io/http01-parentrefkind: Gateway}')
    expect(scenario(list(ingress(), certificate({ metadata }))).messages).toEqual([
      "metadata.annotations[acme.cert-manager.io/http01-parentrefkind] is removed from this Certificate, since Ingress/web doesn't ask for it.",
    ])
  })

  test.each([
    ['a host that goes', spec.replace('[example.com]', '[example.com, old.com]'), ingress()],
    [
      'all hosts, where only an IP address is left',
      spec,
      ingress({ tls: '[{hosts: [10.0.0.1], secretName: web-tls}]' }),
    ],
    [
      'a field that changes',
      `${spec}  duration: 24h\n`,
      ingress({ annotations: 'cert-manager.io/issuer: ca, cert-manager.io/duration: 48h' }),
    ],
    ['a field that this function never sets', `${spec}  keystores: {jks: {create: true}}\n`, ingress()],
  ])('is silent about %s', (_name, body, source) => {
    expect(removedFrom(body, ours, source)).toEqual([])
  })
})

describe('infos that text output shows in any case', () => {
  const shown = (input: string, rules: Parameters<typeof scenario>[1] = {}) =>
    scenario(input, rules).outcome.findings.map(({ rule, alwaysShown }) => `${rule} ${alwaysShown === true}`)

  test.each([
    [
      'a removed Certificate',
      list(ingress(), certificate({ name: 'old', metadata: ours, body: spec.replace('web-tls', 'old') })),
      ['certificate-removed true'],
    ],
    [
      'a removed field',
      list(ingress(), certificate({ metadata: ours, body: `${spec}  duration: 24h\n` })),
      ['certificate-field-removed true'],
    ],
    ['the only word on a source that gets no Certificate', ingress({ tls: '[]' }), ['tls-missing true']],
    [
      'not one on a source that gets one',
      ingress({ tls: '[{hosts: [example.com, b.com], secretName: web-tls}]' }),
      ['host-not-routed false'],
    ],
  ])('%s', (_name, input, said) => {
    expect(shown(input, { rules: { 'tls-missing': 'info', 'host-not-covered': 'off' } })).toEqual(said)
  })
})
