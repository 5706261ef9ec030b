// A number, or a percentage of another one: minAvailable, maxUnavailable, maxSurge.
// Source: k8s.io/apimachinery@v0.36.3/pkg/util/intstr/intstr.go:182, :239.

export type IntOrPercent = number | string

/** The whole number meant, of `total`, a percentage rounded `up` or `down`; undefined for what is neither number nor percentage. */
export function scaledValue(value: unknown, total: number, rounding: 'up' | 'down'): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined
  const percent = percentOf(value)
  if (percent === undefined) return undefined
  const product = percent * total
  return rounding === 'up' ? Math.ceil(product / 100) : Math.floor(product / 100)
}

/** 25 for `25%`; undefined for anything but a whole percentage. */
export function percentOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^[+-]?[0-9]{1,15}%$/.test(value)) return undefined
  return Number(value.slice(0, -1))
}

/** What the API server refuses in a field that takes a non-negative number or a percentage, at most 100 % where `most` says so. */
export function intOrPercentProblem(value: unknown, most?: '100%'): string | undefined {
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) return `${value} is no whole number`
    return value < 0 ? `${value} is below 0` : undefined
  }
  if (typeof value !== 'string') return 'is neither a number nor a percentage'
  if (!/^[0-9]+%$/.test(value)) return `${JSON.stringify(value)} is neither a number nor a percentage such as 25%`
  return most !== undefined && Number(value.slice(0, -1)) > 100 ? `${value} is above ${most}` : undefined
}
