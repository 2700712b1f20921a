import { describe, expect, test } from 'vitest'
import { withDirectories } from '../../src/krm/run/directories.ts'
import { isKustomization, withoutPatches } from '../../src/krm/run/patches.ts'

const at = (path: string, packagePath?: string) => ({
  kind: 'Ingress',
  metadata: {
    annotations: {
      'internal.config.kubernetes.io/path': path,
      ...(packagePath !== undefined && { 'internal.config.kubernetes.io/package-path': packagePath }),
    },
  },
})
const items = (...objects: readonly unknown[]) => objects.map((object, position) => ({ object, position }))
const fromKustomize = { metadata: { annotations: { 'config.kubernetes.io/function': 'exec: {path: x}' } } }

describe('the directory of an item', () => {
  test.each([
    ['is that of its path', at('clusters/a/web.yaml'), 'clusters/a'],
    ['is below its package', at('web.yaml', 'shop'), 'shop'],
    ['is the same however its path is written', at('./a//b/../web.yaml'), 'a'],
    ['is the top for a file there', at('web.yaml'), ''],
    ['is the top also where its path goes there on a detour', at('a/../web.yaml'), ''],
    ['is below the package above it, where its path stays in its own', at('web.yaml', '../shop'), '../shop'],
    ['is not known where its path leads out of its package', at('../web.yaml', 'shop/api'), undefined],
    ['is not known where its path is empty', at(''), undefined],
    ['is not known where its path is absolute', at('/etc/web.yaml'), undefined],
    ['is not known where its path is of another system', at('a\\web.yaml'), undefined],
    ['may begin with dots', at('..a/web.yaml'), '..a'],
    [
      'is that of an older path annotation',
      { metadata: { annotations: { 'config.kubernetes.io/path': 'a/b.yaml' } } },
      'a',
    ],
    ['is not known without a path', { metadata: {} }, undefined],
  ])('%s', (_name, object, directory) => {
    const [item] = withDirectories(items(object), { items: [], functionConfig: undefined })
    expect(item?.directory).toBe(directory)
  })

  test.each([
    ['kustomize hands it over', { items: [], functionConfig: fromKustomize }],
    ['it comes from a stream', { items: [], functionConfig: undefined, isOneSet: true }],
  ])('says nothing about what is applied together where %s, but names its file', (_name, input) => {
    const [item] = withDirectories(items(at('a/web.yaml')), input)
    expect(item).toStrictEqual({
      position: 0,
      object: at('a/web.yaml'),
      problem: undefined,
      file: { path: 'a/web.yaml' },
    })
  })
})

describe('the patches of a kustomization', () => {
  const kustomization = (fields: object, path = 'app/kustomization.yaml') => ({
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    ...at(path),
    kind: 'Kustomization',
    ...fields,
  })
  const left = (...objects: readonly unknown[]) =>
    withoutPatches(items(...objects)).map(({ position }) => position)

  test.each([
    ['patches', { patches: [{ path: 'hosts.yaml' }] }],
    ['patchesStrategicMerge', { patchesStrategicMerge: ['./hosts.yaml'] }],
    ['patchesJson6902', { patchesJson6902: [{ path: 'hosts.yaml', target: { kind: 'Ingress' } }] }],
    ['a patch of a folder beside it', { patches: [{ path: '../app/hosts.yaml' }] }],
  ])('are no resources: %s', (_name, fields) => {
    expect(left(kustomization(fields), at('app/hosts.yaml'), at('app/web.yaml'))).toEqual([2])
  })

  test.each([
    [
      'of a folder in a folder',
      kustomization({ patches: [{ path: 'hosts.yaml' }] }, 'a/b/kustomization.yaml'),
      'a/b/hosts.yaml',
    ],
    ['at the top', kustomization({ patches: [{ path: 'hosts.yaml' }] }, 'kustomization.yml'), 'hosts.yaml'],
    [
      'of a Kustomization without an apiVersion',
      { ...kustomization({ patches: [{ path: 'hosts.yaml' }] }, 'a/Kustomization'), apiVersion: undefined },
      'a/hosts.yaml',
    ],
    [
      'named by way of the folder above',
      kustomization({ patches: [{ path: '../../hosts.yaml' }] }, 'a/kustomization.yaml'),
      '../hosts.yaml',
    ],
    [
      'two folders up',
      kustomization({ patches: [{ path: '../../../hosts.yaml' }] }, 'a/kustomization.yaml'),
      '../../hosts.yaml',
    ],
  ])('are no resources, where the kustomization is %s', (_name, first, path) => {
    expect(left(first, at(path), at('c/hosts.yaml'), { metadata: {} })).toEqual([2, 3])
  })

  test.each([
    [
      'another kind of the same group',
      { ...kustomization({ patches: [{ path: 'hosts.yaml' }] }), kind: 'Component' },
    ],
    [
      'another group',
      {
        ...kustomization({ patches: [{ path: 'hosts.yaml' }] }),
        apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      },
    ],
    ['no kind', { ...kustomization({ patches: [{ path: 'hosts.yaml' }] }), kind: undefined }],
    [
      'an apiVersion that is a number',
      { ...kustomization({ patches: [{ path: 'hosts.yaml' }] }), apiVersion: 7 },
    ],
  ])('are none of a resource of %s', (_name, first) => {
    expect(left(first, at('app/hosts.yaml'))).toEqual([0, 1])
  })

  test.each([
    [
      'a file of that name elsewhere',
      kustomization({ patches: [{ path: 'hosts.yaml' }] }),
      at('other/hosts.yaml'),
    ],
    ['a patch that is text', kustomization({ patches: [{ patch: 'kind: Ingress' }] }), at('app/hosts.yaml')],
    [
      'what a file of another name says',
      kustomization({ patches: [{ path: 'hosts.yaml' }] }, 'app/other.yaml'),
      at('app/hosts.yaml'),
    ],
    [
      'a file of that name in the folder, where the patch is two folders above it',
      kustomization({ patches: [{ path: '../../../hosts.yaml' }] }),
      at('hosts.yaml'),
    ],
    ['an item without a path', kustomization({ patches: [{ path: 'hosts.yaml' }] }), { metadata: {} }],
    [
      'a list of patches that is none',
      kustomization({ patches: 'hosts.yaml', patchesStrategicMerge: [1] }),
      at('app/hosts.yaml'),
    ],
  ])('stay resources: %s', (_name, first, second) => {
    expect(left(first, second)).toEqual([1])
  })

  test.each([
    ['kustomize.config.k8s.io/v1beta1', 'Kustomization', true],
    ['kustomize.toolkit.fluxcd.io/v1', 'Kustomization', false],
    ['kustomize.config.k8s.io/v1alpha1', 'Component', false],
  ])('are named by %s %s: %s', (apiVersion, kind, is) => {
    expect(isKustomization(apiVersion, kind)).toBe(is)
  })
})
