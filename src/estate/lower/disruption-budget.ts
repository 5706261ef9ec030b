import type { Manifest } from '../../kubernetes/types.ts'
import { given } from '../given.ts'
import { selectorOf } from './labels.ts'
import { metadataOf } from './metadata.ts'
import type { Placed } from './placed.ts'

// Only where the team asked for one: a budget that nobody declared would hide that none was.
export function disruptionBudget(placed: Placed): Manifest | undefined {
  const { budget } = placed.workload
  if (!budget) return undefined

  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: metadataOf(placed, budget.name ?? placed.workload.name),
    spec: given({
      minAvailable: budget.minAvailable,
      maxUnavailable: budget.maxUnavailable,
      selector: { matchLabels: selectorOf(placed) },
    }),
  }
}
