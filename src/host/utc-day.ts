/**
 * The day in UTC of a moment in milliseconds since 1970, such as `2026-11-24`. Not by `toISOString`, for which V8 first reads the
 * time zone of the system.
 */
export function utcDay(milliseconds: number): string {
  const date = new Date(milliseconds)
  const parts = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
  return parts.map((part) => `${part}`.padStart(2, '0')).join('-')
}
