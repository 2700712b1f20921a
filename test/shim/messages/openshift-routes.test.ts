import { describe, expect, test } from 'vitest'
import type { Options } from '../../../src/shim/options.ts'
import { scenario } from '../scenario.ts'

const route = (spec: string, { namespace = 'prod', more = '' } = {}) => `
apiVersion: route.openshift.io/v1
kind: Route
metadata: {name: web, ${namespace === '' ? '' : `namespace: ${namespace}, `}annotations: {cert-manager.io/issuer: ca}${more}}
spec: ${spec}
`
const edge = 'tls: {termination: edge, externalCertificate: {name: web-tls}}'
const access = { routerAccess: true } as const

describe('what is said of a Route whose host nobody knows', () => {
  test.each<
    readonly [sentence: string, input: string, options: Partial<Options>, messages: readonly string[]]
  >([
    [
      'of its name',
      route(`{${edge}}`),
      access,
      [
        'This Route has no host, and the router makes one up from its name and namespace and a domain that is not known here, so no Certificate can be made. Write spec.host, or set appsDomain in the functionConfig to that domain.',
      ],
    ],
    [
      'of its name, without a namespace',
      route(`{${edge}}`, { namespace: '' }),
      access,
      [
        'This Route has no host, and the router makes one up from its name and namespace and a domain that is not known here, so no Certificate can be made. Write spec.host, or set appsDomain in the functionConfig to that domain, and give the Route its namespace.',
      ],
    ],
    [
      'of a subdomain',
      route(`{subdomain: shop, ${edge}}`),
      access,
      [
        'This Route has no host, and the router makes one up from its subdomain and a domain that is not known here, so no Certificate can be made. Write spec.host, or set appsDomain in the functionConfig to that domain.',
      ],
    ],
    [
      'of a subdomain, without a namespace',
      route(`{subdomain: shop, ${edge}}`, { namespace: '' }),
      access,
      [
        'This Route has no host, and the router makes one up from its subdomain and a domain that is not known here, so no Certificate can be made. Write spec.host, or set appsDomain in the functionConfig to that domain.',
      ],
    ],
    [
      'none of a Route that an Ingress has made',
      route(`{${edge}}`, { more: ', ownerReferences: [{kind: Deployment}, {kind: Ingress}]' }),
      access,
      [],
    ],
    [
      'of a Route that something else has made',
      route(`{${edge}}`, { more: ', ownerReferences: [{kind: Deployment}]' }),
      access,
      [
        'This Route has no host, and the router makes one up from its name and namespace and a domain that is not known here, so no Certificate can be made. Write spec.host, or set appsDomain in the functionConfig to that domain.',
      ],
    ],
  ])('%s', (_sentence, input, options, messages) => {
    expect(scenario(input, options).messages).toEqual(messages)
  })
})
