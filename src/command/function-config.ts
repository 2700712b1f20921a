import type { Host } from '../host/host.ts'
import { parseDocuments } from '../krm/list/parse-documents.ts'
import type { ConfigOrigin } from '../krm/results/locator.ts'
import type { FunctionInput } from '../krm/run/runner.ts'
import { YamlError } from '../krm/yaml/yaml-error.ts'
import type { FunctionConfigOfCall } from './arguments/call.ts'
import { CallError } from './call-error.ts'
import { readInputFile } from './files/inputs.ts'
import { textOf } from './files/text.ts'
import { namedFile } from './files/working-directory.ts'

/** The functionConfig of a call. */
export interface GivenConfig {
  readonly input: Omit<FunctionInput, 'items'>
  readonly origin: ConfigOrigin
}

/**
 * @throws CallError where the file can't be read, or doesn't hold exactly one document
 */
export async function readFunctionConfigOf(host: Host, given: FunctionConfigOfCall): Promise<GivenConfig> {
  if ('data' in given) {
    const functionConfig = { apiVersion: 'v1', kind: 'ConfigMap', data: given.data }
    return { input: { functionConfig }, origin: { path: '<command line>', isFile: false } }
  }
  const name = given.file
  const text = textOf(readInputFile(host, name))
  if (text === undefined) throw new CallError(`Can't read ${name}: it isn't UTF-8. Save it as UTF-8.`)
  const documents = await documentsOf(name, text)
  const [document] = documents
  if (document === undefined || documents.length > 1) {
    throw new CallError(
      `${name} has ${documents.length} YAML documents, but a functionConfig is a single document.`,
    )
  }
  const { value, problem } = document
  return {
    input: { functionConfig: value, ...(problem !== undefined && { functionConfigProblem: problem }) },
    origin: { ...namedFile(host, name), lineOf: (steps) => document.lineOf(steps) },
  }
}

async function documentsOf(name: string, text: string): ReturnType<typeof parseDocuments> {
  try {
    return await parseDocuments(text)
  } catch (error) {
    if (error instanceof YamlError)
      throw new CallError(`Can't read the functionConfig in ${name}: ${error.message}. Fix it and try again.`)
    throw error
  }
}
