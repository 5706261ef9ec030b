// Namespaces whose policies keep others out already: promised, so that it stays like that.

import { placeValue } from '../../check/beside/stand-ins.ts'
import { separates } from '../../check/reachability/separates.ts'
import type { World } from '../../check/world.ts'
import type { EstateEnvironment } from '../../estate/estate.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type Entry, field, lineOf } from './entry.ts'
import { isIsolated, type Seen } from './seen.ts'

// Each pair is judged here: more of them are left to people.
const mostPairs = 10

export function apartEntries(seen: Seen, world: World): readonly Entry[] {
  const { estate, pods } = seen.view
  const busy = new Set(pods.map(({ environment }) => environment))
  const places = estate.environments
    .filter(({ name }) => busy.has(name))
    .toSorted((a, b) => byCodePoint(a.name, b.name))
  const shut = places.filter(({ name }) => pods.every((pod) => pod.environment !== name || isIsolated(pod, seen)))
  const pairs = shut.flatMap((to) =>
    places.filter((from) => from !== to && !isCalled(from, to, seen)).map((from) => ({ from, to })),
  )
  return pairs.slice(0, mostPairs).flatMap(({ from, to }) => (isApart(from, to, seen, world) ? [entry(from, to)] : []))
}

function entry(from: EstateEnvironment, to: EstateEnvironment): Entry {
  return {
    of: 'promises',
    from: [`${lineOf(to.source)} and the policies there, which let nothing of ${from.name} in`],
    fields: [field('separates', from.name), field('to', to.name)],
  }
}

function isCalled(from: EstateEnvironment, to: EstateEnvironment, { view: { estate, byWorkload } }: Seen): boolean {
  return estate.facts.some(
    (fact) =>
      fact.trait === 'calls' &&
      fact.to.is === 'workload' &&
      byWorkload.get(fact.from)?.environment === from.name &&
      byWorkload.get(fact.to.workload)?.environment === to.name,
  )
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
