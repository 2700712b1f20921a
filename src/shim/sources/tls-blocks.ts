import { own } from '../../manifest/manifest.ts'
import type { Report } from '../../manifest/report.ts'
import type { Resource } from '../resource.ts'
import { shimRules } from '../rules.ts'
import { readFields, readList, readString } from '../values/read-value.ts'
import type { NamedHost, TlsConfiguration, WantedSecret } from './source.ts'

/** An entry of `spec.tls` as an Ingress has them: hosts, and the Secret with their certificate. */
export interface TlsBlock {
  readonly path: string
  /** Undefined where it can't be read, which has been reported. */
  readonly secretName: string | undefined
  /** Those that can be read. */
  readonly hosts: readonly NamedHost[]
  readonly areAllHosts: boolean
}

/** The TLS blocks of a resource; reports everything of the wrong type in them. */
export function readTlsBlocks({ object }: Resource, report: Report): readonly TlsBlock[] {
  const spec = readFields(own(object, 'spec'), 'spec', report) ?? {}
  const blocks = readList(own(spec, 'tls'), 'spec.tls', report) ?? []
  return blocks.map((entry, index) => readBlock(entry, `spec.tls[${index}]`, report))
}

/** What TLS blocks say; each Secret is wanted once for each block that names it. */
export function tlsOfBlocks(
  blocks: readonly TlsBlock[],
  { namespace }: Resource,
): Omit<TlsConfiguration, 'coversAllHosts'> {
  return {
    field: 'spec.tls',
    entryName: 'TLS block',
    entries: blocks.length,
    secrets: blocks.flatMap((block) => wantedBy(block, namespace)),
    named: blocks.map(({ secretName, path }) => ({
      namespace,
      name: secretName ?? '',
      path: `${path}.secretName`,
    })),
    hosts: blocks.flatMap(({ hosts }) => hosts.map(({ host }) => host)),
  }
}

/** Reports the blocks that get no Certificate. */
export function reportSkippedBlocks(blocks: readonly TlsBlock[], report: Report): void {
  for (const { path, hosts, areAllHosts, secretName } of blocks) {
    if (hosts.length === 0 && areAllHosts) {
      report.warn(
        shimRules.tlsHostsMissing,
        'This TLS block has no hosts, so it is skipped and gets no Certificate. List the hosts that the Certificate is for.',
        { path: `${path}.hosts` },
      )
    }
    if (secretName === '') {
      report.warn(
        shimRules.tlsSecretNameMissing,
        'This TLS block has no secretName, so it is skipped and gets no Certificate. Name the Secret that the Certificate is to be stored in.',
        { path: `${path}.secretName` },
      )
    }
  }
}

/** A list of hosts, and whether all of them can be read; reports the others. */
export function readHosts(
  value: unknown,
  path: string,
  report: Report,
): Pick<TlsBlock, 'hosts' | 'areAllHosts'> {
  const entries = readList(value, path, report)
  const hosts = (entries ?? []).flatMap((entry, index): NamedHost | readonly NamedHost[] => {
    const host = readString(entry, `${path}[${index}]`, report)
    return host === undefined ? [] : { host, path: `${path}[${index}]` }
  })
  return { hosts, areAllHosts: hosts.length === entries?.length }
}

function readBlock(entry: unknown, path: string, report: Report): TlsBlock {
  const block = readFields(entry, path, report)
  if (block === undefined) return { path, secretName: undefined, hosts: [], areAllHosts: false }
  const secretName = readString(own(block, 'secretName'), `${path}.secretName`, report)
  return { path, secretName, ...readHosts(own(block, 'hosts'), `${path}.hosts`, report) }
}

function wantedBy({ secretName = '', path, hosts }: TlsBlock, namespace: string): readonly WantedSecret[] {
  return secretName === '' || hosts.length === 0
    ? []
    : [{ namespace, name: secretName, path: `${path}.secretName`, hosts }]
}
