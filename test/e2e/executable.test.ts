import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  constants,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { shapes } from '../../bench/growth/shapes.mjs'
import { command, type Run, temporaryDirectory } from '../command.ts'
import { listOfVector, themes } from '../conformance/vectors.ts'
import { cases, listOf } from '../faults/lists.ts'
import { runInMemory } from '../host/run-in-memory.ts'
import { describeExecutable, executable } from './executable-file.ts'
import { chart, helms, template, templateBy } from './helm.ts'
import { changedIn, describeWith, packageOf, readIn, runProgram, writeIn } from './programs.ts'

const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web # Müller's 𝄞
  annotations: {cert-manager.io/issuer: ca, cert-manager.io/duration: 90d}
spec:
  tls:
    - hosts: [shop.example.com, Büro.example.com]
      secretName: web-tls
`
const list = listOf(ingress)
const good = list.replace(', cert-manager.io/duration: 90d', '').replace(', Büro.example.com', '')
const nested = (depth: number) => good.replace('[shop.example.com]', '['.repeat(depth) + ']'.repeat(depth))

const endedProfile = `- apiVersion: cert-manager.io/v1
  kind: ClusterIssuer
  metadata: {name: letsencrypt}
  spec: {acme: {server: "https://acme-v02.api.letsencrypt.org/directory", profile: tlsclient}}
`

function run(program: string, args: readonly string[], input: string | Uint8Array, cwd = '.'): Run {
  const { status, stdout, stderr } = spawnSync(program, args, {
    input,
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return { code: status, stdout, stderr }
}

/** Compares what many lists give, a few at a time. */
async function compareAll(lists: readonly (readonly [id: string, list: string])[]): Promise<void> {
  const waiting = lists.values()
  const compareRest = async () => {
    for (const [id, input] of waiting) {
      expect({ id, ...(await started(input)) }).toEqual({ id, ...(await runInMemory(input)) })
    }
  }
  await Promise.all([compareRest(), compareRest(), compareRest(), compareRest()])
}

async function started(input: string): Promise<Run> {
  const child = spawn(executable)
  child.stdin.end(input)
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: child.exitCode ?? (await new Promise((done) => child.on('close', done))), stdout, stderr }
}

/** Runs a shell script over a program, which is its first argument. */
const shell = (script: string, program: string) =>
  runProgram('sh', ['-c', script, 'sh', program], '.', { input: good })

describeExecutable('the executable gives what the command gives under Node', () => {
  it.each([...themes])("for cert-manager's vectors of %s", async (_theme, vectors) => {
    await compareAll(vectors.map((vector) => [vector.id, listOfVector(vector)]))
  })

  it('for the inputs that once went wrong', async () => {
    await compareAll(cases.map(({ id, stream }) => [id, listOf(stream)]))
  })

  it.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['a byte order mark', `\ufeff${good}`],
    ['a byte that is not UTF-8', Buffer.concat([Buffer.from(good), Buffer.from([0xff, 0x0a])])],
    ['half of a character at the end', Buffer.from(`${good}# é`).subarray(0, -1)],
    ['a NUL byte', `${good}\0`],
    ['UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le')],
    ['Windows line ends', good.replaceAll('\n', '\r\n')],
    ['half of a surrogate pair, escaped', good.replace('name: web', String.raw`name: "\ud800"`)],
    ['a host that DNS writes otherwise', list.replace('shop.', 'bücher.')],
    [
      'an anchor and a merge',
      good.replace('spec:', 'spec: &spec').replace('tls:', 'other: {<<: *spec}\n    tls:'),
    ],
    ['more orders of a CA than the Public Suffix List is needed for', shapes.ordersOneDomain?.(60) ?? ''],
    ['a profile that ended some day', good.replace('items:\n', `items:\n${endedProfile}`)],
    ['YAML that is broken', `${good}- {`],
    ['no list', ingress],
    ['300 levels', nested(300)],
  ])('for %s', (_name, input) => {
    expect(run(executable, [], input)).toEqual(run(command, [], input))
  })

  it('where a list is nested too deep, it is refused', () => {
    const refused = expect.stringMatching(/isn't valid YAML: .*maximum call stack size exceeded/i)
    expect(run(executable, [], nested(20_000))).toEqual({ code: 2, stdout: '', stderr: refused })
  })
})

