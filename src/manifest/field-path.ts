/** A field in Kubernetes' own notation: `spec.tls[0].hosts`, `metadata.annotations[cert-manager.io/issuer]`, `metadata.labels[app]`. */
export function fieldPath(steps: readonly string[]): string {
  return steps
    .map((step, index) => {
      const isKey = ['labels', 'annotations'].includes(steps[index - 1] ?? '')
      if (isKey || !/^[A-Za-z]\w*$/.test(step)) return `[${step}]`
      return index === 0 ? step : `.${step}`
    })
    .join('')
}
