/** Makes something that several readers need and that is computed once for each key, by the first that asks. */
export function oncePer<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const computed = new WeakMap<K, { readonly value: T }>()
  return (key) => {
    let known = computed.get(key)
    if (known === undefined) {
      known = { value: compute(key) }
      computed.set(key, known)
    }
    return known.value
  }
}
