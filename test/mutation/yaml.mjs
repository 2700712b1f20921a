import { createRequire } from 'node:module'

/*
 * Reads what tests write their input in once, for runner.mjs: more than half of their time went into reading the same texts
 * again for each mutant. This has to be loaded before anything imports `yaml`.
 */

const yaml = createRequire(import.meta.url)('yaml')
const { parse, parseAllDocuments } = yaml

/** Each reader gets a copy: src remembers what it found in an object, and one mutant must not see what another one found. */
yaml.parse = once(parse, structuredClone)
yaml.parseAllDocuments = once(parseAllDocuments, (documents) => documents.map(withCopiedValue))

/** What is read with options, as src/krm does, is read as ever. */
function once(read, copy) {
  const known = new Map()
  return (text, ...options) => {
    if (options.length > 0) return read(text, ...options)
    if (!known.has(text)) known.set(text, read(text))
    return copy(known.get(text))
  }
}

const values = new WeakMap()

function withCopiedValue(document) {
  if (!values.has(document)) values.set(document, document.toJS({ maxAliasCount: -1 }))
  return Object.assign(Object.create(document), { toJS: () => structuredClone(values.get(document)) })
}
