import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import manifest from '../../package.json'
import { notesOf } from '../../scripts/release/notes.mjs'
import { sbomOf } from '../../scripts/release/sbom.mjs'
import { at } from '../../src/manifest/manifest.ts'
import { temporaryDirectory } from '../command.ts'
import { describeExecutable, executable } from '../e2e/executable-file.ts'

const read = (file: string) => readFileSync(file, 'utf8')

describe('the version', () => {
  it.each([
    ['the newest section of CHANGELOG.md', /^## \[(.+?)\]/m.exec(read('CHANGELOG.md'))?.[1]],
    ['executable/Cargo.toml', /^version = "(.+)"$/m.exec(read('executable/Cargo.toml'))?.[1]],
    [
      'executable/Cargo.lock',
      /^name = "krm-ingress-shim"\nversion = "(.+)"$/m.exec(read('executable/Cargo.lock'))?.[1],
    ],
    ['the plugin for Helm', at(parse(read('examples/helm-chart/plugin/plugin.yaml')), 'version')],
  ])('of package.json is that of %s', (_name, version) => {
    expect(version).toBe(manifest.version)
  })
})

describe('the notes of a release', () => {
  const changelog = `# Changelog

## [1.1.0] - Unreleased

- Later.

## [1.0.0] - 2026-02-03

### Added

- All of it.

## [0.9.0] - 2026-01-02

- A part.
`

  it('are the section of its version', () => {
    expect(notesOf(changelog, 'v1.0.0', '1.0.0')).toBe('### Added\n\n- All of it.\n')
  })

  it.each([
    ['v1.0.1', '1.0.0', 'The tag is v1.0.1, and package.json has version 1.0.0.'],
    ['v1.1.0', '1.1.0', 'CHANGELOG.md has no date at 1.1.0.'],
    ['v1.2.0', '1.2.0', 'CHANGELOG.md has no section of 1.2.0.'],
  ])('are refused for %s of version %s: %s', (tag, version, message) => {
    expect(() => notesOf(changelog, tag, version)).toThrow(message)
  })
})

describe('the SBOM', () => {
  it('says of a package what npm says of it', () => {
    const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
    const theirs = JSON.parse(execFileSync('npm', args, { encoding: 'utf8', maxBuffer: 1 << 26 }))
    const yaml = theirs.components.find(({ name }: { name: string }) => name === 'yaml')
    const component = { name: 'yaml', version: yaml.version, license: 'ISC', purl: yaml.purl, texts: [] }
    const ours = sbomOf({ ...component, name: 'program' }, [component])
    expect(theirs).toMatchObject({ bomFormat: at(ours, 'bomFormat'), specVersion: at(ours, 'specVersion') })
    expect([yaml]).toMatchObject(at(ours, 'components') ?? {})
  })

  it('has an expression where a crate can be taken under one of two licences', () => {
    const component = { name: 'libc', version: '1.0.0', license: 'MIT OR Apache-2.0', purl: '', texts: [] }
    expect(at(sbomOf(component, [component]), 'components')).toMatchObject([
      { licenses: [{ expression: 'MIT OR Apache-2.0' }] },
    ])
  })
})

describeExecutable('the files of a release', () => {
  const systems = ['darwin-arm64', 'linux-amd64', 'linux-arm64']

  /** The executable of this machine in place of those of all systems. */
  function executables(): string {
    const folder = join(temporaryDirectory(), 'executables')
    mkdirSync(folder)
    for (const system of systems) copyFileSync(executable, join(folder, `krm-ingress-shim-${system}`))
    return folder
  }

  it('are the executables and the package, with what is in them, and checksums that fit', () => {
    const folder = join(temporaryDirectory(), 'release')
    execFileSync(process.execPath, ['scripts/release/files.mjs', folder, executables()], { stdio: 'pipe' })
    expect(readdirSync(folder).sort()).toEqual(
      [
        'NOTICES.txt',
        'SHA256SUMS',
        'ingress-shim.schema.json',
        ...systems.map((system) => `krm-ingress-shim-${system}`).sort(),
        `krm-ingress-shim-${manifest.version}.tgz`,
        'krm-ingress-shim.cdx.json',
      ].sort(),
    )
    const sums = read(join(folder, 'SHA256SUMS')).trimEnd().split('\n')
    expect(sums).toHaveLength(readdirSync(folder).length - 1)
    for (const line of sums) {
      const [sum, name = ''] = line.split('  ')
      expect(sum).toBe(
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      )
    }
    const names = JSON.parse(read(join(folder, 'krm-ingress-shim.cdx.json'))).components
    expect(names).toMatchObject(expect.arrayContaining([expect.objectContaining({ name: 'quickjs-ng' })]))
    expect(read(join(folder, 'NOTICES.txt'))).toBe(
      execFileSync(executable, ['--licenses'], { encoding: 'utf8' }),
    )
  })

  it('are refused where the executable of a system is missing', () => {
    const args = ['scripts/release/files.mjs', join(temporaryDirectory(), 'release'), temporaryDirectory()]
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining('krm-ingress-shim-linux-amd64'),
    })
  })
})
