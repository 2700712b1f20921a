import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeList } from './list.mjs'
import { median } from './measure.mjs'
import { writeRealList } from './real-list.mjs'

const help = `Compares the command as two commits have it: each is built in a folder of its own, and
both run one right after the other, so that what else the machine does slows both down.

Usage: node bench/commits.mjs BEFORE [AFTER] [--runs 41]

AFTER is HEAD by default. A ratio above 1 says that AFTER is slower; that of the CPU time
is the steadier one where the machine does something else meanwhile.
`

/** The first is little more than the start of the process. */
const lists = {
  '1 item': (path) => writeList(path, 1),
  '10 items': (path) => writeList(path, 10),
  '1,000 items': (path) => writeList(path, 1000),
  '10,000 items': (path) => writeList(path, 10_000),
  'like real ones': (path) => writeRealList(path, 1e6),
}

const printer = fileURLToPath(new URL('growth/print-cpu-time.cjs', import.meta.url))

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '41' }, help: { type: 'boolean', default: false } },
})
const [before, after = 'HEAD'] = positionals
if (values.help || before === undefined) process.stdout.write(help)
else main()

function main() {
  const directory = mkdtempSync(join(tmpdir(), 'krm-ingress-shim-commits-'))
  try {
    const commands = [build(before, 'before', directory), build(after, 'after', directory)]
    print(['list', 'bytes', 'before', 'after', 'after ÷ before', 'the same in CPU time'])
    print(Array.from({ length: 6 }, () => '---'))
    for (const [name, write] of Object.entries(lists)) {
      const input = join(directory, 'list.yaml')
      write(input)
      print([name, statSync(input).size, ...compare(commands, input)])
    }
    const loads = loadavg().map((load) => load.toFixed(1))
    process.stdout.write(`\nLoad of the machine in the last 1, 5 and 15 minutes: ${loads.join(', ')}.\n`)
  } finally {
    rmSync(directory, { recursive: true })
  }
}

function print(cells) {
  process.stdout.write(`| ${cells.join(' | ')} |\n`)
}

/** The command of a commit, built in a folder of its own with the packages that are installed here. */
function build(commit, name, directory) {
  const folder = join(directory, name)
  mkdirSync(folder)
  execFileSync('tar', ['-x', '-C', folder], {
    input: execFileSync('git', ['archive', commit], { maxBuffer: 2 ** 30 }),
  })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  execFileSync(process.execPath, ['scripts/build.mjs', 'command'], { cwd: folder, stdio: 'ignore' })
  return join(folder, 'dist/krm-ingress-shim.cjs')
}

/** The median times, and the medians of the ratios of all pairs; which of the two goes first changes from pair to pair. */
function compare([before, after], input) {
  const pairs = Array.from({ length: Number(values.runs) }, (_, round) => {
    if (round % 2 === 0) return [run(before, input), run(after, input)]
    const second = run(after, input)
    return [run(before, input), second]
  })
  const time = (index) => `${(median(pairs.map((pair) => pair[index].wall)) * 1000).toFixed(1)} ms`
  const ratio = (what) => median(pairs.map(([one, other]) => other[what] / one[what])).toFixed(3)
  return [time(0), time(1), ratio('wall'), ratio('cpu')]
}

/** Seconds from the start of the process to its exit, and seconds of CPU. */
function run(command, input) {
  const stdin = openSync(input, 'r')
  const start = performance.now()
  const { output, error } = spawnSync(process.execPath, ['--require', printer, command], {
    stdio: [stdin, 'ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  const wall = (performance.now() - start) / 1000
  closeSync(stdin)
  if (!output?.[3]) throw new Error(`${command} did not end by itself: ${error?.message}`)
  return { wall, cpu: Number(output[3]) / 1e6 }
}
