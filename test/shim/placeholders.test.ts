import { describe, expect, test } from 'vitest'
import { ingress, scenario } from './scenario.ts'

const issuer = 'cert-manager.io/issuer: ca'
const on = (key: string, value: string) => ingress({ annotations: `${issuer}, ${key}: '${value}'` })
const existing = `---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: web-tls, annotations: {ingress-shim.fn.kpt.dev/source: Ingress/web}}
spec: {secretName: web-tls, issuerRef: {name: old}}
`

describe('names and texts are written as they stand', () => {
  test.each([
    [
      'a host',
      ingress({ tls: '[{hosts: ["app.${D}"], secretName: web-tls}]' }),
      'dnsNames:\n    - app.${D}\n',
    ],
    ['a Secret', ingress({ tls: '[{hosts: [a.com], secretName: "${S}"}]' }), 'secretName: ${S}\n'],
    ['a namespace', ingress({ metadata: 'namespace: ${NS}' }), 'namespace: ${NS}\n'],
    ['the name of the source', ingress({ name: '${APP}' }), 'source: Ingress/${APP}\n'],
    ['an issuer', ingress({ annotations: 'cert-manager.io/issuer: $CA' }), 'issuerRef:\n    name: $CA\n'],
    [
      'the kind of an issuer',
      ingress({ annotations: `${issuer}, cert-manager.io/issuer-kind: "\${KIND}"` }),
      'kind: ${KIND}\n',
    ],
    [
      'alternative names',
      on('cert-manager.io/alt-names', 'a.com,${N:=b.com,c.com}'),
      '- a.com\n    - ${N:=b.com,c.com}\n',
    ],
    [
      'a common name that is long',
      on('cert-manager.io/common-name', `<path:${'a'.repeat(80)}>`),
      `commonName: <path:${'a'.repeat(80)}>\n`,
    ],
    ['an IP address', on('cert-manager.io/ip-sans', '10.0.0.1,${IP}'), '- 10.0.0.1\n    - ${IP}\n'],
    ['an e-mail address', on('cert-manager.io/email-sans', '${MAIL}'), 'emailAddresses:\n    - ${MAIL}\n'],
    [
      'subjects, around the commas and quotes in placeholders',
      on('cert-manager.io/subject-organizations', '"Foo, Ltd",${ORG:="a,b"}'),
      'organizations:\n      - Foo, Ltd\n      - ${ORG:="a,b"}\n',
    ],
    [
      'an ingress class for HTTP-01',
      on('acme.cert-manager.io/http01-ingress-class', '${CLASS}'),
      'http01-override-ingress-class: ${CLASS}\n',
    ],
    [
      'a key of argocd-vault-plugin, where an annotation of it is',
      ingress({
        annotations: `${issuer}, avp.kubernetes.io/path: kv/app`,
        tls: '[{hosts: [<host>], secretName: <secret>}]',
      }),
      'secretName: <secret>\n',
    ],
  ])('%s', (_sentence, input, written) => {
    const { findings, certificates } = scenario(input.replace('rules: [{host: example.com}]', ''))
    expect(findings).toEqual([])
    expect(certificates).toContain(written)
  })

  test('a key of argocd-vault-plugin is a host like any other without an annotation of it', () => {
    const { findings } = scenario(ingress({ tls: '[{hosts: [<host>], secretName: web-tls}]' }))
    expect(findings).toContain('error host-invalid spec.tls[0].hosts[0]')
  })

  test('the rest of a list is judged', () => {
    expect(scenario(on('cert-manager.io/ip-sans', '${IP},10.0.0')).findings).toEqual([
      'error certificate-rejected metadata.annotations[cert-manager.io/ip-sans]',
    ])
  })
})

