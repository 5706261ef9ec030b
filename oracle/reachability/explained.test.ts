// An explanation holds if taking away what it names changes the answer as it says: over invented sets of policies.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { podsOf } from '../../src/engine/pods/pods-of.ts'
import { type Explanation, explain, type SideExplanation } from '../../src/engine/reachability/explain.ts'
import type { ExplainedRule } from '../../src/engine/reachability/explain-rule.ts'
import type { Direction } from '../../src/engine/reachability/policy.ts'
import { type Reachability, reachability } from '../../src/engine/reachability/reachability.ts'
import type { NetworkPolicySpec, Ref } from '../../src/kubernetes/types.ts'
import { randomOf } from '../random.ts'
import { inventPolicyCase } from './invent.ts'
import { estateOf } from './ours.ts'
import type { CasePort, PolicyCase } from './policy-case.ts'

type Policies = PolicyCase['policies']

const directions: readonly Direction[] = ['egress', 'ingress']

test('explain: what it names opens and closes, and nothing else does', () => {
  let [opened, closed] = [0, 0]
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
      const random = randomOf(seed)
      const found = inventPolicyCase(random)
      const pods = Object.keys(found.pods)
      for (const [from, to] of random.list(3, () => [random.pick(pods), random.pick(pods)] as const)) {
        const at = random.pick(found.ports)
        const told = ask(found, from, to, at)
        for (const direction of directions) {
          const side = told[direction]
          // Of a side that rests on an assumption one rule alone may leave it unknown.
          if (side.open === undefined || told.judged[direction].assumes.length > 0) continue
          if (side.open && side.isolatedBy.length > 0) opened += 1
          if (!side.open) closed += 1
          holds(found, direction, side, (policies) => ask({ ...found, policies }, from, to, at)[direction].open)
        }
      }
    }),
    // The one given: a side that rests on an assumption, of a connection that the other side closes.
    { numRuns: 150, examples: [[1535393774]] },
  )
  assert.ok(opened > 20 && closed > 20, 'both kinds were seen')
})

function holds(
  { policies }: PolicyCase,
  direction: Direction,
  { open, isolatedBy, rules }: SideExplanation,
  again: (policies: Policies) => boolean | undefined,
): void {
  const openers = rules.filter(({ decides }) => decides)
  assert.equal(open, isolatedBy.length === 0 || openers.length > 0)
  assert.ok(rules.every(({ does, misses }) => does !== 'misses' || misses.length > 0))
  const [one, ...others] = openers
  if (one && open) {
    // Rules that may take it would decide then.
    const maybe = rules.filter(({ does }) => does === 'may')
    const without = again(voided(policies, direction, [...openers, ...maybe]))
    assert.equal(without, false, 'without all that open it, it is closed')
    assert.equal(again(voided(policies, direction, others)), true, 'with one that opens it, it is open')
  }
  const missing = rules.filter(({ does }) => does === 'misses')
  assert.equal(again(voided(policies, direction, missing)), open, 'what misses changes nothing')
  const isolating = new Set(isolatedBy.map(({ policy }) => nameOf(policy)))
  const rest = Object.entries(policies).filter(([name]) => !isolating.has(name))
  assert.equal(again(Object.fromEntries(rest)), true, 'without all that isolate it is open')
}

const noOne = { namespaceSelector: { matchLabels: { none: 'has-this' } } }

/** The same with those rules taking nobody. */
function voided(policies: Policies, direction: Direction, rules: readonly ExplainedRule[]): Policies {
  const emptied = (spec: NetworkPolicySpec, name: string): NetworkPolicySpec => {
    const out = new Set(rules.filter(({ policy }) => nameOf(policy) === name).map(({ rule }) => rule))
    const peers = direction === 'egress' ? 'to' : 'from'
    return { ...spec, [direction]: spec[direction]?.map((rule, at) => (out.has(at) ? { [peers]: [noOne] } : rule)) }
  }
  return Object.fromEntries(Object.entries(policies).map(([name, spec]) => [name, emptied(spec, name)]))
}

function nameOf(policy: Ref): string {
  return policy.slice(policy.indexOf('/') + 1)
}

function ask(one: PolicyCase, from: string, to: string, at: CasePort): Explanation {
  const estate = estateOf(one)
  const r: Reachability = reachability(estate, podsOf(estate))
  const ref = (name: string): Ref => `Deployment/${name as `${string}/${string}`}`
  return explain(r, { from: ref(from), to: ref(to), ...at })
}
