import type { Json } from '../../manifest/finding.ts'
import type { MaskedText } from '../../manifest/placeholder.ts'
import type { Report } from '../../manifest/report.ts'
import type { Resource } from '../resource.ts'
import { shimRules } from '../rules.ts'
import { settingName, settingPath } from '../sources/own-settings.ts'
import type { SourceKind } from '../sources/source-kind.ts'
import { maskIn } from '../values/filled-in-later.ts'

/** Reads the annotations of one source, and reports the values that can't be read. */
export class AnnotationReader {
  readonly #resource: Resource
  readonly #sourceKind: Pick<SourceKind, 'ownSettings'>
  readonly #report: Report

  constructor(resource: Resource, report: Report, sourceKind: Pick<SourceKind, 'ownSettings'> = {}) {
    this.#resource = resource
    this.#sourceKind = sourceKind
    this.#report = report
  }

  /** The annotation's value, or undefined where the source doesn't have it. */
  get(key: string): string | undefined {
    return this.#resource.annotations.get(key)
  }

  /** The parts of a value that are separated by commas; none where it is missing or empty. Blanks are kept, as Go's strings.Split does. */
  split(key: string): readonly string[] {
    const value = this.get(key)
    return value === undefined || value === '' ? [] : this.splitText(value)
  }

  /** The parts of a text that are separated by commas outside of placeholders. */
  splitText(value: string): readonly string[] {
    const { text, unmask } = this.masked(value)
    return unmask(text.split(','))
  }

  /** A value with its placeholders masked. */
  masked(value: string): MaskedText {
    return maskIn(value, this.#resource)
  }

  /** Reports a value that cert-manager's controller can't read: nothing is generated from the source. */
  invalid(key: string, problem: string, advice: string, proposedValue?: Json): undefined {
    this.#report.reject(
      shimRules.invalidAnnotation,
      `${settingName(this.#sourceKind, key)} can't be read: ${problem}. cert-manager issues nothing for this ${this.#resource.kind} until it is corrected. ${advice}`,
      {
        path: settingPath(this.#sourceKind, key),
        currentValue: this.get(key) ?? '',
        ...(proposedValue !== undefined && { proposedValue }),
      },
    )
    return undefined
  }
}
