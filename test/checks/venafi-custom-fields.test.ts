import { venafiCustomFields } from '../../src/checks/venafi-custom-fields.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const key = 'venafi.cert-manager.io/custom-fields'
const venafi = issuer({ spec: 'venafi: {zone: DevOps, cloud: {}}' })
const withFields = (json: string) =>
  stream(
    ingress({ annotations: `cert-manager.io/cluster-issuer: letsencrypt, ${key}: ${JSON.stringify(json)}` }),
    venafi,
  )
const copied = { extraCertificateAnnotations: [key] }
const found = (json: string) => [`Ingress/web metadata.annotations[${key}]: ${json}`]

ruleCases(venafiCustomFields, {
  hits: [
    ['what is no JSON', withFields('[{name: a}]'), found('[{name: a}]'), copied],
    ['what is no list', withFields('{"name": "a"}'), found('{"name": "a"}'), copied],
    ['a list of something else', withFields('["a"]'), found('["a"]'), copied],
    [
      'a value that is no string',
      withFields('[{"name": "a", "value": 1}]'),
      found('[{"name": "a", "value": 1}]'),
      copied,
    ],
    [
      'a type that there isn’t',
      withFields('[{"name": "a", "value": "b", "type": "Bool"}]'),
      found('[{"name": "a", "value": "b", "type": "Bool"}]'),
      copied,
    ],
    [
      'a second field with a mistake',
      withFields('[{"name": "a", "value": "b"}, {"name": "c", "value": 1}]'),
      found('[{"name": "a", "value": "b"}, {"name": "c", "value": 1}]'),
      copied,
    ],
  ],
  misses: [
    ['fields that can be read', withFields('[{"name": "a", "value": "b", "type": "Plain"}]'), copied],
    ['fields without a type', withFields('[{"name": "a", "value": "b"}]'), copied],
    ['fields that are filled in later', withFields('${FIELDS}'), copied],
    ['an empty text', withFields(''), copied],
    ['no fields', withFields('null'), copied],
    ['an annotation that isn’t copied, of which another rule speaks', withFields('[{name: a}]')],
  ],
  reads: [
    withFields('{}'),
    'venafi.cert-manager.io/custom-fields can\'t be read: it is not a list. cert-manager then fails the request to the ClusterIssuer letsencrypt. Write a JSON list such as [{"name": "field", "value": "value"}].',
    copied,
  ],
  alsoReads: [
    [
      withFields('['),
      'venafi.cert-manager.io/custom-fields can\'t be read: it is not JSON. cert-manager then fails the request to the ClusterIssuer letsencrypt. Write a JSON list such as [{"name": "field", "value": "value"}].',
      copied,
    ],
    [
      withFields('["a"]'),
      'venafi.cert-manager.io/custom-fields can\'t be read: an entry of it is not a mapping. cert-manager then fails the request to the ClusterIssuer letsencrypt. Write a JSON list such as [{"name": "field", "value": "value"}].',
      copied,
    ],
    [
      withFields('[{"name": 1, "value": "b"}]'),
      'venafi.cert-manager.io/custom-fields can\'t be read: a name, value or type in it is not a string. cert-manager then fails the request to the ClusterIssuer letsencrypt. Write a JSON list such as [{"name": "field", "value": "value"}].',
      copied,
    ],
    [
      withFields('[{"name": "a", "value": "b", "type": "Bool"}]'),
      'venafi.cert-manager.io/custom-fields can\'t be read: it has a field of type Bool, and only Plain is known. cert-manager then fails the request to the ClusterIssuer letsencrypt. Write a JSON list such as [{"name": "field", "value": "value"}].',
      copied,
    ],
    [
      withFields('[{"name": "a", "value": "b", "type": 1}]'),
      'venafi.cert-manager.io/custom-fields can\'t be read: a name, value or type in it is not a string. cert-manager then fails the request to the ClusterIssuer letsencrypt. Write a JSON list such as [{"name": "field", "value": "value"}].',
      copied,
    ],
  ],
})
