import { HighlightStyle } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** Both take their colours from the page, so that they change with it between light and dark. */
export const colours = HighlightStyle.define([
  { tag: tags.atom, color: 'var(--code-token-keyword)' },
  { tag: tags.string, color: 'var(--code-token-string)' },
  { tag: [tags.number, tags.keyword], color: 'var(--code-token-constant)' },
  { tag: tags.comment, color: 'var(--code-token-comment)', fontStyle: 'italic' },
  { tag: [tags.meta, tags.definition(tags.variableName)], color: 'var(--code-token-punctuation)' },
])

export const theme = EditorView.theme({
  '&': {
    height: '100%',
    backgroundColor: 'var(--code-paper)',
    color: 'var(--code-token-string)',
    fontSize: '0.8125rem',
  },
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
