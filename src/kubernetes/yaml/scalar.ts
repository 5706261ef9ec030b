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

// By its first sign most text is neither a word nor a number; asked of every value there is.
const WORD = 1
const NUMBER = 2
const first = new Uint8Array(128)
for (const sign of 'yYnNtTfFoO~') first[sign.charCodeAt(0)] = WORD
for (const sign of '-+.0123456789') first[sign.charCodeAt(0)] = NUMBER
const timestamp = /^\d{4}-\d{1,2}-\d{1,2}([Tt ]|$)/
const integer = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/
// strconv.ParseInt is given what stands behind 0b, and takes a sign there.
const signBehind = /^0b[-+][01]{1,63}$/
const float = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/
// A leading point goes to Go's float parser at once, which takes single underscores between digits.
const pointFirst = /^\.[0-9]+(_[0-9]+)*([eE][-+]?[0-9]+(_[0-9]+)*)?$/
const most = 2n ** 64n - 1n
const least = -(2n ** 63n)

const longestWord = 5

/** The value of a plain scalar: `yes` is true, `0644` is 420, `1_000` is 1000, `12:30` and dates stay text. */
export function plainScalar(text: string): Scalar {
  if (text === '') return null
  const begins = first[text.charCodeAt(0)]
  if (begins === WORD) return text.length <= longestWord && words.has(text) ? (words.get(text) ?? null) : text
  return begins === NUMBER ? numberScalar(text) : text
}

const few = /^[1-9][0-9]{0,8}$/

function numberScalar(text: string): Scalar {
  if (few.test(text)) return Number(text)
  const word = words.get(text)
  return word === undefined ? (numberOf(text)?.value ?? text) : word
}

/** A number of YAML; `whole` holds the digits of one that a double cannot. */
export type YamlNumber =
  | { readonly is: 'integer'; readonly value: number; readonly whole?: bigint }
  | { readonly is: 'float'; readonly value: number }

/** What a plain text is as a number; undefined where it is none, as a date is none. */
export function numberOf(text: string): YamlNumber | undefined {
  if (first[text.charCodeAt(0)] !== NUMBER) return undefined
  const word = words.get(text)
  if (typeof word === 'number') return { is: 'float', value: word }
  if (text.startsWith('.')) return pointFirst.test(text) ? finite(text.replaceAll('_', '')) : undefined
  if (timestamp.test(text)) return undefined
  const plain = text.includes('_') ? text.replaceAll('_', '') : text
  return wholeNumber(plain) ?? (float.test(plain) ? finite(plain) : undefined)
}

// Beyond 64 bits an integer goes on as a float, and digits that no octal has as a decimal: 089 is 89.
function wholeNumber(plain: string): YamlNumber | undefined {
  const [, sign, digits] = integer.exec(plain) ?? []
  if (digits === undefined) {
    return signBehind.test(plain) ? { is: 'integer', value: Number.parseInt(plain.slice(2), 2) } : undefined
  }
  if (digits.length < 10 && !digits.startsWith('0')) return { is: 'integer', value: Number(plain) }
  const size = BigInt(digits.replace(/^0[oO]?(?=[0-7])/, '0o'))
  const value = sign === '-' ? -size : size
  // A sign in front leaves the signed 64 bits only.
  const isOutside = value < least || value > (sign === '' ? most : 2n ** 63n - 1n)
  return isOutside ? undefined : { is: 'integer', value: Number(value), whole: value }
}

function finite(plain: string): YamlNumber | undefined {
  const value = Number(plain)
  return Number.isFinite(value) ? { is: 'float', value } : undefined
}

/** A plain scalar as the key of a JSON object (sigs.k8s.io/yaml yaml.go:213); undefined for what is none there. */
export function plainKey(text: string): string | undefined {
  const value = plainScalar(text)
  if (typeof value !== 'number') return value === null ? undefined : String(value)
  const found = numberOf(text)
  if (found?.is === 'float') return floatKey(value)
  const whole = found?.whole ?? BigInt(value)
  return whole >= 2n ** 63n ? undefined : String(whole)
}

/** A float as sigs.k8s.io/yaml writes it where it stands as a key (yaml.go:247): `1.5`, `1e+06`. */
export function floatKey(value: number): string {
  if (Number.isNaN(value)) return '.nan'
  if (Object.is(Math.fround(value), -0)) return '-0'
  if (!Number.isFinite(Math.fround(value))) return value > 0 ? '.inf' : '-.inf'
  const short = shortestFloat32(value)
  const [mantissa = '', power = '0'] = short.toExponential().split('e')
  const exponent = Number(power)
  if (exponent >= -4 && exponent < 6) return String(short)
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
}

function shortestFloat32(value: number): number {
  const target = Math.fround(value)
  for (let digits = 1; digits < 10; digits++) {
    const short = Number(target.toPrecision(digits))
    if (Math.fround(short) === target) return short
  }
  return target
}
