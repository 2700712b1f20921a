/** Whether a path says where it begins, on any system. */
export function isAbsolute(path: string): boolean {
  return /^([a-z]:)?[\\/]/i.test(path)
}

/** Whether a path goes up somewhere, on any system. */
export function goesUp(path: string): boolean {
  return path.split(/[\\/]/).includes('..')
}

/** A path without `.` and double slashes, and without `..` where that takes back a step of the path itself. */
export function normalized(path: string): string {
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop()
    else steps.push(step)
  }
  return `${path.startsWith('/') ? '/' : ''}${steps.join('/')}`
}

/** The way from a directory to a path below it, both absolute; undefined where the path isn't below it. */
export function below(directory: string, path: string): string | undefined {
  const start = directory.endsWith('/') ? directory : `${directory}/`
  return path.startsWith(start) ? path.slice(start.length) : undefined
}
