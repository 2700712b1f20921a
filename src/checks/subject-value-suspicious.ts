import type { Problem, Rule } from '../manifest/rule.ts'
import { annotation } from '../shim/annotations.ts'
import { subjectLists } from '../shim/fields/subject.ts'
import type { Source } from '../shim/sources/source.ts'
import { isFilledInLater } from '../shim/values/filled-in-later.ts'
import type { Check } from './check.ts'
import { annotationField } from './facts/requests.ts'

const rule: Rule = {
  id: 'subject-value-suspicious',
  severity: 'warning',
  summary: 'A value of the subject is probably not what was meant.',
}

/** What CSV makes of a comma in a value, and what X.520 doesn't take for a country. */
export const subjectValueSuspicious: Check = {
  rule,
  *find({ sources }) {
    for (const source of sources) {
      const { subject } = source.fields.spec
      if (subject === undefined || source.tls.secrets.length === 0) continue
      for (const [field, key] of subjectLists) {
        const blank = subject[field]?.find((value) => value !== value.trim())
        if (blank !== undefined) yield blankAtEdge(blank, key, source)
      }
      const country = subject.countries?.find(
        (value) => !isCountry(value.trim()) && !isFilledInLater(value, source),
      )
      if (country !== undefined) yield noCountry(country, source)
    }
  },
}

function blankAtEdge(value: string, key: string, source: Source): Problem {
  return {
    rule,
    message: `"${value}" in ${key} begins or ends with a blank, which becomes part of the certificate's subject: values are separated by commas alone. Put a value that contains a comma in double quotes, as in "Example, Ltd", or remove the blank.`,
    position: source.position,
    field: annotationField(source, key),
  }
}

/** RFC 5280, appendix A: a printable string of two letters, those of ISO 3166. */
function isCountry(value: string): boolean {
  return /^[A-Za-z]{2}$/.test(value)
}

function noCountry(value: string, source: Source): Problem {
  return {
    rule,
    message: `"${value}" in ${annotation.subjectCountries} is not a country code, and a certificate's subject has countries by their two letters: CAs and clients may refuse it. Write the code of ISO 3166, such as DE or US.`,
    position: source.position,
    field: annotationField(source, annotation.subjectCountries),
  }
}
