import { element } from './dom.ts'

interface Tab {
  readonly title: string
  readonly panel: HTMLElement
  /** Called when the panel comes to be seen. */
  readonly seen: () => void
}

/** Panels of which one is seen. Source of the keys: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/. */
export function tabs(list: readonly Tab[]): HTMLElement {
  const buttons = list.map(({ title }, index) => {
    const id = `tab-${index}`
    return element(
      'button',
      { type: 'button', role: 'tab', id, 'aria-controls': `${id}-panel`, onclick: () => select(index) },
      title,
    )
  })
  const panels = list.map(({ panel }, index) => {
    return element(
      'div',
      { role: 'tabpanel', id: `tab-${index}-panel`, 'aria-labelledby': `tab-${index}`, class: 'tab-panel' },
      panel,
    )
  })
  const select = (selected: number) => {
    for (const [index, button] of buttons.entries()) {
      button.setAttribute('aria-selected', String(index === selected))
      button.tabIndex = index === selected ? 0 : -1
    }
    for (const [index, panel] of panels.entries()) panel.hidden = index !== selected
    list[selected]?.seen()
  }
  const tabList = element(
    'div',
    { role: 'tablist', class: 'tabs', 'aria-label': 'What is written' },
    ...buttons,
  )
  tabList.addEventListener('keydown', ({ key }) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[key]
    if (step === undefined) return
    const current = buttons.findIndex((button) => button.tabIndex === 0)
    const next = (current + step + buttons.length) % buttons.length
    select(next)
    buttons[next]?.focus()
  })
  select(0)
  return element('div', { class: 'tabbed' }, tabList, ...panels)
}
