import { listenerSetNotAllowed } from '../../src/checks/listener-set-not-allowed.ts'
import { gateway, ruleCases, stream } from './rule-cases.ts'

const setOf = (namespace: string) =>
  gateway({ kind: 'ListenerSet', namespace, spec: 'parentRef: {name: eg, namespace: infra}' })
const setAt = (infra: string) =>
  gateway({ kind: 'ListenerSet', spec: `parentRef: {name: eg, namespace: ${infra}}` })
const set = setOf('prod')
const parent = (allowed: string, namespace = 'infra') =>
  gateway({
    name: 'eg',
    namespace,
    annotations: '',
    spec: allowed === '' ? '' : `allowedListeners: {namespaces: ${allowed}}`,
  })
const found = ['ListenerSet/web spec.parentRef.name: eg']

ruleCases(listenerSetNotAllowed, {
  hits: [
    ['a Gateway that says nothing, which allows none', stream(set, parent('')), found],
    ['a Gateway that allows none', stream(parent('{from: None}'), set), found],
    ['a Gateway that allows its own namespace only', stream(set, parent('{from: Same}')), found],
    [
      'a Gateway that allows another namespace, by the name that Kubernetes labels it with',
      stream(set, parent('{from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: dev}}}')),
      found,
    ],
  ],
  misses: [
    ['a Gateway that allows all', stream(set, parent('{from: All}'))],
    [
      'a Gateway of the same namespace that allows that',
      stream(gateway({ kind: 'ListenerSet', spec: 'parentRef: {name: eg}' }), parent('{from: Same}', 'prod')),
    ],
    [
      'a Gateway that allows the namespace by its name',
      stream(set, parent('{from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: prod}}}')),
    ],
    [
      'a Gateway that allows namespaces by labels, which only the cluster knows',
      stream(set, parent('{from: Selector, selector: {matchLabels: {team: shop}}}')),
    ],
    [
      'a Gateway that allows a namespace whose name is filled in later',
      stream(
        set,
        parent('{from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: "${NAMESPACE}"}}}'),
      ),
    ],
    ['a Gateway whose allowance is filled in later', stream(set, parent('{from: "${FROM}"}'))],
    [
      'a ListenerSet whose namespace is only set when it is applied',
      stream(setOf(''), parent('{from: Same}')),
    ],
    [
      'a ListenerSet whose namespace is filled in later',
      stream(setOf('"${NAMESPACE}"'), parent('{from: Same}')),
    ],
    [
      'a Gateway whose namespace is filled in later',
      stream(setAt('"${INFRA}"'), parent('{from: Same}', '"${INFRA}"')),
    ],
    [
      'a Gateway that is named like the parent of a ListenerSet',
      stream(gateway({ spec: 'parentRef: {name: eg, namespace: infra}' }), parent('')),
    ],
    ['a Gateway that isn’t in the list', set],
    ['a Gateway of that name in another namespace', stream(set, parent('', 'other'))],
  ],
  reads: [
    stream(set, parent('')),
    'The Gateway eg allows no ListenerSets, so the listeners of this ListenerSet will not be served. Let it in with spec.allowedListeners.namespaces of the Gateway, or name another parent.',
  ],
  alsoReads: [
    [
      stream(set, parent('{from: Same}')),
      'The Gateway eg allows ListenerSets of its own namespace infra only, so the listeners of this ListenerSet will not be served. Let it in with spec.allowedListeners.namespaces of the Gateway, or name another parent.',
    ],
    [
      stream(
        set,
        parent(
          '{from: Selector, selector: {matchExpressions: [{key: kubernetes.io/metadata.name, operator: In, values: [dev, test]}]}}',
        ),
      ),
      'The Gateway eg allows ListenerSets of the namespace dev, test only, so the listeners of this ListenerSet will not be served. Let it in with spec.allowedListeners.namespaces of the Gateway, or name another parent.',
    ],
  ],
})
