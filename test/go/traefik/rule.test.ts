import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Matcher, parseExpression } from '../../../src/go/traefik/expression.ts'
import { parseRule } from '../../../src/go/traefik/rule.ts'

const http = (text: string) => parseRule(text, 'HTTP', 'v3')

/** The values of the hosts in a rule; those that must not match are after a `!`. */
function hostsIn(text: string, protocol: 'HTTP' | 'TCP' = 'HTTP'): unknown {
  const parsed = parseRule(text, protocol, 'v2')
  if ('problem' in parsed) return parsed
  const hosts = parsed.value.matchers.filter(({ name }) => ['Host', 'HostHeader', 'HostSNI'].includes(name))
  return hosts.flatMap(({ values, isNegated }) => values.map((value) => (isNegated ? `!${value}` : value)))
}

describe('what Traefik reads', () => {
  test.each([
    ['a host and a path', 'Host(`Shop.example.com`) && PathPrefix(`/api`)', ['Shop.example.com']],
    [
      'lower case, double quotes and a negated bracket',
      'host("a.example.com") && !(Host(`b.example.com`) || Path(`/x`))',
      ['a.example.com', '!b.example.com'],
    ],
    ['a negated bracket with a negation', '!(Host(`a`) && !Host(`b`))', ['!a', 'b']],
    ['a double negation', '!!Host(`a`)', ['a']],
    ['a negation of the first operand alone', '!Host(`a`) && Host(`b`)', ['!a', 'b']],
    ['brackets in brackets', '((Host(`a`)))', ['a']],
    ['a blank before the bracket', 'Host (`a`)', ['a']],
    ['a comma after the last value', 'Host(`a`,)', ['a']],
    ['several values', 'Host(`a`, `b`)', ['a', 'b']],
    ['a comment to the end of the line', 'Host(`a`) // x', ['a']],
    ['a comment in the middle', 'Host(`a`) /* c */ && Path(`/`)', ['a']],
    ["Go's escapes", String.raw`Host("a\x2eb")`, ['a.b']],
    ["Go's escapes of characters", String.raw`Host("\u0061\U00000062\143\"\\")`, ['abc"\\']],
    ['a character as escaped bytes', String.raw`Host("\xc3\xa9")`, ['\u00e9']],
    ['a byte order mark as escaped bytes', String.raw`Host("\xef\xbb\xbfa")`, ['\ufeffa']],
    ['the last character of Unicode', String.raw`Host("\U0010ffff")`, ['\u{10ffff}']],
    ['a backslash between backticks', 'Host("a") || HostRegexp(`^a\\.b$`)', ['a']],
    ['a line break after an operator', 'Host(`a`) ||\nHost(`b`)', ['a', 'b']],
    ['line breaks around it', '\n\nHost(`a`)\n\n', ['a']],
    ['a line break after a bracket', '(\nHost(`a`) && Path(`/`))', ['a']],
    ['line breaks after commas', 'Host(`a`,\n`b`,\n)', ['a', 'b']],
    ['capital letters', 'HOST(`a`)', ['a']],
    ['small letters', 'host(`a`)', ['a']],
    ['a capital first letter', 'Hostheader(`a`)', ['a']],
  ])('%s', (_, text, hosts) => {
    expect(hostsIn(text)).toEqual(hosts)
  })

  test.each(['HostSNI(`a`)', 'Hostsni(`a`)', 'HOSTSNI(`a`)', 'hostsni(`a`)'])('%s', (text) => {
    expect(hostsIn(text, 'TCP')).toEqual(['a'])
  })
})

