/** @throws Error where the tag, the version and the changelog don't agree */
export function notesOf(changelog: string, tag: string, version: string): string
