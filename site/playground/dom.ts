type Child = Node | string | undefined

interface Attributes {
  readonly [name: string]: string | boolean | ((event: Event) => void) | undefined
}

/**
 * An element with its attributes, listeners (`onclick`) and children. A false or undefined attribute is left out, a true one
 * is there without a value.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value)
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value)
  }
  made.append(...children.filter((child) => child !== undefined))
  return made
}
