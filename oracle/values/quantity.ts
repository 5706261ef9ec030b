import {
  addQuantity,
  compareQuantity,
  formatQuantity,
  parseQuantity,
  type Quantity,
  QuantityError,
} from '../../src/kubernetes/quantity.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import type { Random } from '../random.ts'
import { has, refused, type ValueComparison } from './comparison.ts'

/** A quantity by itself: taken or refused, its exact amount, how it is printed. */
export const quantity: ValueComparison = {
  asks: 'quantity',
  says: 'quantities: taken or refused, amount, printed',
  cases: 100_000,
  invent: (random) => ({ text: inventQuantity(random) }),
  wellFormed: (asked) => has('text')(asked) && isAskable(asked.text),
  apart: (_, theirs) => (isObject(theirs) ? suffixLost(theirs) : undefined),
  ours: ({ text }) => orRefused(() => told(parseQuantity(text as string | number))),
}

/** Two quantities: which is more, and their sum. */
export const sum: ValueComparison = {
  asks: 'sum',
  says: 'quantities: compared and added',
  cases: 100_000,
  invent: (random) => {
    const first = inventQuantity(random)
    return { first, second: random.chance(0.1) ? first : inventQuantity(random) }
  },
  wellFormed: (asked) => has('first', 'second')(asked) && isAskable(asked.first) && isAskable(asked.second),
  apart: (_, theirs) => (isObject(theirs) && isObject(theirs.sum) ? suffixLost(theirs.sum) : undefined),
  ours: ({ first, second }) =>
    orRefused(() => {
      const [a, b] = [parseQuantity(first as string | number), parseQuantity(second as string | number)]
      return { order: Math.sign(compareQuantity(a, b)), sum: told(addQuantity(a, b)) }
    }),
}

// Above 999E and 1023Ei the canonical text of Kubernetes lacks its suffix (suffix.go:126 has none): 1000E prints as 1.
function suffixLost({ nano, format }: JsonObject): string | undefined {
  if (nano === undefined) return undefined
  const size = BigInt(String(nano)) / 1_000_000_000n
  const isBeyond = (size < 0n ? -size : size) >= (format === 'BinarySI' ? 1024n ** 7n : 1000n ** 7n)
  return isBeyond && format !== 'DecimalExponent'
    ? 'beyond 999E, where Kubernetes prints without the suffix'
    : undefined
}

function told(q: Quantity): JsonObject {
  return { nano: q.nano.toString(), prints: formatQuantity(q), format: q.format }
}

function orRefused(answer: () => Json): Json {
  try {
    return answer()
  } catch (error) {
    if (error instanceof QuantityError) return refused
    throw error
  }
}

const suffixes = ['', 'n', 'u', 'm', 'k', 'M', 'G', 'T', 'P', 'E', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']
const limits = [
  '9223372036854775807',
  '9223372036854775808',
  '9007199254740993',
  '1024',
  '1023',
  '999',
  '1000',
  '1',
  '8',
]
const oddities = [
  '',
  ' ',
  '.',
  '+',
  '-',
  '-.',
  '0',
  '-0',
  '00',
  'e3',
  'Gi',
  '1..2',
  '1.2.3',
  '1e',
  '1E+',
  '1Ee3',
  '1K',
  '1ki',
  '1 Gi',
  '1Gi ',
  ' 1',
  '0x10',
  '1_000',
  '١',
  'Inf',
  'NaN',
  '1e+03',
  '.5',
  '5.',
  '1,5',
  '--1',
  '1e1.5',
  '\t1',
  '1\n',
]

export function inventQuantity(random: Random): string | number {
  const text = random.weighted<() => string | number>([
    [12, () => inventText(random)],
    [2, () => random.pick(oddities)],
    [2, () => broken(inventText(random), random)],
    [2, () => inventNumber(random)],
  ])()
  return isAskable(text) ? text : inventQuantity(random)
}

// Kubernetes computes 1e99999999 digit by digit, for minutes; ours refuses such exponents.
function isAskable(text: unknown): boolean {
  return !/[eE][+-]?0*[0-9]{4,}/.test(String(text))
}

function inventText(random: Random): string {
  const sign = random.weighted([
    [8, ''],
    [2, '-'],
    [1, '+'],
  ])
  return sign + inventDigits(random) + inventSuffix(random)
}

function inventDigits(random: Random): string {
  const digit = () => String(random.int(0, 9))
  const whole = random.weighted([
    [6, () => String(random.int(0, 4096))],
    [2, () => random.pick(limits)],
    [2, () => random.text(random.int(1, 25), digit)],
    [2, () => `${random.int(1, 99)}${'0'.repeat(random.int(1, 12))}`],
    [1, () => ''],
  ])()
  if (random.chance(0.6)) return whole
  return `${whole}.${random.text(random.int(0, random.chance(0.2) ? 22 : 4), digit)}`
}

function inventSuffix(random: Random): string {
  if (random.chance(0.8)) return random.pick(suffixes)
  const reach = random.weighted([
    [8, 12],
    [2, 25],
    [1, 120],
  ])
  return random.pick(['e', 'E']) + random.pick(['', '+', '-']) + random.pick(['', '0']) + random.int(0, reach)
}

function broken(text: string, random: Random): string {
  const at = random.int(0, text.length)
  return text.slice(0, at) + random.pick([...'eEinumkKMGTP.+-0 x%', 'Ki']) + text.slice(at + random.int(0, 1))
}

function inventNumber(random: Random): number {
  return random.weighted([
    [4, () => random.int(-10, 100_000)],
    [3, () => random.int(-1000, 1_000_000) / 10 ** random.int(0, 9)],
    [1, () => random.int(1, 999) * 10 ** random.int(0, 15)],
  ])()
}
