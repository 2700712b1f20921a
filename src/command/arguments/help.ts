import {
  type Command,
  type CommandName,
  commands,
  generalOptions,
  optionsOf,
  renderOptions,
} from './commands.ts'
import type { Option } from './options.ts'

/** Where the second column begins, and where a line ends at the latest. */
const [column, width] = [28, 80]

const before = `krm-ingress-shim: cert-manager's ingress-shim, before anything is applied

Reads a ResourceList or a stream of manifests, adds the Certificates that
annotated Ingresses, Gateways and other sources ask for, and writes it back with
its results.

Usage:
  krm-ingress-shim [options] < manifests.yaml > out.yaml
  krm-ingress-shim COMMAND
  krm-ingress-shim help COMMAND
`

const after = `Exit code:
  0  the manifests were written
  1  they were written, and one of the results is an error (see --fail-on)
  2  the input could not be read, or the call is wrong; nothing was written

Examples:
  # What is wrong in a repository, and which Certificates are out of date:
  krm-ingress-shim check .

  # Render in place; --dry-run --diff only shows what would change:
  krm-ingress-shim write .

  # The Certificates of a package, with kpt:
  kpt fn eval DIR --exec krm-ingress-shim -- defaultIssuerName=letsencrypt

  # The same without letting kpt run a program:
  kpt fn source DIR | krm-ingress-shim -d prune=false | kpt fn sink OUT

  # What is wrong with a package, at its lines in a pull request:
  kpt fn source . | krm-ingress-shim --check --fail-on=warning --format=github

  # For people and for code scanning at once, with a functionConfig file:
  krm-ingress-shim -f ingress-shim.yaml -i list.yaml -o list.yaml \\
      --format=text --format=sarif:results.sarif

  # What a result means, and what to do about it:
  krm-ingress-shim explain issuer-missing
`

/** What there is to know of a command beside its options. */
const notes: Readonly<Partial<Record<CommandName, readonly string[]>>> = {
  check: [
    `A PATH is a file, a folder, or - for the standard input. Every folder is checked
on its own, and files together. The results go to the standard output.

Exit code:
  0  nothing is wrong
  1  a result is an error (see --fail-on)
  2  a path could not be read, or the call is wrong
`,
  ],
  write: [
    `A PATH is a file or a folder. Every folder is rendered on its own, and files
together. A file is written only where it changes; the results go to the
standard error.

Exit code:
  0  everything is up to date now
  1  the same, and a result is an error (see --fail-on)
  2  a path could not be read or written, or the call is wrong
`,
  ],
  inventory: [
    `A PATH is a file, a folder, or - for the standard input. The inventory is what
a render would give, whether it has been rendered or not; nothing is written but
the inventory, to the standard output. What is wrong is for check to say.

Exit code:
  0  the inventory was written
  2  a path or the functionConfig could not be read, or the call is wrong
`,
  ],
}

/** What `--help` prints, of the program or of a command. */
export function help(command?: CommandName): string {
  return command === undefined ? helpOfProgram() : helpOfCommand(command)
}

function helpOfCommand(command: CommandName): string {
  const [usage = '', summary = ''] = commands.filter(({ name }) => name === command).flatMap(commandRow)
  return [
    `Usage: krm-ingress-shim ${usage}\n`,
    `${wrapped(sentence(summary), width).join('\n')}\n`,
    ...(notes[command] ?? []),
    section('Options', optionsOf(command).map(optionRow)),
  ].join('\n')
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
}

function helpOfProgram(): string {
  return [
    before,
    section('Commands', commands.map(commandRow)),
    section('Options', [...renderOptions, ...generalOptions].map(optionRow)),
    after,
  ].join('\n')
}

type Row = readonly [left: string, right: string]

function commandRow({ name, operand, help }: Command): Row {
  return [operand === undefined ? name : `${name} ${operand}`, help]
}

function optionRow({ name, short, value, help }: Option): Row {
  const long = value === undefined ? `--${name}` : `--${name} ${value}`
  return [short === undefined ? `    ${long}` : `-${short}, ${long}`, help]
}

function section(title: string, rows: readonly Row[]): string {
  return `${title}:\n${rows.map(shownRow).join('')}`
}

/** A row in two columns; a left side that is too long for its own has a line of its own. */
function shownRow([left, right]: Row): string {
  const lines = wrapped(right, width - column - 2)
  const start = left.length > column - 2 ? [`  ${left}`] : []
  const rest = lines.map((line, index) => {
    const begin = index === 0 && start.length === 0 ? left : ''
    return `  ${begin.padEnd(column)}${line}`
  })
  return `${[...start, ...rest].join('\n')}\n`
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
