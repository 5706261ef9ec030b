// What the functions of PromQL take and give. v: a vector, m: a range, s: a scalar, t: a text; what follows `?` may be left
// out, what follows `*` may come any number of times.
// Source: prometheus@v3.10, promql/parser/functions.go; holt_winters of 2.x has the form of double_exponential_smoothing.

const rows = `
v(v): abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_avg histogram_count
v(v): histogram_sum histogram_stddev histogram_stdvar ln log10 log2 rad sgn sin sinh sort sort_desc sqrt tan tanh timestamp
v(m): absent_over_time avg_over_time changes count_over_time delta deriv first_over_time idelta increase irate
v(m): last_over_time mad_over_time max_over_time min_over_time present_over_time rate resets stddev_over_time
v(m): stdvar_over_time sum_over_time ts_of_first_over_time ts_of_max_over_time ts_of_min_over_time ts_of_last_over_time
v(?v): days_in_month day_of_month day_of_week day_of_year hour minute month year
v(vs): clamp_max clamp_min
v(vss): clamp
v(v?s): round
v(s): vector
s(v): scalar
s(): end pi range start step time
v(sv): histogram_quantile
v(ssv): histogram_fraction
v(mss): double_exponential_smoothing holt_winters
v(ms): predict_linear
v(m?s): integral
v(sm): quantile_over_time
v(v?v): info
v(vts*s): histogram_quantiles
v(vtttt): label_replace
v(vtt*t): label_join
v(v*t): sort_by_label sort_by_label_desc
`

export type Kind = 'v' | 'm' | 's' | 't'

export interface Signature {
  readonly gives: Kind
  readonly takes: readonly Kind[]
  readonly atLeast: number
  readonly atMost: number
}

const byName = new Map(
  rows
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [head = '', names = ''] = row.split(': ')
      const signature = signatureIn(head)
      return names.split(' ').map((name) => [name, signature] as const)
    }),
)

export function signatureOf(name: string): Signature | undefined {
  return byName.get(name)
}

function signatureIn(head: string): Signature {
  const inner = head.slice(2, -1)
  const takes = [...inner.replace(/[?*]/, '')] as Kind[]
  const atLeast = inner.search(/[?*]/)
  return {
    gives: head[0] as Kind,
    takes,
    atLeast: atLeast === -1 ? takes.length : atLeast,
    atMost: inner.includes('*') ? Number.POSITIVE_INFINITY : takes.length,
  }
}
