// What a measure counts, asked of the engines: an amount with its rows, or why it cannot be counted.

import type { Measure } from '../../platform/model.ts'
import type { Fraction } from '../../platform/money.ts'
import { isRange } from '../../platform/units.ts'
import type { View, World } from '../world.ts'
import { type Amount, sayAmount, sayEnds, type Uncounted, type Unit } from './amount.ts'
import { sayStated } from './compare.ts'
import { contexts } from './count-contexts.ts'
import { cost } from './count-cost.ts'
import { crossings } from './count-crossings.ts'
import { capacityLeft, nodesLeft } from './count-left.ts'
import { podMost, unsaidRequest } from './count-limits.ts'
import { headroom, nodeCount, nodeSum, roomCount } from './count-nodes.ts'
import { backupSpan, stepTime } from './count-recovery.ts'
import { atMost, podCount, requests, storage } from './count-requests.ts'
import { lagOf, sumOf } from './count-stated.ts'
import { backupInterval, collections, stored } from './count-stores.ts'
import type { Count, Counted } from './counted.ts'
import { statedAmount } from './stated-amount.ts'

/** The amount that a measure stands for, in one world. `unit`: how a stated operand is read. */
export function amountOf(measure: Measure, world: World, unit?: Unit): Amount | Uncounted {
  if (measure.is === 'stated') return statedOperand(measure, unit)
  if (measure.is === 'minus') return difference(measure, world)
  if (measure.is === 'sum') return sumOf(measure, (one, read) => amountOf(one, world, read), unit)
  if (measure.is === 'lag') return lagOf(measure)
  const counted = countOf(measure, world)
  if ('why' in counted) return counted
  return measure.asPercent ? shareOf(counted) : counted.amount
}

type Counter = (measure: Count, view: View) => Counted | Uncounted

const counters: { readonly [C in Exclude<Count['counts'], 'cost' | 'stored' | 'collections'>]: Counter } = {
  cpuRequests: requests,
  memoryRequests: requests,
  pods: podCount,
  storage,
  cpu: nodeSum,
  memory: nodeSum,
  disk: nodeSum,
  nodes: nodeCount,
  takenCpu: roomCount,
  takenMemory: roomCount,
  freeCpu: roomCount,
  freeMemory: roomCount,
  headroomCpu: headroom,
  headroomMemory: headroom,
  backupSpan,
  backupInterval,
  stepTime,
  capacityLeft,
  nodesLeft,
  contexts,
  crossings,
  podCpuMost: podMost,
  podMemoryMost: podMost,
  cpuUnsaid: unsaidRequest,
  memoryUnsaid: unsaidRequest,
  podsMost: atMost,
  cpuRequestsMost: atMost,
  memoryRequestsMost: atMost,
}

function countOf(measure: Count, world: World): Counted | Uncounted {
  if (measure.counts === 'cost') return cost(measure, world)
  if (measure.counts === 'stored') return stored(measure, world)
  if (measure.counts === 'collections') return collections(measure, world)
  const view = viewOfMeasure(measure, world)
  return view ? counters[measure.counts](measure, view) : { why: `${measure.of.name} does not stand anywhere` }
}

function viewOfMeasure({ of, in: place }: Count, { views }: World): View | undefined {
  if (of.is === 'cluster') return views.find(({ estate }) => estate.cluster === of.name)
  const environment = of.is === 'environment' ? of : place
  if (!environment) return views[0]
  return views.find(({ estate }) => estate.environments.some(({ name }) => name === environment.name))
}

function shareOf({ amount, whole }: Counted): Amount | Uncounted {
  if (!whole || whole.numerator === 0n) return { why: 'there is no whole to take a share of' }
  return {
    ...amount,
    unit: 'percent',
    numerator: amount.numerator * whole.denominator,
    denominator: amount.denominator * whole.numerator,
    how: `${amount.how} = ${sayAmount(amount)} of ${sayAmount(whole)}`,
  }
}

function statedOperand(
  { value, stated }: Extract<Measure, { is: 'stated' }>,
  unit: Unit | undefined,
): Amount | Uncounted {
  const [from, to] = isRange(value) ? [value.from, value.to] : [value, value]
  const [least, found] = unit ? [statedAmount(from, unit), statedAmount(to, unit)] : []
  if (!least || !found || !unit) return { why: `${sayStated(value)} cannot be compared with what is counted` }
  const { numerator, denominator } = found
  const how = `${sayStated(value)} (stated)`
  const range = isRange(value) && { least: { numerator: least.numerator, denominator: least.denominator, how } }
  return { unit, numerator, denominator, rows: [], how, assumes: [], stated: [stated], ...range }
}

// The counted operand says in which unit the stated one is read.
function difference({ from, take, asPercent }: Extract<Measure, { is: 'minus' }>, world: World): Amount | Uncounted {
  const unit = unitOf(take, world) ?? unitOf(from, world)
  const a = amountOf(from, world, unit)
  const b = amountOf(take, world, unit)
  if ('why' in a) return a
  if ('why' in b) return b
  if (a.unit !== b.unit) return { why: `${a.unit} and ${b.unit} cannot be subtracted` }
  const how = `${operand(from, a)} − ${operand(take, b)}`
  const least = (a.least || b.least) && { least: { ...minusFraction(a.least ?? a, b), how } }
  const amount: Amount = {
    unit: a.unit,
    ...minusFraction(a, b.least ?? b),
    ...least,
    rows: [...a.rows, ...b.rows],
    how,
    assumes: [...a.assumes, ...b.assumes],
    stated: [...a.stated, ...b.stated],
  }
  return asPercent ? shareOf({ amount, whole: a }) : amount
}

// The least that is left is that of the least, with the most taken away.
function minusFraction(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator - b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  }
}

function operand(measure: Measure, amount: Amount): string {
  const said = sayEnds(amount)
  return measure.is === 'stated' ? `${said} (stated)` : said
}

function unitOf(measure: Measure, world: World): Unit | undefined {
  if (measure.is === 'stated') return undefined
  const amount = amountOf(measure, world)
  return 'why' in amount ? undefined : amount.unit
}
