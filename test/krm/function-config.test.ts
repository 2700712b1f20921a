import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { ConfigForms } from '../../src/krm/config/forms.ts'
import { readFunctionConfig } from '../../src/krm/config/function-config.ts'

const settings = {
  defaultName: 'string',
  prune: 'boolean',
  annotations: 'strings',
  sources: { someOf: ['Ingress', 'Route.example.com', 'Route.example.org', 'Proxy.example.com'] },
  rules: 'severities',
  resources: 'manifests',
  hosts: ['listeners', 'routes'],
  today: 'date',
  allow: { listOf: { required: {}, optional: { names: 'strings', kind: 'text' } } },
} as const

const forms: ConfigForms<typeof settings> = {
  apiVersion: 'fn.example.com/v1',
  kind: 'Shim',
  settings,
  rules: { ids: ['host-not-covered', 'tls-missing'], listedBy: 'shim explain' },
  foreign: [
    {
      apiVersion: 'config.example.com/v1',
      kind: 'ControllerConfiguration',
      sections: [
        { field: 'shimConfig', settings: { defaultName: 'defaultName' }, foreign: ['cacheSize'] },
        { field: 'gateways', settings: { extra: 'annotations' }, foreign: [] },
      ],
    },
  ],
}

const read = (yaml: string) => readFunctionConfig(parse(yaml), forms)

const shim = (spec: string) =>
  `{apiVersion: fn.example.com/v1, kind: Shim, metadata: {name: shim}, spec: ${spec}}`
const configMap = (data: string) => `{apiVersion: v1, kind: ConfigMap, metadata: {name: shim}, data: ${data}}`
const controller = (rest: string) =>
  `{apiVersion: config.example.com/v1, kind: ControllerConfiguration, ${rest}}`

describe('a functionConfig that can be read', () => {
  it.each([
    ['none at all sets nothing', 'null', {}],
    ['an empty mapping, as some orchestrators send for none, sets nothing', '{}', {}],
    ['an own kind without a spec sets nothing', '{apiVersion: fn.example.com/v1, kind: Shim}', {}],
    ['an own kind with an empty spec sets nothing', shim('null'), {}],
    [
      'an own kind sets what its spec has',
      shim('{defaultName: a, prune: false, annotations: [b, c]}'),
      { defaultName: 'a', prune: false, annotations: ['b', 'c'] },
    ],
    ['a word that is one of those listed', shim('{hosts: routes}'), { hosts: 'routes' }],
    ['such a word in a ConfigMap', configMap('{hosts: routes}'), { hosts: 'routes' }],
    ['a date', shim('{today: "2026-11-24"}'), { today: '2026-11-24' }],
    [
      'a timestamp, which kustomize makes of an unquoted date',
      shim('{today: 2026-11-24T00:00:00Z}'),
      { today: '2026-11-24T00:00:00Z' },
    ],
    ['the last day of February in a leap year', shim('{today: "2028-02-29"}'), { today: '2028-02-29' }],
    ['a date in a ConfigMap', configMap('{today: "2026-11-24"}'), { today: '2026-11-24' }],
    [
      'rules are set by id',
      shim('{rules: {tls-missing: "off", host-not-covered: error}}'),
      { rules: { 'tls-missing': 'off', 'host-not-covered': 'error' } },
    ],
    [
      'resources are file names and manifests',
      shim('{resources: [a.yaml, {kind: Ingress}]}'),
      { resources: ['a.yaml', { kind: 'Ingress' }] },
    ],
    [
      'a list of mappings, whose fields can be left out',
      shim('{allow: [{names: [a, b], kind: c}, {}]}'),
      { allow: [{ names: ['a', 'b'], kind: 'c' }, {}] },
    ],
    [
      'a ConfigMap has a list of mappings as JSON',
      configMap(`{allow: '[{"names": ["a"]}]'}`),
      { allow: [{ names: ['a'] }] },
    ],
    ['a ConfigMap without data sets nothing', '{apiVersion: v1, kind: ConfigMap}', {}],
    [
      'the strings of a ConfigMap become values of the right types',
      configMap('{defaultName: "007", prune: "false", annotations: "b, c,"}'),
      { defaultName: '007', prune: false, annotations: ['b', 'c'] },
    ],
    [
      'a ConfigMap lists words with commas between',
      configMap('{sources: "Ingress, Proxy.example.com"}'),
      { sources: ['Ingress', 'Proxy.example.com'] },
    ],
    ['a boolean of a ConfigMap can be true', configMap('{prune: "true"}'), { prune: true }],
    ['an empty string in a ConfigMap is an empty list', configMap('{annotations: ""}'), { annotations: [] }],
    [
      'a ConfigMap sets rules as a list',
      configMap('{rules: "tls-missing=off, host-not-covered=error"}'),
      { rules: { 'tls-missing': 'off', 'host-not-covered': 'error' } },
    ],
    [
      'a ConfigMap sets rules by their ids too, and those win over the list',
      configMap('{tls-missing: info, rules: "tls-missing=off,host-not-covered=error"}'),
      { rules: { 'tls-missing': 'info', 'host-not-covered': 'error' } },
    ],
    [
      "another program's file gives the settings of its sections, and the rest of it is its own",
      controller('shimConfig: {defaultName: a, cacheSize: 3}, gateways: {extra: [b]}, logging: {level: 5}'),
      { defaultName: 'a', annotations: ['b'] },
    ],
    ["another program's file without those sections sets nothing", controller('logging: {level: 5}'), {}],
  ])('%s', (_, yaml, expected) => {
    expect(read(yaml)).toEqual({ settings: expected })
  })
})

