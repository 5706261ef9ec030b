import type { Manifest } from '../../kubernetes/types.ts'
import type { Environment } from '../../platform/model.ts'
import { sorted } from './labels.ts'

/** Named like its environment where nobody says more. */
export function resourceQuota({ name, namespace, quota }: Environment): Manifest | undefined {
  if (!quota) return undefined

  const hard = Object.entries(quota.hard).map(([resource, amount]) => [resource, `${amount}`] as const)
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: quota.name ?? name, namespace },
    spec: { hard: sorted(Object.fromEntries(hard)) },
  }
}
