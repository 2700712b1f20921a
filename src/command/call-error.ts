/** The command can't do what it was asked: exit 2, with this message and nothing on stdout. */
export class CallError extends Error {}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or directory',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of its path is no directory',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left on the device',
  ELOOP: 'its symbolic links go round in circles',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
}

/** Why the system refused something, in words. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error)
  if (code !== undefined && Object.hasOwn(reasons, code)) return reasons[code] ?? code
  return error instanceof Error ? error.message : String(error)
}

/** The code of a system's error, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
