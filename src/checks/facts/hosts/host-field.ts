import type { FieldOfFinding } from '../../../manifest/finding.ts'
import type { NamedHost } from '../../../shim/sources/source.ts'

/** A field can name thousands of hosts, and can't be repeated for each of them. */
const longestShown = 1000

/** The field that names a host, as a finding has it, with the host that is proposed; what else is in that field stays. */
export function hostField({ host, path, written = host }: NamedHost, proposed?: string): FieldOfFinding {
  if (written.length > longestShown) return { path }
  const proposedValue =
    proposed === undefined || !written.includes(host) ? undefined : written.replaceAll(host, () => proposed)
  return { path, currentValue: written, ...(proposedValue !== undefined && { proposedValue }) }
}
