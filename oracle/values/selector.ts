import { matchesLabels, selectorProblems } from '../../src/kubernetes/selector.ts'
import type { LabelSelector, Labels } from '../../src/kubernetes/types.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import type { Random } from '../random.ts'
import { refused, type ValueComparison } from './comparison.ts'
import { inventName } from './names.ts'

/** A label selector against some sets of labels. */
export const selector: ValueComparison = {
  asks: 'selector',
  says: 'label selectors: taken or refused, and whom they match',
  cases: 100_000,
  invent: (random) => ({ selector: inventSelector(random), sets: random.list(6, () => inventLabels(random)) }),
  wellFormed: ({ selector, sets }) =>
    isObject(selector) && isWhole(selector) && Array.isArray(sets) && sets.every(isObject),
  ours: ({ selector, sets }) => {
    const asked = selector as unknown as LabelSelector
    if (selectorProblems(asked).length > 0) return refused
    return { matches: (sets as unknown as Labels[]).map((labels) => matchesLabels(asked, labels)) }
  },
}

// Few keys and values, so that they meet; some are the names of what every JavaScript object has.
const keys = ['app', 'tier', 'example.com/zone', '__proto__', 'constructor', 'toString']
const values = ['', 'a', 'b', 'orders', 'hasOwnProperty']
const operators = ['In', 'NotIn', 'Exists', 'DoesNotExist']

function inventSelector(random: Random): JsonObject {
  const labels: JsonObject = random.chance(0.6) ? { matchLabels: inventLabels(random) } : {}
  if (random.chance(0.3)) return labels
  return { ...labels, matchExpressions: random.list(random.int(0, 3), () => inventRequirement(random)) }
}

function inventRequirement(random: Random): JsonObject {
  const operator = random.chance(0.95) ? random.pick(operators) : random.pick(['in', '', 'Gt', 'Equals', 'constructor'])
  const wantsValues = operator === 'In' || operator === 'NotIn'
  const requirement = { key: inventKey(random), operator }
  if (random.chance(0.93) ? !wantsValues : wantsValues) return requirement
  return { ...requirement, values: random.list(random.int(random.chance(0.9) ? 1 : 0, 3), () => inventValue(random)) }
}

function inventLabels(random: Random): JsonObject {
  return Object.fromEntries(random.list(random.int(0, 3), () => [inventKey(random), inventValue(random)]))
}

const inventKey = (random: Random) => (random.chance(0.98) ? random.pick(keys) : inventName(random))
const inventValue = (random: Random) => (random.chance(0.98) ? random.pick(values) : inventName(random))

// A requirement without key or operator is the schema's business.
function isWhole({ matchExpressions = [] }: JsonObject): boolean {
  const isRequirement = (one: Json) => isObject(one) && one.key !== undefined && one.operator !== undefined
  return Array.isArray(matchExpressions) && matchExpressions.every(isRequirement)
}
