import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryDirectory } from '../command.ts'
import { chart, helms, template } from './helm.ts'
import { describeWith, readIn } from './programs.ts'

/** What a team may set, and what becomes of it. */
const mistake = ['--set-string', 'annotations.cert-manager\\.io/duration=90d']
const slip = ['--set-string', 'annotations.cert-manager\\.io/durration=2160h']

const postRendererArgs = (...args: readonly string[]) => args.flatMap((arg) => ['--post-renderer-args', arg])

const resultsIn = (directory: string) =>
  postRendererArgs('--format', `text:${join(directory, 'results.txt')}`)

describe.each(helms)('the command as a post-renderer', (helm) => {
  describeWith(helm, helm, () => {
    it('gives what is committed with the example, and says nothing', () => {
      expect(template(helm)).toEqual({ code: 0, stdout: readIn(chart, `rendered-${helm}.yaml`), stderr: '' })
    })

    it('fails for a wrong annotation, and gives no manifests', () => {
      expect(template(helm, ...mistake)).toMatchObject({ code: 1, stdout: '' })
    })

    it('shows no warnings, but the command writes them to the file that it is told', () => {
      const directory = temporaryDirectory()
      const { code, stderr } = template(helm, ...slip, ...resultsIn(directory))
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(readIn(directory, 'results.txt')).toMatch(
        /warning: Ingress prod\/shop .*cert-manager\.io\/durration/,
      )
    })

    it('takes settings as arguments', () => {
      const { code, stdout } = template(
        helm,
        ...['--set', 'annotations.cert-manager\\.io/cluster-issuer=null'],
        ...['--set-string', 'annotations.kubernetes\\.io/tls-acme=true'],
        ...postRendererArgs('--data', 'defaultIssuerName=internal'),
      )
      expect(code).toBe(0)
      expect(stdout).toMatch(/issuerRef:\n +name: internal\n/)
    })
  })
})

describeWith('helm3', 'Helm 3', () => {
  it('shows the error that the command reports', () => {
    expect(template('helm3', ...mistake).stderr).toMatch(
      /error: Ingress prod\/shop metadata\.annotations\[cert-manager\.io\/duration\]: .*2160h for 90 days/,
    )
  })
})

describeWith('helm4', 'Helm 4', () => {
  it('says only that the plugin failed, and the file of the results says why', () => {
    const directory = temporaryDirectory()
    const { code, stderr } = template('helm4', ...mistake, ...resultsIn(directory))
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining('plugin "krm-ingress-shim" exited with error'),
    })
    expect(stderr).not.toContain('2160h')
    expect(readIn(directory, 'results.txt')).toContain('2160h for 90 days')
  })

  it('files a Certificate with the template of its Ingress, and has its hooks in the stream', () => {
    const directory = temporaryDirectory()
    expect(template('helm4', '--output-dir', directory).code).toBe(0)
    const ingress = readIn(directory, 'shop/templates/ingress.yaml')
    expect(ingress.match(/^kind: .*/gm)?.sort()).toEqual(['kind: Certificate', 'kind: Ingress'])
    expect(readIn(directory, 'shop/templates/migrate.yaml')).toContain(
      'helm.sh/hook: pre-install,pre-upgrade',
    )
    expect(ingress).not.toContain('postrenderer.helm.sh')
  })
})
