import { spawn, spawnSync } from 'node:child_process'
import { closeSync, constants, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { nodeHost } from '../../src/host/node.ts'
import { temporaryDirectory } from '../command.ts'

/** A pipe with a name, which both a test and a program can open. */
function namedPipe(): string {
  const pipe = join(temporaryDirectory(), 'pipe')
  spawnSync('mkfifo', [pipe])
  return pipe
}

/** Runs a shell script beside the test. */
const shell = (script: string, ...args: string[]) => spawn('sh', ['-c', script, 'sh', ...args])

const random = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 7919) % 251)

describe('reading', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 300_000])('gets all of a file of %i bytes', (length) => {
    const file = join(temporaryDirectory(), 'file')
    writeFileSync(file, random(length))
    const fd = openSync(file, 'r')
    expect(Buffer.compare(nodeHost.read(fd), random(length))).toBe(0)
    closeSync(fd)
  })

  it('waits for a pipe that does not block', async () => {
    const pipe = namedPipe()
    const fd = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK)
    shell('exec > "$1"; sleep 0.4; printf one; sleep 0.2; printf two', pipe)
    await setTimeout(200)
    expect(Buffer.from(nodeHost.read(fd)).toString()).toBe('onetwo')
    closeSync(fd)
  })

  it('gets more than a pipe holds at a time', async () => {
    const pipe = namedPipe()
    shell('head -c 1000000 /dev/zero > "$1"', pipe)
    const fd = openSync(pipe, 'r')
    expect(nodeHost.read(fd).length).toBe(1_000_000)
    closeSync(fd)
  })
})

describe('writing', () => {
  const pieces = [random(10), random(0), random(2_000_000), random(3), random(70_000)]

  it('writes all pieces in their order', () => {
    const file = join(temporaryDirectory(), 'file')
    const fd = openSync(file, 'w')
    nodeHost.write(fd, pieces)
    closeSync(fd)
    expect(Buffer.compare(readFileSync(file), Buffer.concat(pieces))).toBe(0)
  })

  it('waits for a slow reader of a pipe that does not block', async () => {
    const pipe = namedPipe()
    const copy = `${pipe}.copy`
    const reader = shell('exec < "$1"; sleep 0.3; cat > "$2"', pipe, copy)
    const hold = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK)
    await setTimeout(100)
    const fd = openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK)
    closeSync(hold)
    nodeHost.write(fd, pieces)
    closeSync(fd)
    await new Promise((done) => reader.on('close', done))
    expect(Buffer.compare(readFileSync(copy), Buffer.concat(pieces))).toBe(0)
  })
})

it('knows the day in UTC', () => {
  expect(nodeHost.today()).toBe(new Date().toJSON().replace(/T.*/, ''))
})
