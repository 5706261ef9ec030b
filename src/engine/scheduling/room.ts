// Amounts as the scheduler counts them: whole numbers per resource.

import { milli, type Quantity, wholeUnits } from '../../kubernetes/quantity.ts'
import { type Amounts, amountIn } from '../pods/amounts.ts'

/** Cores in thousandths, everything else in whole units (bytes, pieces). Negative amounts are possible. */
export interface Room {
  readonly milliCpu: number
  readonly memoryBytes: number
  readonly ephemeralBytes: number
  /** Pods that a node takes; a pod asks for none. */
  readonly pods: number
  /** Extended resources, huge pages and the like, by name. */
  readonly others: ReadonlyMap<string, number>
}

/**
 * A resource list as the scheduler keeps it; names that it does not count are left out
 * (pkg/scheduler/framework/types.go:1028, Resource.Add).
 */
export function roomOf(amounts: Amounts): Room {
  const others = Object.keys(amounts).filter(isCountedByName).sort()
  return {
    milliCpu: milliOf(amountIn(amounts, 'cpu')),
    memoryBytes: unitsOf(amountIn(amounts, 'memory')),
    ephemeralBytes: unitsOf(amountIn(amounts, 'ephemeral-storage')),
    pods: unitsOf(amountIn(amounts, 'pods')),
    others: new Map(others.map((name) => [name, unitsOf(amountIn(amounts, name))])),
  }
}

export function milliOf(quantity: Quantity | undefined): number {
  return quantity === undefined ? 0 : milli(quantity)
}

export function unitsOf(quantity: Quantity | undefined): number {
  return quantity === undefined ? 0 : Number(wholeUnits(quantity))
}

/** Whether every amount is one that a double holds exactly; beyond that nothing is claimed. */
export function isExact({ milliCpu, memoryBytes, ephemeralBytes, pods, others }: Room): boolean {
  return [milliCpu, memoryBytes, ephemeralBytes, pods, ...others.values()].every(Number.isSafeInteger)
}

// pkg/scheduler/util/utils.go:186 (IsScalarResourceName), pkg/apis/core/v1/helper/helpers.go:39 to :138.
function isCountedByName(name: string): boolean {
  if (name.startsWith('hugepages-') || name.startsWith('attachable-volumes-')) return true
  if (!name.includes('/')) return false
  return name.includes('kubernetes.io/') || !name.startsWith('requests.')
}