describeExecutable("the executable's arguments, files and environment", () => {
  it.each([
    ['--version'],
    ['--help'],
    ['--frobnicate'],
    ['-i list.yaml'],
    ['-i missing.yaml'],
    ['-i folder'],
    ['-i list.yaml/further'],
    ['-i loop.yaml'],
    ['-i list.yaml -o new.yaml'],
    ['-i list.yaml -o list.yaml'],
    ['-i list.yaml -o link.yaml'],
    ['-i list.yaml -o read-only.yaml'],
    ['-i list.yaml -o twin.yaml'],
    ['-i list.yaml -o loop.yaml'],
    ['-i list.yaml -o twin.yaml --results other-twin.yaml'],
    ['-i list.yaml -o folder'],
    ['-i list.yaml -o folder/missing/new.yaml'],
    ['-i list.yaml -o /dev/null'],
    ['-i list.yaml -o /dev/full'],
    ['-i list.yaml --format sarif:results.sarif'],
    ['-i list.yaml -f config.yaml'],
    ['-i list.yaml -d defaultIssuerName=münchen'],
    ['--check -i list.yaml'],
    ['explain'],
    ['explain issuer-missing'],
    ['explain issuer-mising'],
    ['schema'],
    ['completion bash'],
    ['completion zsh'],
    ['completion tcsh'],
  ])('%s', (line) => {
    const outcome = (program: string) => {
      const directory = temporaryDirectory()
      writeIn(directory, 'list.yaml', list)
      writeIn(directory, 'target.yaml', good)
      writeIn(directory, 'folder/kept.yaml', good)
      writeIn(directory, 'config.yaml', 'kind: ConfigMap\napiVersion: v1\ndata: {prun: "no"}\n')
      writeIn(directory, 'read-only.yaml', good)
      writeIn(directory, 'twin.yaml', good)
      chmodSync(join(directory, 'list.yaml'), 0o640)
      chmodSync(join(directory, 'read-only.yaml'), 0o444)
      linkSync(join(directory, 'twin.yaml'), join(directory, 'other-twin.yaml'))
      symlinkSync('target.yaml', join(directory, 'link.yaml'))
      symlinkSync('loop.yaml', join(directory, 'loop.yaml'))
      return { ...run(program, line.split(' '), '', directory), files: filesIn(directory) }
    }
    expect(outcome(executable)).toEqual(outcome(command))
  })

  it.each([
    ['check .'],
    ['write .'],
    ['check chart apps'],
    ['check missing'],
    ['check ignored'],
    ['check ignored/loop'],
    ['write apps/shop.yaml apps/Z'],
    ['check . --format sarif:results.sarif'],
    ['check . --format sarif:link.yaml'],
    ['check . -f apps/web.yaml'],
  ])('%s, in a folder with a chart, a .krmignore and links', (line) => {
    const outcome = (program: string) => {
      const directory = folderOfManifests()
      return { ...run(program, line.split(' '), '', directory), files: filesIn(directory) }
    }
    expect(outcome(executable)).toEqual(outcome(command))
  })

  it.each(['NO_COLOR=1', 'FORCE_COLOR=1', 'LC_ALL=C', 'KRM_INGRESS_SHIM='])('with %s', (variable) => {
    const script = `env ${variable} "$1" -f /dev/null`
    expect(shell(script, executable)).toEqual(shell(script, command))
  })
})

describeExecutable("the executable's streams", () => {
  it.each([
    ['a closed standard input', '"$1" <&-'],
    ['a closed standard output', '"$1" >&-'],
    ['a closed standard error', '"$1" --frobnicate 2>&-'],
    ['all closed', '"$1" <&- >&- 2>&-'],
    ['a full standard output', '"$1" > /dev/full'],
    ['a full standard error', '"$1" --frobnicate 2> /dev/full'],
    ['a standard output that nobody reads', '{ (sleep 0.3; "$1"; echo "$?" >&2) | true; }'],
    ['a standard output for reading', '"$1" 1< /dev/null'],
    ['a folder as standard input', '"$1" < .'],
    ['a terminal', 'TERM=dumb script -qec "$1; echo \\$?" /dev/null'],
    [
      'results on a terminal',
      'TERM=dumb script -qec "$1 -d prun=1 < scripts/fast-start/typical-list.yaml" /dev/null',
    ],
  ])('%s does what it does under Node', (_name, script) => {
    expect(shell(script, executable)).toEqual(shell(script, command))
  })

  it('waits for a standard input that does not block', async () => {
    const pipe = namedPipe()
    const input = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK)
    spawn('sh', ['-c', 'exec > "$1"; sleep 0.4; printf %s "$2"', 'sh', pipe, good])
    await setTimeout(200)
    const { stdout, status } = spawnSync(executable, { stdio: [input, 'pipe', 'inherit'], encoding: 'utf8' })
    closeSync(input)
    expect({ stdout, status }).toEqual({ stdout: run(command, [], good).stdout, status: 0 })
  })

  it('waits for a slow reader of a standard output that does not block', async () => {
    const pipe = namedPipe()
    const reader = spawn('sh', ['-c', 'exec < "$1"; sleep 0.4; cat > "$1.copy"', 'sh', pipe])
    const read = new Promise((done) => reader.on('close', done))
    const hold = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK)
    const output = openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK)
    const input = `${good}# ${'x'.repeat(300_000)}\n`
    const { status } = spawnSync(executable, { input, stdio: ['pipe', output, 'inherit'] })
    await setTimeout(300)
    closeSync(output)
    closeSync(hold)
    await read
    expect(status).toBe(0)
    expect(readFileSync(`${pipe}.copy`, 'utf8')).toBe(run(command, [], input).stdout)
  })
})

