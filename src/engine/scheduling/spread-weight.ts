// What one spread constraint adds to a node's score: pods of its domain, weighed by how many domains there are.
// Source: pkg/scheduler/framework/plugins/podtopologyspread/scoring.go:297, :305 (kubernetes v1.36.3).

const ln2High = 0.6931471803691238
const ln2Low = 1.9082149292705877e-10
const terms = [
  0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784, 0.1818357216161805,
  0.15313837699209373, 0.14798198605116586,
] as const

/** ln(domains + 2). */
export function domainWeight(domains: number): number {
  return naturalLog(domains + 2)
}

/** Before it is rounded: all constraints of a pod are summed first. */
export function spreadScore(holds: number, maxSkew: number, weight: number): number {
  return holds * weight + (maxSkew - 1)
}

/**
 * Go's logarithm of a whole number above 1. Math.log of V8 differs from it in the last bit for 13 of the first 6,000
 * numbers, 14 among them; a score that is rounded must not hang on that. Method: fdlibm, e_log.
 */
function naturalLog(x: number): number {
  let exponent = Math.floor(Math.log2(x)) + 1
  let fraction = x / 2 ** exponent
  if (fraction < Math.SQRT1_2) {
    fraction *= 2
    exponent -= 1
  }
  const f = fraction - 1
  const s = f / (2 + f)
  const s2 = s * s
  const s4 = s2 * s2
  const odd = s2 * (terms[0] + s4 * (terms[2] + s4 * (terms[4] + s4 * terms[6])))
  const even = s4 * (terms[1] + s4 * (terms[3] + s4 * terms[5]))
  const half = 0.5 * f * f
  return exponent * ln2High - (half - (s * (half + (odd + even)) + exponent * ln2Low) - f)
}
