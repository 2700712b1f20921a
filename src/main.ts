import { fstatSync } from 'node:fs'
import { version } from '../package.json'
import { type Call, readCall, severities } from './command/call.ts'
import { CallError, codeOf, reasonOf } from './command/call-error.ts'
import { findFile, readFileBelowWorkingDirectory, readInputFile, writeOutputFile } from './command/files.ts'
import { help } from './command/help.ts'
import { readAll, writeAll } from './command/streams.ts'
import { allRules, ingressShimFunction } from './function.ts'
import { readResourceList } from './krm/list/read.ts'
import { InputError } from './krm/list/resource-list.ts'
import { formatGithub } from './krm/results/formats/github.ts'
import { formatJson } from './krm/results/formats/json.ts'
import { formatSarif } from './krm/results/formats/sarif.ts'
import { formatText } from './krm/results/formats/text.ts'
import { Locator, type Origin } from './krm/results/locator.ts'
import type { Result } from './krm/results/result.ts'
import { orchestratorShowsResults } from './krm/run/orchestrator.ts'
import { type Report, runFunction } from './krm/run/runner.ts'
import { DocumentError, parseDocuments } from './krm/yaml/documents.ts'

/** Written, and no result is an error. */
const success = 0
/** Written, and a result is an error. */
const foundErrors = 1
/** The input could not be read, or the call is wrong; nothing was written. */
const failure = 2
/** Whoever reads the output went away, as shells report it of every program in a pipe (128 + SIGPIPE). */
const outputClosed = 141

async function main(args: readonly string[]): Promise<number> {
  const call = args.length === 0 ? {} : readCall(args)
  if (call.help) return print(help)
  if (call.version) return print(`${version}\n`)
  if (call.input === undefined && isTerminal(0)) {
    tell(help)
    return failure
  }
  return render(call)
}

async function render(call: Call): Promise<number> {
  const bytes = call.input === undefined ? readStandardInput() : readInputFile(call.input)
  const list = await readResourceList(bytes, ingressShimFunction.wanted)
  const functionConfig = await functionConfigOf(call)
  const input = functionConfig ? { items: list.items, functionConfig: functionConfig.object } : list
  const { edits, reports } = await runFunction(ingressShimFunction, input, readFileBelowWorkingDirectory)
  const output = call.check ? [] : await list.write(edits)
  const report = writeReport(call, reports, orchestratorShowsResults(list), {
    list: { name: call.input ?? '<stdin>', bytes },
    ...(functionConfig && { functionConfig }),
  })
  if (call.results !== undefined) writeOutputFile(call.results, [Buffer.from(report)])
  if (call.output === undefined) writeAll(1, output)
  else writeOutputFile(call.output, output)
  if (call.results === undefined) tell(report)
  return exitCodeOf(edits.results, call)
}

function exitCodeOf(results: readonly Result[], { failOn = 'error' }: Call): number {
  const bad = severities.slice(0, severities.indexOf(failOn) + 1)
  return results.some(({ severity }) => bad.includes(severity)) ? foundErrors : success
}

function readStandardInput(): Uint8Array {
  try {
    return readAll(0)
  } catch (error) {
    throw new CallError(`Can't read the standard input: ${reasonOf(error)}.`)
  }
}

/** The functionConfig of the call; undefined where it has none. */
async function functionConfigOf({ data, functionConfigFile: name }: Call): Promise<Origin['functionConfig']> {
  if (data) return { name: '<command line>', object: { apiVersion: 'v1', kind: 'ConfigMap', data } }
  if (name === undefined) return undefined
  const documents = await parseDocuments(new TextDecoder().decode(readInputFile(name)))
  if (documents.length === 1) return { name, object: documents[0] }
  throw new CallError(`${name} has ${documents.length} YAML documents, but a functionConfig is exactly one.`)
}

/** What is to be said of the results; `''` where there is nothing to say, or somebody else says it. */
function writeReport(
  call: Call,
  reports: readonly Report[],
  shownElsewhere: boolean,
  origin: Origin,
): string {
  const isAskedFor = call.format !== undefined || call.results !== undefined
  if (!isAskedFor && (shownElsewhere || reports.length === 0)) return ''
  const locator = new Locator(origin, findFile)
  const located = reports.map((report) => locator.locate(report))
  switch (call.format ?? 'text') {
    case 'json':
      return formatJson(located)
    case 'sarif':
      return formatSarif(located, { name: 'krm-ingress-shim', version, rules: allRules() })
    case 'github':
      return formatGithub(located)
    case 'text':
      return formatText(located, call.results === undefined && isColorful())
  }
}

function isColorful(): boolean {
  return isTerminal(2) && !process.env.NO_COLOR && process.env.TERM !== 'dumb'
}

/** Asks the system first: loading `node:tty` costs milliseconds, and most runs have no terminal at all. */
function isTerminal(fd: 0 | 2): boolean {
  try {
    if (!fstatSync(fd).isCharacterDevice()) return false
  } catch {
    return false
  }
  return fd === 0 ? process.stdin.isTTY : process.stderr.isTTY
}

function print(text: string): number {
  writeAll(1, [Buffer.from(text)])
  return success
}

function fail(error: unknown): number {
  if (codeOf(error) === 'EPIPE') return outputClosed
  const message =
    error instanceof CallError || error instanceof InputError || error instanceof DocumentError
      ? error.message
      : `This is a bug in krm-ingress-shim ${version}: ${reasonOf(error)}. Please report it, with the list that was read.`
  tell(`krm-ingress-shim: ${message}\n`)
  return failure
}

/** Without a standard error there is nobody to tell. */
function tell(text: string): void {
  if (text === '') return
  try {
    writeAll(2, [Buffer.from(text)])
  } catch {}
}

main(process.argv.slice(2))
  .catch(fail)
  .then((code) => {
    // Everything is written by now, and an orderly end would first take a large heap apart.
    process.exit(code)
  })
