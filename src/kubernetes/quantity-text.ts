import type { Quantity } from './quantity.ts'

const nanoPerUnit = 1_000_000_000n
const decimalSteps = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E']
const binarySteps = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']

/**
 * The canonical text: no fraction, the largest suffix that loses nothing (quantity.go:430 CanonicalizeBytes).
 * Beyond `E` and `Ei`, where Kubernetes drops the suffix, the digits grow instead.
 */
export function formatQuantity(q: Quantity): string {
  if (q.nano === 0n) return '0'
  const size = q.nano < 0n ? -q.nano : q.nano
  const sign = q.nano < 0n ? '-' : ''
  // A binary suffix cannot say a fraction, and says nothing below 1024.
  const isBinary = q.format === 'BinarySI' && size >= 1024n * nanoPerUnit && size % nanoPerUnit === 0n
  if (isBinary) return sign + binaryText(size / nanoPerUnit)
  return sign + (q.format === 'DecimalExponent' ? exponentText(size) : decimalText(size))
}

function binaryText(units: bigint): string {
  let step = 0
  while (step < binarySteps.length - 1 && units % 1024n === 0n) {
    units /= 1024n
    step++
  }
  return `${units}${binarySteps[step]}`
}

function decimalText(nano: bigint): string {
  const digits = nano.toString()
  const step = Math.min(Math.floor(trailingZeros(digits) / 3), decimalSteps.length - 1)
  return digits.slice(0, digits.length - 3 * step) + decimalSteps[step]
}

function exponentText(nano: bigint): string {
  const digits = nano.toString()
  const thousands = Math.floor(trailingZeros(digits) / 3)
  const exponent = 3 * thousands - 9
  return digits.slice(0, digits.length - 3 * thousands) + (exponent === 0 ? '' : `e${exponent}`)
}

function trailingZeros(digits: string): number {
  let end = digits.length
  while (end > 0 && digits[end - 1] === '0') end--
  return digits.length - end
}

/** The amount for people, exact: `12.5 cores`, `500m`, `25Gi`, `1.5Gi`, `64G`, `12`. */
export function sayQuantity(resource: string, q: Quantity): string {
  const size = q.nano < 0n ? -q.nano : q.nano
  const sign = q.nano < 0n ? '-' : ''
  if (isCpu(resource)) return sign + sayCores(size)
  return sign + (isBytes(resource) ? sayBytes(size, q) : decimal(size, nanoPerUnit))
}

/** The same, and of bytes that take many digits to say exactly about how many they are: `17851434.75Ki (about 17.02Gi)`, `about 194.21Gi`. */
export function sayAbout(resource: string, q: Quantity): string {
  const exact = sayQuantity(resource, q)
  if (!isBytes(resource) || exact.replaceAll(/\D/g, '').length < 6) return exact
  const bytes = Math.abs(Number(q.nano / nanoPerUnit))
  const step = Math.floor(Math.log2(Math.max(1, bytes)) / 10)
  if (step === 0) return exact
  const about = `about ${Math.round((bytes / 1024 ** step) * 100) / 100}${binarySteps[step]}`
  // Nobody reads twelve digits; what they are the sum of stands in the rows.
  return exact.endsWith(' bytes') ? about : `${exact} (${about})`
}

function isCpu(resource: string): boolean {
  return resource === 'cpu' || resource === 'requests.cpu' || resource === 'limits.cpu'
}

function isBytes(resource: string): boolean {
  return /(^|[./])((ephemeral-)?storage|memory|hugepages-[^/]+)$/.test(resource)
}

function sayCores(size: bigint): string {
  if (size === nanoPerUnit) return '1 core'
  if (size > 0n && size < nanoPerUnit) return `${decimal(size, 1_000_000n)}m`
  return `${decimal(size, nanoPerUnit)} cores`
}

// The largest unit that says it with few decimals (a thousandth of Gi is no round number of bytes), else plain bytes.
function sayBytes(size: bigint, q: Quantity): string {
  if (size === 0n) return '0'
  const [steps, base, finest] =
    q.format === 'BinarySI'
      ? ([binarySteps, 1024n, 1000n] as const)
      : ([decimalSteps.slice(3), 1000n, nanoPerUnit] as const)
  for (let step = steps.length - 1; step > 0; step--) {
    const unit = base ** BigInt(step) * nanoPerUnit
    if (size >= unit && (size * finest) % unit === 0n) return decimal(size, unit) + steps[step]
  }
  return size === nanoPerUnit ? '1 byte' : `${decimal(size, nanoPerUnit)} bytes`
}

// `size / unit` in decimals; every unit here divides into a finite number of them.
function decimal(size: bigint, unit: bigint): string {
  let rest = size % unit
  let decimals = ''
  while (rest > 0n) {
    rest *= 10n
    decimals += rest / unit
    rest %= unit
  }
  return decimals === '' ? `${size / unit}` : `${size / unit}.${decimals}`
}
