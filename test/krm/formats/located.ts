import type { Presentation } from '../../../src/krm/results/formats/formats.ts'
import type { LocatedResult } from '../../../src/krm/results/locator.ts'

export const error: LocatedResult = {
  result: {
    message: 'It is wrong: 100%, really.',
    severity: 'error',
    resourceRef: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'web', namespace: 'prod' },
    field: { path: 'spec.tls[0].hosts', currentValue: ['a'] },
    file: { path: 'apps/web.yaml', index: 0 },
    tags: { rule: 'host-invalid' },
  },
  location: { path: 'apps/web.yaml', line: 12, isFile: true },
}

export const warning: LocatedResult = {
  result: {
    message: 'It may be wrong.',
    severity: 'warning',
    resourceRef: { apiVersion: 'cert-manager.io/v1', kind: 'ClusterIssuer', name: 'ca' },
    tags: { rule: 'issuer-missing' },
  },
  location: { path: '<stdin>', isFile: false },
}

export const info: LocatedResult = {
  result: { message: 'Just so.', severity: 'info', tags: { rule: 'secret-present' } },
  location: { path: 'a b/100%: c,d.yaml', line: 3, isFile: true },
}

/** Names and a message that somebody chose to deceive: line breaks, commands of CI systems, escapes, bidi, C1, XML. */
export const hostile: LocatedResult = {
  result: {
    message: 'One\r\n::error::two\u001b[2J\u202e\u009b1m ##[error]##vso[task.setvariable] <a>&"\ud800\uffff',
    severity: 'error',
    resourceRef: { apiVersion: 'v1', kind: 'Ingress', name: 'a\nb' },
    tags: { rule: 'host-invalid' },
  },
  location: { path: '::error::x\ny.yaml', isFile: true },
}

/** Everything that could do harm where the output is shown. */
export const harmful = /[^\n\P{Cc}]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\uffff]|^\s*::|##\w*\[/mu

export const presentation: Presentation = {
  tool: {
    name: 'krm-ingress-shim',
    version: '1.2.3',
    rules: [
      { id: 'host-invalid', severity: 'error', summary: 'A host is not valid.' },
      { id: 'issuer-missing', severity: 'warning', summary: 'An issuer is missing.' },
      { id: 'never-found', severity: 'info', summary: 'Nobody sees this.' },
    ],
    pageOf: (rule) =>
      rule === 'host-invalid' ? '# host-invalid\n\n*error*: x\n\nA host of\n`spec`.\n\n## Why\n' : undefined,
  },
  colored: false,
  detail: 'normal',
  failOn: 'error',
}
