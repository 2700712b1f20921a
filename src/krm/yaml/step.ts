/** A step on the way to a field: the key of a mapping, or the index of a list. */
export type Step = string | number

/**
 * The steps of a path in Kubernetes' own notation.
 *
 * stepsOf('metadata.annotations[example.com/a]') // ['metadata', 'annotations', 'example.com/a']
 * stepsOf('spec.tls[1].secretName') // ['spec', 'tls', 1, 'secretName']
 */
export function stepsOf(path: string): readonly Step[] {
  return [...path.matchAll(/\[([^\]]*)\]|[^.[]+/g)].map(([text, bracketed]) => {
    if (bracketed === undefined) return text
    return /^\d{1,9}$/.test(bracketed) ? Number(bracketed) : bracketed
  })
}
