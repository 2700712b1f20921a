import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** A file of the package, as npm lists it. */
export interface PackedFile {
  readonly path: string
  readonly size: number
}

/** The package as npm would publish it, and an empty project that has installed it and nothing else. */
export class Project {
  readonly directory = mkdtempSync(join(tmpdir(), 'krm-ingress-shim-project-'))
  readonly files: readonly PackedFile[]
  readonly tarball: string

  constructor() {
    const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', this.directory]
    const packed = Object.values<{ filename: string; files: PackedFile[] }>(
      JSON.parse(execFileSync('npm', args, { encoding: 'utf8', env: ownEnvironment() })),
    )
    const { filename = '', files = [] } = packed[0] ?? {}
    this.files = files
    this.tarball = join(this.directory, filename)
    this.write('package.json', '{"name": "empty", "private": true, "type": "module"}')
    this.run('npm', 'install', '--offline', '--no-audit', '--no-fund', this.tarball)
  }

  write(name: string, text: string): void {
    const file = join(this.directory, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }

  /** Runs a program in the project, and gives what it writes to the standard output. */
  run(program: string, ...args: readonly string[]): string {
    return execFileSync(program, args, {
      cwd: this.directory,
      encoding: 'utf8',
      env: ownEnvironment(),
      input: '',
    })
  }

  /** Gives the project a package that is installed here. */
  link(name: string): void {
    const link = join(this.directory, 'node_modules', name)
    if (!existsSync(link)) symlinkSync(resolve('node_modules', name), link)
  }

  remove(): void {
    rmSync(this.directory, { recursive: true })
  }
}

/** Without what npm tells its scripts: it would take that for settings of this project. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')))
}
