import { type Format, formats } from '../../krm/results/formats/formats.ts'
import { CallError } from '../call-error.ts'
import { type GivenOptions, oneOf } from './options.ts'

/** A way in which the results are written. */
export interface ReportOfCall<F extends string = Format> {
  readonly format: F
  /** File to write; undefined for the stream that the command speaks on. */
  readonly file: string | undefined
}

/** The reports that `--format FORMAT[:FILE]` and `--results FILE` ask for. */
export function reportsOf(given: GivenOptions): readonly ReportOfCall[] {
  const file = given.only('results')
  if (file === undefined) return reportsIn(formats, given)
  const reports = given.all('format').map((text) => reportOf(formats, text))
  return [{ format: formatFor(file, reports), file }]
}

/** The reports in some formats that `--format FORMAT[:FILE]` asks for. */
export function reportsIn<F extends string>(
  formats: readonly F[],
  given: GivenOptions,
): readonly ReportOfCall<F>[] {
  return withOneToRead(given.all('format').map((text) => reportOf(formats, text)))
}

function reportOf<F extends string>(formats: readonly F[], text: string): ReportOfCall<F> {
  const colon = text.indexOf(':')
  if (colon === -1) return { format: oneOf(formats, text, '--format'), file: undefined }
  const file = text.slice(colon + 1)
  if (file === '') throw new CallError(`--format ${text} names no file behind the colon.`)
  return { format: oneOf(formats, text.slice(0, colon), '--format'), file }
}

/** `--results` gives the file of the only format. */
function formatFor(file: string, reports: readonly ReportOfCall[]): Format {
  const [report, another] = reports
  if (another !== undefined || report?.file !== undefined) {
    throw new CallError(
      `--results ${file} doesn't say which format it is for. Write the file behind each format: --format FORMAT:FILE.`,
    )
  }
  return report?.format ?? 'text'
}

function withOneToRead<F extends string>(reports: readonly ReportOfCall<F>[]): readonly ReportOfCall<F>[] {
  const [one, another] = reports.filter(({ file }) => file === undefined)
  if (one !== undefined && another !== undefined) {
    throw new CallError(
      `--format ${one.format} and --format ${another.format} would both go to the same place. Give one of them a file: --format ${another.format}:FILE.`,
    )
  }
  return reports
}
