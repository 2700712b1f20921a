import { annotations, certificateOfSite, list, repeat, site } from '../manifests.mjs'

/** Line ends, characters outside ASCII, and input that is refused. */
export const bytes = {
  crlf: (n) => sites(n).replaceAll('\n', '\r\n'),
  cr: (n) => sites(n).replaceAll('\n', '\r'),
  nonAscii: (n) =>
    `---\n${list(
      repeat(n, (i) => site(i, { extra: annotations('x: "ü😀"') })),
      repeat(n, certificateOfSite),
    )}`,
  invalidUtf8: (n) =>
    Buffer.concat([
      Buffer.from(list(`- a: "${'\ufffd'.repeat(n)}`)),
      Buffer.from([0xff]),
      Buffer.from('"\n'),
    ]),
  controls: (n) => list('- a: b\n'.repeat(n), '- a: "\x01"\n'),
  openQuotes: (n) =>
    list(repeat(n, (i) => `- apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: "c${i}\n`)),
  dashes: (n) => list('-\n'.repeat(n)),
}

const sites = (n) => list(repeat(n, (i) => site(i)))
