import { fstatSync } from 'node:fs'
import { version } from '../package.json'
import { type Call, readCall } from './command/call.ts'
import { CallError, codeOf, reasonOf } from './command/call-error.ts'
import { readFileBelowWorkingDirectory, readInputFile, writeOutputFile } from './command/files.ts'
import { help } from './command/help.ts'
import { readAll, writeAll } from './command/streams.ts'
import { ingressShimFunction } from './function.ts'
import { DocumentError, parseDocuments } from './krm/documents.ts'
import { formatText } from './krm/formats/text.ts'
import { orchestratorShowsResults } from './krm/orchestrator.ts'
import { readResourceList } from './krm/read.ts'
import { InputError } from './krm/resource-list.ts'
import type { Result } from './krm/result.ts'
import { runFunction } from './krm/runner.ts'

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
  const own = await functionConfigOf(call)
  const input = own === undefined ? list : { items: list.items, functionConfig: own }
  const edits = await runFunction(ingressShimFunction, input, readFileBelowWorkingDirectory)
  const output = await list.write(edits)
  if (call.output === undefined) writeAll(1, output)
  else writeOutputFile(call.output, output)
  if (!orchestratorShowsResults(list)) show(edits.results)
  return edits.results.some(({ severity }) => severity === 'error') ? foundErrors : success
}

function readStandardInput(): Uint8Array {
  try {
    return readAll(0)
  } catch (error) {
    throw new CallError(`Can't read the standard input: ${reasonOf(error)}.`)
  }
}

/** The functionConfig of the call; undefined where it has none. */
async function functionConfigOf(call: Call): Promise<unknown> {
  if (call.data) return { apiVersion: 'v1', kind: 'ConfigMap', data: call.data }
  if (call.functionConfigFile === undefined) return undefined
  const text = new TextDecoder().decode(readInputFile(call.functionConfigFile))
  const documents = await parseDocuments(text)
  if (documents.length === 1) return documents[0]
  throw new CallError(
    `${call.functionConfigFile} has ${documents.length} YAML documents, but a functionConfig is exactly one.`,
  )
}

function show(results: readonly Result[]): void {
  if (results.length === 0) return
  const colored = isTerminal(2) && !process.env.NO_COLOR && process.env.TERM !== 'dumb'
  tell(formatText(results, colored))
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
