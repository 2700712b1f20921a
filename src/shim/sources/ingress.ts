import { at, isFields, own } from '../../manifest/manifest.ts'
import type { Report } from '../../manifest/report.ts'
import { annotation } from '../annotations.ts'
import { malformed, type Resource, readFields, readList, readString } from '../resource.ts'
import { shimRules } from '../rules.ts'
import { certManagerKind } from './cert-manager-kind.ts'
import { ingressRoutes } from './ingress-routes.ts'
import type { NamedHost, TlsConfiguration } from './source.ts'
import type { SourceContext } from './source-kind.ts'

/** An Ingress: one Certificate for each TLS block. */
export const ingress = certManagerKind({
  kind: 'Ingress',
  apiVersions: ['networking.k8s.io/v1', 'networking.k8s.io/v1beta1', 'extensions/v1beta1'],
  autoAnnotations: true,
  ownAnnotations: [annotation.editInPlace],
  // kubernetes.io/docs/reference/using-api/deprecation-guide
  removed: {
    apiVersions: ['networking.k8s.io/v1beta1', 'extensions/v1beta1'],
    release: 'Kubernetes 1.22',
    advice: 'there, a backend is service.name and service.port, and each path needs a pathType',
  },
  routes: ingressRoutes,
  readTls,
})

interface TlsBlock {
  readonly path: string
  readonly secretName: string
  readonly hosts: readonly NamedHost[]
}

function readTls(resource: Resource, { report }: SourceContext): TlsConfiguration {
  const blocks = readBlocks(resource, report)
  reportDuplicates(blocks, report)
  for (const block of blocks) reportSkipped(block, report)
  return {
    field: 'spec.tls',
    entryName: 'TLS block',
    entries: blocks.length,
    secrets: blocks.filter(isComplete).map(({ secretName, path, hosts }) => ({
      name: secretName,
      path: `${path}.secretName`,
      hosts,
    })),
    named: new Set(blocks.map(({ secretName }) => secretName)),
    hosts: blocks.flatMap(({ hosts }) => hosts.map(({ host }) => host)),
    // A block without hosts stands for all of them: `IngressTLS` in Kubernetes' networking/v1 types.
    coversAllHosts: blocks.some(({ hosts }) => hosts.length === 0),
  }
}

function isComplete({ secretName, hosts }: TlsBlock): boolean {
  return secretName !== '' && hosts.length > 0
}

function readBlocks(resource: Resource, report: Report): readonly TlsBlock[] {
  const spec = own(resource.object, 'spec')
  if (spec !== undefined && spec !== null && !isFields(spec)) malformed(report, 'spec', spec, 'a mapping')
  return readList(at(spec, 'tls'), 'spec.tls', report).map((entry, index) => {
    const path = `spec.tls[${index}]`
    const block = readFields(entry, path, report)
    return {
      path,
      secretName: readString(own(block, 'secretName'), `${path}.secretName`, report),
      hosts: readHosts(own(block, 'hosts'), `${path}.hosts`, report),
    }
  })
}

function readHosts(value: unknown, path: string, report: Report): readonly NamedHost[] {
  return readList(value, path, report).map((host, index) => ({
    host: readString(host, `${path}[${index}]`, report),
    path: `${path}[${index}]`,
  }))
}

/** cert-manager refuses the whole Ingress, also where two blocks have no name. */
function reportDuplicates(blocks: readonly TlsBlock[], report: Report): void {
  if (blocks.length < 2) return
  const firsts = new Map<string, TlsBlock>()
  for (const block of blocks) {
    const first = firsts.get(block.secretName)
    if (first === undefined) firsts.set(block.secretName, block)
    else reportDuplicate(block, first, report)
  }
}

function reportDuplicate(block: TlsBlock, first: TlsBlock, report: Report): void {
  const what =
    block.secretName === ''
      ? `${first.path} and ${block.path} both have no secretName`
      : `The Secret ${block.secretName} is named by ${first.path} and again by ${block.path}`
  report.reject(
    shimRules.duplicateSecretName,
    `${what}, and cert-manager then issues nothing for this Ingress. Give each TLS block a secretName of its own, or put all hosts into one TLS block.`,
    { path: `${block.path}.secretName`, ...(block.secretName !== '' && { currentValue: block.secretName }) },
  )
}

function reportSkipped(block: TlsBlock, report: Report): void {
  if (block.hosts.length === 0) {
    report.warn(
      shimRules.tlsHostsMissing,
      'This TLS block has no hosts, so it is skipped and gets no Certificate. List the hosts that the Certificate is for.',
      { path: `${block.path}.hosts` },
    )
  }
  if (block.secretName === '') {
    report.warn(
      shimRules.tlsSecretNameMissing,
      'This TLS block has no secretName, so it is skipped and gets no Certificate. Name the Secret that the Certificate is to be stored in.',
      { path: `${block.path}.secretName` },
    )
  }
}