describeExecutable('the executable as a file', () => {
  it('has 4 MB at most', () => {
    expect(statSync(executable).size).toBeLessThan(4_000_000)
  })

  describeWith('kpt', 'under kpt', () => {
    it('adds the Certificate beside its Ingress', () => {
      const directory = packageOf({
        Kptfile: 'apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata:\n  name: shop\n',
        'apps/web.yaml': ingress.replace('90d', '2160h').replace(', Büro.example.com', ''),
      })
      const args = ['fn', 'eval', '.', '--exec', executable, '--', 'prune=false']
      expect(runProgram('kpt', args, directory)).toMatchObject({ code: 0 })
      expect(changedIn(directory)).toBe('?? apps/certificate_web-tls.yaml\n')
      expect(readIn(directory, 'apps/certificate_web-tls.yaml')).toContain('- shop.example.com\n')
    })
  })

  describe.each(helms)('under %s', (helm) => {
    describeWith(helm, 'as its post-renderer', () => {
      it.each([
        ['gives what is committed with the example', [], 0],
        ['fails for a wrong annotation', ['--set-string', 'annotations.cert-manager\\.io/duration=90d'], 1],
        ['takes settings', ['--post-renderer-args', '--data', '--post-renderer-args', 'prune=no'], 1],
      ])('%s', (_name, args, code) => {
        const rendered = templateBy(executable, helm, ...args)
        expect(rendered).toEqual(template(helm, ...args))
        expect(rendered).toMatchObject({
          code,
          stdout: code === 0 ? readIn(chart, `rendered-${helm}.yaml`) : '',
        })
      })
    })
  })

  describeWith('kustomize', 'under kustomize', () => {
    it.each([
      ['as a transformer', ingress.replace('90d', '2160h').replace(', Büro.example.com', ''), 0],
      ['and shows what is wrong', ingress, 1],
    ])('%s', (_name, resource, code) => {
      const build = (program: string) => {
        const directory = temporaryDirectory()
        writeIn(directory, 'web.yaml', resource)
        writeIn(directory, 'shim.yaml', transformer(program))
        writeIn(directory, 'kustomization.yaml', 'resources: [web.yaml]\ntransformers: [shim.yaml]\n')
        const args = ['build', '--enable-alpha-plugins', '--enable-exec', '.']
        const { stderr, ...rest } = runProgram('kustomize', args, directory)
        return { ...rest, stderr: stderr.replaceAll(directory, '.').replaceAll(program, 'PROGRAM') }
      }
      const built = build(executable)
      expect(built.code).toBe(code)
      expect(built).toEqual(build(command))
    })
  })
})

function filesIn(directory: string) {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => join(relative(directory, parentPath), name))
    .map((path) => ({ path, mode: statSync(join(directory, path)).mode, text: readIn(directory, path) }))
}

/** What a walk through a folder may meet: files to read and to leave out, and links of all kinds. */
function folderOfManifests(): string {
  const directory = temporaryDirectory()
  const pages: Readonly<Record<string, string>> = {
    '.krmignore': 'ignored/\n',
    'apps/web.yaml': ingress,
    'apps/shop.yaml': named('shop'),
    'apps/Z/.krmignore': 'b.yaml\n',
    'apps/Z/a.yaml': named('a'),
    'apps/Z/b.yaml': named('b'),
    'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
    'chart/templates/web.yaml': '{{ .Values.web }}\n',
    'chart/templates/tests/web.yaml': '{{ .Values.web }}\n',
    'ignored/broken.yaml': '{',
  }
  for (const [path, page] of Object.entries(pages)) writeIn(directory, path, page)
  symlinkSync('apps/shop.yaml', join(directory, 'link.yaml'))
  symlinkSync('apps', join(directory, 'folder.yaml'))
  symlinkSync('missing.yaml', join(directory, 'broken.yaml'))
  symlinkSync('loop', join(directory, 'ignored/loop'))
  return directory
}

const named = (name: string) =>
  ingress
    .replace('name: web #', `name: ${name} #`)
    .replace(', cert-manager.io/duration: 90d', '')
    .replace(', Büro.example.com', '')
    .replace('web-tls', `${name}-tls`)

function namedPipe(): string {
  const pipe = join(temporaryDirectory(), 'pipe')
  spawnSync('mkfifo', [pipe])
  return pipe
}

function transformer(program: string): string {
  return `apiVersion: fn.kpt.dev/v1alpha1
kind: IngressShim
metadata:
  name: ingress-shim
  annotations:
    config.kubernetes.io/function: |
      exec:
        path: ${program}
`
}
