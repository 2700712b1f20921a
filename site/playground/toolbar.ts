import type { Example } from '../build/examples.ts'
import { element } from './dom.ts'
import type { Settings } from './engine/protocol.ts'
import type { State } from './state.ts'

export interface ToolbarActions {
  readonly choose: (example: string) => void
  readonly openSettings: (isOpen: boolean) => void
  /** The address of what is there now; undefined where it would be too long. */
  readonly link: () => Promise<string | undefined>
}

/** What is above the panes: the examples, the settings, and the link to share. */
export function toolbar({ choose, openSettings, link }: ToolbarActions) {
  const examples = import('./examples.data.ts').then(({ data }) => data)
  const select = element('select', { id: 'example' }, element('option', { value: '' }, 'Your own'))
  const description = element('p', { class: 'description' })
  const settings = element(
    'button',
    { type: 'button', 'aria-expanded': 'false', 'aria-controls': 'settings', onclick: () => toggle() },
    'Settings',
  )
  const share = element('button', { type: 'button', onclick: () => copy() }, 'Copy link')
  const copied = element('span', { class: 'copied', role: 'status' })
  let chosen: Example | undefined

  const toggle = () => {
    const isOpen = settings.getAttribute('aria-expanded') !== 'true'
    settings.setAttribute('aria-expanded', String(isOpen))
    openSettings(isOpen)
  }
  const copy = async () => {
    const address = await link()
    copied.textContent = address === undefined ? 'Too long for a link.' : 'Copied.'
    if (address !== undefined) await navigator.clipboard.writeText(address)
  }
  select.addEventListener('input', () => {
    const fragment = `#example=${select.value}`
    if (select.value === '') return
    if (location.hash === fragment) choose(select.value)
    else location.hash = fragment
  })
  examples.then((all) => select.append(...groupsOf(all)))

  return {
    element: element(
      'div',
      { class: 'toolbar' },
      element('label', { for: 'example' }, 'Example'),
      select,
      description,
      element('div', { class: 'buttons' }, copied, share, settings),
    ),
    async exampleOf(id: string): Promise<State | undefined> {
      return (await examples).find((example) => example.id === id)
    },
    async select(id: string): Promise<void> {
      chosen = (await examples).find((example) => example.id === id)
      select.value = id
      description.textContent = chosen?.description ?? ''
      copied.textContent = ''
    },
    isChosen: (text: string, given: Settings) =>
      chosen?.text === text && JSON.stringify(chosen.settings) === JSON.stringify(given),
  }
}

function groupsOf(examples: readonly Example[]): HTMLElement[] {
  const groups = [...new Set(examples.map(({ group }) => group))]
  return groups.map((group) => {
    const options = examples
      .filter((example) => example.group === group)
      .map(({ id }) => element('option', { value: id }, id))
    return element('optgroup', { label: group }, ...options)
  })
}
