import { chmodSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand, temporaryDirectory } from '../command.ts'
import { listOf } from '../faults/lists.ts'
import { describeImage, locked, podman, workingIn } from './image.ts'
import {
  changedIn,
  copyOfExample,
  describeWith,
  packageOf,
  pathWith,
  runProgram,
  writeIn,
} from './programs.ts'

const ingress = (annotation: string) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations: {${annotation}}
spec:
  tls:
    - hosts: [web.example.com]
      secretName: web-tls
`
const right = ingress('cert-manager.io/issuer: ca')
const wrong = ingress('cert-manager.io/issuer: ca, cert-manager.io/duration: 90d')

describe('the Dockerfile', () => {
  it('names its bases by digest', () => {
    const bases = readFileSync('Dockerfile', 'utf8').match(/^ARG [A-Z]+=docker\.io.*$/gm)
    expect(bases).toHaveLength(5)
    for (const base of bases ?? []) expect(base).toMatch(/:\d[\w.-]+@sha256:[0-9a-f]{64}$/)
  })

  it('has helm and kustomize at the versions that are tested', () => {
    const tools = readFileSync('.ci/tools.txt', 'utf8')
    const installed = [...readFileSync('Dockerfile', 'utf8').matchAll(/go install \S+ (\S+)@(\S+)/g)]
    expect(installed).toHaveLength(2)
    for (const [, module = '', version = ''] of installed)
      expect(tools).toMatch(new RegExp(`^\\w+ +${version} +go +${module}$`, 'm'))
  })
})

describeImage('image', (image) => {
  it('holds the executable and the name of its user, and nothing else', () => {
    const list =
      'container=$(podman create "$0"); podman export "$container" | tar -t; podman rm "$container"'
    const { stdout } = runProgram('sh', ['-c', list, image], '.')
    expect(stdout.split('\n').filter((line) => line.includes('/') || line.includes('krm'))).toEqual([
      'etc/',
      'etc/passwd',
      'krm-ingress-shim',
    ])
  })

  it('is small, and says what it is', () => {
    const [{ Size, Config }] = JSON.parse(podman(['image', 'inspect', image]).stdout)
    const { version, description, license } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(Size).toBeLessThan(5_000_000)
    expect(Config).toMatchObject({ User: '65534:65534', Entrypoint: ['/krm-ingress-shim'] })
    expect(Config.Labels).toMatchObject({
      'org.opencontainers.image.title': 'krm-ingress-shim',
      'org.opencontainers.image.description': description,
      'org.opencontainers.image.source': expect.stringMatching(/^https:/),
      'org.opencontainers.image.licenses': expect.stringContaining(license),
      'org.opencontainers.image.version': version,
    })
  })

  it.each([
    ['a list', [], listOf(right)],
    ['a stream', [], right],
    ['a wrong annotation', [], listOf(wrong)],
    ['nothing to read', [], ''],
    ['settings', ['--data', 'prun=false'], listOf(right)],
    ['a rule', ['explain', 'host-invalid'], ''],
    ['the version', ['--version'], ''],
  ])(
    'gives for %s what the command gives, without network, privileges or a writable file',
    (_, args, input) => {
      expect(podman(['run', ...locked, image, ...args], input)).toEqual(runCommand(args, { input }))
    },
  )

  it('checks a folder that is mounted', () => {
    const directory = packageOf({ 'web.yaml': wrong })
    const args = ['run', ...locked, ...workingIn(directory), image, 'check', '.']
    expect(podman(args)).toEqual(runCommand(['check', '.'], { cwd: directory }))
  })

  describeWith('kpt', 'under kpt', () => {
    // kpt reads KPT_FN_RUNTIME up to v1.0.0-beta.58, and KRM_FN_RUNTIME since. Both versions start the same:
    // run --rm -i --network none --user nobody --security-opt=no-new-privileges --pull never
    const env = { KPT_FN_RUNTIME: 'podman', KRM_FN_RUNTIME: 'podman' }
    const kpt = (directory: string, ...args: string[]) =>
      runProgram('kpt', ['fn', ...args], directory, { env })
    const local = ['--image-pull-policy', 'never']

    it('renders a package of the examples as committed, by fn eval', () => {
      const root = copyOfExample('ingress')
      const example = join(root, 'examples', 'ingress')
      rmSync(join(example, 'certificate_shop-tls.yaml'))
      const settings = ['--fn-config', join(example, 'ingress-shim.yaml')]
      const { code, stderr } = kpt(example, 'eval', '.', '--image', image, ...local, ...settings)
      expect(code, stderr).toBe(0)
      expect(changedIn(root)).toBe('')
    })

    const kptfile = `apiVersion: kpt.dev/v1
kind: Kptfile
metadata:
  name: shop
pipeline:
  mutators:
    - image: ${image}
`

    it('adds a Certificate by fn render', () => {
      const directory = packageOf({ Kptfile: kptfile, 'web.yaml': right })
      expect(kpt(directory, 'render', '.', ...local)).toMatchObject({ code: 0 })
      expect(changedIn(directory)).toBe('?? certificate_web-tls.yaml\n')
    })

    it('fails for a wrong annotation, with a result that kpt prints once, and changes nothing', () => {
      const directory = packageOf({ Kptfile: kptfile, 'web.yaml': wrong })
      const { code, stdout, stderr } = kpt(directory, 'render', '.', ...local)
      expect(code).toBe(1)
      expect(
        `${stdout}${stderr}`.match(/metadata\.annotations\[cert-manager\.io\/duration\]: /g),
      ).toHaveLength(1)
      expect(changedIn(directory)).toBe('')
    })

    it('prints its help by fn doc', () => {
      expect(kpt('.', 'doc', '--image', image).stdout).toContain(runCommand(['--help']).stdout.slice(0, 200))
    })
  })

  describeWith('kustomize', 'under kustomize', () => {
    function build(web: string) {
      const directory = temporaryDirectory()
      // The program that kustomize calls.
      writeIn(directory, 'bin/docker', '#!/bin/sh\nexec podman "$@"\n')
      chmodSync(join(directory, 'bin', 'docker'), 0o755)
      writeIn(directory, 'kustomization.yaml', 'resources: [web.yaml]\ntransformers: [shim.yaml]\n')
      writeIn(directory, 'web.yaml', web)
      writeIn(
        directory,
        'shim.yaml',
        `apiVersion: fn.kpt.dev/v1alpha1
kind: IngressShim
metadata:
  name: ingress-shim
  annotations:
    config.kubernetes.io/function: |
      container:
        image: ${image}
`,
      )
      const env = { PATH: join(directory, 'bin') + delimiter + pathWith() }
      return runProgram('kustomize', ['build', '--enable-alpha-plugins', '.'], directory, { env })
    }

    it('adds a Certificate, without --enable-exec', () => {
      const { code, stdout, stderr } = build(right)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toMatch(/kind: Certificate\nmetadata:\n(.*\n)* {2}name: web-tls\n/)
    })

    it('fails for a wrong annotation, and says why', () => {
      const { code, stdout, stderr } = build(wrong)
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toMatch(/: error: Ingress web metadata\.annotations\[cert-manager\.io\/duration\]: ./)
    })
  })
})
