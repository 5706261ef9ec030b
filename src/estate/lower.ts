// A platform as what stands on its clusters: per cluster, the objects and nodes of all environments on it, with facts.

import type { Cluster, Environment, Platform } from '../platform/model.ts'
import { enforcement } from './brought.ts'
import { classesOf } from './classes.ts'
import type { Estate } from './estate.ts'
import { factsOf } from './facts/facts.ts'
import { given } from './given.ts'
import { shown } from './lower/adopt.ts'
import { estateEnvironment, standing } from './lower/environments.ts'
import { type Member, membersOf } from './lower/members.ts'
import { node } from './lower/node.ts'
import { objectsOf } from './lower/objects.ts'
import { poolsOf } from './lower/pools.ts'
import { clusterTaken } from './lower/taken.ts'
import { sortedBy } from './order.ts'
import { sourceOf } from './source.ts'

/** One estate for each cluster that an environment stands on, sorted by name. The platform must be free of doubt. */
export function lower(platform: Platform): readonly Estate[] {
  const environments = standing(platform)
  const members = environments.flatMap(membersOf)
  const clusters = new Map(environments.map(({ on }) => [on.name, on]))
  return sortedBy(clusters.values(), ({ name }) => name).map((cluster) => estateOn(cluster, environments, members))
}

function estateOn(cluster: Cluster, all: readonly Environment[], members: readonly Member[]): Estate {
  const environments = all.filter(({ on }) => on.name === cluster.name)
  const here = members.filter(({ environment }) => environment.on.name === cluster.name)
  return given<Estate>({
    cluster: cluster.name,
    minor: cluster.kubernetes.split('.').slice(0, 2).join('.'),
    distribution: cluster.distribution,
    enforcesPolicy: enforcement(cluster),
    nodes: sortedBy(cluster.nodes, ({ name }) => name).map((declared) => node(declared, cluster)),
    pools: poolsOf(cluster),
    classes: classesOf(cluster),
    objects: objectsOf(cluster, environments, here),
    shown: environments.flatMap((environment) => shown(environment, here)),
    facts: factsOf(here, members),
    environments: environments.map(estateEnvironment),
    taken: clusterTaken(cluster),
    source: sourceOf(cluster, cluster.stated),
  })
}
