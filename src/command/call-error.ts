import { codeOf } from '../host/host.ts'

/** The command can't do what it was asked: exit 2, with this message and nothing on stdout. */
export class CallError extends Error {}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or directory',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of its path is not a directory',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left on the device',
  EBADF: 'it is closed',
  EIO: 'the device fails',
  ELOOP: 'its symbolic links form a loop',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
}

/** Why the system refused something, in words. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error)
  if (code !== undefined && Object.hasOwn(reasons, code)) return reasons[code] ?? code
  return error instanceof Error ? error.message : String(error)
}
