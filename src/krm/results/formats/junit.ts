import { isAsBadAs, type Severity } from '../../../manifest/finding.ts'
import { groupedBy } from '../../../manifest/grouped.ts'
import type { LocatedResult } from '../locator.ts'
import { visible } from '../visible.ts'
import type { Presentation } from './formats.ts'
import { placeOf, ruleOf, sentenceOf, subjectOf } from './wording.ts'

/**
 * The results as a JUnit report: a suite a file, a test case a result. What fails the run is a failure, and the rest passes
 * with its text as output. Without results there is one test case, since many CI systems take a report of none for a
 * mistake.
 *
 * Source: the schema of Jenkins' xUnit plugin, junit-10.xsd.
 */
export function formatJunit(located: readonly LocatedResult[], { tool, failOn }: Presentation): string {
  const cases = located.map((one) => ({ suite: visible(one.location.path), ...caseOf(one, failOn) }))
  const shown = cases.length > 0 ? cases : [{ suite: tool.name, ...passed(tool.name) }]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name=${quoted(tool.name)} ${countsOf(shown)}>`,
    ...[...groupedBy(shown, ({ suite }) => suite)].flatMap(([name, cases]) => [
      `  <testsuite name=${quoted(name)} ${countsOf(cases)}>`,
      ...cases.map(({ xml }) => xml),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n')
}

interface TestCase {
  readonly isFailure: boolean
  readonly xml: string
}

function caseOf({ result, location }: LocatedResult, failOn: Severity): TestCase {
  const isFailure = isAsBadAs(result.severity, failOn)
  const sentence = visible(`${placeOf(location)}: ${result.severity}: ${sentenceOf(result)}`)
  const name = visible(subjectOf(result)) || 'the input'
  const content = isFailure
    ? `<failure type=${quoted(result.severity)} message=${quoted(visible(result.message))}>${escaped(sentence)}</failure>`
    : `<system-out>${escaped(sentence)}</system-out>`
  return {
    isFailure,
    xml: `    <testcase name=${quoted(name)} classname=${quoted(ruleOf(result))}>${content}</testcase>`,
  }
}

function passed(classname: string): TestCase {
  return {
    isFailure: false,
    xml: `    <testcase name="no results" classname=${quoted(classname)}/>`,
  }
}

function countsOf(cases: readonly TestCase[]): string {
  const failures = cases.filter(({ isFailure }) => isFailure).length
  return `tests="${cases.length}" failures="${failures}" errors="0"`
}

function quoted(text: string): string {
  return `"${escaped(text).replaceAll('"', '&quot;')}"`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
