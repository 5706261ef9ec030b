// Secrets that External Secrets 1.3 fetches and writes.

import type { Ref } from '../../kubernetes/types.ts'
import type { EstateObject } from '../estate.ts'
import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'
import { everyNamespace, type MadeName, type Maker } from './maker.ts'
import { textIn } from './values.ts'

const operator = { group: 'external-secrets.io', operator: 'External Secrets 1.3', id: 'external-secrets' } as const

/** external-secrets.io/v1 ExternalSecret: apis/externalsecrets/v1/externalsecret_types.go, ExternalSecretTarget. */
export const externalSecret: Maker = {
  ...operator,
  kind: 'ExternalSecret',
  make: ({ manifest }) => ({
    names: named(fieldsAt(manifest, 'spec'), manifest.metadata.name ?? '', [manifest.metadata.namespace ?? '']),
  }),
}

/** Which namespaces a selector picks is left open: their labels may be set by anybody. */
export const clusterExternalSecret: Maker = {
  ...operator,
  kind: 'ClusterExternalSecret',
  make: ({ manifest }: EstateObject) => {
    const spec = fieldsAt(manifest, 'spec')
    const name = textIn(spec, 'externalSecretName') ?? manifest.metadata.name ?? ''
    const listed = Array.isArray(spec.namespaces) ? spec.namespaces.filter((one) => typeof one === 'string') : []
    const picks = 'namespaceSelector' in spec || 'namespaceSelectors' in spec
    return { names: named(fieldsAt(spec, 'externalSecretSpec'), name, picks ? [everyNamespace] : listed) }
  },
}

function named(spec: Fields, own: string, namespaces: readonly string[]): readonly MadeName[] {
  const target = fieldsAt(spec, 'target')
  if (target.creationPolicy === 'None') return []
  const kind = textIn(fieldsAt(target, 'manifest'), 'kind') ?? 'Secret'
  const name = textIn(target, 'name') ?? own
  const keys = keysOf(spec, fieldsAt(target, 'template'), target)
  return namespaces.map((namespace) => {
    const ref: Ref = `${kind}/${namespace}/${name}`
    return keys ? { ref, keys } : { ref }
  })
}

/** The keys where all of them are listed: those of the template take the place of what was fetched, unless it merges. */
function keysOf(spec: Fields, template: Fields, target: Fields): readonly string[] | undefined {
  const isOpen = fieldsIn(spec.dataFrom).length > 0
  const fetched = fieldsIn(spec.data).flatMap((entry) => textIn(entry, 'secretKey') ?? [])
  const written = Object.keys(fieldsAt(template, 'data'))
  if (target.creationPolicy === 'Merge' || fieldsIn(template.templateFrom).length > 0) return undefined
  if (written.length > 0 && template.mergePolicy !== 'Merge') return written
  return isOpen ? undefined : [...fetched, ...written]
}
