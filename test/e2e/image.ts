import { chmodSync, readFileSync } from 'node:fs'
import { beforeAll } from 'vitest'
import type { Run } from '../command.ts'
import { describeBuilt } from './built-file.ts'
import { runProgram } from './programs.ts'

const sources = [
  'Dockerfile',
  'package-lock.json',
  'scripts',
  'src',
  'executable/src',
  'executable/Cargo.lock',
  'docs/rules',
  'examples/argo-cd/plugin.yaml',
]

/** Tests of an image that scripts/images.sh has built, with a name for it. */
export function describeImage(image: 'image' | 'image-argo-cd', tests: (name: string) => void): void {
  const file = `executable/dist/${image}.id`
  describeBuilt({ file, sources, command: 'scripts/images.sh' }, `the ${image}`, () => {
    const id = readFileSync(file, 'utf8').trim().replace('sha256:', '')
    const name = `localhost/krm-ingress-shim:${id.slice(0, 12)}`
    beforeAll(() => {
      podman(['tag', id, name])
    })
    tests(name)
  })
}

export function podman(args: readonly string[], input = ''): Run {
  return runProgram('podman', args, '.', { input })
}

/** What restricts a container most. */
export const locked = ['--rm', '--interactive', '--network=none', '--read-only', '--cap-drop=all']

/** Options that show a directory to the program in the container, which is not the directory's owner, as its working directory. */
export function workingIn(directory: string): string[] {
  chmodSync(directory, 0o755)
  return ['--volume', `${directory}:/work:ro`, '--workdir', '/work']
}
