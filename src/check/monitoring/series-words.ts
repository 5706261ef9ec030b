// Large numbers of bytes and of what is counted, short enough to be read.

/** `34.09Gi`: in the unit that makes it short. */
export function sayBytes(bytes: number): string {
  const units = ['B', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi']
  const at = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)))
  return `${rounded(bytes / 2 ** (10 * at))}${units[at]}`
}

/** `50M`, `2.16 × 10¹²`. */
export function sayCount(count: number): string {
  if (count >= 1e12) return `${rounded(count / 1e12)} × 10¹²`
  if (count >= 1e6) return `${rounded(count / 1e6)}M`
  return `${rounded(count)}`
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
