import { describe, expect, it } from 'vitest'
import { Placement } from '../../src/krm/run/placement.ts'

const certificate = (name: string, annotations: Record<string, string> = {}) => ({
  kind: 'Certificate',
  metadata: { name, annotations },
})

const ingress = (annotations: Record<string, unknown>) => ({ kind: 'Ingress', metadata: { annotations } })

const at = (path: string, index = '0') => ({
  'internal.config.kubernetes.io/path': path,
  'internal.config.kubernetes.io/index': index,
  'config.kubernetes.io/path': path,
  'config.kubernetes.io/index': index,
})

const inPackage = (path: string) => ({ 'internal.config.kubernetes.io/package-path': path })

/** The annotations that each new Certificate gets, in a list of the given items. */
function placed(items: readonly unknown[], ...wishes: [name: string, source: unknown][]) {
  const placement = new Placement(items)
  return wishes.map(([name, source]) => placement.place(certificate(name), source).metadata.annotations)
}

describe('the place of a new item', () => {
  it.each([
    ['is a file of its own beside that of its source', at('apps/web.yaml'), at('apps/certificate_tls.yaml')],
    ['is in the root of the package where its source is', at('web.yaml'), at('certificate_tls.yaml')],
    [
      "is in its source's package",
      { ...inPackage('/home/me/pkg/sub'), ...at('web.yaml') },
      { ...inPackage('/home/me/pkg/sub'), ...at('certificate_tls.yaml') },
    ],
    ['is index 0, whatever that of its source', at('all.yaml', '7'), at('certificate_tls.yaml')],
    [
      'has both spellings where the source has only the old one',
      { 'config.kubernetes.io/path': 'apps/web.yaml' },
      at('apps/certificate_tls.yaml'),
    ],
    ['is none where its source has none', {}, {}],
    [
      'is only the package where its source has only that',
      inPackage('/home/me/pkg'),
      inPackage('/home/me/pkg'),
    ],
    [
      'has no other annotation of the orchestrator',
      {
        ...at('web.yaml'),
        'internal.config.kubernetes.io/seqindent': 'wide',
        'internal.config.kubernetes.io/annotations-migration-resource-id': '3',
        'internal.config.kubernetes.io/id': '4',
        'config.k8s.io/id': '4',
        'kustomize.config.k8s.io/id': 'name: web',
      },
      at('certificate_tls.yaml'),
    ],
    [
      "is its source's template in Helm 4, which has no paths",
      { 'postrenderer.helm.sh/postrender-filename': 'templates/web.yaml' },
      { 'postrenderer.helm.sh/postrender-filename': 'templates/web.yaml' },
    ],
    ['is none where its source is above the package', at('../web.yaml'), {}],
    ['is none where its source leaves the package on a detour', at('apps/../../web.yaml'), {}],
    ['is none where its source has an absolute path', at('/etc/web.yaml'), {}],
    ["is none where its source's path is for another system", at('..\\web.yaml'), {}],
    ["is none where its source's path is empty", at(''), {}],
    ["is none where its source's path is no string", { 'internal.config.kubernetes.io/path': 7 }, {}],
  ])('%s', (_, source, expected) => {
    expect(placed([], ['tls', ingress(source)])).toStrictEqual([expected])
  })

  it('never leaves the directory, whatever the name', () => {
    expect(placed([], ['../../etc/tls', ingress(at('apps/web.yaml'))])).toEqual([
      at('apps/certificate_.._.._etc_tls.yaml'),
    ])
  })

  it('is the next document of a file that has one already', () => {
    const there = ingress(at('certificate_tls.yaml'))
    expect(placed([there], ['tls', ingress(at('web.yaml'))])).toEqual([at('certificate_tls.yaml', '1')])
  })

  it('is a document between two of a file', () => {
    const there = ['0', '2'].map((index) => ingress(at('certificate_tls.yaml', index)))
    const source = ingress(at('web.yaml'))
    expect(placed(there, ['tls', source], ['tls', source])).toEqual([
      at('certificate_tls.yaml', '1'),
      at('certificate_tls.yaml', '3'),
    ])
  })

  it('is behind an item whose place in its file is not known', () => {
    const there = ingress({ 'internal.config.kubernetes.io/path': 'certificate_tls.yaml' })
    expect(placed([there, { kind: 'A' }], ['tls', ingress(at('web.yaml'))])).toEqual([
      at('certificate_tls.yaml', '1'),
    ])
  })

  it('is another for each of two with one name, as in two namespaces', () => {
    const source = ingress(at('web.yaml'))
    expect(placed([source], ['tls', source], ['tls', source])).toEqual([
      at('certificate_tls.yaml', '0'),
      at('certificate_tls.yaml', '1'),
    ])
  })

  it('is not taken by a file of that path in another package', () => {
    const there = ingress({ ...inPackage('/home/me/pkg'), ...at('certificate_tls.yaml') })
    const source = ingress({ ...inPackage('/home/me/pkg/sub'), ...at('web.yaml') })
    expect(placed([there], ['tls', source])).toEqual([
      { ...inPackage('/home/me/pkg/sub'), ...at('certificate_tls.yaml') },
    ])
  })

  it('adds to the annotations that the item has, less those of an orchestrator', () => {
    const item = certificate('tls', {
      'example.com/team': 'web',
      'config.kubernetes.io/local-config': 'true',
      'config.kubernetes.io/depends-on': 'apps/namespaces/prod/Deployment/web',
    })
    expect(new Placement([]).place(item, ingress({})).metadata.annotations).toEqual({
      'example.com/team': 'web',
      'config.kubernetes.io/depends-on': 'apps/namespaces/prod/Deployment/web',
    })
  })
})