describe('what Traefik does not read', () => {
  const syntax = 'a matcher such as Host(`shop.example.com`)'
  test.each([
    [
      'a line break before an operator',
      'Host(`a`)\n|| Host(`b`)',
      'a line break ends it before "|| Host(`b`)"; put && or || before the line break, or write match on one line',
    ],
    [
      'a line break before a closing bracket',
      'Host(\n`a`\n)',
      'a line break ends it before ")"; put ) before the line break, or write match on one line',
    ],
    ['mixed letters', 'hOsT(`a`)', 'Traefik does not know the spelling hOsT; write Host'],
    ['a package', 'x.Host(`a`)', 'it has ".Host(`a`)" where ( was expected'],
    ['single quotes', "Host('a')", `it has single quotes at "'a')"; use backticks instead`],
    [
      'no quotes',
      'Host(a.example.com)',
      'it has "a.example.com)" where a value between backticks was expected',
    ],
    ['a number', 'Host(1)', 'it has "1)" where a value between backticks was expected'],
    ['a sum', 'Host(`a` + `b`)', 'it has "+ `b`)" where ) was expected'],
    ['a call of a call', 'Host(`a`)(`b`)', 'it has "(`b`)" where && or || was expected'],
    ['words for operators', 'Host(`a`) and Path(`/`)', 'it has "and Path(`/`)" where && or || was expected'],
    ['half an operator', 'Host(`a`) & Path(`/`)', 'it has "& Path(`/`)" where && or || was expected'],
    ['a comparison', 'Host(`a`) == Path(`/`)', 'it has "== Path(`/`)" where && or || was expected'],
    ['a semicolon', 'Host(`a`); Path(`/`)', 'it has "; Path(`/`)" where && or || was expected'],
    ['a constant', 'true && Host(`a`)', 'it has "&& Host(`a`)" where ( was expected'],
    ['nothing after an operator', 'Host(`a`) &&', `it ends where ${syntax} was expected`],
    ['nothing', '', 'it is empty'],
    ['blanks', ' \n', 'it is empty'],
    ['no value', 'Host()', 'Host has no value'],
    ['an empty value', 'Host(``)', 'Host has an empty value'],
    ['an open bracket', '(Host(`a`)', 'it ends where a closing bracket was expected'],
    ['a bracket too many', 'Host(`a`))', 'it has ")" where && or || was expected'],
    ['an open backtick', 'Host(`a)', 'the backtick before "a)" is never closed'],
    ['an open double quote', 'Host("a)', 'the double quote before "a)" is never closed'],
    ['an open comment', 'Host(`a`) /* c', 'it has "/* c" where && or || was expected'],
    [
      'an escape of half a character',
      String.raw`Host("\udfff")`,
      String.raw`"\\udfff" has a line break or an unknown escape in it; put it between backticks, where a backslash is nothing special`,
    ],
    [
      'a comment that closes with its own star',
      '/*/ Host(`a`)',
      'it has "/*/ Host(`a`)" where a matcher such as Host(`shop.example.com`) was expected',
    ],
    [
      'an escape that Go does not know',
      String.raw`Host("a\.b")`,
      String.raw`"a\\.b" has a line break or an unknown escape in it; put it between backticks, where a backslash is nothing special`,
    ],
    [
      'an invisible character in front of a comment',
      'Host(`a`)\u00a0// x',
      'it has "\\u00a0// x" where && or || was expected',
    ],
    ['a zero byte', 'Host(`a\0`)', 'it has the invisible character "\\u0000" in it'],
  ])('%s', (_, text, problem) => {
    expect(http(text)).toEqual({ problem })
  })

  test('HostSni(`a`)', () => {
    const problem = 'Traefik does not know the spelling HostSni; write HostSNI'
    expect(parseRule('HostSni(`a`)', 'TCP', 'v3')).toEqual({ problem })
  })
})

describe('what another version of Traefik, or a plugin, may read', () => {
  test.each([
    ['one host', 'HTTP', 'v3', 'Host(`a`)', []],
    ['several hosts', 'HTTP', 'v3', 'Host(`a`, `b`)', ['Host has 2 values and takes 1 in the v3 syntax']],
    ['several hosts in the old syntax', 'HTTP', 'v2', 'Host(`a`, `b`)', []],
    ['a query with and without a value', 'HTTP', 'v3', 'Query(`a`) || Query(`a`, `b`)', []],
    [
      'a query with three values',
      'HTTP',
      'v3',
      'Query(`a`, `b`, `c`)',
      ['Query has 3 values and takes 1 or 2 in the v3 syntax'],
    ],
    [
      'a matcher that v3 dropped',
      'HTTP',
      'v3',
      'HostHeader(`a`)',
      ['HostHeader is not a matcher of the v3 syntax'],
    ],
    [
      'a matcher that came with v3',
      'HTTP',
      'v2',
      'Header(`a`, `b`)',
      ['Header is not a matcher of the v2 syntax'],
    ],
    ['a TCP matcher', 'HTTP', 'v3', 'HostSNI(`a`)', ['HostSNI is not a matcher of Traefik for HTTP routes']],
    ['an HTTP matcher', 'TCP', 'v3', 'Host(`a`)', ['Host is not a matcher of Traefik for TCP routes']],
    [
      "a plugin's matcher, twice",
      'HTTP',
      'v3',
      'Geo(`a`) && Geo(`b`)',
      ['Geo is not a matcher of Traefik for HTTP routes'],
    ],
    [
      'several names for SNI',
      'TCP',
      'v3',
      'HostSNI(`a`, `b`)',
      ['HostSNI has 2 values and takes 1 in the v3 syntax'],
    ],
    ['several names for SNI in the old syntax', 'TCP', 'v2', 'HostSNI(`a`, `b`)', []],
    [
      'a name that JavaScript has, too',
      'HTTP',
      'v3',
      'constructor(`a`)',
      ['constructor is not a matcher of Traefik for HTTP routes'],
    ],
  ] as const)('%s', (_, protocol, syntax, text, doubts) => {
    const parsed = parseRule(text, protocol, syntax)
    expect('value' in parsed && parsed.value.doubts).toEqual(doubts)
  })
})

