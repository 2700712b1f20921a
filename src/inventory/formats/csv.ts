import { visible } from '../../krm/results/visible.ts'
import type { LocatedCertificate, LocatedHost, LocatedInventory, Place } from './located.ts'
import { keyText, originText, placeText, reasons } from './wording.ts'

const columns = [
  'host',
  'state',
  'namespace',
  'secret',
  'certificate',
  'issuer',
  'issuer kind',
  'issuer group',
  'issuer from',
  'source',
  'place',
  'key',
  'lifetime in hours',
  'note',
] as const

type Row = Readonly<Partial<Record<(typeof columns)[number], string>>>

/** A row a host, for spreadsheets: RFC 4180, with a header. */
export function formatCsv({ certificates, uncovered }: LocatedInventory): string {
  const rows = [...certificates.flatMap(rowsOf), ...uncovered.map(rowOfUncovered)]
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? '')))
  return [columns.map(cell), ...lines].map((cells) => `${cells.join(',')}\r\n`).join('')
}

/** One without any name has a row too. */
function rowsOf(entry: LocatedCertificate): readonly Row[] {
  const { issuer, lifetime, sources, changedFields } = entry
  const row = {
    state: entry.state,
    namespace: entry.namespace,
    secret: entry.secret,
    certificate: entry.certificate,
    issuer: issuer.name,
    'issuer kind': issuer.kind ?? '',
    'issuer group': issuer.group ?? '',
    'issuer from': originText(entry),
    ...sourceColumns(sources),
    key: keyText(entry.key),
    'lifetime in hours': lifetime === undefined ? '' : String(lifetime),
    note: changedFields.length === 0 ? '' : `changes: ${changedFields.join(' ')}`,
  }
  return (entry.hosts.length === 0 ? [''] : entry.hosts).map((host) => ({ host, ...row }))
}

function rowOfUncovered({ host, namespace, resource, reason }: LocatedHost): Row {
  return { host, state: 'no certificate', namespace, ...sourceColumns([resource]), note: reasons[reason] }
}

function sourceColumns(places: readonly Place[]): Row {
  return {
    source: places.map(({ reference }) => reference).join(' '),
    place: places.map(placeText).join(' '),
  }
}

/** A spreadsheet takes a text that begins like a formula for one: OWASP's "CSV Injection". An apostrophe keeps it a text. */
function cell(text: string): string {
  const shown = visible(text)
  const harmless = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(shown) ? `'${shown}` : shown
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
