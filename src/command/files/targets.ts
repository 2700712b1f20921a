import { codeOf, type FileStatus, type Host } from '../../host/host.ts'
import { directoryOf, isAbsolute } from './paths.ts'

/** What a name leads to; undefined where there is nothing yet. */
export function statusOf(host: Host, name: string): FileStatus | undefined {
  try {
    return host.status(name)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** The number of a descriptor that this process has open already: `/dev/stdout` is 1, and so is `-` where one writes. */
export function descriptorOf(name: string): number | undefined {
  if (name === '-') return 1
  const standard = ['/dev/stdin', '/dev/stdout', '/dev/stderr'].indexOf(name)
  if (standard !== -1) return standard
  const [, number] = /^\/(?:dev|proc\/self)\/fd\/(\d{1,9})$/.exec(name) ?? []
  return number === undefined ? undefined : Number(number)
}

/** The path that a file of this name will have where there is none yet: that at the end of a dangling link. */
export function newPath(host: Host, name: string): string {
  let path = name
  for (let link = host.linkTarget(path); link !== undefined; link = host.linkTarget(path)) {
    path = isAbsolute(link) ? link : `${directoryOf(path)}${link}`
  }
  return path
}

/** The same for all names of one file or stream; undefined for a device, which many can write to. */
export function identityOf(host: Host, name: string): string | undefined {
  const descriptor = descriptorOf(name)
  const status = statusOf(host, name)
  if (status?.kind === 'file') return status.identity
  if (descriptor !== undefined) return `descriptor ${descriptor}`
  return status === undefined ? identityOfNew(host, newPath(host, name)) : undefined
}

function identityOfNew(host: Host, path: string): string {
  const directory = directoryOf(path)
  try {
    return `${host.realPath(directory === '' ? '.' : directory)}/${path.slice(directory.length)}`
  } catch {
    return path
  }
}
