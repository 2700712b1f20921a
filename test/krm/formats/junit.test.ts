import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { formatJunit } from '../../../src/krm/results/formats/junit.ts'
import { error, harmful, hostile, info, presentation, warning } from './located.ts'

const schema = readFileSync(new URL('junit-10.xsd', import.meta.url), 'utf8')

/** What the schema of Jenkins has against a report. */
async function complaints(report: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'report.xml', contents: report }],
    schema: [{ fileName: 'junit-10.xsd', contents: schema }],
  })
  return errors.map(({ message }) => message)
}

describe('as a JUnit report, the results', () => {
  it('are a suite a file and a test case a result; what fails the run is a failure', () => {
    expect(formatJunit([error, warning], presentation)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="krm-ingress-shim" tests="2" failures="1" errors="0">
  <testsuite name="apps/web.yaml" tests="1" failures="1" errors="0">
    <testcase name="Ingress prod/web spec.tls[0].hosts" classname="host-invalid"><failure type="error" message="It is wrong: 100%, really.">apps/web.yaml:12: error: Ingress prod/web spec.tls[0].hosts: It is wrong: 100%, really.</failure></testcase>
  </testsuite>
  <testsuite name="&lt;stdin&gt;" tests="1" failures="0" errors="0">
    <testcase name="ClusterIssuer ca" classname="issuer-missing"><system-out>&lt;stdin&gt;: warning: ClusterIssuer ca: It may be wrong.</system-out></testcase>
  </testsuite>
</testsuites>
`)
  })

  it('fail by the severity that fails the run', () => {
    expect(formatJunit([error, warning, info], { ...presentation, failOn: 'warning' })).toContain(
      'tests="3" failures="2"',
    )
  })

  it('are one test case that passes where there are none', () => {
    expect(formatJunit([], presentation)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="krm-ingress-shim" tests="1" failures="0" errors="0">
  <testsuite name="krm-ingress-shim" tests="1" failures="0" errors="0">
    <testcase name="no results" classname="krm-ingress-shim"/>
  </testsuite>
</testsuites>
`)
  })

  it('are in one suite where they are in one file, and are about the input where they are about nothing in it', () => {
    const result = { message: 'a < b & "c" > d', severity: 'error', tags: { rule: 'x' } } as const
    const one = { result, location: { path: 'a"b.yaml', isFile: true } }
    expect(formatJunit([one, one], presentation)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="krm-ingress-shim" tests="2" failures="2" errors="0">
  <testsuite name="a&quot;b.yaml" tests="2" failures="2" errors="0">
    <testcase name="the input" classname="x"><failure type="error" message="a &lt; b &amp; &quot;c&quot; &gt; d">a"b.yaml: error: a &lt; b &amp; "c" &gt; d</failure></testcase>
    <testcase name="the input" classname="x"><failure type="error" message="a &lt; b &amp; &quot;c&quot; &gt; d">a"b.yaml: error: a &lt; b &amp; "c" &gt; d</failure></testcase>
  </testsuite>
</testsuites>
`)
  })

  it.each([
    ['none', []],
    ['some', [error, warning, info, error]],
    ['hostile ones', [hostile]],
  ])('are valid by the schema of Jenkins: %s', async (_, located) => {
    expect(await complaints(formatJunit(located, presentation))).toEqual([])
  })

  it('are held by a schema that refuses what is wrong', async () => {
    expect(await complaints('<testsuites><testcase/></testsuites>')).not.toEqual([])
  })

  it('do no harm, whatever names and messages hold', () => {
    expect(formatJunit([hostile], presentation)).not.toMatch(harmful)
  })
})
