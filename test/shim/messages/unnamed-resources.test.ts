import { describe, expect, test } from 'vitest'
import { scenario } from '../scenario.ts'

describe('what is said of a source that cannot be named', () => {
  test.each([
    [
      'no name',
      '{annotations: {cert-manager.io/issuer: ca}}',
      [
        'This is empty where Kubernetes expects a string, so the API server would refuse this resource. Fill it in.',
      ],
    ],
    [
      'an empty name',
      '{name: "", annotations: {cert-manager.io/issuer: ca}}',
      [
        'This is empty where Kubernetes expects a string, so the API server would refuse this resource. Fill it in.',
      ],
    ],
    [
      'a number for a name',
      '{name: 7, annotations: {cert-manager.io/cluster-issuer: ca}}',
      [
        'This is a number where Kubernetes expects a string, so the API server would refuse this resource. Fix its type.',
      ],
    ],
    [
      'an auto annotation',
      '{name: 7, namespace: 8, annotations: {kubernetes.io/tls-acme: "true"}}',
      [
        'This is a number where Kubernetes expects a string, so the API server would refuse this resource. Fix its type.',
      ],
    ],
    [
      'annotations that are a list of texts',
      '{name: 7, annotations: ["cert-manager.io/issuer: ca"]}',
      [
        'This is a number where Kubernetes expects a string, so the API server would refuse this resource. Fix its type.',
      ],
    ],
    [
      'a template for annotations',
      '{name: 7, annotations: "{{ .Values.annotations }}"}',
      [
        'This is a number where Kubernetes expects a string, so the API server would refuse this resource. Fix its type.',
      ],
    ],
    [
      'a placeholder for annotations',
      '{name: 7, annotations: "${ANNOTATIONS}"}',
      [
        'This is a number where Kubernetes expects a string, so the API server would refuse this resource. Fix its type.',
      ],
    ],
    ['annotations that ask for nothing', '{name: 7, annotations: {a: b}}', []],
    ['annotations that are another text', '{name: 7, annotations: "a: b"}', []],
    [
      'a source that is being deleted',
      '{name: 7, deletionTimestamp: "2026-01-01T00:00:00Z", annotations: {cert-manager.io/issuer: ca}}',
      [],
    ],
  ])('%s', (_sentence, input, messages) => {
    expect(
      scenario(`{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: ${input}}`).messages,
    ).toEqual(messages)
  })
})

describe('what is said of a Certificate that cannot be read', () => {
  test.each([
    [
      'no metadata',
      '',
      [
        'This is empty where Kubernetes expects a mapping with a name, so the API server would refuse this resource. Fill it in.',
      ],
    ],
    [
      'metadata that are a text',
      ', metadata: web',
      [
        'This is a string where Kubernetes expects a mapping with a name, so the API server would refuse this resource. Fix its type.',
      ],
    ],
    [
      'no name',
      ', metadata: {namespace: prod}, spec: {}',
      [
        'This is empty where Kubernetes expects a string, so the API server would refuse this resource. Fill it in.',
      ],
    ],
    [
      'no spec',
      ', metadata: {name: web}',
      [
        'This is empty where Kubernetes expects a mapping, so the API server would refuse this resource. Fill it in.',
      ],
    ],
    [
      'a spec that is a list',
      ', metadata: {name: web}, spec: []',
      [
        'This is a list where Kubernetes expects a mapping, so the API server would refuse this resource. Fix its type.',
      ],
    ],
  ])('%s', (_sentence, input, messages) => {
    expect(scenario(`{apiVersion: cert-manager.io/v1, kind: Certificate${input}}`).messages).toEqual(messages)
  })
})

describe('what is said of a namespace that is no text', () => {
  test.each([
    [
      'a number',
      '7',
      [
        'This is a number where Kubernetes expects a string, so the API server would refuse this resource. Fix its type.',
        'This TLS block has no hosts, so it is skipped and gets no Certificate. List the hosts that the Certificate is for.',
      ],
    ],
    [
      'a template',
      '"{{ .Release.Namespace }}"',
      [
        'This is a template that nobody has rendered, so what it becomes is unknown, and nothing is generated from this resource. Render the chart first, and give the result to this function.',
        'This TLS block has no hosts, so it is skipped and gets no Certificate. List the hosts that the Certificate is for.',
      ],
    ],
  ])('%s', (_sentence, input, messages) => {
    expect(
      scenario(
        `{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: web, namespace: ${input}, annotations: {cert-manager.io/issuer: ca}}, spec: {tls: [{hosts: [], secretName: a}]}}`,
      ).messages,
    ).toEqual(messages)
  })
})
