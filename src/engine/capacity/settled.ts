// How many nodes of an autoscaled pool stand: the smallest number at which as many pods have a place as have one
// with all nodes that there may be.

import type { Estate, EstatePool } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { placedOnce, type SteadyAnswer } from '../placement/steady.ts'
import { podsOf } from '../pods/pods-of.ts'

/**
 * The estate with as many nodes in each pool as its autoscaler settles on when all is well. Pools are made small one after
 * another, by name, each by halving between what it begins with and its most: more nodes never take a place away, so a
 * number that is enough stays enough. Pods of DaemonSets ask for no node: each node that there is has its own. An estate
 * without such pools is returned as it is.
 */
export function settled(estate: Estate): Estate {
  const pools = (estate.nodePools ?? []).filter(({ further }) => further.length > 0)
  if (pools.length === 0) return estate
  const fewest = answersIn(estate)
  if (fewest.every(({ answer }) => answer === 'can')) return estate
  const counts = new Map(pools.map(({ name, further }) => [name, further.length]))
  const wanted = placed(answersIn(withNodes(estate, counts)))
  const isEnoughFor = (answers: readonly SteadyAnswer[]) => {
    const there = placed(answers)
    return [...wanted].every(([workload, pods]) => (there.get(workload) ?? 0) >= pods)
  }
  if (isEnoughFor(fewest)) return estate
  const isEnough = (many: ReadonlyMap<string, number>) => isEnoughFor(answersIn(withNodes(estate, many)))
  for (const { name, further } of pools) {
    counts.set(
      name,
      leastOf(further.length, (many) => isEnough(new Map([...counts, [name, many]]))),
    )
  }
  return withNodes(estate, counts)
}

/** The smallest number up to `most` that is enough; `most` itself is. */
function leastOf(most: number, isEnough: (many: number) => boolean): number {
  let [low, high] = [0, most]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isEnough(middle)) high = middle
    else low = middle + 1
  }
  return high
}

function answersIn(estate: Estate): readonly SteadyAnswer[] {
  return placedOnce(estate, podsOf(estate)).filter(({ pod }) => pod.kind !== 'DaemonSet')
}

/** How many pods of each workload have a place; of what nobody can tell, none. */
function placed(answers: readonly SteadyAnswer[]): ReadonlyMap<Ref, number> {
  const pods = ({ answer, count, atMost = 0 }: SteadyAnswer) =>
    answer === 'can' ? count : answer === 'cannot' ? atMost : 0
  return new Map(answers.map((answer) => [answer.workload, pods(answer)]))
}

/** The estate with all nodes that its pools may have. */
export function atMost(estate: Estate): Estate {
  const pools = (estate.nodePools ?? []).filter(({ further }) => further.length > 0)
  return pools.length === 0
    ? estate
    : withNodes(estate, new Map(pools.map(({ name, further }) => [name, further.length])))
}

function withNodes(estate: Estate, counts: ReadonlyMap<string, number>): Estate {
  const isGrown = ({ name }: EstatePool) => (counts.get(name) ?? 0) > 0
  const grown = (estate.nodePools ?? []).filter(isGrown)
  if (grown.length === 0) return estate
  const added = ({ name, further }: EstatePool) => further.slice(0, counts.get(name))
  const names = grown.map(
    (pool) => [pool.name, [...(estate.pools[pool.name] ?? []), ...added(pool).map(({ name }) => name)].sort()] as const,
  )
  return {
    ...estate,
    nodes: [...estate.nodes, ...grown.flatMap(added)].sort((a, b) => (a.name < b.name ? -1 : 1)),
    pools: { ...estate.pools, ...Object.fromEntries(names) },
    nodePools: (estate.nodePools ?? []).map((pool) =>
      isGrown(pool) ? { ...pool, further: pool.further.slice(counts.get(pool.name)) } : pool,
    ),
  }
}
