// Namespaces whose policies keep others out already: promised, so that it stays like that.

import { placeValue } from '../../check/beside/stand-ins.ts'
import { separates } from '../../check/reachability/separates.ts'
import type { World } from '../../check/world.ts'
import type { EstateEnvironment } from '../../estate/estate.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type Entry, field } from './entry.ts'
import { isIsolated, type Seen } from './seen.ts'

// Each pair is judged here: more of them are left to people.
const mostPairs = 10

export function apartEntries(seen: Seen, world: World): readonly Entry[] {
  const entries: Entry[] = []
  let judged = 0
  for (const { from, to } of pairsOf(seen)) {
    if (judged === mostPairs) break
    judged += 1
    if (isApart(from, to, seen, world)) entries.push(entry(from, to, seen))
  }
  return entries
}

interface Pair {
  readonly from: EstateEnvironment
  readonly to: EstateEnvironment
}

/** Namespaces where policies decide who gets in, each with those that call nothing there. */
function* pairsOf(seen: Seen): Generator<Pair> {
  const { estate, pods } = seen.view
  const podsIn = Map.groupBy(pods, ({ environment }) => environment)
  const called = calledPairs(seen)
  const places = estate.environments
    .filter(({ name }) => podsIn.has(name))
    .toSorted((a, b) => byCodePoint(a.name, b.name))
  for (const to of places) {
    if (!podsIn.get(to.name)?.every((pod) => isIsolated(pod, seen))) continue
    for (const from of places) if (from !== to && !called.has(`${from.name}\0${to.name}`)) yield { from, to }
  }
}

function calledPairs({ view: { estate, byWorkload } }: Seen): ReadonlySet<string> {
  const ends = estate.facts.flatMap((fact) =>
    fact.trait === 'calls' && fact.to.is === 'workload' ? [[fact.from, fact.to.workload] as const] : [],
  )
  return new Set(ends.map((pair) => pair.map((ref) => byWorkload.get(ref)?.environment).join('\0')))
}

function entry(from: EstateEnvironment, to: EstateEnvironment, seen: Seen): Entry {
  const says = `the policies there, which let nothing of ${from.name} in`
  return {
    of: 'promises',
    from: [`${seen.lineOf(to.source)} and ${says}`],
    fields: [field('separates', from.name), field('to', to.name), field('guessed', says)],
  }
}

function isApart(from: EstateEnvironment, to: EstateEnvironment, { view }: Seen, world: World): boolean {
  const at = { at: { file: 'init', line: 1, column: 1 }, via: [] }
  const [a, b] = [from, to].map(({ name, namespace }) =>
    placeValue({ environment: name, namespace, cluster: view.estate.cluster }, at),
  )
  if (!a || !b) return false
  const found = [...separates.judge({ is: 'promise', kind: 'separates', from: a, to: b, exceptPorts: [] }, world)]
  return found.every(({ parts }) => parts.every(({ truth }) => truth === true))
}
