import { deprecatedApi } from '../../src/checks/deprecated-api.ts'
import { gateway, ingress, ruleCases } from './rule-cases.ts'

ruleCases(deprecatedApi, {
  hits: [
    [
      'an Ingress of extensions/v1beta1',
      ingress({ apiVersion: 'extensions/v1beta1' }),
      ['Ingress/web apiVersion: extensions/v1beta1 -> networking.k8s.io/v1'],
    ],
    [
      'an Ingress of networking.k8s.io/v1beta1',
      ingress({ apiVersion: 'networking.k8s.io/v1beta1' }),
      ['Ingress/web apiVersion: networking.k8s.io/v1beta1 -> networking.k8s.io/v1'],
    ],
  ],
  misses: [
    ['an Ingress of networking.k8s.io/v1', ingress()],
    [
      'an Ingress that asks for no Certificates',
      ingress({ apiVersion: 'extensions/v1beta1', annotations: '' }),
    ],
    [
      'a Gateway of v1beta1, which clusters still serve',
      gateway({ apiVersion: 'gateway.networking.k8s.io/v1beta1' }),
    ],
  ],
  reads: [
    ingress({ apiVersion: 'extensions/v1beta1' }),
    'Kubernetes 1.22 removed the Ingress of extensions/v1beta1, so a current cluster refuses this one. Move it to networking.k8s.io/v1: there, a backend is service.name and service.port, and each path needs a pathType.',
  ],
})
