// Numbers and durations of PromQL: `5m` is 300 where a number may stand.
// Source: https://prometheus.io/docs/prometheus/latest/querying/basics/#float-literals-and-time-durations

const secondsIn: { readonly [unit: string]: number } = {
  y: 31_536_000,
  w: 604_800,
  d: 86_400,
  h: 3600,
  m: 60,
  s: 1,
  ms: 0.001,
}

/** `1h30m` in seconds; undefined where it is no duration. Source: prometheus/common@v0.67.5/model/time.go:207. */
export function durationSeconds(text: string): number | undefined {
  if (text === '0') return 0
  if (!/^(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?$/.test(text) || text === '') return undefined
  return [...text.matchAll(/(\d+)(ms|[ywdhms])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (secondsIn[unit ?? ''] ?? 0),
    0,
  )
}

/** A literal of PromQL, its sign included. */
export function literalValue(literal: string): number {
  const [, sign = '', text = ''] = /^([+-]?)\s*(.*)$/s.exec(literal.toLowerCase()) ?? []
  const value = text === 'inf' ? Number.POSITIVE_INFINITY : text === 'nan' ? Number.NaN : plainValue(text)
  return sign === '-' ? -value : value
}

function plainValue(text: string): number {
  if (text.startsWith('0x')) return Number(text)
  return durationSeconds(text) ?? Number(text.replaceAll('_', ''))
}
