import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The root of the repository, which holds everything that the site shows. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

const manifest = JSON.parse(readText('package.json'))

/** The address of the site, which package.json alone knows; empty as long as it has none. */
export const homepage: string = manifest.homepage ?? ''

/** Where the files that have no page on the site are read. */
export const repositoryUrl: string = manifest.repository.url.replace(/^git\+|\.git$/g, '')

/** A text file, by its path from the root. */
export function readText(path: string): string {
  return readFileSync(`${root}/${path}`, 'utf8')
}

export function exists(path: string): boolean {
  return existsSync(`${root}/${path}`)
}

export function isFolder(path: string): boolean {
  return statSync(`${root}/${path}`).isDirectory()
}

/** The paths from the root of all files below a folder, in order. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((path) => !isFolder(path))
    .sort()
}
