import { visible } from '../../krm/results/visible.ts'
import type { LocatedCertificate, LocatedHost, LocatedInventory, Place } from './located.ts'
import {
  issuerText,
  keyText,
  lifetimeText,
  nothing,
  originText,
  placeText,
  reasons,
  summaryText,
  uncoveredText,
} from './wording.ts'

/** A cell with more hosts would push the rest of the table out of sight. */
const mostHosts = 10

/** For a pull request: what changes first, and what stays the same folded away below it. */
export function formatMarkdown(inventory: LocatedInventory): string {
  const { certificates, uncovered } = inventory
  const kept = certificates.filter(({ state }) => state === 'kept')
  const changing = certificates.filter(({ state }) => state !== 'kept')
  return [
    `### Certificates\n\n${summaryText(inventory)}\n`,
    ...(changing.length === 0 ? [] : [tableOfCertificates(changing)]),
    ...(uncovered.length === 0 ? [] : [`#### ${uncoveredText(uncovered.length)}\n`, tableOfHosts(uncovered)]),
    ...(kept.length === 0 ? [] : [keptPart(kept, changing.length > 0)]),
  ].join('\n')
}

function keptPart(kept: readonly LocatedCertificate[], isFolded: boolean): string {
  const text = tableOfCertificates(kept)
  return isFolded ? `<details>\n<summary>${kept.length} kept</summary>\n\n${text}\n</details>\n` : text
}

function tableOfCertificates(entries: readonly LocatedCertificate[]): string {
  return table(
    ['', 'Hosts', 'Namespace', 'Secret', 'Issuer', 'Source', 'Key', 'Lifetime'],
    entries.map((entry) => [
      stateCell(entry),
      hostsCell(entry.hosts),
      code(entry.namespace),
      secretCell(entry),
      entry.issuer.name === '' ? nothing : `${code(issuerText(entry))}<br>from: ${originText(entry)}`,
      entry.sources.map(placeCell).join('<br>'),
      keyCell(entry),
      lifetimeText(entry),
    ]),
  )
}

function tableOfHosts(hosts: readonly LocatedHost[]): string {
  return table(
    ['Host', 'Namespace', 'Resource', 'Why'],
    hosts.map(({ host, namespace, resource, reason }) => [
      code(host),
      code(namespace),
      placeCell(resource),
      reasons[reason],
    ]),
  )
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

function stateCell({ state, changedFields }: LocatedCertificate): string {
  const fields = changedFields.map((field) => code(field))
  return [state === 'kept' ? state : `**${state}**`, ...fields].join('<br>')
}

function hostsCell(hosts: readonly string[]): string {
  if (hosts.length === 0) return nothing
  const shown = hosts.slice(0, mostHosts).map(code)
  return [...shown, ...(hosts.length > mostHosts ? [`and ${hosts.length - mostHosts} more`] : [])].join(
    '<br>',
  )
}

/** Most Certificates have the name of their Secret. */
function secretCell({ secret, certificate }: LocatedCertificate): string {
  return secret === certificate ? code(secret) : `${code(secret)}<br>Certificate ${code(certificate)}`
}

function placeCell(place: Place): string {
  return `${code(place.reference)}<br>${code(placeText(place))}`
}

function keyCell({ key }: LocatedCertificate): string {
  const text = keyText(key)
  return /^\w+( \d+)?$/.test(text) ? text : code(text)
}

/** A text of somebody else's as code, so that nothing in it is taken for Markdown, HTML, a mention or a link. */
function code(text: string): string {
  if (text === '') return nothing
  const shown = visible(text).replaceAll('|', '\\|')
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const space = /^`|`$|^ .* $/.test(shown) ? ' ' : ''
  return `${fence}${space}${shown}${space}${fence}`
}
