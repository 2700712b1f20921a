import { isFields } from './manifest.ts'

/**
 * What Flux (and envsubst) replaces, `${NAME}` with whatever it does to the value, `$${NAME}` and `$NAME`, and the
 * inline paths of argocd-vault-plugin.
 */
const variable = String.raw`\$?\$\{[A-Za-z_][^}]*\}|\$[A-Za-z_][A-Za-z0-9_]*|<path:[^>]*>`

const everywhere = new RegExp(variable, 'g')
/** Where argocd-vault-plugin is told the path by an annotation, it also replaces the bare keys of that path. */
const withKeys = new RegExp(`${variable}|<[^<>]+>`, 'g')

/** The placeholders that can be in a text; `hasKeys` where argocd-vault-plugin's `<key>` is one, too. */
export function placeholderPattern(hasKeys: boolean): RegExp {
  return hasKeys ? withKeys : everywhere
}

/** Whether a text has a placeholder in it: something that is filled in after the render. */
export function hasPlaceholder(text: string, hasKeys = false): boolean {
  // Nearly no text has one, and these two characters are faster to look for.
  return (text.includes('$') || text.includes('<')) && text.search(placeholderPattern(hasKeys)) !== -1
}

/**
 * Whether a value is the template of a text that nobody rendered: `{{ … }}` in it, or the mapping that YAML makes of a
 * bare `{{ … }}`, whose key is a mapping itself.
 */
export function isTemplate(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('{{') && /\{\{.*\}\}/s.test(value)
  if (!isFields(value)) return false
  // Without an array of the keys: lists have tens of thousands of mappings that are asked.
  for (const key in value) if (isMappingKey(key)) return true
  return false
}

/** A mapping that is a key becomes its own text. */
function isMappingKey(key: string): boolean {
  return key.startsWith('{') && key.endsWith('}')
}

/** Paths, in Kubernetes' notation, of all mappings that YAML made of a bare `{{ … }}`. */
export function mappingTemplates(value: unknown): readonly string[] {
  return [...templatesIn(value, '', new Set())]
}

function* templatesIn(value: unknown, path: string, seen: Set<object>): Iterable<string> {
  if (typeof value !== 'object' || value === null) return
  if (isTemplate(value)) {
    yield path
    return
  }
  // What aliases share is looked through once.
  if (seen.has(value)) return
  seen.add(value)
  for (const [key, inner] of Object.entries(value)) {
    yield* templatesIn(inner, pathOf(path, key, Array.isArray(value)), seen)
  }
}

function pathOf(path: string, key: string, isIndex: boolean): string {
  if (isIndex) return `${path}[${key}]`
  if (path === 'metadata.annotations' || path === 'metadata.labels') return `${path}[${key}]`
  return path === '' ? key : `${path}.${key}`
}

/** A text with one letter in place of each placeholder, so that it can be taken apart without breaking one. */
export interface MaskedText {
  readonly text: string
  /** The parts, in order, with their placeholders again. */
  unmask(parts: readonly string[]): readonly string[]
}

/** Masks the placeholders of a text. */
export function mask(text: string, hasKeys: boolean): MaskedText {
  if (!hasPlaceholder(text, hasKeys)) return { text, unmask: (parts) => parts }
  const letter = letterNotIn(text)
  const placeholders: string[] = []
  const masked = text.replace(placeholderPattern(hasKeys), (placeholder) => {
    placeholders.push(placeholder)
    return letter
  })
  return {
    text: masked,
    unmask(parts) {
      const left = placeholders.values()
      return parts.map((part) => part.replaceAll(letter, () => left.next().value ?? letter))
    },
  }
}

const firstPrivateUse = 0xe000

function letterNotIn(text: string): string {
  let code = firstPrivateUse
  while (text.includes(String.fromCharCode(code))) code++
  return String.fromCharCode(code)
}
