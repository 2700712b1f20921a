import { Decoration, EditorView, MatchDecorator, ViewPlugin, type ViewUpdate } from '@codemirror/view'

/** The parts of a line of YAML; what has a name is coloured, and all else has the colour of the text. */
const part =
  /(?<comment>(?<=^|\s)#.*)|-(?=\s)|"(?:[^"\\]|\\.)*"|'[^']*'|(?<key>[^\s,[\]{}#&*!|>'"%@`][^#,[\]{}]{0,200}?(?=\s*:(?:\s|$)))|(?<constant>(?:-?\d+(?:\.\d+)?|true|false|null|~)(?=\s*$|\s*[,\]}]|\s+#))|[^\s,[\]{}]+/g

const decorations: Readonly<Record<string, Decoration>> = Object.fromEntries(
  ['comment', 'key', 'constant'].map((name) => [name, Decoration.mark({ class: `yaml-${name}` })]),
)

const decorator = new MatchDecorator({
  regexp: part,
  decorate(add, from, to, { groups = {} }) {
    const [name = ''] = Object.entries(groups).find(([, text]) => text !== undefined) ?? []
    const decoration = decorations[name]
    if (decoration !== undefined) add(from, to, decoration)
  },
})

/** Colours the lines that are seen. A parser would read all that is above them too, as long as the function takes. */
export const highlighting = ViewPlugin.define(
  (view) => {
    let coloured = decorator.createDeco(view)
    return {
      get decorations() {
        return coloured
      },
      update(update: ViewUpdate) {
        coloured = decorator.updateDeco(update, coloured)
      },
    }
  },
  { decorations: ({ decorations }) => decorations },
)

/** Takes its colours from the page, so that they change with it between light and dark. */
export const theme = EditorView.theme({
  '&': {
    height: '100%',
    backgroundColor: 'var(--code-paper)',
    color: 'var(--code-token-string)',
    fontSize: '0.8125rem',
  },
  '.yaml-key': { color: 'var(--code-token-keyword)' },
  '.yaml-constant': { color: 'var(--code-token-constant)' },
  '.yaml-comment': { color: 'var(--code-token-comment)', fontStyle: 'italic' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--vp-font-family-mono)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '0.75rem 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--code-paper)', color: 'var(--code-token-comment)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--code-line)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--code-selection)',
  },
  '.cm-panels': { backgroundColor: 'var(--panel)', color: 'var(--ink)' },
  '.cm-tooltip': { backgroundColor: 'var(--paper)', color: 'var(--ink)', border: '1px solid var(--line)' },
  '.cm-tooltip .cm-diagnostic': { maxWidth: '36rem', padding: '0.5rem 0.75rem' },
  '.cm-diagnosticAction': {
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)',
    padding: '0.1rem 0.5rem',
  },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--error)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--warning)' },
  '.cm-diagnostic-info': { borderLeftColor: 'var(--info)' },
})
