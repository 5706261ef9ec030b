// What an unquoted scalar means to kubectl and the API server: YAML 1.1 as go-yaml reads it.
// Source: go.yaml.in/yaml/v2@v2.4.3/resolve.go:83, through sigs.k8s.io/yaml@v1.6.0.

export type Scalar = string | number | boolean | null

const words: ReadonlyMap<string, boolean | null | number> = new Map<string, boolean | null | number>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Number.POSITIVE_INFINITY] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, Number.NEGATIVE_INFINITY] as const),
])

const firstOfWord = /^[yYnNtTfFoO~]/
const firstOfNumber = /^[-+.0-9]/
const timestamp = /^\d{4}-\d{1,2}-\d{1,2}([Tt ]|$)/
const integer = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/
const float = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/
// A leading point goes to Go's float parser at once, which takes single underscores between digits.
const pointFirst = /^\.[0-9]+(_[0-9]+)*([eE][-+]?[0-9]+(_[0-9]+)*)?$/
const most = 2n ** 64n - 1n
const least = -(2n ** 63n)

/** The value of a plain scalar: `yes` is true, `0644` is 420, `1_000` is 1000, `12:30` and dates stay text. */
export function plainScalar(text: string): Scalar {
  if (text === '') return null
  if (firstOfWord.test(text)) return words.has(text) ? (words.get(text) ?? null) : text
  return firstOfNumber.test(text) ? numberScalar(text) : text
}

function numberScalar(text: string): Scalar {
  const word = words.get(text)
  if (word !== undefined) return word
  if (text.startsWith('.')) return pointFirst.test(text) ? finite(text.replaceAll('_', ''), text) : text
  if (timestamp.test(text)) return text
  const plain = text.replaceAll('_', '')
  return wholeNumber(plain) ?? (float.test(plain) ? finite(plain, text) : text)
}

// Beyond 64 bits an integer goes on as a float, and digits that no octal has as a decimal: 089 is 89.
function wholeNumber(plain: string): number | undefined {
  const [, sign, digits] = integer.exec(plain) ?? []
  if (digits === undefined) return undefined
  if (digits.length < 10 && !digits.startsWith('0')) return Number(plain)
  const size = BigInt(digits.replace(/^0[oO]?(?=[0-7])/, '0o'))
  const value = sign === '-' ? -size : size
  // A sign in front leaves the signed 64 bits only.
  const isOutside = value < least || value > (sign === '' ? most : 2n ** 63n - 1n)
  return isOutside ? undefined : Number(value)
}

function finite(plain: string, text: string): number | string {
  const value = Number(plain)
  return Number.isFinite(value) ? value : text
}

/** A float as sigs.k8s.io/yaml writes it where it stands as a key (yaml.go:247): `1.5`, `1e+06`. */
export function floatKey(value: number): string {
  const short = shortestFloat32(value)
  const [mantissa = '', power = '0'] = short.toExponential().split('e')
  const exponent = Number(power)
  if (exponent >= -4 && exponent < 6) return String(short)
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
}

function shortestFloat32(value: number): number {
  const target = Math.fround(value)
  for (let digits = 1; digits < 10; digits++) {
    const short = Number(value.toPrecision(digits))
    if (Math.fround(short) === target) return short
  }
  return value
}
