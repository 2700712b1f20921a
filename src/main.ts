import { runCommand } from './command/command.ts'
import type { Host } from './host/host.ts'

declare global {
  /** The world of an executable without Node, which sets it before it runs this file. */
  var krmIngressShimHost: Host | undefined
}

async function main(): Promise<void> {
  const host = globalThis.krmIngressShimHost ?? (await import('./host/node.ts')).nodeHost
  host.exit(await runCommand(host))
}

main()
