import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeList } from './list.mjs'
import { measure, median } from './measure.mjs'
import { writeRealList } from './real-list.mjs'

const help = `Compares the command as two commits have it: each is built in a folder of its own, and
both run one right after the other, so that what else the machine does slows both down.

Usage: node bench/commits.mjs BEFORE [AFTER] [--runs 41]

AFTER is HEAD by default. A ratio above 1 says that AFTER is slower.
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '41' }, help: { type: 'boolean', default: false } },
})
const [before, after = 'HEAD'] = positionals
/** The first is little more than the start of the process. */
const lists = {
  '1 item': (path) => writeList(path, 1),
  '10 items': (path) => writeList(path, 10),
  '1,000 items': (path) => writeList(path, 1000),
  '10,000 items': (path) => writeList(path, 10_000),
  'like real ones': (path) => writeRealList(path, 1e6),
}

if (values.help || before === undefined) process.stdout.write(help)
else await main()

async function main() {
  const directory = mkdtempSync(join(tmpdir(), 'krm-ingress-shim-commits-'))
  try {
    const programs = [build(before, 'before', directory), build(after, 'after', directory)]
    process.stdout.write('| list | before | after | after ÷ before |\n| --- | --- | --- | --- |\n')
    for (const [name, write] of Object.entries(lists)) {
      const input = join(directory, 'list.yaml')
      write(input)
      process.stdout.write(
        `| ${name}, ${statSync(input).size} bytes | ${await compare(programs, input, directory)} |\n`,
      )
    }
    process.stdout.write(
      `\nLoad of the machine meanwhile: ${loadavg()
        .map((load) => load.toFixed(1))
        .join(', ')}.\n`,
    )
  } finally {
    rmSync(directory, { recursive: true })
  }
}

/** The command of a commit, built in a folder of its own with the packages that are installed here. */
function build(commit, name, directory) {
  const folder = join(directory, name)
  mkdirSync(folder)
  const files = execFileSync('git', ['archive', commit], { maxBuffer: 2 ** 30 })
  execFileSync('tar', ['-x', '-C', folder], { input: files })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  execFileSync(process.execPath, ['scripts/build.mjs', 'command'], { cwd: folder, stdio: 'ignore' })
  return { name, command: process.execPath, args: [join(folder, 'dist/krm-ingress-shim.cjs')] }
}

/** The median times, and the median of the ratios of all pairs; which of the two goes first changes from pair to pair. */
async function compare([before, after], input, directory) {
  const output = join(directory, 'output.yaml')
  const seconds = async (program) => (await measure(program, { input, output })).seconds
  const pairs = []
  for (let round = 0; round < Number(values.runs); round++) {
    if (round % 2 === 0) {
      const first = await seconds(before)
      pairs.push([first, await seconds(after)])
    } else {
      const first = await seconds(after)
      pairs.push([await seconds(before), first])
    }
  }
  const times = [0, 1].map((index) => `${(median(pairs.map((pair) => pair[index])) * 1000).toFixed(1)} ms`)
  return [...times, median(pairs.map(([one, other]) => other / one)).toFixed(3)].join(' | ')
}
