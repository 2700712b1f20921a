const leapYear = String.raw`(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)`
const dayOfAnyYear = String.raw`(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8])`
const clock = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)`

/**
 * A day that there is, `2026-11-24`, alone or in a full timestamp: kustomize makes `2026-11-24T00:00:00Z` of a date without
 * quotes.
 */
export const datePattern = String.raw`^(?:\d{4}-(?:${dayOfAnyYear})|${leapYear}-02-29)(?:T${clock})?$`

export function isDate(text: string): boolean {
  return new RegExp(datePattern).test(text)
}
