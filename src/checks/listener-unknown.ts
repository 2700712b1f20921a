import { at } from '../manifest/manifest.ts'
import { nearest } from '../manifest/nearest.ts'
import type { Problem, Rule } from '../manifest/rule.ts'
import { listenerAnnotation } from '../shim/annotations.ts'
import { ignoredListeners } from '../shim/sources/kinds/gateway-api/listeners.ts'
import type { Source } from '../shim/sources/source.ts'
import { isFilledInLater } from '../shim/values/filled-in-later.ts'
import type { Check } from './check.ts'
import { annotationField } from './facts/requests.ts'

const key = listenerAnnotation.ignoreTlsListeners

/** A listener to ignore that isn't there: the one that was meant gets a Certificate all the same. */
export const listenerUnknown: Check = {
  rule: {
    id: 'listener-unknown',
    severity: 'warning',
    summary: 'An annotation names a listener that the Gateway or ListenerSet does not have.',
  },
  *find({ sources }) {
    for (const source of sources) {
      if (!source.sourceKind.ownAnnotations.includes(key)) continue
      const ignored = ignoredListeners(source).filter((name) => name !== '')
      if (ignored.length === 0) continue
      const names = listenerNames(source)
      if ([...ignored, ...names].some((name) => isFilledInLater(name, source))) continue
      const unknown = [...new Set(ignored)].filter((name) => !names.has(name))
      for (const name of unknown.slice(0, mostReported))
        yield problem(this.rule, source, name, ignored, names)
    }
  },
}

/** Beyond this many a list is not mistyped: it is for something else, and ten results say so as well as thousands. */
const mostReported = 10

function problem(
  rule: Rule,
  source: Source,
  name: string,
  ignored: readonly string[],
  names: ReadonlySet<string>,
): Problem {
  const meant = nearest(name, names)
  return {
    rule,
    message: `${key} names the listener ${name}, which this ${source.kind} doesn't have, so no listener is left out because of it. ${meant === undefined ? adviceFor(names) : `Did you mean ${meant}?`}`,
    position: source.position,
    field: {
      ...annotationField(source, key),
      ...(meant !== undefined && {
        proposedValue: ignored.map((one) => (one === name ? meant : one)).join(','),
      }),
    },
  }
}

function adviceFor(names: ReadonlySet<string>): string {
  return names.size === 0 ? 'Remove it.' : `It has ${[...names].slice(0, 5).join(', ')}.`
}

function listenerNames({ object }: Source): ReadonlySet<string> {
  const listeners = at(object, 'spec', 'listeners')
  const names = Array.isArray(listeners) ? listeners.map((listener: unknown) => at(listener, 'name')) : []
  return new Set(names.filter((name) => typeof name === 'string'))
}