describe('how many values a matcher of the v3 syntax takes', () => {
  test.each([
    ['HTTP', 'ClientIP Host HostRegexp Method Path PathPrefix PathRegexp', [1]],
    ['HTTP', 'Header HeaderRegexp', [2]],
    ['HTTP', 'Query QueryRegexp', [1, 2]],
    ['TCP', 'ALPN ClientIP HostSNI HostSNIRegexp', [1]],
  ] as const)('%s: %s', (protocol, names, counts) => {
    for (const name of names.split(' ')) {
      const taken = [1, 2, 3].filter((count) => {
        const parsed = parseRule(`${name}(${Array(count).fill('`a`').join()})`, protocol, 'v3')
        return 'value' in parsed && parsed.value.doubts.length === 0
      })
      expect([name, taken]).toEqual([name, counts])
    }
  })
})

describe('properties', () => {
  const anyText = fc.string({
    unit: fc.constantFrom(
      ...'`"\'()!&|,.\\\n\r /*aHost0u',
      'Host(`a`)',
      '&&',
      '||',
      '\u00e9',
      '\u{1f642}',
      '\ud83d',
    ),
    maxLength: 40,
  })

  test('no text makes it throw, and a problem is a phrase', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = http(text)
        if ('problem' in parsed) expect(parsed.problem).toMatch(/^[^\n]+[^.]$/)
      }),
    )
  })

  test('a rule comes back from how it is written, with each negation where De Morgan puts it', () => {
    fc.assert(
      fc.property(expressions, ({ text, matchers }) => {
        expect(parseExpression(text)).toEqual({ value: matchers })
      }),
    )
  })

  test.each([
    ['brackets', (depth: number) => `${'('.repeat(depth)}Host(\`a\`)${')'.repeat(depth)}`],
    ['negations', (depth: number) => `${'!'.repeat(depth)}Host(\`a\`)`],
    ['negated brackets', (depth: number) => `${'!('.repeat(depth)}Host(\`a\`)${')'.repeat(depth)}`],
  ])('200,000 %s do not overflow the stack', (_, nested) => {
    expect(parseExpression(nested(200_000))).toEqual({
      value: [{ name: 'Host', values: ['a'], isNegated: false }],
    })
  })
})

/** Expressions with the matchers that are in them, built by their meaning. */
const expressions = fc.letrec<{ expression: { text: string; matchers: readonly Matcher[] } }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small' },
    fc
      .record({ name: fc.constantFrom('Host', 'Path', 'x'), values: fc.array(fc.string(), { maxLength: 3 }) })
      .map(({ name, values }) => {
        const readable = values.map((value) => value.replace(/[`\r\0\ufeff]/g, ''))
        return {
          text: `${name}(${readable.map((value) => `\`${value}\``).join(', ')})`,
          matchers: [{ name, values: readable, isNegated: false }],
        }
      }),
    tie('expression').map(({ text, matchers }) => ({
      text: `!(${text})`,
      matchers: matchers.map((matcher) => ({ ...matcher, isNegated: !matcher.isNegated })),
    })),
    fc
      .tuple(tie('expression'), fc.constantFrom('&&', ' ||\n'), tie('expression'))
      .map(([left, operator, right]) => ({
        text: `${left.text}${operator}(${right.text})`,
        matchers: [...left.matchers, ...right.matchers],
      })),
  ),
})).expression

describe('8 times the text takes less than 24 times the CPU', () => {
  const size = 10_000
  test.each<[string, (times: number) => string]>([
    ['brackets', (times) => '('.repeat(times)],
    ['negations', (times) => '!'.repeat(times)],
    ['matchers', (times) => 'Host(`a`)||'.repeat(times)],
    ['unknown matchers', (times) => 'Hots(`a`)||'.repeat(times)],
    ['values', (times) => `Host(${'`a`,'.repeat(times)})`],
    ['open comments', (times) => '/*'.repeat(times)],
    ['comments', (times) => '/**/'.repeat(times)],
    ['line comments', (times) => '//\n'.repeat(times)],
    ['line breaks', (times) => `Host(\`a\`)${'\n'.repeat(times)}`],
    ['double quotes', (times) => '"'.repeat(times)],
    ['backslashes', (times) => `Host("${'\\'.repeat(times)}`],
    ['escapes', (times) => `Host("${'\\x61'.repeat(times)}\\u0061")`],
    ['a long name', (times) => 'a'.repeat(times)],
    ['a long value', (times) => `Host(\`${'a'.repeat(times)}\`)`],
    ['dots', (times) => '.'.repeat(times)],
  ])('%s', { retry: 2 }, (_, text) => {
    const [once, more] = [size, 8 * size].map((times) => milliseconds(text(times)))
    expect(more).toBeLessThan(24 * Math.max(once ?? 0, 2))
  })

  function milliseconds(text: string): number {
    http(text)
    const start = process.cpuUsage()
    http(text)
    return process.cpuUsage(start).user / 1000
  }
})