describe('a value that has to be known: a warning, nothing is generated, and its Certificates stay', () => {
  test.each([
    ['cert-manager.io/duration', '${DURATION}'],
    ['cert-manager.io/renew-before', '$RENEW'],
    ['cert-manager.io/renew-before-percentage', '${P:=30}'],
    ['cert-manager.io/revision-history-limit', '${LIMIT}'],
    ['cert-manager.io/usages', 'digital signature,${USAGE}'],
    ['cert-manager.io/private-key-algorithm', '${ALGORITHM}'],
    ['cert-manager.io/private-key-size', '<path:kv/key#size>'],
    ['cert-manager.io/secret-template', '{"labels": {"team": "${TEAM}"}}'],
    ['acme.cert-manager.io/http01-edit-in-place', '${EDIT}'],
  ])('%s: %s', (key, value) => {
    const { findings, changes } = scenario(on(key, value) + existing)
    expect(findings).toEqual([`warning placeholder-unresolved metadata.annotations[${key}]`])
    expect(changes).toEqual([])
  })

  test('an auto annotation, which may make it a source', () => {
    const { findings, changes } = scenario(
      ingress({ annotations: 'kubernetes.io/tls-acme: "${TLS}"' }) + existing,
      { defaultIssuerName: 'ca' },
    )
    expect(findings).toEqual(['warning placeholder-unresolved metadata.annotations[kubernetes.io/tls-acme]'])
    expect(changes).toEqual([])
  })

  test('all TLS blocks at once', () => {
    expect(scenario(ingress({ tls: '${TLS_BLOCKS}' }) + existing)).toMatchObject({
      findings: ['warning placeholder-unresolved spec.tls'],
      changes: [],
    })
  })

  test('annotations that the shim does not read are not its business', () => {
    const snippet = on('nginx.ingress.kubernetes.io/server-snippet', 'return 301 https://$host{{ x }};')
    expect(scenario(snippet)).toMatchObject({ findings: [], changes: ['create web-tls'] })
  })
})

describe('a template that nobody rendered: one error for each field, and nothing else about it', () => {
  test.each([
    [
      'a host, also in the rules',
      ingress({ tls: '[{hosts: ["{{ .Values.host }}"], secretName: web-tls}]' }).replace(
        'host: example.com',
        'host: "{{ .Values.host }}"',
      ),
      ['spec.tls[0].hosts[0]', 'spec.rules[0].host'],
    ],
    [
      'hosts in rules alone',
      ingress().replace('host: example.com', 'host: "{{ .Values.host }}"'),
      ['spec.rules[0].host'],
    ],
    [
      'a host without quotes',
      ingress({ tls: '[{hosts: [{{ .Values.host }}], secretName: web-tls}]' }),
      ['spec.tls[0].hosts[0]'],
    ],
    [
      'a Secret',
      ingress({ tls: '[{hosts: [example.com], secretName: "{{ .x }}-tls"}]' }),
      ['spec.tls[0].secretName'],
    ],
    ['a TLS block', ingress({ tls: '[{{ .tls }}]' }), ['spec.tls[0]']],
    ['all TLS blocks', ingress({ tls: '{{ toYaml .tls }}' }), ['spec.tls']],
    ['a name', ingress({ name: '"{{ .Release.Name }}-web"' }), ['metadata.name']],
    ['a name without quotes', ingress({ name: '{{ .Release.Name }}' }), ['metadata.name']],
    ['a namespace', ingress({ metadata: 'namespace: "{{ .Release.Namespace }}"' }), ['metadata.namespace']],
    ['a label', ingress({ metadata: 'labels: {app: "{{ .Chart.Name }}"}' }), ['metadata.labels[app]']],
    ['all labels', ingress({ metadata: 'labels: {{ include "labels" . }}' }), ['metadata.labels']],
    [
      'the issuer',
      ingress({ annotations: 'cert-manager.io/issuer: "{{ .Values.issuer }}"' }),
      ['metadata.annotations[cert-manager.io/issuer]'],
    ],
    [
      'the issuer without quotes',
      ingress({ annotations: 'cert-manager.io/issuer: {{ .Values.issuer }}' }),
      ['metadata.annotations[cert-manager.io/issuer]'],
    ],
    [
      'all annotations',
      ingress().replace(`{${issuer}}`, '{{ toYaml .Values.annotations }}'),
      ['metadata.annotations'],
    ],
    [
      'alternative names',
      on('cert-manager.io/alt-names', '{{ .x }}'),
      ['metadata.annotations[cert-manager.io/alt-names]'],
    ],
    [
      'a duration',
      on('cert-manager.io/duration', '{{ .x }}'),
      ['metadata.annotations[cert-manager.io/duration]'],
    ],
  ])('%s', (_sentence, input, fields) => {
    const { findings, changes } = scenario(input + existing)
    expect(findings.filter((finding) => !finding.startsWith('info'))).toEqual(
      fields.map((field) => `error template-not-rendered ${field}`),
    )
    expect(changes).toEqual([])
  })

  test('an Ingress that asks for nothing has no result', () => {
    const input = ingress({ name: '"{{ .Release.Name }}"', annotations: '', tls: '{{ toYaml .tls }}' })
    expect(scenario(input).findings).toEqual([])
  })
})
