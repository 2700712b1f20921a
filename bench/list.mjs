import { closeSync, openSync, writeSync } from 'node:fs'

/**
 * Writes a ResourceList of `count` items to a file, the way kpt writes one. Of every ten items one is an annotated
 * Ingress with one TLS block, one a Service, one a ConfigMap that looks like an Ingress inside, and seven are Deployments.
 *
 * Gives how many items it has, and how many of them are Ingresses.
 */
export function writeList(path, count) {
  write(path, count, { head, text: item, foot })
  return { items: count, ingresses: Math.ceil(count / 10) }
}

/** Writes the same items to a file as a stream of documents. */
export function writeStream(path, count) {
  write(path, count, { head: '', text: documentOf, foot: '' })
}

function write(path, count, { head, text, foot }) {
  const file = openSync(path, 'w')
  let chunk = head
  for (let index = 0; index < count; index++) {
    chunk += text(index)
    if (chunk.length < 1 << 20) continue
    writeSync(file, chunk)
    chunk = ''
  }
  writeSync(file, chunk + foot)
  closeSync(file)
}

/** An item with its marker in place of its dash, which is what its lines are indented for. */
function documentOf(index) {
  return `---\n${item(index).replaceAll(/^(?:- | {2})/gm, '')}`
}

const head = `apiVersion: config.kubernetes.io/v1
kind: ResourceList
items:
`

const foot = `functionConfig:
  apiVersion: v1
  kind: ConfigMap
  metadata:
    name: config
  data:
    defaultIssuerName: letsencrypt-prod
`

const kinds = [ingress, service, configMap]

function item(index) {
  const number = Math.floor(index / 10)
  const app = `app-${number}`
  const write = kinds[index % 10] ?? deployment
  return write({ index, app, namespace: `ns-${number % 50}` })
}

function metadata({ index, namespace }, name, path, annotations = '') {
  return `  metadata:
    name: ${name}
    namespace: ${namespace}
    annotations:
${annotations}      config.kubernetes.io/index: '0'
      config.kubernetes.io/path: '${path}'
      internal.config.kubernetes.io/annotations-migration-resource-id: '${index}'
      internal.config.kubernetes.io/id: '${index + 1}'
      internal.config.kubernetes.io/index: '0'
      internal.config.kubernetes.io/path: '${path}'
      internal.config.kubernetes.io/seqindent: 'compact'
      config.k8s.io/id: '${index + 1}'
`
}

const issuer = `      cert-manager.io/cluster-issuer: letsencrypt-prod
      cert-manager.io/duration: 2160h
`

function ingress(at) {
  const { app } = at
  return `- apiVersion: networking.k8s.io/v1
  kind: Ingress
${metadata(at, app, `${app}/ingress.yaml`, issuer)}  spec:
    ingressClassName: nginx
    rules:
    - host: ${app}.example.com # the public name
      http:
        paths:
        - path: /
          pathType: Prefix
          backend:
            service:
              name: ${app}
              port:
                number: 80
    tls:
    - hosts:
      - ${app}.example.com
      secretName: ${app}-tls
`
}

function service(at) {
  const { app } = at
  return `- apiVersion: v1
  kind: Service
${metadata(at, app, `${app}/service.yaml`)}  spec:
    selector:
      app: ${app}
    ports:
    - name: http
      port: 80
      targetPort: 8080
`
}

function configMap(at) {
  const { app } = at
  return `- apiVersion: v1
  kind: ConfigMap
${metadata(at, app, `${app}/config.yaml`)}  data:
    list.yaml: |
      items:
      - apiVersion: networking.k8s.io/v1
        kind: Ingress
    note: "quoted: string"
    # a comment
    other: plain
`
}

function deployment(at) {
  const { app, index } = at
  const number = index % 10
  return `- apiVersion: apps/v1
  kind: Deployment
${metadata(at, `${app}-${number}`, `${app}/deployment-${number}.yaml`)}  spec:
    replicas: 2
    selector:
      matchLabels:
        app: ${app}
    template:
      metadata:
        labels:
          app: ${app}
      spec:
        containers:
        - name: app
          image: registry.example.com/app:${index}
          args: ["--port=8080", "--level", "info"]
          env:
          - name: FOO
            value: "bar"
          - name: BAZ
            valueFrom:
              configMapKeyRef:
                name: ${app}
                key: other
          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              cpu: 500m
              memory: 512Mi
          readinessProbe:
            httpGet:
              path: /healthz
              port: 8080
          volumeMounts:
          - name: cfg
            mountPath: /etc/app
        volumes:
        - name: cfg
          configMap:
            name: ${app}
`
}
