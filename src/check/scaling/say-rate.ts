const seconds: ReadonlyMap<string, number> = new Map([
  ['s', 1],
  ['m', 60],
  ['min', 60],
  ['h', 3600],
])

/** `1250/min`: a rate by the second in the unit that it was asked in, to three digits behind the point. */
export function sayRate(perSecond: number, unit: string): string {
  const value = perSecond * (seconds.get(unit) ?? 1)
  return `${Math.round(value * 1000) / 1000}/${unit}`
}
