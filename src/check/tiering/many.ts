// Exactly so many, or within bounds: how a count is held against it, where part of what is counted may be unknown.

import type { Many } from '../../platform/model.ts'
import type { Truth } from '../verdict.ts'

/** Whether a count keeps the bounds, of which only is known that it is from `least` to `most`. */
export function fitsMany(least: number, many: Many, most: number = least): Truth {
  const { atLeast = 0, atMost = Number.POSITIVE_INFINITY } = boundsOf(many)
  if (least > atMost || most < atLeast) return false
  return least >= atLeast && most <= atMost ? true : undefined
}

/** `at least 2`, `exactly 1`, `2 to 4`. */
export function sayMany(many: Many): string {
  if (typeof many === 'number') return `exactly ${many}`
  if (many === 'several') return 'several'
  const { atLeast, atMost } = many
  if (atLeast !== undefined && atMost !== undefined) return `${atLeast} to ${atMost}`
  return atMost === undefined ? `at least ${atLeast ?? 0}` : `at most ${atMost}`
}

function boundsOf(many: Many): { readonly atLeast?: number; readonly atMost?: number } {
  if (many === 'several') return { atLeast: 2 }
  return typeof many === 'number' ? { atLeast: many, atMost: many } : many
}
