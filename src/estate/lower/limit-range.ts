import type { Manifest } from '../../kubernetes/types.ts'
import type { Environment } from '../../platform/model.ts'

/** Bounds and defaults for the containers of a namespace, with the API's own field names. */
export function limitRange({ name, namespace, limits }: Environment): Manifest | undefined {
  if (!limits) return undefined

  const { stated: _, ...fields } = limits
  return {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name, namespace },
    spec: { limits: [{ type: 'Container', ...fields }] },
  }
}
