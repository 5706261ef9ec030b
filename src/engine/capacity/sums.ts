// Sums that show their rows.

import type { Source } from '../../estate/estate.ts'
import { addQuantity, type Quantity, scaleQuantity, zeroQuantity } from '../../kubernetes/quantity.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'

/** So many of one thing: `3 × 500m = 1.5`. */
export interface Row {
  /** Of the workload, or of the claim. */
  readonly name: string
  readonly workload: Ref
  readonly component?: string
  readonly environment?: string
  readonly replicas: number
  readonly each: Quantity
  readonly sum: Quantity
  readonly source: Source
}

export interface Sum {
  readonly rows: readonly Row[]
  readonly sum: Quantity
}

export function sumOf(rows: readonly Row[]): Sum {
  return { rows, sum: sumQuantities(rows.map(({ sum }) => sum)) }
}

export function sumQuantities(amounts: readonly Quantity[]): Quantity {
  return amounts.reduce(addQuantity, zeroQuantity)
}

/** What `replicas` pods of a class ask of a resource; a row of nothing where they ask for none. */
export function requestRow(pod: PodClass, resource: string, replicas = pod.count): Row {
  const each = Object.hasOwn(pod.requests, resource) ? (pod.requests[resource] ?? zeroQuantity) : zeroQuantity
  return rowOf(pod, each, replicas)
}

export function rowOf(
  { name, workload, component, environment, source }: PodClass,
  each: Quantity,
  replicas: number,
): Row {
  return {
    name,
    workload,
    ...(component !== undefined && { component }),
    ...(environment !== undefined && { environment }),
    replicas,
    each,
    sum: scaleQuantity(each, replicas),
    source,
  }
}
