import { seriesOf } from '../../src/engine/monitoring/series-of.ts'
import { readQuery } from '../../src/estate/promql/read-query.ts'
import { isObject, type Json } from '../json.ts'
import type { Random } from '../random.ts'
import { has, refused, type ValueComparison } from '../values/comparison.ts'

/** Whether Prometheus takes an expression, and what gives nothing whatever the data: asked of its own engine over twelve stores. */
export const promql: ValueComparison = {
  asks: 'promql',
  says: 'expressions: taken or refused, and never giving anything',
  cases: 6_000,
  answeredBy: 'monitoring',
  invent: (random) => ({ text: mangled(random, vector(random, 3)) }),
  wellFormed: has('text'),
  ours: ({ text }): Json => {
    const read = readQuery(`${text}`)
    if ('fault' in read) return read.unread ? { unread: true } : refused
    return { gives: seriesOf(read.query).never === undefined }
  },
  apart: (_, theirs, ours) => {
    if (isObject(ours) && ours.unread === true) return 'that are not read'
    // Only a claim that nothing comes is a claim.
    const isQuiet = isObject(theirs) && theirs.gives === false && isObject(ours) && ours.gives === true
    if (isQuiet) return 'that gave nothing, and might have'
    const why = isObject(theirs) ? `${theirs.why}` : ''
    if (why.includes('error parsing regexp')) return 'with a pattern that RE2 refuses'
    return why.includes('bad number or duration syntax') ? 'with a number that ends in a word' : undefined
  },
}

const metrics = ['up', 'a', 'b', 'a', 'up', 'c:d']
const numbers = ['0', '1', '2', '3', '5', '80', '90', '100', '-1', '0.5', '1e3', '-Inf', '5m', 'NaN']
const values: { readonly [label: string]: readonly string[] } = {
  job: ['x', 'y', '', 'x|y', 'x.*', '.+', 'z'],
  env: ['p', 'q', '', 'p|q', '.*', '.+'],
}

function selector(random: Random): string {
  const matchers = random.list(random.int(0, 3), () => {
    const label = random.pick(['job', 'env'])
    return `${label}${random.pick(['=', '=', '!=', '=~', '!~'])}"${random.pick(values[label] ?? [])}"`
  })
  return `${random.pick(metrics)}${matchers.length > 0 ? `{${matchers.join(',')}}` : ''}`
}

const labelList = (random: Random) => `(${random.pick(['', 'job', 'env', 'job, env'])})`

function range(random: Random, depth: number): string {
  if (random.chance(0.2)) return `(${vector(random, depth - 1)})[10m:1m]`
  return `${selector(random)}[${random.pick(['5m', '30m'])}]${random.chance(0.1) ? ' offset 5m' : ''}`
}

function vector(random: Random, depth: number): string {
  if (depth <= 0) return selector(random)
  const inner = () => vector(random, depth - 1)
  return random.weighted<() => string>([
    [2, () => selector(random)],
    [2, () => aggregate(random, inner())],
    [2, () => overRange(random, depth)],
    [
      1,
      () => `${random.pick(['abs', 'sqrt', 'sgn', 'absent', 'sort', 'timestamp', 'hour', 'round', 'exp'])}(${inner()})`,
    ],
    [1, () => `${random.pick(['clamp_min', 'clamp_max'])}(${inner()}, ${random.pick(numbers)})`],
    [2, () => `${inner()} ${random.pick(['>', '<', '>=', '<=', '==', '!=', '> bool'])} ${random.pick(numbers)}`],
    [1, () => `${random.pick(numbers)} ${random.pick(['>', '<', '==', '-', '*', '/'])} ${inner()}`],
    [3, () => operator(random, inner(), inner())],
    [1, () => twice(random)],
    [1, () => other(random, inner)],
  ])()
}

function aggregate(random: Random, inner: string): string {
  const name = random.pick(['sum', 'avg', 'min', 'max', 'count', 'group', 'stddev'])
  return `${name}${random.chance(0.7) ? ` ${random.pick(['by', 'without'])} ${labelList(random)}` : ''} (${inner})`
}

const overTime = ['max', 'min', 'avg', 'sum', 'count', 'last', 'present', 'absent', 'stddev'].map(
  (name) => `${name}_over_time`,
)

function overRange(random: Random, depth: number): string {
  if (random.chance(0.1)) return `quantile_over_time(${random.pick(['0.5', '2', '1 - 0.1'])}, ${range(random, depth)})`
  return `${random.pick(['rate', 'increase', 'changes', 'resets', ...overTime])}(${range(random, depth)})`
}

function operator(random: Random, left: string, right: string): string {
  const isSet = random.chance(0.4)
  const op = random.pick(isSet ? ['and', 'or', 'unless'] : ['+', '-', '*', '/', '>', '<', '==', '!=', '%', '^'])
  const matching = random.pick(['', '', ` on ${labelList(random)}`, ` ignoring ${labelList(random)}`])
  const group = !isSet && matching !== '' && random.chance(0.3) ? ' group_left' : ''
  return `(${left}) ${op}${matching}${group} (${right})`
}

// Two conditions on one thing.
function twice(random: Random): string {
  const one = selector(random)
  const condition = () => `${one} ${random.pick(['>', '<', '>=', '=='])} ${random.pick(numbers)}`
  return `${condition()} ${random.pick(['and', 'unless', 'or'])} ${condition()}`
}

function other(random: Random, inner: () => string): string {
  return random.pick([
    () => `vector(${random.pick(numbers)})`,
    () => `scalar(${inner()}) + ${inner()}`,
    () => `label_replace(${inner()}, "job", "$1", "env", "(.*)")`,
    () => `topk(1, ${inner()})`,
    () => `time() - ${inner()}`,
    () => `${inner()} offset 5m`,
    () => `-${inner()}`,
    () => `count_values("job", ${inner()})`,
    () => `(${inner()}) / ${random.pick(numbers)}`,
  ])()
}

function mangled(random: Random, text: string): string {
  if (random.chance(0.7)) return text
  const at = random.int(0, text.length - 1)
  const more = random.pick(['', '(', ')', ' ', 'by', '[5m]', '"', '{', ',', 'bool ', '1', 'offset 1m', '@ 3'])
  return text.slice(0, at) + more + text.slice(at + random.int(0, 2))
}
