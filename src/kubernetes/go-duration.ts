// Durations as Go writes them, for the fields of Kubernetes that take one.
// Source: https://pkg.go.dev/time#ParseDuration

const nanoseconds: ReadonlyMap<string, number> = new Map([
  ['ns', 1],
  ['us', 1e3],
  ['µs', 1e3],
  ['μs', 1e3],
  ['ms', 1e6],
  ['s', 1e9],
  ['m', 60e9],
  ['h', 3600e9],
])
const mostNanoseconds = 2 ** 63

/** Seconds of `1h30m`, `1.5h`, `-5s`, `0`; undefined where Go refuses. */
export function goDurationSeconds(text: string): number | undefined {
  const [, sign, parts] = /^([+-]?)(.*)$/s.exec(text) ?? []
  if (parts === undefined || parts.length > 200) return undefined
  if (parts === '0') return 0
  if (!/^((\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h))+$/.test(parts)) return undefined
  let total = 0
  for (const [, size, unit = ''] of parts.matchAll(/([\d.]+)([^\d.]+)/g))
    total += Number(size) * (nanoseconds.get(unit) ?? 0)
  if (total >= mostNanoseconds) return undefined
  return (sign === '-' ? -total : total) / 1e9
}
