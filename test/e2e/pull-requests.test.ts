import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { runCommand, temporaryDirectory } from '../command.ts'
import { changedIn, commit, copyOfExample, describeWith, packageOf, runProgram, writeIn } from './programs.ts'

const page = readFileSync('docs/run/pull-requests.md', 'utf8')

/** The file of that name, as the page has it. */
function fileOf(name: string): string {
  const text = page.split(`\n\`${name}\`:\n\n\`\`\`yaml\n`)[1]?.split('```')[0]
  if (text === undefined) throw new Error(`docs/run/pull-requests.md has no file ${name}.`)
  return text
}

/** The repository as it is now, under the version that the page names. */
function published(): string {
  const repository = temporaryDirectory()
  const files = runProgram('git', ['ls-files', '--cached', '--others', '--exclude-standard'], '.').stdout
  for (const file of files
    .trim()
    .split('\n')
    .filter((name) => existsSync(name))) {
    cpSync(file, join(repository, file), { recursive: true })
  }
  runProgram('git', ['init', '--quiet'], repository)
  commit(repository)
  runProgram('git', ['tag', 'v0.1.0'], repository)
  return repository
}

/** Takes the address of the page for a folder of this machine, in git and in all that runs it. */
const addressed = (repository: string) => ({
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: `url.${repository}.insteadOf`,
  GIT_CONFIG_VALUE_0: 'https://github.com/krm-ingress-shim/krm-ingress-shim',
})

const ingress = fileOf('shop/ingress.yaml')
const wrong = ingress.replace('letsencrypt', 'letsencrypt\n    cert-manager.io/duration: 90d')

describeWith(['pre-commit', 'python3'], 'the hook of pre-commit', () => {
  it('passes for a folder without mistakes, and fails for one with a mistake, whatever file is committed', () => {
    const root = packageOf({
      '.pre-commit-config.yaml': fileOf('.pre-commit-config.yaml'),
      'shop/ingress.yaml': ingress,
    })
    const env = { ...addressed(published()), PRE_COMMIT_HOME: join(temporaryDirectory(), 'cache') }
    const run = (...args: string[]) => runProgram('pre-commit', ['run', ...args], root, { env })
    const { code, stdout, stderr } = run('--all-files')
    expect({ code, output: `${stdout}${stderr}` }).toEqual({
      code: 0,
      output: expect.stringContaining('Passed'),
    })
    writeIn(root, 'shop/ingress.yaml', wrong)
    commit(root)
    const failed = run('--files', '.pre-commit-config.yaml')
    expect(failed.code).toBe(1)
    expect(failed.stdout).toMatch(/shop\/ingress\.yaml:\d+: error: Ingress shop .*2160h for 90 days/)
  }, 300_000)
})

describeWith('actionlint', 'the workflow of GitHub Actions', () => {
  it('has no mistake that actionlint finds', () => {
    const name = '.github/workflows/certificates.yaml'
    const root = packageOf({ [name]: fileOf(name) })
    expect(runProgram('actionlint', ['-no-color', name], root)).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  it('is linted as those of this repository are', () => {
    expect(runProgram('actionlint', ['-no-color'], '.')).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})

describe('what they run reports a mistake, in the form that each of them reads', () => {
  const root = () => {
    const directory = packageOf({ 'shop/ingress.yaml': wrong })
    // As the steps before leave it: these are too slow to be run here, and pre-commit builds the command in the same way.
    cpSync('dist', join(directory, '.krm-ingress-shim', 'dist'), { recursive: true })
    return directory
  }
  const shell = (directory: string, script: string) =>
    runProgram('bash', ['-eo', 'pipefail', '-c', script], directory)

  it('GitLab CI: text for the log, and a file for the merge request', () => {
    const directory = root()
    const { certificates } = parse(fileOf('.gitlab-ci.yml'))
    const { code, stdout } = shell(directory, certificates.script.at(-1))
    expect(code).toBe(1)
    expect(stdout).toMatch(/^shop\/ingress\.yaml:\d+: error: Ingress shop /m)
    const report = JSON.parse(
      readFileSync(join(directory, certificates.artifacts.reports.codequality), 'utf8'),
    )
    expect(report).toMatchObject([
      { check_name: 'invalid-annotation', location: { path: 'shop/ingress.yaml' } },
    ])
  })

  it('GitHub Actions: workflow commands', () => {
    const { steps } = parse(fileOf('.github/workflows/certificates.yaml')).jobs.check
    const { code, stdout } = shell(root(), steps.at(-1).run)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^::error file=shop\/ingress\.yaml,line=\d+/m)
  })
})

describe('the example of drift', () => {
  it('has a Certificate that is outdated, one that is missing and one that is left over', () => {
    const { code, stdout } = runCommand(['check', 'examples/drift'])
    expect(code).toBe(1)
    expect(stdout.match(/certificate-[a-z]+(?=\]$)/gm)?.sort()).toEqual([
      'certificate-leftover',
      'certificate-missing',
      'certificate-outdated',
    ])
  })

  it('is up to date when it is rendered', () => {
    const cwd = copyOfExample('drift')
    expect(runCommand(['write', 'examples/drift'], { cwd }).code).toBe(0)
    expect(changedIn(cwd)).toBe(
      ' D examples/drift/certificate_sale-tls.yaml\n M examples/drift/certificate_shop-tls.yaml\n' +
        '?? examples/drift/certificate_api-tls.yaml\n',
    )
    expect(runCommand(['check', 'examples/drift'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})
