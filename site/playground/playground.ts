import './playground.css'
import { element } from './dom.ts'
import { Editor, Viewer } from './editor.ts'
import type { Fix, Rendering, Settings } from './engine/protocol.ts'
import { Renderer } from './renderer.ts'
import { changedText, resultList, summaryOf } from './results.ts'
import { settingsForm } from './settings-form.ts'
import { fragmentOf, type Start, startIn } from './state.ts'
import { tabs } from './tabs.ts'
import { toolbar } from './toolbar.ts'

/** How long nothing is typed before the address is changed. */
const pause = 400

/** Manifests on the left, and what becomes of them on the right, as somebody types. */
export class Playground {
  readonly #root: HTMLElement
  readonly #base: string
  readonly #status = element('p', { class: 'status', role: 'status' })
  readonly #results = element('div', { class: 'results' })
  readonly #settingsPane = element('div', { class: 'settings', id: 'settings', hidden: true })
  readonly #renderer = new Renderer((rendering) => this.#show(rendering))
  readonly #toolbar
  readonly #editor: Editor
  readonly #changed: Viewer
  readonly #everything: Viewer
  readonly #end = new AbortController()
  #settings: Settings = {}
  #rendering: Rendering | undefined
  #seen: 'changed' | 'everything' = 'changed'
  #timer = 0

  /** `base` is the address of the site's root. */
  constructor(root: HTMLElement, base: string) {
    this.#root = root
    this.#base = base
    this.#toolbar = toolbar({
      choose: (id) => this.#begin({ example: id }),
      openSettings: (isOpen) => this.#openSettings(isOpen),
      link: () => this.#link(),
    })
    const input = element('div', { class: 'editor' })
    const changed = element('div', { class: 'viewer' })
    const everything = element('div', { class: 'viewer' })
    const views = tabs([
      { title: 'Certificates', panel: changed, seen: () => this.#see('changed') },
      { title: 'All manifests', panel: everything, seen: () => this.#see('everything') },
    ])
    root.replaceChildren(
      this.#toolbar.element,
      this.#settingsPane,
      element(
        'div',
        { class: 'panes' },
        element(
          'section',
          { class: 'pane', 'aria-label': 'Manifests' },
          element('h2', {}, 'Your manifests'),
          input,
        ),
        element(
          'section',
          { class: 'pane', 'aria-label': 'What becomes of them' },
          element('div', { class: 'pane-head' }, element('h2', {}, 'Results'), this.#status),
          this.#results,
          views,
        ),
      ),
    )
    this.#editor = new Editor(input, (text) => this.#render(text))
    this.#changed = new Viewer(changed, 'Certificates that are created or updated')
    this.#everything = new Viewer(everything, 'All manifests as they are written')
    addEventListener('hashchange', () => this.#beginAsAddressed(), { signal: this.#end.signal })
  }

  /** Leaves nothing behind when another page comes. */
  close(): void {
    clearTimeout(this.#timer)
    this.#end.abort()
    this.#renderer.close()
  }

  /** Begins with what the address says, or with an example. */
  async begin(example: string): Promise<void> {
    const start = await startIn(location.hash)
    const isBegun = start !== undefined && (await this.#begin(start))
    if (!isBegun) await this.#begin({ example })
  }

  async #beginAsAddressed(): Promise<void> {
    const start = await startIn(location.hash)
    if (start !== undefined) await this.#begin(start)
  }

  /** Gives whether there is such an example. */
  async #begin(start: Start): Promise<boolean> {
    const state = 'example' in start ? await this.#toolbar.exampleOf(start.example) : start
    if (state === undefined) return false
    this.#settings = state.settings
    this.#toolbar.select('example' in start ? start.example : '')
    await this.#openSettings(!this.#settingsPane.hidden)
    if (state.text === this.#editor.text) this.#render()
    else this.#editor.replace(state.text)
    return true
  }

  #render(text = this.#editor.text): void {
    this.#renderer.render(text, this.#settings)
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.#writeAddress(), pause)
  }

  #show(rendering: Rendering): void {
    const apply = (fix: Fix) => this.#apply(fix)
    const pageOf = (rule: string) => `${this.#base}rules/${rule}.html`
    this.#results.replaceChildren(
      resultList(rendering, { goTo: (line) => this.#editor.goTo(line), apply, pageOf }),
    )
    this.#status.textContent = summaryOf(rendering)
    this.#editor.mark(rendering.results, apply)
    this.#rendering = rendering
    this.#showWritten()
    this.#root.dispatchEvent(new CustomEvent('rendered', { detail: rendering }))
  }

  #see(view: 'changed' | 'everything'): void {
    this.#seen = view
    this.#showWritten()
  }

  /** An editor that isn't seen would draw all of its lines. */
  #showWritten(): void {
    if (this.#rendering === undefined) return
    if (this.#seen === 'changed') this.#changed.show(changedText(this.#rendering))
    else this.#everything.show(this.#rendering.output)
  }

  async #apply(fix: Fix): Promise<void> {
    this.#editor.replace(await this.#renderer.fix(this.#editor.text, fix))
  }

  async #openSettings(isOpen: boolean): Promise<void> {
    this.#settingsPane.hidden = !isOpen
    if (!isOpen) return
    const { data } = await import('./settings.data.ts')
    const form = settingsForm(data, this.#settings, (settings) => {
      this.#settings = settings
      this.#render()
    })
    this.#settingsPane.replaceChildren(form)
  }

  async #writeAddress(): Promise<void> {
    const fragment = await fragmentOf({ text: this.#editor.text, settings: this.#settings })
    // The address of an example stays short as long as nothing is changed.
    if (this.#toolbar.isChosen(this.#editor.text, this.#settings)) return
    this.#toolbar.select('')
    history.replaceState(history.state, '', fragment ?? '#')
  }

  async #link(): Promise<string | undefined> {
    const fragment = await fragmentOf({ text: this.#editor.text, settings: this.#settings })
    return fragment && new URL(`${this.#base}playground.html${fragment}`, location.href).href
  }
}
