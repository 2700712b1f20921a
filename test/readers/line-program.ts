import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A program that answers each line of its input with a line of its output, in their order. */
export class LineProgram {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #waiting: { resolve(line: string): void; reject(reason: Error): void }[] = []

  constructor(program: string, args: readonly string[] = []) {
    this.#child = spawn(program, args)
    createInterface(this.#child.stdout).on('line', (line) => this.#waiting.shift()?.resolve(line))
    this.#child.on('close', (code) => {
      for (const { reject } of this.#waiting) reject(new Error(`${program} ended with ${code}.`))
    })
    this.#child.stderr.pipe(process.stderr)
  }

  ask(line: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.#child.stdin.write(`${line}\n`)
    })
  }

  /** Ends the program when it has answered everything. */
  end(): void {
    this.#child.stdin.end()
  }
}
