import type { IssuerOverride, Options } from '../options.ts'
import type { FoundIssuer, IssuerRef } from './issuer-ref.ts'

/** The issuer by the first entry of `issuerOverride` that fits it; fields that the entry doesn't give stay. */
export function overridden(found: FoundIssuer, { issuerOverride }: Options): FoundIssuer {
  const override = issuerOverride.find(({ from }) => isMeant(found.ref, from))
  if (override === undefined) return found
  const { to } = override
  const isChange = Object.keys(to).length > 0
  return isChange ? { ref: { ...found.ref, ...to }, origin: 'override' } : found
}

/** A reference without kind or group means cert-manager's own Issuer. */
function isMeant(
  { name, kind = 'Issuer', group = 'cert-manager.io' }: IssuerRef,
  from: IssuerOverride['from'],
): boolean {
  return (from.name ?? name) === name && (from.kind ?? kind) === kind && (from.group ?? group) === group
}
