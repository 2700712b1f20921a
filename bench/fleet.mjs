// A repository of many packages, checked by one process and by a process each: npm run bench:fleet -- [PACKAGES]
//
// 10,000 packages of 10 items unless told otherwise: the items of bench/list.mjs, each in a file of its own.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeStream } from './list.mjs'
import { measure } from './measure.mjs'
import { programs } from './programs.mjs'

const count = Number(process.argv[2] ?? 10_000)
const cores = availableParallelism()

const directory = mkdtempSync(join(tmpdir(), 'krm-ingress-shim-fleet-'))
try {
  const packages = writePackages(join(directory, 'fleet'))
  const [ours, , , ...others] = programs(directory)
  const compared = [{ ...ours, name: 'Node' }, others.find(({ id }) => id === 'executable')].filter(Boolean)
  process.stdout.write(
    `| ${count.toLocaleString('en')} packages of 10 items | one check | packages/s | memory | a process each, ${cores} at once | packages/s |\n`,
  )
  process.stdout.write('| --- | --- | --- | --- | --- | --- |\n')
  for (const program of compared) {
    const one = await checkAll(program)
    const each = await checkEach(program, packages)
    const cells = [
      program.name,
      duration(one.seconds),
      rate(one.seconds),
      `${((one.peak ?? 0) / 1e6).toFixed(0)} MB`,
      duration(each),
      rate(each),
    ]
    process.stdout.write(`| ${cells.join(' | ')} |\n`)
  }
} finally {
  rmSync(directory, { recursive: true })
}

/** Ten items to a package, a file each. */
function writePackages(folder) {
  const stream = join(directory, 'stream.yaml')
  writeStream(stream, count * 10)
  const documents = readFileSync(stream, 'utf8').split('---\n').slice(1)
  rmSync(stream)
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, `package-${index}`)
    mkdirSync(path, { recursive: true })
    for (const [item, text] of documents.slice(index * 10, index * 10 + 10).entries())
      writeFileSync(join(path, `${item}.yaml`), text)
    return path
  })
}

function checkAll(program) {
  const args = [...program.args, 'check', '--quiet', join(directory, 'fleet')]
  return measure({ ...program, args }, { input: '/dev/null', output: '/dev/null', watchMemory: true })
}

/** As many processes at once as there are cores, until there is no package left; gives the seconds. */
async function checkEach(program, packages) {
  const left = [...packages]
  const start = performance.now()
  await Promise.all(
    Array.from({ length: cores }, async () => {
      for (let path = left.pop(); path !== undefined; path = left.pop()) await check(program, path)
    }),
  )
  return (performance.now() - start) / 1000
}

function check({ name, command, args }, path) {
  const child = spawn(command, [...args, 'check', '--quiet', path], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return new Promise((resolve, reject) =>
    child
      .on('error', reject)
      .on('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`${name} ended with exit code ${code}.`)),
      ),
  )
}

function rate(seconds) {
  return Math.round(count / seconds).toLocaleString('en')
}

function duration(seconds) {
  return `${seconds.toFixed(1)} s`
}
