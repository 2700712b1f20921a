import { isListOf, isSomeOf, type SettingType } from './settings.ts'

/**
 * The value of a setting that was written as text, in a ConfigMap: lists are separated by commas, lists of
 * mappings are JSON, rules are written `<id>=<severity>`. Text that can't be read comes back as it is, for the check of the types to report.
 */
export function settingFromText(text: string, type: SettingType): unknown {
  if (typeof type !== 'string') {
    if (isListOf(type)) return fromJson(text)
    return isSomeOf(type) ? partsOf(text) : text
  }
  switch (type) {
    case 'string':
    case 'date':
      return text
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text
    case 'strings':
    case 'manifests':
      return partsOf(text)
    case 'severities':
      return Object.fromEntries(partsOf(text).map(severityFromText))
  }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function partsOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function severityFromText(text: string): [string, string] {
  const equals = text.indexOf('=')
  return equals === -1 ? [text, ''] : [text.slice(0, equals).trim(), text.slice(equals + 1).trim()]
}
