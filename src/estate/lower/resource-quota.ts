import type { Manifest } from '../../kubernetes/types.ts'
import type { Environment } from '../../platform/model.ts'
import { sorted } from './labels.ts'

export function resourceQuota({ namespace, quota }: Environment): Manifest | undefined {
  if (!quota) return undefined

  const hard = Object.entries(quota.hard).map(([resource, amount]) => [resource, `${amount}`] as const)
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: `${namespace}-quota`, namespace },
    spec: { hard: sorted(Object.fromEntries(hard)) },
  }
}
