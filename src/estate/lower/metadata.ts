import type { Metadata } from '../../kubernetes/types.ts'
import { labelsOf } from './labels.ts'
import type { Placed } from './placed.ts'

/** The name, namespace and labels of an object that belongs to a workload. */
export function metadataOf(placed: Placed, name = placed.workload.name): Metadata {
  return { name, namespace: placed.environment.namespace, labels: labelsOf(placed) }
}
