import { isTemplate } from '../../../../manifest/placeholder.ts'
import type { Report } from '../../../../manifest/report.ts'
import { annotation } from '../../../annotations.ts'
import type { Resource } from '../../../resource.ts'
import { shimRules } from '../../../rules.ts'
import { currentValue, notRendered } from '../../../values/read-value.ts'
import { certManagerKind } from '../../cert-manager-kind.ts'
import { howToShare, sharesSecrets } from '../../shared-secrets.ts'
import type { TlsConfiguration } from '../../source.ts'
import type { SourceContext } from '../../source-kind.ts'
import { readTlsBlocks, reportSkippedBlocks, type TlsBlock, tlsOfBlocks } from '../../tls-blocks.ts'
import { eachSecretOnce } from '../../wanted-secrets.ts'
import { ingressRoutes, rulesOf } from './ingress-routes.ts'

/** An Ingress: one Certificate for each TLS block. */
export const ingress = certManagerKind({
  kind: 'Ingress',
  identity: 'Ingress',
  apiVersions: ['networking.k8s.io/v1', 'networking.k8s.io/v1beta1', 'extensions/v1beta1'],
  autoAnnotations: 'always',
  ownAnnotations: [annotation.editInPlace],
  hasValidatedHosts: true,
  // kubernetes.io/docs/reference/using-api/deprecation-guide
  removed: {
    apiVersions: ['networking.k8s.io/v1beta1', 'extensions/v1beta1'],
    release: 'Kubernetes 1.22',
    advice: 'there, a backend is service.name and service.port, and each path needs a pathType',
  },
  routes: ingressRoutes,
  readTls,
})

function readTls(resource: Resource, { report, options }: SourceContext): TlsConfiguration {
  const blocks = readTlsBlocks(resource, report)
  for (const { host, path } of rulesOf(resource)) {
    if (isTemplate(host)) notRendered(report, path, host)
  }
  const isShared = sharesSecrets(resource, options)
  const hint = howToShare([{ ...resource, reference: `Ingress/${resource.name}` }], options)
  reportDuplicates(isShared ? blocks.filter(({ secretName }) => secretName === '') : blocks, hint, report)
  reportSkippedBlocks(blocks, report)
  const tls = tlsOfBlocks(blocks, resource)
  return {
    ...tls,
    secrets: isShared ? eachSecretOnce(tls.secrets) : tls.secrets,
    // A block without hosts stands for all of them: `IngressTLS` in Kubernetes' networking/v1 types.
    coversAllHosts: blocks.some(({ hosts, areAllHosts }) => hosts.length === 0 || !areAllHosts),
  }
}

/** cert-manager refuses the whole Ingress, also where two blocks have no name. */
function reportDuplicates(blocks: readonly TlsBlock[], hint: string, report: Report): void {
  if (blocks.length < 2) return
  const firsts = new Map<string, TlsBlock>()
  for (const block of blocks) {
    if (block.secretName === undefined) continue
    const first = firsts.get(block.secretName)
    if (first === undefined) firsts.set(block.secretName, block)
    else reportDuplicate(block, first, hint, report)
  }
}

function reportDuplicate(block: TlsBlock, first: TlsBlock, hint: string, report: Report): void {
  const what =
    block.secretName === ''
      ? `${first.path} and ${block.path} both have no secretName`
      : `The Secret ${block.secretName} is named by ${first.path} and again by ${block.path}`
  report.reject(
    shimRules.duplicateSecretName,
    `${what}, and cert-manager then issues nothing for this Ingress. Give each TLS block a secretName of its own, or put all hosts into one TLS block.${block.secretName === '' ? '' : hint}`,
    { path: `${block.path}.secretName`, ...currentValue(block.secretName || undefined) },
  )
}