describe('a functionConfig that is wrong', () => {
  it.each([
    [
      'an unknown key gets the nearest known one',
      shim('{defualtName: a}'),
      [{ path: 'spec.defualtName', currentValue: 'defualtName', proposedValue: 'defaultName' }],
    ],
    [
      'an unknown key that is near none gets none',
      shim('{colour: a}'),
      [{ path: 'spec.colour', currentValue: 'colour' }],
    ],
    [
      'keys of JavaScript itself are unknown like any other',
      shim('{__proto__: {prune: true}, constructor: a}'),
      [
        { path: 'spec.__proto__', currentValue: '__proto__' },
        { path: 'spec.constructor', currentValue: 'constructor' },
      ],
    ],
    [
      'an unknown word gets the nearest known one, or the only one that begins like it',
      shim('{sources: [Ingress, Ingres, Porxy, Route]}'),
      [
        { path: 'spec.sources[1]', currentValue: 'Ingres', proposedValue: 'Ingress' },
        { path: 'spec.sources[2]', currentValue: 'Porxy', proposedValue: 'Proxy.example.com' },
        { path: 'spec.sources[3]', currentValue: 'Route' },
      ],
    ],
    [
      'a word alone is not a list of words',
      shim('{sources: Ingress}'),
      [{ path: 'spec.sources', currentValue: 'Ingress', proposedValue: ['Ingress'] }],
    ],
    [
      'a mapping alone is not a list of mappings',
      shim('{allow: {names: [a]}}'),
      [{ path: 'spec.allow', currentValue: { names: ['a'] }, proposedValue: [{ names: ['a'] }] }],
    ],
    [
      'an entry that is no mapping, an unknown field of one, and a field of the wrong type',
      shim('{allow: [a, {name: [b]}, {names: c, kind: 7}, {names: [7], kind: null}]}'),
      [
        { path: 'spec.allow[0]', currentValue: 'a' },
        { path: 'spec.allow[1].name', currentValue: 'name', proposedValue: 'names' },
        { path: 'spec.allow[2].names', currentValue: 'c', proposedValue: ['c'] },
        { path: 'spec.allow[2].kind', currentValue: 7, proposedValue: '7' },
        { path: 'spec.allow[3].names[0]', currentValue: 7, proposedValue: '7' },
        { path: 'spec.allow[3].kind', currentValue: null },
      ],
    ],
    [
      'keys of JavaScript itself are no fields of an entry',
      shim('{allow: [{constructor: a}]}'),
      [{ path: 'spec.allow[0].constructor', currentValue: 'constructor' }],
    ],
    [
      'a text in a ConfigMap that is not JSON',
      configMap('{allow: "names=a"}'),
      [{ path: 'data.allow', currentValue: 'names=a' }],
    ],
    [
      'JSON in a ConfigMap that is wrong',
      configMap(`{allow: '[{"names": "a"}]'}`),
      [{ path: 'data.allow[0].names', currentValue: 'a', proposedValue: ['a'] }],
    ],
    [
      'a key beside spec is unknown',
      '{apiVersion: fn.example.com/v1, kind: Shim, sepc: {}}',
      [{ path: 'sepc', currentValue: 'sepc', proposedValue: 'spec' }],
    ],
    [
      'a number is no string',
      shim('{defaultName: 7}'),
      [{ path: 'spec.defaultName', currentValue: 7, proposedValue: '7' }],
    ],
    [
      'a string is no boolean',
      shim('{prune: "false"}'),
      [{ path: 'spec.prune', currentValue: 'false', proposedValue: false }],
    ],
    [
      'a string is no boolean, whichever',
      shim('{prune: "true"}'),
      [{ path: 'spec.prune', currentValue: 'true', proposedValue: true }],
    ],
    ['an empty value is no boolean', shim('{prune: }'), [{ path: 'spec.prune', currentValue: null }]],
    [
      'a string is no list',
      shim('{annotations: a}'),
      [{ path: 'spec.annotations', currentValue: 'a', proposedValue: ['a'] }],
    ],
    [
      'the entry of a list is named by its index',
      shim('{annotations: [a, 7, {}]}'),
      [
        { path: 'spec.annotations[1]', currentValue: 7, proposedValue: '7' },
        { path: 'spec.annotations[2]', currentValue: {} },
      ],
    ],
    [
      'a list is no mapping of rules',
      shim('{rules: [tls-missing]}'),
      [{ path: 'spec.rules', currentValue: ['tls-missing'] }],
    ],
    [
      'an unknown rule gets the nearest known one',
      shim('{rules: {tls-mising: error}}'),
      [{ path: 'spec.rules.tls-mising', currentValue: 'tls-mising', proposedValue: 'tls-missing' }],
    ],
    [
      'an unknown severity gets the nearest known one',
      shim('{rules: {tls-missing: warn}}'),
      [{ path: 'spec.rules.tls-missing', currentValue: 'warn', proposedValue: 'warning' }],
    ],
    [
      'a severity that YAML 1.1 made a boolean of has lost its quotes',
      shim('{rules: {tls-missing: false}}'),
      [{ path: 'spec.rules.tls-missing', currentValue: false, proposedValue: 'off' }],
    ],
    [
      'a word that is none of those listed gets the nearest one',
      shim('{hosts: route}'),
      [{ path: 'spec.hosts', currentValue: 'route', proposedValue: 'routes' }],
    ],
    [
      'a day that there is not is no date',
      shim('{today: "2027-02-29"}'),
      [{ path: 'spec.today', currentValue: '2027-02-29' }],
    ],
    ['a text is no date', shim('{today: tomorrow}'), [{ path: 'spec.today', currentValue: 'tomorrow' }]],
    [
      'a date in another order is none',
      shim('{today: 24.11.2026}'),
      [{ path: 'spec.today', currentValue: '24.11.2026' }],
    ],
    ['a number is no date', shim('{today: 20261124}'), [{ path: 'spec.today', currentValue: 20261124 }]],
    ['an empty value is no date', shim('{today: }'), [{ path: 'spec.today', currentValue: null }]],
    ['a wrong date in a ConfigMap', configMap('{today: ""}'), [{ path: 'data.today', currentValue: '' }]],
    ['a boolean is none of the words', shim('{hosts: true}'), [{ path: 'spec.hosts', currentValue: true }]],
    ['a spec has to be a mapping', shim('[prune]'), [{ path: 'spec', currentValue: ['prune'] }]],
    [
      'a ConfigMap holds only strings',
      configMap('{prune: false}'),
      [{ path: 'data.prune', currentValue: false, proposedValue: 'false' }],
    ],
    [
      'the boolean of a ConfigMap is true or false',
      configMap('{prune: "yes"}'),
      [{ path: 'data.prune', currentValue: 'yes' }],
    ],
    [
      'an unknown key of a ConfigMap gets the nearest rule too',
      configMap('{tls-mising: "off"}'),
      [{ path: 'data.tls-mising', currentValue: 'tls-mising', proposedValue: 'tls-missing' }],
    ],
    [
      'a rule of a ConfigMap without a severity',
      configMap('{rules: tls-missing}'),
      [{ path: 'data.rules.tls-missing', currentValue: '' }],
    ],
    [
      'the severity of a rule that is a key of a ConfigMap',
      configMap('{tls-missing: eror}'),
      [{ path: 'data.tls-missing', currentValue: 'eror', proposedValue: 'error' }],
    ],
    [
      "an unknown key in a section of another program's file",
      controller('shimConfig: {defaultNmae: a}'),
      [{ path: 'shimConfig.defaultNmae', currentValue: 'defaultNmae', proposedValue: 'defaultName' }],
    ],
    [
      "a wrong type in a section of another program's file",
      controller('gateways: {extra: b}'),
      [{ path: 'gateways.extra', currentValue: 'b', proposedValue: ['b'] }],
    ],
    [
      'a kind that is almost right',
      '{apiVersion: fn.example.com/v1, kind: Shmi}',
      [{ path: 'kind', currentValue: 'Shmi', proposedValue: 'Shim' }],
    ],
    [
      'the right kind of another apiVersion',
      '{apiVersion: fn.example.com/v2, kind: Shim}',
      [{ path: 'apiVersion', currentValue: 'fn.example.com/v2', proposedValue: 'fn.example.com/v1' }],
    ],
    ['a mapping that is not a resource', '{defaultName: a}', [{ path: '' }]],
    ['a list', '[a]', [{ path: '' }]],
    ['a string', 'defaultName=a', [{ path: '' }]],
  ])('%s', (_, yaml, expected) => {
    const reading = read(yaml)
    const problems = 'problems' in reading ? reading.problems.map(({ message, ...rest }) => rest) : reading
    expect(problems).toEqual(expected)
  })

  it('has all its problems reported at once', () => {
    const reading = read(shim('{defualtName: a, prune: 1, annotations: b}'))
    expect('problems' in reading && reading.problems.map(({ path }) => path)).toEqual([
      'spec.defualtName',
      'spec.prune',
      'spec.annotations',
    ])
  })

  it.each([
    [
      shim('{defualtName: a}'),
      'This is not a known setting, so it would do nothing. Did you mean defaultName?',
    ],
    [
      shim('{colour: a}'),
      'This is not a known setting, so it would do nothing. Known settings: allow, annotations, defaultName, hosts, prune, resources, rules, sources, today.',
    ],
    [
      configMap('{colour: a}'),
      'This is not a known setting, so it would do nothing. Known settings: allow, annotations, defaultName, hosts, prune, resources, rules, sources, today, and the id of each rule (`shim explain` lists them).',
    ],
    [
      shim('{rules: {colour: error}}'),
      'This is not a known rule, so it would do nothing. Look up the id: `shim explain` lists them.',
    ],
    ['[a]', 'The functionConfig is a list, but has to be a mapping with apiVersion and kind.'],
    [
      '{kind: Shim}',
      'The functionConfig has no apiVersion and kind. It can be one of: fn.example.com/v1 Shim, v1 ConfigMap, config.example.com/v1 ControllerConfiguration.',
    ],
    [
      '{apiVersion: fn.example.com/v1, kind: Shim, colour: a}',
      'This is not a known field, so it would do nothing. Known fields: apiVersion, kind, metadata, spec.',
    ],
    [shim('[a]'), 'This is a list, but has to be a mapping.'],
    [
      controller('shimConfig: {colour: a}'),
      'This is not a known setting, so it would do nothing. Known settings: cacheSize, defaultName.',
    ],
    [configMap('{prune: [true]}'), 'This is a list, but a ConfigMap holds only strings.'],
    [shim('{annotations: 7}'), 'This is a number, but has to be a list of strings.'],
    [shim('{annotations: [7]}'), 'This is a number, but has to be a string.'],
    [shim('{resources: 7}'), 'This is a number, but has to be a list of file names and manifests.'],
    [shim('{resources: [7]}'), 'This is a number, but has to be a file name or a manifest.'],
    [shim('{sources: 7}'), 'This is a number, but has to be a list of strings.'],
    [
      shim('{sources: [Service]}'),
      'This is not a known name, so it would do nothing. Known names: Ingress, Proxy.example.com, Route.example.com, Route.example.org.',
    ],
    [
      shim('{rules: [a]}'),
      'This is a list, but has to be a mapping of rule ids to error, warning, info or off.',
    ],
    [
      shim('{rules: {tls-missing: 7}}'),
      'This is a number, but has to be error, warning, info or off (in quotes).',
    ],
    [
      configMap('{rules: "tls-missing=a=b"}'),
      'This is "a=b", but has to be error, warning, info or off (in quotes).',
    ],
    [
      configMap('{rules: "tls-missing"}'),
      'This is empty, but has to be error, warning, info or off (in quotes).',
    ],
    [shim('{prune: "no"}'), 'This is a string, but has to be true or false.'],
    [shim('{hosts: route}'), 'This is "route", but has to be listeners or routes.'],
    [
      shim('{today: "2027-02-29"}'),
      'This is "2027-02-29", but has to be a day that exists, such as "2026-11-24".',
    ],
    [configMap('{prune: true}'), 'This is a boolean, but a ConfigMap holds only strings. Put it in quotes.'],
    [shim('{allow: "[]"}'), 'This is a string, but has to be a list of mappings (as JSON in a ConfigMap).'],
    [
      '{apiVersion: v1, kind: Secret}',
      "This function can't read a functionConfig of v1 Secret. It can be one of: fn.example.com/v1 Shim, v1 ConfigMap, config.example.com/v1 ControllerConfiguration.",
    ],
  ])('says what is wrong and what to do: %s', (yaml, message) => {
    expect(read(yaml)).toMatchObject({ problems: [{ message }] })
  })
})
