// The least that a function built on the kpt functions SDK has to do for the same job: each TLS block of an Ingress with
// a cluster-issuer becomes a Certificate. The SDK's `run` reads and writes the list.
import { run } from 'kpt-functions'

function certificate({ metadata: { namespace, annotations } }, { secretName, hosts }) {
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name: secretName, namespace },
    spec: {
      secretName,
      issuerRef: {
        name: annotations['cert-manager.io/cluster-issuer'],
        kind: 'ClusterIssuer',
        group: 'cert-manager.io',
      },
      usages: ['digital signature', 'key encipherment'],
      dnsNames: hosts,
    },
  }
}

async function generate(configs) {
  const isSource = ({ kind, metadata }) =>
    kind === 'Ingress' && metadata.annotations?.['cert-manager.io/cluster-issuer']
  const sources = configs.get(isSource)
  configs.insert(...sources.flatMap((source) => source.spec.tls.map((block) => certificate(source, block))))
}

run(Object.assign(generate, { usage: 'Makes a Certificate of each TLS block.' }))
