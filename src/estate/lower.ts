// A platform as what stands on its clusters: per cluster, the objects and nodes of all environments on it, with facts.

import type { Cluster, Environment, Platform } from '../platform/model.ts'
import { enforcement, proxyOf, serverOf } from './brought.ts'
import { classesOf } from './classes.ts'
import type { Estate, EstateObject } from './estate.ts'
import { factsOf } from './facts/facts.ts'
import { withFollowers } from './followers.ts'
import { given, unlessEmpty } from './given.ts'
import { linksOf } from './links.ts'
import { shown } from './lower/adopt.ts'
import { clusterAutoscaler } from './lower/cluster-autoscaler.ts'
import { estateEnvironment, standing } from './lower/environments.ts'
import { type Member, membersOf } from './lower/members.ts'
import { node } from './lower/node.ts'
import { objectsOf } from './lower/objects.ts'
import { nodePools, poolsOf } from './lower/pools.ts'
import { clusterTaken } from './lower/taken.ts'
import { withMesh } from './mesh/with-mesh.ts'
import { withMade } from './operators/with-made.ts'
import { sortedBy } from './order.ts'
import { withPolicies } from './policies/with-policies.ts'
import { sourceOf } from './source.ts'
import { type Lines, linesIn, type TextOf, withLines } from './where/lines.ts'

export interface LowerOptions {
  /** The text of a file, for the lines of single fields; without it a field has the place of its noun. */
  readonly textOf?: TextOf
  /** What stands in files, cluster by cluster, in place of what was lowered. */
  readonly inFiles?: (cluster: string) => readonly EstateObject[]
}

/** One estate for each cluster that an environment stands on, sorted by name. The platform must be free of doubt. */
export function lower(platform: Platform, { textOf = () => undefined, inFiles }: LowerOptions = {}): readonly Estate[] {
  const lines = linesIn(textOf)
  const environments = standing(platform)
  const members = environments.flatMap((environment) => membersOf(environment, lines))
  // What runs without Kubernetes stands outside every cluster.
  const clusters = new Map(environments.flatMap(({ on }) => (on.bare === undefined ? [[on.name, on] as const] : [])))
  const estates = sortedBy(clusters.values(), ({ name }) => name).map((cluster) =>
    estateOn(cluster, environments, members, { lines, alerts: platform.alerts, inFiles: inFiles?.(cluster.name) }),
  )
  return withFollowers(estates)
}

interface Beside {
  readonly lines: Lines
  readonly alerts: Platform['alerts']
  readonly inFiles?: readonly EstateObject[] | undefined
}

function estateOn(
  cluster: Cluster,
  all: readonly Environment[],
  members: readonly Member[],
  { lines, alerts, inFiles }: Beside,
): Estate {
  const environments = all.filter(({ on }) => on.name === cluster.name)
  const here = members.filter(({ environment }) => environment.on.name === cluster.name)
  const objects = objectsOf(cluster, environments, here, { lines, alerts, inFiles })
  const made = withMade(objects, cluster.name)
  const facts = factsOf(here, members, made)
  return given<Estate>({
    cluster: cluster.name,
    minor: cluster.kubernetes?.split('.').slice(0, 2).join('.'),
    orNewer: cluster.orNewer,
    distribution: cluster.distribution,
    enforcesPolicy: enforcement(cluster),
    podBlocks: cluster.cni?.pods,
    server: serverOf(cluster),
    nodes: sortedBy(cluster.nodes, ({ name }) => name).map((declared) => node(declared, cluster, lines)),
    pools: poolsOf(cluster),
    nodePools: unlessEmpty(nodePools(cluster, lines)),
    classes: classesOf(cluster),
    links: unlessEmpty(linksOf(cluster)),
    // What is in files is whole: the policies that are made of calls are among them.
    objects: inFiles
      ? sortedBy(made.objects, ({ ref }) => ref)
      : withPolicies(withMesh(made.objects, environments, facts), {
          cluster,
          environments,
          members: here,
          facts,
          lines,
        }),
    shown: environments.flatMap((environment) => shown(environment, here, lines)),
    facts,
    environments: environments.map((environment) => estateEnvironment(environment, lines)),
    autoscaler: clusterAutoscaler(cluster, lines),
    proxy: proxyOf(cluster),
    api: cluster.api && { at: cluster.api.at, port: cluster.api.port },
    taken: clusterTaken(cluster, lines),
    source: withLines(sourceOf(cluster, cluster.stated), (path) => lines(cluster, path)),
  })
}
