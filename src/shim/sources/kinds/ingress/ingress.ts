import { own } from '../../../../manifest/manifest.ts'
import { isTemplate } from '../../../../manifest/placeholder.ts'
import type { Report } from '../../../../manifest/report.ts'
import { annotation } from '../../../annotations.ts'
import { currentValue, notRendered, readFields, readList, readString } from '../../../read-value.ts'
import type { Resource } from '../../../resource.ts'
import { shimRules } from '../../../rules.ts'
import { certManagerKind } from '../../cert-manager-kind.ts'
import type { NamedHost, TlsConfiguration, WantedSecret } from '../../source.ts'
import type { SourceContext } from '../../source-kind.ts'
import { ingressRoutes } from './ingress-routes.ts'

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
  /** Undefined where it can't be read, which has been reported. */
  readonly secretName: string | undefined
  /** Those that can be read. */
  readonly hosts: readonly NamedHost[]
  readonly areAllHosts: boolean
}

function readTls(resource: Resource, { report }: SourceContext): TlsConfiguration {
  const blocks = readBlocks(resource, report)
  for (const { host, path } of ingressRoutes(resource).hosts) {
    if (isTemplate(host)) notRendered(report, path, host)
  }
  reportDuplicates(blocks, report)
  for (const block of blocks) reportSkipped(block, report)
  return {
    field: 'spec.tls',
    entryName: 'TLS block',
    entries: blocks.length,
    secrets: blocks.flatMap(wantedSecrets),
    named: blocks.map(({ secretName, path }) => ({
      namespace: resource.namespace,
      name: secretName ?? '',
      path: `${path}.secretName`,
    })),
    hosts: blocks.flatMap(({ hosts }) => hosts.map(({ host }) => host)),
    // A block without hosts stands for all of them: `IngressTLS` in Kubernetes' networking/v1 types.
    coversAllHosts: blocks.some(({ hosts, areAllHosts }) => hosts.length === 0 || !areAllHosts),
  }
}

function wantedSecrets({ secretName = '', path, hosts }: TlsBlock): readonly WantedSecret[] {
  return secretName === '' || hosts.length === 0
    ? []
    : [{ name: secretName, path: `${path}.secretName`, hosts }]
}

function readBlocks({ object }: Resource, report: Report): readonly TlsBlock[] {
  const spec = readFields(own(object, 'spec'), 'spec', report) ?? {}
  const blocks = readList(own(spec, 'tls'), 'spec.tls', report) ?? []
  return blocks.map((entry, index) => readBlock(entry, `spec.tls[${index}]`, report))
}

function readBlock(entry: unknown, path: string, report: Report): TlsBlock {
  const block = readFields(entry, path, report)
  if (block === undefined) return { path, secretName: undefined, hosts: [], areAllHosts: false }
  const secretName = readString(own(block, 'secretName'), `${path}.secretName`, report)
  return { path, secretName, ...readHosts(own(block, 'hosts'), `${path}.hosts`, report) }
}

function readHosts(value: unknown, path: string, report: Report): Pick<TlsBlock, 'hosts' | 'areAllHosts'> {
  const entries = readList(value, path, report)
  const hosts = (entries ?? []).flatMap((entry, index): NamedHost | readonly NamedHost[] => {
    const host = readString(entry, `${path}[${index}]`, report)
    return host === undefined ? [] : { host, path: `${path}[${index}]` }
  })
  return { hosts, areAllHosts: hosts.length === entries?.length }
}

/** cert-manager refuses the whole Ingress, also where two blocks have no name. */
function reportDuplicates(blocks: readonly TlsBlock[], report: Report): void {
  if (blocks.length < 2) return
  const firsts = new Map<string, TlsBlock>()
  for (const block of blocks) {
    if (block.secretName === undefined) continue
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
    { path: `${block.path}.secretName`, ...currentValue(block.secretName || undefined) },
  )
}

function reportSkipped(block: TlsBlock, report: Report): void {
  if (block.hosts.length === 0 && block.areAllHosts) {
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
