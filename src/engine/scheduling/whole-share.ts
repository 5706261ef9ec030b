/** `part` × 100 ÷ `whole` in whole numbers, rounded towards zero as Go divides; amounts beyond 2^46 go the long way. */
export function percentOf(part: number, whole: number): number {
  const product = part * 100
  if (Number.isSafeInteger(product)) return Math.trunc(product / whole)
  return Number((BigInt(part) * 100n) / BigInt(whole))
}
