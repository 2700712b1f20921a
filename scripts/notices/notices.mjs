/**
 * The licences of what is in a program, as one text: they ask to be shipped with it.
 *
 * @param {readonly import('./notices.d.mts').Component[]} components
 * @throws Error for one that has no licence
 */
export function noticesOf(components) {
  return components.map(noticeOf).join('\n')
}

function noticeOf({ name, version, license, texts }) {
  if (!license || texts.length === 0) throw new Error(`${name} has no licence, so its code can't be shipped.`)
  return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`
}
