import { subjectValueSuspicious } from '../../src/checks/subject-value-suspicious.ts'
import { ingress, ruleCases } from './rule-cases.ts'

const asking = (field: string, value: string, tls?: string) =>
  ingress({
    annotations: `cert-manager.io/issuer: ca, cert-manager.io/subject-${field}: '${value}'`,
    ...(tls !== undefined && { tls }),
  })
const found = (field: string, value: string) => [
  `Ingress/web metadata.annotations[cert-manager.io/subject-${field}]: ${value}`,
]

ruleCases(subjectValueSuspicious, {
  hits: [
    ['a comma in an organization', asking('organizations', 'Foo, Ltd'), found('organizations', 'Foo, Ltd')],
    ['a blank behind a value', asking('localities', 'Paris ,Rome'), found('localities', 'Paris ,Rome')],
    ['a blank in double quotes', asking('provinces', '" Texas"'), found('provinces', '" Texas"')],
    ['the name of a country', asking('countries', 'Netherlands'), found('countries', 'Netherlands')],
    ['a country of three letters', asking('countries', 'DE,USA'), found('countries', 'DE,USA')],
    ['a code with a blank, once', asking('countries', 'DE, FR'), found('countries', 'DE, FR')],
  ],
  misses: [
    ['a comma in double quotes', asking('organizations', '"Foo, Ltd"')],
    ['blanks inside a value', asking('organizations', 'Foo Ltd,Bar Inc')],
    ['codes of countries', asking('countries', 'DE,us')],
    ['a serial number, which is no CSV', asking('serialnumber', ' 1, 2')],
    ['an Ingress without TLS, whose annotations nobody reads', asking('countries', 'Netherlands', '')],
    [
      'a resource that asks for nothing',
      ingress({ annotations: 'cert-manager.io/subject-countries: Netherlands' }),
    ],
  ],
  reads: [
    asking('organizations', 'Foo, Ltd'),
    '" Ltd" in cert-manager.io/subject-organizations begins or ends with a blank, which becomes part of the certificate\'s subject: values are separated by commas alone. Put a value that contains a comma in double quotes, as in "Example, Ltd", or remove the blank.',
  ],
  alsoReads: [
    [
      asking('countries', 'Netherlands'),
      '"Netherlands" in cert-manager.io/subject-countries is not a country code, and a certificate\'s subject has countries by their two letters: CAs and clients may refuse it. Write the code of ISO 3166, such as DE or US.',
    ],
  ],
})
