// Shares of the time in words.

import type { Share } from '../engine/recovery/share-left.ts'

/** `98.9% to 99.44%`. */
export function sayShares({ from, to }: Share): string {
  const [least, most] = [sayShare(from), sayShare(to)]
  return least === most ? least : `${least} to ${most}`
}

/** `99.44%`: as many decimals as what is missing needs for two digits of its own. */
export function sayShare(share: number): string {
  const missing = (1 - share) * 100
  if (missing <= 0) return '100%'
  const decimals = Math.min(9, Math.max(0, 1 - Math.floor(Math.log10(missing))))
  return `${Number((share * 100).toFixed(decimals))}%`
}
