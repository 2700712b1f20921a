import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { type Diagnostic, diagnosticCount, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension, Transaction } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import type { Fix, ShownResult } from './engine/protocol.ts'
import { highlighting, theme } from './highlighting.ts'

/** What both the manifests and what becomes of them look like. */
const common: Extension = [
  lineNumbers(),
  highlighting,
  theme,
  search({ top: true }),
  keymap.of([...searchKeymap, ...defaultKeymap]),
]

/** The manifests, which the user edits. The tabulator key leaves it, as it leaves any other field. */
export class Editor {
  readonly #view: EditorView

  constructor(parent: HTMLElement, changed: (text: string) => void) {
    let begun: string | undefined
    const extensions = [
      common,
      history(),
      drawSelection(),
      bracketMatching(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      lintGutter(),
      keymap.of([...historyKeymap, ...lintKeymap]),
      EditorView.contentAttributes.of({ 'aria-label': 'Manifests', tabindex: '0' }),
      // What is pasted over everything is on its way to the worker before the editor takes it apart into lines.
      EditorView.clipboardInputFilter.of((text, { selection: { main }, doc }) => {
        const isAll = main.from === 0 && main.to === doc.length && !text.includes('\r')
        begun = isAll ? text : undefined
        if (isAll) changed(text)
        return text
      }),
    ]
    this.#view = new EditorView({
      parent,
      extensions,
      // The worker begins before the editor colours and draws the text, which takes as long where it is long.
      dispatchTransactions(transactions, view) {
        const last = transactions.at(-1)
        const isChanged = transactions.some(({ docChanged }) => docChanged)
        if (last && isChanged && last.newDoc.length !== begun?.length) changed(last.newDoc.toString())
        begun = undefined
        view.update(transactions)
      },
    })
  }

  get text(): string {
    return this.#view.state.doc.toString()
  }

  /** Changes what differs, so that the cursor stays, and undo brings back what was there. */
  replace(text: string): void {
    const before = this.text
    let start = 0
    while (start < Math.min(before.length, text.length) && before[start] === text[start]) start++
    let end = 0
    const most = Math.min(before.length, text.length) - start
    while (end < most && before[before.length - 1 - end] === text[text.length - 1 - end]) end++
    if (start === before.length && start === text.length) return
    this.#view.dispatch({
      changes: { from: start, to: before.length - end, insert: text.slice(start, text.length - end) },
      annotations: Transaction.userEvent.of('input.replace'),
    })
  }

  /** Marks the lines that results are about. */
  mark(results: readonly ShownResult[], apply: (fix: Fix) => void): void {
    const diagnostics = results.flatMap((result) => this.#diagnosticOf(result, apply))
    if (diagnostics.length === 0 && diagnosticCount(this.#view.state) === 0) return
    this.#view.dispatch(
      setDiagnostics(
        this.#view.state,
        diagnostics.sort((a, b) => a.from - b.from),
      ),
    )
  }

  goTo(line: number): void {
    const { from } = this.#view.state.doc.line(Math.min(line, this.#view.state.doc.lines))
    this.#view.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: 'center' }),
    })
    this.#view.focus()
  }

  #diagnosticOf(
    { line, message, severity, rule, fix }: ShownResult,
    apply: (fix: Fix) => void,
  ): Diagnostic[] {
    const { doc } = this.#view.state
    if (line === undefined || line > doc.lines) return []
    const { from, to, text } = doc.line(line)
    const actions = fix === undefined ? [] : [{ name: fixName(fix), apply: () => apply(fix) }]
    return [{ from: from + Math.max(0, text.search(/\S/)), to, severity, message, source: rule, actions }]
  }
}

/** What the button says that applies a fix. */
export function fixName({ proposedValue }: Fix): string {
  const text = typeof proposedValue === 'string' ? proposedValue : JSON.stringify(proposedValue)
  return `Use ${text === '' ? '""' : text}`
}

/** Text to read, to search and to copy. */
export class Viewer {
  readonly #view: EditorView

  constructor(parent: HTMLElement, label: string) {
    const extensions = [
      common,
      EditorState.readOnly.of(true),
      EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', tabindex: '0' }),
    ]
    this.#view = new EditorView({ parent, extensions })
  }

  show(text: string): void {
    const { doc } = this.#view.state
    this.#view.dispatch({ changes: { from: 0, to: doc.length, insert: text } })
  }
}
