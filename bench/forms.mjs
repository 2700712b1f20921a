import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeList } from './list.mjs'
import { measure, median } from './measure.mjs'
import { programs } from './programs.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const baseline = 'kyaml'
const lists = [10, 1000]

/**
 * Measures every form in which the command comes, beside the Go program, and gives a table in Markdown. A form that isn't
 * built or installed is left out.
 *
 * @param directory a temporary one
 * @param rounds how often each form runs over each list
 */
export async function measureForms(directory, rounds) {
  const forms = formsIn(directory)
  const results = forms.map(() => ({ peak: 0, times: lists.map(() => []) }))
  const output = join(directory, 'output.yaml')
  for (const [which, items] of lists.entries()) {
    const input = join(directory, `${items}.yaml`)
    writeList(input, items)
    for (let round = 0; round <= rounds; round++) {
      for (const [index, form] of forms.entries()) {
        const watchMemory = which === 0 && !form.isStartedByAnother
        const { seconds, peak = 0 } = await measure(form, { input, output, watchMemory })
        results[index].peak = Math.max(results[index].peak, peak)
        // The first run finds nothing in the system's cache.
        if (round > 0) results[index].times[which].push(seconds)
      }
    }
  }
  return table(forms, results)
}

/** The forms, each with the size of its files. What another program starts has a memory that isn't seen here. */
function formsIn(directory) {
  const [ours, , , ...others] = programs(directory)
  const go = others.find(({ id }) => id === baseline)
  const executable = others.find(({ id }) => id === 'executable')
  return [
    go && { ...go, size: statSync(go.command).size },
    executable && { ...executable, size: statSync(executable.command).size },
    container(),
    { ...ours, name: 'Node, one file and its code cache', size: sizeOf(join(root, 'dist'), /\.c(js|ache)$/) },
    ...fromNpm(directory),
  ].filter((form) => form)
}

function sizeOf(folder, pattern) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  return files
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
}

/** The package in a project of its own: its command, and npx. */
function fromNpm(directory) {
  const project = join(directory, 'project')
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), '{}')
  const npm = (...args) => execFileSync('npm', args, { cwd: project, encoding: 'utf8' })
  const tarball = npm('pack', '--silent', '--ignore-scripts', root).trim()
  npm('install', '--offline', '--silent', `./${tarball}`)
  const size = sizeOf(join(project, 'node_modules/krm-ingress-shim'), /./)
  const file = join(project, 'node_modules/krm-ingress-shim/dist/krm-ingress-shim.js')
  const npx = ['--prefix', project, '--offline', 'krm-ingress-shim']
  return [
    { name: "Node, npm's package", command: process.execPath, args: [file], size },
    { name: "npx, npm's package", command: 'npx', args: npx, size, isStartedByAnother: true },
  ]
}

/** The image, where it was built: scripts/images.sh leaves its id behind. */
function container() {
  const file = join(root, 'executable/dist/image.id')
  if (!existsSync(file)) return undefined
  const image = readFileSync(file, 'utf8').trim()
  try {
    const size = Number(execFileSync('podman', ['image', 'inspect', '--format', '{{.Size}}', image]))
    const args = ['run', '--rm', '--interactive', '--network', 'none', image]
    return { name: 'image, under podman', command: 'podman', args, size, isStartedByAnother: true }
  } catch {
    return undefined
  }
}

function table(forms, results) {
  const headers = [
    'form',
    'size',
    ...lists.flatMap((items) => [`${items.toLocaleString('en')} items`, '÷ Go']),
    'memory',
  ]
  const go = results[forms.findIndex(({ id }) => id === baseline)]
  const rows = forms.map(({ name, size }, index) => {
    const { times, peak } = results[index]
    const costs = times.flatMap((list, which) => [milliseconds(list), ratio(list, go?.times[which])])
    return [name, megabytes(size), ...costs, peak === 0 ? '' : megabytes(peak)]
  })
  return [headers, headers.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

function milliseconds(seconds) {
  return `${(median(seconds) * 1000).toFixed(0)} ms`
}

/** The median of the ratios of each round, whose runs follow one another. */
function ratio(ours, theirs) {
  return theirs === undefined ? '' : median(ours.map((seconds, round) => seconds / theirs[round])).toFixed(2)
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
