// What a platform takes: nodes, pods, volumes and money, each counted by the measures that figures have, over all of its
// clusters and environments.

import { type Amount, sayEnds } from '../src/check/figure/amount.ts'
import { amountOf } from '../src/check/figure/count.ts'
import { addFraction } from '../src/check/figure/price.ts'
import { platformWorld } from '../src/check/platform-world.ts'
import type { World } from '../src/check/world.ts'
import { componentsOf } from '../src/platform/derive.ts'
import { cost, total } from '../src/platform/language/measure.ts'
import type { Cluster, Environment, Measure, Platform } from '../src/platform/model.ts'
import { environmentsOf } from '../src/platform/resolve.ts'
import { traitsOf } from '../src/platform/traits.ts'
import { worldsOf } from '../src/platform/worlds.ts'

/** What is counted, and how much of it there is: `['pods', '22']`; a range stays one. */
export type Resource = readonly [label: string, amount: string]

const asOf = '2026-11-21'

/** Of open choices, the first world. What cannot be counted is said in place of the amount. */
export function resourcesOf(platform: Platform): readonly Resource[] {
  const [first = { platform, planned: [] }] = worldsOf(platform).worlds
  const world = platformWorld(first, { asOf })
  // What stands on no cluster takes nothing of one.
  const environments = environmentsOf(first.platform).filter(({ on }) => on.bare === undefined)
  const clusters = [...new Map(environments.map(({ on }) => [on.name, on])).values()]
  const ofClusters = (measure: (of: Cluster) => Measure) => summed(clusters.map(measure), world)
  const ofAll = (measure: (of: Environment) => Measure) => summed(environments.map(measure), world)
  return [
    ['clusters', `${clusters.length}`],
    ['nodes', ofClusters((of) => total.nodes(of))],
    ['cores of nodes', ofClusters((of) => total.cpu(of))],
    ['memory of nodes', ofClusters((of) => total.memory(of))],
    ['pods', ofAll((of) => total.pods(of))],
    ['cores requested', ofAll((of) => total.cpuRequests(of))],
    ['memory requested', ofAll((of) => total.memoryRequests(of))],
    ['volumes', ofAll((of) => total.storage(of, 'all'))],
    ['copies kept outside', `${environments.flatMap(copiesOutside).length}`],
    ['nodes, by the month', ofClusters((of) => cost.of(of, 'nodes'))],
  ]
}

function summed(measures: readonly Measure[], world: World): string {
  let sum: Amount | undefined
  for (const measure of measures) {
    const amount = amountOf(measure, world)
    if ('why' in amount) return amount.why
    sum = sum ? added(sum, amount) : amount
  }
  return sum ? sayEnds(sum) : '0'
}

function added(a: Amount, b: Amount): Amount {
  const least = (a.least || b.least) && { least: { ...addFraction(a.least ?? a, b.least ?? b), how: '' } }
  return { ...a, ...addFraction(a, b), ...least }
}

function copiesOutside(environment: Environment) {
  return componentsOf(environment).flatMap((one) => traitsOf(one).backsUp.filter(({ to }) => to?.is !== 'volume'))
}
