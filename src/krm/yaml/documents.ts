/** YAML text that can't be read; the message says where and why. */
export class DocumentError extends Error {}

/**
 * The documents of a YAML file, those that are empty left out.
 *
 * @throws DocumentError
 */
export async function parseDocuments(text: string): Promise<readonly unknown[]> {
  const { parseAllDocuments } = await import('yaml')
  const documents = parseAllDocuments(text, { merge: true, prettyErrors: true })
  if (!Array.isArray(documents)) return []
  return documents.flatMap((document) => {
    const [error] = document.errors
    if (error) throw new DocumentError(firstLine(error.message))
    const value = plainValue(document)
    return value === null ? [] : [value]
  })
}

/** Aliases that multiply into something huge are refused by `yaml`. */
function plainValue(document: { toJS(): unknown }): unknown {
  try {
    return document.toJS()
  } catch (error) {
    throw new DocumentError(error instanceof Error ? firstLine(error.message) : String(error))
  }
}

function firstLine(message: string): string {
  const end = message.indexOf('\n')
  return (end === -1 ? message : message.slice(0, end)).replace(/:$/, '')
}
