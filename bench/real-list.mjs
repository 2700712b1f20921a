import { writeFileSync } from 'node:fs'

/**
 * Writes a ResourceList of about so many bytes to a file, like those of real repositories: most of it is custom resource
 * definitions with descriptions over several lines (plain and quoted), ConfigMaps with scripts and dashboards, workloads
 * with flow sequences, Helm values, comments and blank lines. One item in forty is an annotated Ingress with one TLS
 * block, some of them in other styles. The same size always gives the same list.
 *
 * Gives how many items it has, and how many of them are Ingresses.
 */
export function writeRealList(path, bytes) {
  const { text, ...counts } = new RealList().ofBytes(bytes)
  writeFileSync(path, text)
  return counts
}

const words = [
  ...[
    'resource',
    'the',
    'of',
    'servers',
    'should',
    'convert',
    'recognized',
    'schemas',
    'to',
    'latest',
    'internal',
  ],
  ...['value', 'and', 'may', 'reject', 'unrecognized', 'values', 'more info', "object's", 'e.g.'],
]

class RealList {
  #seed = 7
  #names = 0
  #kinds = [
    () => this.#customResourceDefinition(),
    () => this.#configMap(),
    () => this.#deployment(),
    () => this.#deployment(),
    () => this.#helmRelease(),
  ]

  ofBytes(bytes) {
    const items = []
    for (let written = 0; written < bytes; written += items.at(-1).length) {
      const isIngress = items.length % 40 === 20
      items.push(asItem(isIngress ? this.#ingress() : this.#kinds[this.#below(5)]()))
    }
    const text = `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${items.join('')}`
    return { text, items: items.length, ingresses: Math.ceil((items.length - 20) / 40) }
  }

  #customResourceDefinition() {
    return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  annotations:
    controller-gen.kubebuilder.io/version: v0.16.5
  name: things${this.#names}.example.com
spec:
  group: example.com
  names: {kind: Thing, plural: things${this.#names}}
  scope: Namespaced
  versions:
  - name: v1
    schema:
      openAPIV3Schema:
        properties:
${this.#times(6, () => this.#property(4, 10)).join('')}        type: object
    served: true
    storage: true`
  }

  #property(depth, indent) {
    const pad = ' '.repeat(indent)
    const start = `${pad}${this.#word().replace(/[^a-z]/g, '')}${this.#names++}:\n`
    const described = start + this.#description(pad)
    if (depth === 0 || this.#below(3) === 0) return `${described}\n${pad}  type: string\n`
    const properties = this.#times(2 + this.#below(4), () => this.#property(depth - 1, indent + 4))
    return `${described}\n${pad}  properties:\n${properties.join('')}${pad}  type: object\n`
  }

  #description(pad) {
    const key = `${pad}  description: `
    const prose = () => this.#prose(pad.length + 4)
    switch (this.#below(4)) {
      case 0:
        return key + prose()
      case 1:
        return `${key}'${prose().replaceAll("'", "''")}: yes'`
      case 2:
        return `${key}|-\n${pad}    ${prose()}\n${pad}    - a list, it says: so`
      default:
        return `${key}"${this.#words(6)}"`
    }
  }

  #configMap() {
    return `apiVersion: v1
kind: ConfigMap
metadata:
  name: scripts-${this.#names++}
data:
  run.sh: |
    #!/bin/sh
${this.#times(20 + this.#below(40), () => this.#scriptLine()).join('\n')}
  dashboard.json: |-
    {${this.#times(30, (i) => `"k${i}": ["${this.#word()}", {"a": ${this.#below(99)}}]`).join(',\n     ')}}`
  }

  #scriptLine() {
    const blank = this.#below(5) === 0
    return `    ${blank ? '' : `echo "${this.#words(5)}" # ${this.#word()}: - ${this.#word()}`}`
  }

  #deployment() {
    return `# ${this.#words(6)}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: app-${this.#names++}
  labels: {app.kubernetes.io/name: app, app.kubernetes.io/managed-by: Helm}
spec:
  template:
    spec:
      containers:
        - name: app
          image: "registry.example.com/app:${this.#names}@sha256:0123"
          args: ["--listen=:8080", "--log-level", 'info']   # ${this.#words(3)}

          command:
            - /bin/sh
            - -c
            - >
              exec app
              --flag=${this.#word()}
          env:
            - {name: A, value: "${this.#below(1000)}"}
            - name: B
              valueFrom: {secretKeyRef: {name: s, key: "k"}}`
  }

  #helmRelease() {
    return `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: release-${this.#names++}
spec:
  interval: 1h
  values:
    ingress: {enabled: true, hosts: [{host: a.example.com, paths: [/]}]}
    text: ${this.#prose(6)}
    extra:
      ? "a key with: a colon"
      : value`
  }

  #ingress() {
    const number = this.#names++
    const text = this.#below(4) === 0 ? this.#flowIngress(number) : this.#blockIngress(number)
    return this.#below(3) === 0 ? text : text.replace('&host ', '').replace('*host', `h${number}.example.com`)
  }

  #flowIngress(number) {
    const note = this.#words(3).replaceAll("'", '')
    return `apiVersion: networking.k8s.io/v1
kind: "Ingress"
metadata: {name: web-${number}, namespace: prod, annotations: {cert-manager.io/cluster-issuer: letsencrypt, note: '${note}'}}
spec:
  rules: [{host: "h${number}.example.com"}]
  tls: [{hosts: [h${number}.example.com], secretName: web-${number}-tls}]`
  }

  #blockIngress(number) {
    return `kind: Ingress
apiVersion: networking.k8s.io/v1
metadata:
  name: web-${number}
  namespace: prod
  annotations:
    # ${this.#words(4)}
    cert-manager.io/cluster-issuer: letsencrypt
    nginx.ingress.kubernetes.io/configuration-snippet: |
      more_set_headers "X-A: b";
spec:
  ingressClassName: nginx
  rules:
    - host: &host h${number}.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: {service: {name: web, port: {number: 80}}}
  tls:
    - hosts:
        - *host
      secretName: web-${number}-tls`
  }

  #prose(indent) {
    return this.#times(1 + this.#below(4), () => this.#words(8 + this.#below(5))).join(
      `\n${' '.repeat(indent)}`,
    )
  }

  #words(count) {
    return this.#times(count, () => this.#word()).join(' ')
  }

  #word() {
    return words[this.#below(words.length)]
  }

  #times(count, part) {
    return Array.from({ length: count }, (_, index) => part(index))
  }

  /** The next number of a linear congruential generator, below a limit. */
  #below(limit) {
    this.#seed = (this.#seed * 1664525 + 1013904223) >>> 0
    return Math.floor((this.#seed / 2 ** 32) * limit)
  }
}

function asItem(manifest) {
  return `- ${manifest.trim().replaceAll(/\n(?!\n|$)/g, '\n  ')}\n`
}
