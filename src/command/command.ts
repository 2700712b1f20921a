import { functionConfigSchema } from '../function.ts'
import { codeOf, type Host } from '../host/host.ts'
import { InputError } from '../krm/list/resource-list.ts'
import { visible } from '../krm/results/visible.ts'
import { YamlError } from '../krm/yaml/yaml-error.ts'
import { readCall } from './arguments/call.ts'
import { help } from './arguments/help.ts'
import { CallError, reasonOf } from './call-error.ts'
import { completion } from './completion/completion.ts'
import { exitCodes } from './exit-code.ts'
import { writeOutputs } from './files/outputs.ts'
import { encoded } from './files/text.ts'
import { explain } from './pages/explain.ts'
import { licenses } from './pages/licenses.ts'
import { render } from './render.ts'
import { tell } from './report.ts'
import { tool } from './tool.ts'

/**
 * Does what the arguments ask for. Everything that goes wrong ends in a message and an exit code.
 *
 * @returns the exit code
 */
export async function runCommand(host: Host): Promise<number> {
  try {
    return await act(host)
  } catch (error) {
    return fail(host, error)
  }
}

async function act(host: Host): Promise<number> {
  const call = readCall(host.args)
  switch (call.action) {
    case 'help':
      return print(host, help(call.command))
    case 'version':
      return print(host, `${tool.version}\n`)
    case 'licenses':
      return print(host, licenses(host))
    case 'explain':
      return print(host, explain(host, call.rule))
    case 'schema':
      return print(host, `${JSON.stringify(functionConfigSchema(), undefined, 2)}\n`)
    case 'completion':
      return print(host, completion(call.shell))
    case 'check':
      return (await import('./check.ts')).check(host, call)
    case 'write':
      return (await import('./write.ts')).write(host, call)
    case 'inventory':
      return (await import('./inventory.ts')).inventory(host, call)
    case 'render':
      if (call.input !== undefined || !host.isTerminal(0)) return render(host, call)
      tell(host, help())
      return exitCodes.failure
  }
}

function print(host: Host, text: string): number {
  writeOutputs(host, [], [encoded(text)])
  return exitCodes.success
}

function fail(host: Host, error: unknown): number {
  if (codeOf(error) === 'EPIPE') return exitCodes.outputClosed
  tell(host, `${tool.name}: ${visible(messageOf(error))}\n`)
  return exitCodes.failure
}

function messageOf(error: unknown): string {
  const isExpected = error instanceof CallError || error instanceof InputError || error instanceof YamlError
  if (isExpected) return error.message
  return `This is a bug in ${tool.name} ${tool.version}: ${reasonOf(error)}. Please report it with the smallest list that shows it, with Secrets taken out.`
}
