import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand, temporaryDirectory } from '../command.ts'

/** A copy of the repository beside this test, which a test may change. */
function repository(): string {
  const root = temporaryDirectory()
  cpSync('test/command/a-repository', root, { recursive: true })
  mkdirSync(join(root, '.git'))
  return root
}

describe("in a stranger's first minute, in a repository with two clusters, charts, overlays and patches,", () => {
  it.each(['.', 'clusters/east', 'apps', 'apps/shop', 'infrastructure'])(
    'check %s says nothing false',
    (path) => {
      const { code, stdout } = runCommand(['check', path, '--verbose', '--fail-on', 'info'], {
        cwd: repository(),
      })
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    },
  )

  it('one line says that a chart was left out', () => {
    expect(runCommand(['check', '.'], { cwd: repository() }).stderr).toBe(
      '.: 1 template of a Helm chart is left out, since Helm has to render them first: helm template … | krm-ingress-shim check -\n',
    )
  })

  it('a mistake is said once, at its line', () => {
    const cwd = repository()
    const file = join(cwd, 'apps/blog/ingress.yaml')
    const mistake = 'letsencrypt\n    cert-manager.io/duration: 90d'
    writeFileSync(file, readFileSync(file, 'utf8').replace('letsencrypt', mistake))
    const { code, stdout } = runCommand(['check', '.'], { cwd })
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: expect.stringMatching(
        /^apps\/blog\/ingress\.yaml:8: error: .*\[invalid-annotation\]\n1 error; .*\n$/,
      ),
    })
  })

  it('write makes a Certificate for each source, each beside it, and names the kustomizations that have to list or patch one', () => {
    const cwd = repository()
    const { code, stderr } = runCommand(['write', '.'], { cwd })
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(
        /^apps\/shop\/base\/kustomization\.yaml: .* \[certificate-unlisted\]\n(apps\/shop\/overlays\/.* \[certificate-unpatched\]\n){2}3 warnings; .*\n$/m,
      ),
    })
    for (const path of [
      'apps/blog/certificate_blog-tls',
      'apps/shop/base/certificate_shop-tls',
      'clusters/east/certificate_wiki-tls',
      'clusters/west/certificate_wiki-tls',
    ])
      expect(readFileSync(join(cwd, `${path}.yaml`), 'utf8')).toContain('kind: Certificate')
    const unpatched = /^(?:apps\/shop\/overlays\/.* \[certificate-unpatched\]\n){2}2 warnings; .*\n$/
    expect(runCommand(['check', '.', '--rendered'], { cwd }).stdout).toMatch(unpatched)
  })
})
