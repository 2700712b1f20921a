import { describe, expect, test } from 'vitest'
import { ingress, scenario } from '../scenario.ts'

describe('what is said of the name of a resource', () => {
  test.each([
    [
      'capitals',
      { name: 'myShop' },
      [
        '"myShop" is not a name that Kubernetes accepts here, so the API server would refuse this resource. Use lower-case letters, digits, "-" and ".", 253 characters at most, with a letter or digit at both ends.',
      ],
    ],
    [
      'an underscore',
      { name: 'my_shop' },
      [
        '"my_shop" is not a name that Kubernetes accepts here, so the API server would refuse this resource. Use lower-case letters, digits, "-" and ".", 253 characters at most, with a letter or digit at both ends.',
      ],
    ],
    [
      'a namespace in capitals',
      { metadata: 'namespace: Prod' },
      [
        '"Prod" is not a name that Kubernetes accepts here, so the API server would refuse this resource. Use lower-case letters, digits and "-", 63 characters at most, with a letter or digit at both ends.',
      ],
    ],
    [
      'a namespace with a dot',
      { metadata: 'namespace: a.b' },
      [
        '"a.b" is not a name that Kubernetes accepts here, so the API server would refuse this resource. Use lower-case letters, digits and "-", 63 characters at most, with a letter or digit at both ends.',
      ],
    ],
  ])('%s', (_sentence, input, messages) => {
    expect(scenario(ingress(input)).messages).toEqual(messages)
  })
})

describe('what is said of labels and annotations that are not strings', () => {
  test.each([
    [
      'a number for a label',
      { metadata: 'labels: {version: 1}' },
      [
        'The value of the label version is a number, but Kubernetes accepts strings only and would refuse this resource. Write it in quotes: "1".',
      ],
    ],
    [
      'a list for a label',
      { metadata: 'labels: {version: [1]}' },
      [
        'The value of the label version is a list, but Kubernetes accepts strings only and would refuse this resource. Write it as one string.',
      ],
    ],
    [
      'a template for a label',
      { metadata: 'labels: {version: "{{ .Values.version }}"}' },
      [
        'This is a template that nobody has rendered, so what it becomes is unknown, and nothing is generated from this resource. Render the chart first, and give the result to this function.',
      ],
    ],
    [
      'a template without quotes for a label',
      { metadata: 'labels: {version: {{ .Values.version }}}' },
      [
        'This is a template that nobody has rendered, so what it becomes is unknown, and nothing is generated from this resource. Render the chart first, and give the result to this function.',
      ],
    ],
    [
      'a boolean for an annotation',
      { annotations: 'cert-manager.io/issuer: ca, a: true' },
      [
        'The value of the annotation a is a boolean, but Kubernetes accepts strings only and would refuse this resource. Write it in quotes: "true".',
      ],
    ],
    [
      'a mapping for an annotation',
      { annotations: 'cert-manager.io/issuer: ca, a: {b: c}' },
      [
        'The value of the annotation a is a mapping, but Kubernetes accepts strings only and would refuse this resource. Write it as one string.',
      ],
    ],
    [
      'labels that are a list',
      { metadata: 'labels: [a]' },
      [
        'This is a list where Kubernetes expects a mapping, so the API server would refuse this resource. Fix its type.',
      ],
    ],
    [
      'annotations that are empty are none',
      { annotations: 'cert-manager.io/issuer: ca, cert-manager.io/common-name: null' },
      [],
    ],
  ])('%s', (_sentence, input, messages) => {
    expect(scenario(ingress(input)).messages).toEqual(messages)
  })
})

describe('what is said of TLS blocks', () => {
  test.each([
    [
      'none',
      '[]',
      [
        'This Ingress asks for Certificates but has no TLS block, so nothing will ever be issued for it. Add one with the host and the Secret to store the certificate in, or remove the annotation that asks for Certificates.',
      ],
    ],
    [
      'no hosts',
      '[{secretName: a}]',
      [
        'This TLS block has no hosts, so it is skipped and gets no Certificate. List the hosts that the Certificate is for.',
      ],
    ],
    [
      'no Secret',
      '[{hosts: [example.com]}]',
      [
        'This TLS block has no secretName, so it is skipped and gets no Certificate. Name the Secret that the Certificate is to be stored in.',
      ],
    ],
    [
      'two without a Secret',
      '[{hosts: [example.com]}, {hosts: [example.com]}]',
      [
        'spec.tls[0] and spec.tls[1] both have no secretName, and cert-manager then issues nothing for this Ingress. Give each TLS block a secretName of its own, or put all hosts into one TLS block.',
        'This TLS block has no secretName, so it is skipped and gets no Certificate. Name the Secret that the Certificate is to be stored in.',
        'This TLS block has no secretName, so it is skipped and gets no Certificate. Name the Secret that the Certificate is to be stored in.',
      ],
    ],
    [
      'a text instead of a list',
      'web-tls',
      [
        'This is a string where Kubernetes expects a list, so the API server would refuse this resource. Fix its type.',
      ],
    ],
    [
      'texts instead of mappings, and mappings instead of texts',
      '[web-tls, {hosts: [{a: b}], secretName: [x]}]',
      [
        'This is a string where Kubernetes expects a mapping, so the API server would refuse this resource. Fix its type.',
        'This is a list where Kubernetes expects a string, so the API server would refuse this resource. Fix its type.',
        'This is a mapping where Kubernetes expects a string, so the API server would refuse this resource. Fix its type.',
      ],
    ],
    [
      'a template without quotes',
      '[{hosts: [{{ .Values.host }}], secretName: a}]',
      [
        'This is a template that nobody has rendered, so what it becomes is unknown, and nothing is generated from this resource. Render the chart first, and give the result to this function.',
      ],
    ],
    [
      'a placeholder instead of the hosts',
      '[{hosts: "${HOSTS}", secretName: a}]',
      [
        'This value has a placeholder in it, and has to be known before a Certificate can be written: nothing is generated from this resource, and its Certificates stay as they are. Write the value itself, or fill it in before this function runs.',
      ],
    ],
  ])('%s', (_sentence, input, messages) => {
    expect(scenario(ingress({ tls: input })).messages).toEqual(messages)
  })
})
