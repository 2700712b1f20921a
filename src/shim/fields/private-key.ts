import { parseInteger } from '../../go/integer.ts'
import { annotation } from '../annotations.ts'
import type { PrivateKey } from '../certificates/certificate.ts'
import type { AnnotationReader } from './reader.ts'

const algorithms = ['RSA', 'ECDSA', 'Ed25519']
const encodings = ['PKCS1', 'PKCS8']
const rotationPolicies = ['Never', 'Always']
const ecdsaSizes = [256, 384, 521]
/** `MinRSAKeySize` and `MaxRSAKeySize` of cert-manager's pki package, in bits. */
const rsaSizes = { min: 2048, max: 8192 }

/** `spec.privateKey` from the `private-key-*` annotations, or undefined where there is none. */
export function privateKey(annotations: AnnotationReader): PrivateKey | undefined {
  const algorithm = choice(annotation.privateKeyAlgorithm, algorithms, annotations)
  const encoding = choice(annotation.privateKeyEncoding, encodings, annotations)
  const size = keySize(algorithm, annotations)
  const rotationPolicy = choice(annotation.privateKeyRotationPolicy, rotationPolicies, annotations)
  const key: { -readonly [Field in keyof PrivateKey]: PrivateKey[Field] } = {}
  if (algorithm !== undefined) key.algorithm = algorithm
  if (encoding !== undefined) key.encoding = encoding
  // A size of zero is Go's "not set" and is left out when cert-manager writes the Certificate.
  if (size !== undefined && size !== 0) key.size = size
  if (rotationPolicy !== undefined) key.rotationPolicy = rotationPolicy
  return Object.keys(key).length > 0 ? key : undefined
}

function choice(key: string, choices: readonly string[], annotations: AnnotationReader): string | undefined {
  const text = annotations.get(key)
  if (text === undefined || choices.includes(text)) return text
  const meant = choices.find((one) => one.toLowerCase() === text.trim().toLowerCase())
  return annotations.invalid(
    key,
    `"${text}" is not one of ${choices.join(', ')}`,
    'Write it exactly like one of these.',
    meant,
  )
}

function keySize(algorithm: string | undefined, annotations: AnnotationReader): number | undefined {
  const key = annotation.privateKeySize
  const text = annotations.get(key)
  if (text === undefined) return undefined
  const parsed = parseInteger(text, 64)
  if (!('value' in parsed))
    return annotations.invalid(key, parsed.problem, 'Write the number of bits in digits.')
  const size = parsed.value
  if (algorithm === 'ECDSA' && !ecdsaSizes.includes(size)) {
    return annotations.invalid(
      key,
      `${text} is not a valid key size for ECDSA`,
      `Use one of ${ecdsaSizes.join(', ')}.`,
    )
  }
  if ((algorithm === undefined || algorithm === 'RSA') && (size < rsaSizes.min || size > rsaSizes.max)) {
    return annotations.invalid(
      key,
      `${text} is not a valid key size for RSA`,
      ecdsaSizes.includes(size)
        ? `Set ${annotation.privateKeyAlgorithm} to ECDSA for a key of ${text} bits, or use ${rsaSizes.min} to ${rsaSizes.max}.`
        : `Use ${rsaSizes.min} to ${rsaSizes.max} bits.`,
    )
  }
  return size
}
