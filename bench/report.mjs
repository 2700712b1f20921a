import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, totalmem } from 'node:os'
import { median } from './measure.mjs'
import { goVersion } from './programs.mjs'

/** From here on a list, and not node itself, is most of what a process keeps in memory. */
const longList = 10_000_000

const columns = {
  items: ({ name }) => name,
  list: ({ bytes }) => size(bytes),
  'kyaml (Go)': (measured) => cost(measured, 'kyaml'),
  'SDK runner': (measured) => cost(measured, 'sdk'),
  'bare copy': (measured) => cost(measured, 'copy'),
  'krm-ingress-shim': (measured) => cost(measured, 'ours'),
  executable: (measured) => cost(measured, 'executable'),
  'stream ÷ list': (measured) => ratio(measured, 'stream', 'ours', 2),
  'ours ÷ copy': (measured) => ratio(measured, 'ours', 'copy', 2),
  'SDK ÷ ours': (measured) => ratio(measured, 'sdk', 'ours', 1),
  'kyaml ÷ ours': (measured) => ratio(measured, 'kyaml', 'ours', 1),
  'executable ÷ kyaml': (measured) => ratio(measured, 'executable', 'kyaml', 2),
  'memory ÷ list': ({ peaks, bytes }) =>
    peaks.ours !== undefined && bytes >= longList ? (peaks.ours / bytes).toFixed(1) : '',
}

/** The measurements as the Markdown table that docs/speed.md quotes, with the machine and the versions under it. */
export function report(measurements) {
  const headers = Object.keys(columns)
  const rows = measurements.map((measured) => Object.values(columns).map((cell) => cell(measured)))
  const lines = [headers, headers.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return [...lines, '', ...growth(measurements), machine(), versions(), ''].join('\n')
}

/** Median time and peak memory. */
function cost({ times, peaks }, id) {
  if (!times[id]) return ''
  return [time(median(times[id])), ...(peaks[id] === undefined ? [] : [size(peaks[id])])].join(', ')
}

/**
 * The median of the ratios of each round, whose runs follow one another: what else the machine does slows both down. Of
 * the medians, where one of the two ran less often.
 */
function ratio({ times }, id, other, digits) {
  const [one, two] = [times[id], times[other]]
  if (!one || !two) return ''
  const value =
    one.length === two.length
      ? median(one.map((seconds, round) => seconds / two[round]))
      : median(one) / median(two)
  return value.toFixed(digits)
}

/** How the time grows to the longest list from the one before it. */
function growth(measurements) {
  const [before, last] = measurements.filter(({ likeRealOnes }) => !likeRealOnes).slice(-2)
  if (!last) return []
  const factor = median(last.times.ours) / median(before.times.ours)
  return [`- ${last.name} items take ${factor.toFixed(1)} times as long as ${before.name}`]
}

function time(seconds) {
  if (seconds < 1) return `${(seconds * 1000).toFixed(0)} ms`
  return `${seconds.toFixed(seconds < 10 ? 2 : 0)} s`
}

function size(bytes) {
  const [unit, power] = bytes < 1e6 ? ['kB', 1e3] : bytes < 1e9 ? ['MB', 1e6] : ['GB', 1e9]
  const number = bytes / power
  return `${number.toFixed(number < 10 ? 1 : 0)} ${unit}`
}

function machine() {
  const model = cpus()[0]?.model ?? process.arch
  return `- ${cpus().length} cores (${model}), ${size(totalmem())} of memory, ${process.platform}`
}

function versions() {
  const sdk = createRequire(import.meta.url)('kpt-functions/package.json').version
  const go = goVersion()
  const kyaml = /kyaml (v\S+)/.exec(
    readFileSync(new URL('kyaml-baseline/go.mod', import.meta.url), 'utf8'),
  )?.[1]
  return `- Node ${process.version}, kpt-functions ${sdk}${go ? `, kyaml ${kyaml} with ${go}` : ', no Go'}`
}
