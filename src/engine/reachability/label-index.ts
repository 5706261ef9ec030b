// Which of many label sets a selector takes: asked by key and value, so that a selector never walks over all sets.

import type { LabelRequirement, LabelSelector, Labels } from '../../kubernetes/types.ts'
import { allBits, type Bits, keepOnly, noBits, setBit, takeOut } from './bits.ts'

export interface LabelIndex {
  readonly size: number
  readonly byKey: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>
}

export function labelIndex(sets: readonly Labels[]): LabelIndex {
  const byKey = new Map<string, Map<string, number[]>>()
  for (const [id, labels] of sets.entries()) {
    for (const [key, value] of Object.entries(labels)) {
      const byValue = byKey.get(key) ?? new Map<string, number[]>()
      byKey.set(key, byValue)
      const ids = byValue.get(value) ?? []
      byValue.set(value, ids)
      ids.push(id)
    }
  }
  return { size: sets.length, byKey }
}

/** The numbers of the label sets that the selector takes; the empty selector takes all. */
export function selected(index: LabelIndex, selector: LabelSelector): Bits {
  const bits = allBits(index.size)
  for (const [key, value] of Object.entries(selector.matchLabels ?? {})) keepOnly(bits, having(index, key, [value]))
  for (const requirement of selector.matchExpressions ?? []) narrow(bits, index, requirement)
  return bits
}

function narrow(bits: Bits, index: LabelIndex, { key, operator, values = [] }: LabelRequirement): void {
  if (operator === 'In') keepOnly(bits, having(index, key, values))
  else if (operator === 'NotIn') takeOut(bits, having(index, key, values))
  else if (operator === 'Exists') keepOnly(bits, having(index, key))
  else if (operator === 'DoesNotExist') takeOut(bits, having(index, key))
  else bits.fill(0)
}

function having(index: LabelIndex, key: string, values?: readonly string[]): Bits {
  const bits = noBits(index.size)
  const byValue = index.byKey.get(key)
  if (!byValue) return bits
  for (const value of values ?? byValue.keys()) {
    const ids = byValue.get(value) ?? []
    for (let at = 0; at < ids.length; at++) setBit(bits, ids[at] as number)
  }
  return bits
}
