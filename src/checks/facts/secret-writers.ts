import { isLocalConfig } from '../../manifest/local-config.ts'
import { at, groupOf, isFields } from '../../manifest/manifest.ts'
import type { Resource } from '../../shim/resource.ts'
import { ByName } from './by-name.ts'
import { oncePerList } from './once-per-list.ts'

/** A resource that puts something into a Secret, under the Secret's name. */
export interface SecretWriter extends Resource {
  /** The resource itself. */
  readonly writer: Resource
}

/** What writes which Secret of the list, beside cert-manager. */
export const secretWritersOf = oncePerList(
  ({ resources }) =>
    new ByName(
      resources.flatMap((writer): readonly SecretWriter[] => {
        const namesOf = namesByKind.get(writer.kind)
        if (namesOf === undefined || groupOf(writer.apiVersion) !== namesOf.group) return []
        if (isLocalConfig(writer.object)) return []
        return namesOf.secrets(writer).map((name) => ({ ...writer, name, writer }))
      }),
    ),
)

interface SecretKind {
  readonly group: string
  /** The names of the Secrets that a resource of the kind writes. */
  secrets(writer: Resource): readonly string[]
}

const namesByKind: ReadonlyMap<string, SecretKind> = new Map<string, SecretKind>([
  // An empty Secret has nothing that could be overwritten.
  ['Secret', { group: '', secrets: (secret) => (hasData(secret) ? [secret.name] : []) }],
  [
    'SealedSecret',
    {
      group: 'bitnami.com',
      secrets: ({ name, object }) => [textAt(object, 'spec', 'template', 'metadata', 'name') ?? name],
    },
  ],
  [
    'ExternalSecret',
    {
      group: 'external-secrets.io',
      // With the creationPolicy None, it writes no Secret.
      secrets: ({ name, object }) =>
        textAt(object, 'spec', 'target', 'creationPolicy') === 'None'
          ? []
          : [textAt(object, 'spec', 'target', 'name') ?? name],
    },
  ],
  [
    'VaultStaticSecret',
    {
      group: 'secrets.hashicorp.com',
      secrets: ({ object }) =>
        at(object, 'spec', 'destination', 'create') === true
          ? namesIn([at(object, 'spec', 'destination')])
          : [],
    },
  ],
  [
    'SopsSecret',
    { group: 'isindir.github.com', secrets: ({ object }) => namesIn(at(object, 'spec', 'secretTemplates')) },
  ],
])

function hasData({ object }: Resource): boolean {
  return [at(object, 'data'), at(object, 'stringData')].some(
    (data) => isFields(data) && Object.keys(data).length > 0,
  )
}

function namesIn(entries: unknown): readonly string[] {
  if (!Array.isArray(entries)) return []
  return entries.map((entry: unknown) => textAt(entry, 'name')).filter((name) => name !== undefined)
}

function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const text = at(value, ...path)
  return typeof text === 'string' && text !== '' ? text : undefined
}
