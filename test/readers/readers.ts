import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { at } from '../../src/manifest/manifest.ts'
import { LineProgram } from './line-program.ts'

/*
 * YAML as others read it: the libraries of Go that Kubernetes, kpt, kustomize and Helm are built with, and PyYAML. Where Go or
 * PyYAML is missing, their readers are too; in CI, both have to be there.
 */

/** What a text holds, or why the reader refuses it. */
export type Reading = { readonly documents: readonly unknown[] } | { readonly error: string }

export interface Reader {
  readonly name: string
  read(text: string): Promise<Reading>
}

export interface Readers {
  readonly readers: readonly Reader[]
  /** Why some are missing, in words for the name of a test. */
  readonly missing: string
  end(): void
}

const goNames = ['yaml.v2', 'yaml.v3', 'sigs.k8s.io/yaml'] as const
export type GoReader = (typeof goNames)[number]

/** The readers that this machine has. */
export function startReaders(): Readers {
  const programs = [startGo(), startPython()]
  const missing = programs.flatMap(({ missing }) => missing ?? [])
  if (missing.length > 0 && process.env.CI) throw new Error(`Missing: ${missing.join(', ')}`)
  return {
    readers: programs.flatMap(({ readers }) => readers),
    missing: missing.length === 0 ? '' : ` (without ${missing.join(', ')})`,
    end: () => {
      for (const { program } of programs) program?.end()
    },
  }
}

interface Started {
  readonly readers: readonly Reader[]
  readonly program?: LineProgram
  readonly missing?: string
}

function startGo(): Started {
  const binary = 'node_modules/.cache/yaml-readers'
  try {
    mkdirSync('node_modules/.cache', { recursive: true })
    execFileSync('go', ['build', '-o', `../../../${binary}`, '.'], { cwd: 'test/readers/go', stdio: 'pipe' })
  } catch (error) {
    return { readers: [], missing: `the readers of Go, which can't be built: ${reasonOf(error)}` }
  }
  const program = new LineProgram(binary)
  return { program, readers: goNames.map((name) => readerOf(program, name)) }
}

function startPython(): Started {
  try {
    execFileSync('python3', ['-c', 'import yaml'], { stdio: 'pipe' })
  } catch (error) {
    return { readers: [], missing: `PyYAML, which python3 doesn't have: ${reasonOf(error)}` }
  }
  const program = new LineProgram('python3', ['test/readers/pyyaml.py'])
  return { program, readers: [readerOf(program, 'PyYAML')] }
}

function readerOf(program: LineProgram, name: string): Reader {
  return {
    name,
    read: async (text) => {
      const answer: unknown = JSON.parse(await program.ask(JSON.stringify({ reader: name, text })))
      const documents = at(answer, 'documents')
      return Array.isArray(documents) ? { documents } : { error: String(at(answer, 'error') ?? '') }
    },
  }
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim().split('\n').at(-1) ?? ''
}
