import { element } from './dom.ts'
import { fixName } from './editor.ts'
import type { Fix, Rendering, ShownResult } from './engine/protocol.ts'

/** A page with thousands of results is slow, and nobody reads it. */
const most = 100

/** What the list of results does when somebody uses it. */
export interface ResultActions {
  readonly goTo: (line: number) => void
  readonly apply: (fix: Fix) => void
  /** The address of a rule's page. */
  readonly pageOf: (rule: string) => string
}

/** The results as a list, or why there are none. */
export function resultList(rendering: Rendering, actions: ResultActions): HTMLElement {
  const { problem, results } = rendering
  if (problem !== undefined) return element('p', { class: 'result error' }, problem)
  if (results.length === 0) return element('p', { class: 'nothing' }, 'No problem was found.')
  const shown = results.slice(0, most).map((result) => resultItem(result, actions))
  const left = results.length - shown.length
  const more = left > 0 ? element('li', { class: 'nothing' }, `${left} more.`) : undefined
  return element('ol', { class: 'result-list' }, ...shown, more)
}

function resultItem(result: ShownResult, { goTo, apply, pageOf }: ResultActions): HTMLElement {
  const { rule, severity, message, resource, path, line, fix } = result
  const place = [resource, path].filter((part) => part !== '').join(', ')
  return element(
    'li',
    { class: `result ${severity}` },
    element(
      'p',
      { class: 'result-head' },
      element('span', { class: 'severity' }, severity),
      element(
        'a',
        { href: pageOf(rule), target: '_blank', title: 'What this rule is about, in a new tab' },
        rule,
      ),
    ),
    element('p', { class: 'message' }, message),
    element(
      'p',
      { class: 'result-foot' },
      line === undefined
        ? element('span', { class: 'place' }, place === '' ? 'The settings' : place)
        : element(
            'button',
            { type: 'button', class: 'place', onclick: () => goTo(line), title: 'Go to this line' },
            `Line ${line}: ${place}`,
          ),
      fix && element('button', { type: 'button', class: 'fix', onclick: () => apply(fix) }, fixName(fix)),
    ),
  )
}

/** All that happened, in one sentence that a screen reader says. */
export function summaryOf({ problem, changes, results }: Rendering): string {
  if (problem !== undefined) return 'The manifests cannot be read.'
  const parts = [
    ...(['created', 'updated', 'removed'] as const).map((kind) => {
      const count = changes.filter((change) => change.kind === kind).length
      return count === 0 ? '' : `${count} ${kind}`
    }),
    ...(['error', 'warning', 'info'] as const).map((severity) => {
      const count = results.filter((result) => result.severity === severity).length
      return count === 0 ? '' : `${count} ${severity}${count === 1 ? '' : 's'}`
    }),
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'Nothing to create, and no problem.' : parts.join(', ')
}

/** What is created and updated as one stream of documents, each with a comment that says which it is. */
export function changedText({ changes }: Rendering): string {
  const documents = changes.map(({ kind, resource, text }) => `# ${resource}: ${kind}\n${text}`)
  return documents.length === 0 ? '# Nothing is created, updated or removed.\n' : documents.join('---\n')
}
