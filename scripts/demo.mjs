// Shows the function at work on a package of examples/, without kpt or kustomize: npm run demo
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Document, parseAllDocuments } from 'yaml'

const root = new URL('../', import.meta.url)
const command = fileURLToPath(new URL('dist/krm-ingress-shim.cjs', root))
const example = 'examples/ingress/'
const settings = fileURLToPath(new URL(`${example}ingress-shim.yaml`, root))
const shownSource = 'ingress.yaml'
const mistake = { annotation: 'cert-manager.io/renew-before', value: '15d' }
const pathAnnotation = 'internal.config.kubernetes.io/path'

if (!existsSync(command)) execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit' })
demonstrate(readPackage())

function demonstrate(resources) {
  heading(`Before: ${example} without its Certificates`)
  for (const resource of resources) say(`  ${fileOf(resource)}: ${resource.get('kind')} ${nameOf(resource)}`)
  say(`\n${shownSource} asks for Certificates:\n`)
  const source = resources.find((resource) => fileOf(resource) === shownSource)
  showSource(source)

  const good = run(resources)
  heading(`After: the function has added ${good.added.length} Certificates`)
  for (const certificate of good.added) show(certificate)
  showResults(good)

  const { annotation, value } = mistake
  heading(`A mistake in ${shownSource}: ${annotation}: ${value}`)
  source.setIn(['metadata', 'annotations', annotation], value)
  const bad = run(resources)
  say(`It still adds ${bad.added.map(fileOf).join(', ')}, and says of the other Ingress:\n`)
  showResults(bad)
}

/** The resources of the package as they were before they were rendered, each with the path of its file. */
function readPackage() {
  const directory = new URL(example, root)
  return readdirSync(directory)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => parseAllDocuments(readFileSync(new URL(file, directory), 'utf8')).map(placedIn(file)))
    .filter((resource) => !['Certificate', 'IngressShim'].includes(resource.get('kind')))
}

/** As an orchestrator does: the function puts a new Certificate beside the file of its source. */
function placedIn(file) {
  return (resource) => {
    resource.setIn(['metadata', 'annotations', pathAnnotation], file)
    return resource
  }
}

/** Runs the command; gives what it added to the resources, what it said, and its exit code. */
function run(resources) {
  const list = new Document({ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList' })
  list.set(
    'items',
    resources.map(({ contents }) => contents),
  )
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, '-f', settings], {
    input: list.toString(),
    encoding: 'utf8',
  })
  const items = parseAllDocuments(stdout)[0]?.get('items').items ?? []
  return { added: items.slice(resources.length), said: stderr, status }
}

function showResults({ said, status }) {
  say(`${said === '' ? 'The function has no complaints.' : said.trim()}\nExit code: ${status}\n`)
}

function showSource(source) {
  const shown = source.clone()
  shown.deleteIn(['spec', 'rules'])
  show(shown)
}

/** Prints a resource as it stands in its file. */
function show(resource) {
  say(`# ${fileOf(resource)}`)
  const shown = new Document(resource.toJSON())
  const annotations = shown.getIn(['metadata', 'annotations'])
  const internal = annotations.items
    .map(({ key }) => String(key))
    .filter((key) => key.includes('config.kubernetes.io/'))
  for (const key of internal) annotations.delete(key)
  say(shown.toString({ indentSeq: false }))
}

function fileOf(resource) {
  return resource.getIn(['metadata', 'annotations', pathAnnotation])
}

function nameOf(resource) {
  const [namespace, name] = ['namespace', 'name'].map((field) => resource.getIn(['metadata', field]))
  return namespace === undefined ? name : `${namespace}/${name}`
}

function heading(text) {
  say(`${text}\n${'='.repeat(text.length)}\n`)
}

function say(text) {
  process.stdout.write(`${text}\n`)
}
