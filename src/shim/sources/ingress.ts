import { at, isFields, own } from '../../manifest/manifest.ts'
import type { Report } from '../../manifest/report.ts'
import { malformed, type Resource, readFields, readList, readString } from '../resource.ts'
import { shimRules } from '../rules.ts'
import type { SourceKind, TlsConfiguration, WantedHost, WantedSecret } from './source.ts'

/** An Ingress: one Certificate for each TLS block. */
export const ingress: SourceKind = {
  kind: 'Ingress',
  apiVersions: ['networking.k8s.io/v1', 'networking.k8s.io/v1beta1', 'extensions/v1beta1'],
  autoAnnotations: true,
  ownAnnotations: [],
  tlsEntries: { field: 'tls', name: 'TLS block' },
  readTls,
  certificateAnnotations: () => new Map(),
}

interface TlsBlock {
  readonly path: string
  readonly secretName: string
  readonly hosts: readonly WantedHost[]
}

function readTls(resource: Resource, _options: unknown, report: Report): TlsConfiguration {
  const blocks = readBlocks(resource, report)
  reportDuplicates(blocks, report)
  const secrets: WantedSecret[] = []
  for (const block of blocks) {
    reportSkipped(block, report)
    if (block.secretName !== '' && block.hosts.length > 0) {
      secrets.push({ name: block.secretName, path: `${block.path}.secretName`, hosts: block.hosts })
    }
  }
  return { secrets, named: blocks.map((block) => block.secretName), entries: blocks.length }
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

function readHosts(value: unknown, path: string, report: Report): readonly WantedHost[] {
  return readList(value, path, report).map((host, index) => ({
    host: readString(host, `${path}[${index}]`, report),
    path: `${path}[${index}]`,
  }))
}

/** cert-manager refuses the whole Ingress, also where the name that stands twice is the missing one. */
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
  report.spoil(
    shimRules.duplicateSecretName,
    `${what}, and cert-manager then issues nothing for this Ingress. Give each TLS block a secretName of its own, or put all hosts into one TLS block.`,
    { path: `${block.path}.secretName`, ...(block.secretName !== '' && { currentValue: block.secretName }) },
  )
}

function reportSkipped(block: TlsBlock, report: Report): void {
  if (block.hosts.length === 0) {
    report.note(
      shimRules.tlsHostsMissing,
      'This TLS block has no hosts, so it is skipped and gets no Certificate. List the hosts that the Certificate is for.',
      { path: `${block.path}.hosts` },
    )
  }
  if (block.secretName === '') {
    report.note(
      shimRules.tlsSecretNameMissing,
      'This TLS block has no secretName, so it is skipped and gets no Certificate. Name the Secret that the Certificate is to be stored in.',
      { path: `${block.path}.secretName` },
    )
  }
}
