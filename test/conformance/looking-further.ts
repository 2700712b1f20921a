/** A rule that looks further than cert-manager does, and the vectors whose sources it handles without a word. */
interface LookingFurther {
  /** Why the rule speaks where cert-manager is silent. */
  readonly why: string
  /** The numbers of the vectors in which the rule finds something, by theme: `0 3-5`. */
  readonly vectors: Readonly<Record<string, string>>
}

/** All of them, by rule: anything that isn't here would be a false alarm. */
export const lookingFurther: Readonly<Record<string, LookingFurther>> = {
  'secret-shared': {
    why: 'Two sources of the list want one Secret with different contents; cert-manager lets the first have it and tells nobody.',
    vectors: {
      many: '3 5 15 17 24 28 36 39 42 54 56 58 61 68 69',
    },
  },
  'certificate-not-ours': {
    why: 'A Certificate that nobody made for the source is in its place; cert-manager leaves it alone and only logs it.',
    vectors: {
      existing: '2 12 13 15 19 20 25 34 35 39 41 42 47 48 50 52 54 57 61',
    },
  },
  'tls-missing': {
    why: 'The source names an issuer and has nothing to issue for; cert-manager has nothing to do and says nothing.',
    vectors: {
      gateway: '3 10 15 17 27 32 50 57',
      listenerset: '1 3 12 21 27 31 38 42 43 57 63',
      tls: '8 16 20 23 24 27 30 34 35 37 49 59 61 63 64 69',
    },
  },
  'ignored-annotation': {
    why: 'The sources have annotations that cert-manager reads nowhere or elsewhere (an edit-in-place of "True", overrides and custom fields that belong on Certificates, uri-sans, listener annotations on an Ingress, an auto annotation on a Gateway); it passes over them in silence.',
    vectors: {
      acme: '1 2 6 8 10 15 18-20 24 31 32 35 38-41 43 45 48 56 65 68',
      gateway: '8 18 20 25 39 43 49 61 62 67 69',
      issuer: '3 48 54 60 68 69',
      listenerset: '0 6 14 30 35 45 60 64 67',
      many: '3 6 33 44 45 53-55 58 60 61',
      sans: '0 8 15 21 25 27-29 37 51 61',
    },
  },
  'listener-unknown': {
    why: 'ignore-tls-listeners names a listener that is not there; cert-manager leaves out nothing for it and says nothing.',
    vectors: {
      gateway: '11 12 19 44 48 63 68',
      listenerset: '1 3 27 30 31 48 58 61 63',
    },
  },
  'deprecated-api': {
    why: 'The Ingress has a beta version; the vectors come from a controller that was handed the object, whereas no cluster since Kubernetes 1.22 would take it.',
    vectors: {
      acme: '2 5 11 12 17 19 24 26 30 55 61 68',
      duration: '3 5 6 8 12 15 18 21 23 26 31-33 43 46 51 53 59 61',
      existing: '4 7 8 15 22 26 28 36 42 44 52 54 61 64-66',
      history: '2 7 8 13 16 19 20 22 23 25-27 30 36 38 39 41 52 56 61 64 67',
      issuer: '1 4 12 27 30 32 34 63',
      key: '1 4 10 17 22 24 27 31 40 42 48 49 52 53 55 64 68 69',
      many: '0 10 11 14 15 17 20 22-27 31 32 34 35 37-39 44-46 49 52 54 55 58 59 61 63-66 68',
      sans: '2 4-6 11 13 17 18 21 22 24 26 29 35 37-40 45 47 48 55 59 60 62 63 69',
      subject: '4 6 11 16 18 26 30 36 39 47 51 52 58 59 63 64 66 68 69',
      template: '1 5 7 13 21 23 24 31 33 35 46 47 53 57 59 64 67',
      tls: '5 16 19 20 27 30 33 39 52 59 60 66 68',
      usages: '3 5 7 8 14 20 21 23 29 31 33 38 39 43 45 48 50 57 60 63',
    },
  },
  'host-invalid': {
    why: 'The hosts have capital letters, IPv6 addresses, zones or blanks; the API server, which the vectors do without, refuses them in an Ingress or listener, and those in alt-names end in a certificate that nobody can use.',
    vectors: {
      many: '0 1 3-5 8-11 13-18 20-50 52-63 65-69',
      sans: '0 2-9 11-15 17 19 20 22 26-35 37-39 42 44-48 50 51 53-58 60-66 68',
      tls: '0 3 4 6 7 9 11-15 17 18 22 25 26 28 29 31 32 36 38 40-44 48 50-53 55-58 60 65 66 68',
    },
  },
  'subject-value-suspicious': {
    why: 'The subjects have values with a blank at their edge, or countries of more or fewer than two letters; cert-manager copies what it is given, and the CA is the first to look at it.',
    vectors: {
      subject: '6 12 13 21 37 45 52 56 59 65 68',
    },
  },
  'secret-issued-twice': {
    why: 'Another Certificate of the list has the same secretName; ingress-shim never looks at the others, and the trouble starts when they are issued.',
    vectors: {
      existing: '0 2 15 17 23 37 39 41 65',
    },
  },
}

/** The ids of the vectors in which a rule finds something. */
export function vectorsOf({ vectors }: LookingFurther): readonly string[] {
  return Object.entries(vectors).flatMap(([theme, numbers]) =>
    numbers.split(' ').flatMap((range) => idsOf(theme, range)),
  )
}

function idsOf(theme: string, range: string): readonly string[] {
  const [first = 0, last = first] = range.split('-').map(Number)
  return Array.from(
    { length: last - first + 1 },
    (_, index) => `${theme}-${String(first + index).padStart(3, '0')}`,
  )
}

const rulesByVector = new Map<string, Set<string>>()
for (const [rule, looking] of Object.entries(lookingFurther)) {
  for (const id of vectorsOf(looking)) rulesByVector.set(id, (rulesByVector.get(id) ?? new Set()).add(rule))
}

/** The rules that find something in a vector. */
export function rulesLookingFurtherAt(id: string): ReadonlySet<string> {
  return rulesByVector.get(id) ?? new Set()
}
