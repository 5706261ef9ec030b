import type { ValueComparison } from './comparison.ts'
import { quantity, sum } from './quantity.ts'

export const valueComparisons: readonly ValueComparison[] = [quantity, sum]
