import { block, certificate, certificateOfSite, hosts, ingress, list, repeat, site } from '../manifests.mjs'

const labels = (n, value) => `    labels:\n${repeat(n, (i) => `      l${i}: ${value}\n`)}`
const labelled = (manifest, n) =>
  manifest.replace('    namespace: prod\n', `    namespace: prod\n${labels(n, 'a')}`)
const notOurs = (manifest) => manifest.replace(/ {4}annotations:\n.*\n/, '')

/** Many Certificates that are there already, or many fields of one. */
export const certificates = {
  hostsUpdate: (n) =>
    list(
      ingress('a', {
        tls: `    - secretName: s\n      hosts:\n${repeat(n, (i) => `      - h${i}.example.com\n`)}`,
      }),
      certificate('s', { dnsNames: hosts(n, 'g') }),
    ),
  labelsUpdate: (n) => list(labelled(ingress('a'), n), certificate('s0', { labels: labels(n, 'b') })),
  certsUpdate: (n) =>
    list(
      ingress('a', { tls: repeat(n, block) }),
      repeat(n, (i) => certificate(`s${i}`)),
    ),
  certsUpdateManySources: (n) =>
    list(
      repeat(n, (i) => site(i)),
      repeat(n, certificateOfSite),
    ),
  certsUpdateWhole: (n) => `# x\n--- \n${certificates.certsUpdateManySources(n)}`,
  certsRemove: (n) => list(repeat(n, (i) => certificate(`s${i}`))),
  certsRemoveWhole: (n) => `---\n${certificates.certsRemove(n)}`,
  certsOtherNotOurs: (n) =>
    list(
      repeat(n, (i) => ingress(`a${i}`, { tls: block(i) })),
      repeat(n, (i) => notOurs(certificate(`s${i}`))),
    ),
  certsRenamedSameSecret: (n) =>
    list(
      ingress('a'),
      repeat(n, (i) => certificate(`c${i}`, { secret: 's0' })),
    ),
  commentsRemove: (n) => list(repeat(n, (i) => `# comment\n${certificate(`s${i}`)}\n\n`)),
}
