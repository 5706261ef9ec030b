import type { Random } from '../random.ts'
import type { Periods } from './control-plane.ts'
import { outOfServiceFor, type TolerationJson, unreachableFor } from './tolerations.ts'

/** Nodes in zones of their own, workloads on them, and what is lost; all times count from the loss. */
export interface Scenario {
  /** How many nodes each zone has. */
  readonly zones: readonly number[]
  readonly lost: readonly {
    readonly zone: number
    readonly node: number
    readonly atSeconds: number
    readonly outOfService?: { readonly atSeconds: number; readonly effect: 'NoExecute' | 'NoSchedule' }
    readonly removedAtSeconds?: number
    /** Does not count when its zone is judged. */
    readonly isExcluded?: true
  }[]
  readonly workloads: readonly Workload[]
  /** Pods that may be there beside those that are, where a quota says so. */
  readonly sparePods?: number
  /** The node that all scenarios share dies too, at 0: nobody in the cluster reports any more. */
  readonly isEnd?: true
}

export interface Workload {
  readonly is: 'Deployment' | 'ReplicationController' | 'StatefulSet' | 'DaemonSet' | 'Job' | 'Pod' | 'mirror'
  readonly replicas: number
  /** None: what the API server adds. */
  readonly tolerations?: readonly TolerationJson[]
  readonly graceSeconds: number
  readonly isOrdered?: boolean
  readonly backoffLimit?: number
  readonly replaces?: 'terminating or failed' | 'failed'
}

/** Whether the pods of a scenario take a minute or more until they are collected. */
export function isLong({ lost }: Scenario): boolean {
  return lost.some(({ removedAtSeconds }) => removedAtSeconds !== undefined)
}

export function inventScenario(random: Random, periods: Periods): Scenario {
  const zones = random.list(
    random.weighted([
      [4, 1],
      [1, 2],
    ]),
    () => random.int(1, 5),
  )
  const lost = zones.flatMap((nodes, zone) => lostIn(random, zone, nodes, periods))
  const first = lost.length > 0 ? lost : [{ zone: 0, node: 0, atSeconds: 0 }]
  const workloads = random.list(random.int(2, 4), () =>
    inventWorkload(
      random,
      zones.reduce((a, b) => a + b),
    ),
  )
  const hasQuota = random.chance(0.25)
  return {
    zones,
    lost: first,
    workloads,
    ...(hasQuota && {
      sparePods: random.weighted([
        [3, 0],
        [1, 1],
      ]),
    }),
  }
}

/** Every node of the cluster: what is left of evictions where nobody reports any more. */
export function inventEnd(random: Random): Scenario {
  const zones = random.list(random.int(1, 3), () => random.int(1, 4))
  const isAtOnce = random.chance(0.6)
  const lost = zones.flatMap((nodes, zone) => {
    const isExcluded = random.chance(0.25) ? { isExcluded: true as const } : {}
    return Array.from({ length: nodes }, (_, node) => ({
      zone,
      node,
      atSeconds: isAtOnce ? 0 : random.int(0, 3),
      ...isExcluded,
    }))
  })
  return { zones, lost, workloads: random.list(3, () => inventWorkload(random, lost.length)), isEnd: true }
}

function lostIn(random: Random, zone: number, nodes: number, periods: Periods): readonly Scenario['lost'][number][] {
  const count = random.weighted([
    [3, 1],
    [2, Math.max(1, nodes - 1)],
    [2, nodes],
    [1, random.int(1, nodes)],
  ])
  const isAtOnce = random.chance(0.6)
  const cure = random.weighted<'none' | 'outOfService' | 'removed'>([
    [3, 'none'],
    [4, 'outOfService'],
    [2, 'removed'],
  ])
  const isExcluded = random.chance(0.15)
  return Array.from({ length: count }, (_, node) => {
    const atSeconds = isAtOnce ? 0 : random.int(0, 4)
    const later = atSeconds + random.int(0, periods.graceSeconds + periods.tolerationSeconds + 3)
    const isCured = random.chance(0.7)
    return {
      zone,
      node,
      atSeconds,
      ...(isExcluded && { isExcluded }),
      ...(cure === 'removed' && isCured && { removedAtSeconds: later }),
      ...(cure === 'outOfService' &&
        isCured && {
          outOfService: {
            atSeconds: later,
            effect: random.weighted([
              [4, 'NoExecute'],
              [1, 'NoSchedule'],
            ]),
          },
        }),
    }
  })
}

function inventWorkload(random: Random, nodes: number): Workload {
  const is = random.weighted<Workload['is']>([
    [5, 'Deployment'],
    [1, 'ReplicationController'],
    [4, 'StatefulSet'],
    [1, 'DaemonSet'],
    [3, 'Job'],
    [1, 'Pod'],
    [1, 'mirror'],
  ])
  const tolerations = inventTolerations(random)
  const replaces = random.weighted([
    [3, 'terminating or failed'],
    [1, 'failed'],
  ] as const)
  const backoffLimit = random.weighted([
    [1, 0],
    [3, 6],
  ])
  return {
    is,
    // A Job that gives up deletes what is left of it, which is another question.
    replicas: is === 'Job' && backoffLimit === 0 ? 1 : random.int(1, Math.min(nodes + 1, is === 'Job' ? 2 : 4)),
    graceSeconds: random.pick([1, 2]),
    ...(tolerations && is !== 'mirror' && { tolerations }),
    ...(is === 'mirror' && { tolerations: [{ operator: 'Exists' }] }),
    ...(is === 'StatefulSet' && { isOrdered: random.chance(0.4) }),
    ...(is === 'Job' && { backoffLimit, replaces }),
  }
}

function inventTolerations(random: Random): readonly TolerationJson[] | undefined {
  const everything: TolerationJson = { operator: 'Exists' }
  const some = random.weighted<readonly TolerationJson[] | undefined>([
    [4, undefined],
    [2, [unreachableFor(1)]],
    [1, [unreachableFor(0)]],
    [1, [unreachableFor(random.int(2, 9))]],
    [1, [unreachableFor()]],
    [1, [everything]],
    [1, [everything, unreachableFor(2)]],
    [1, [unreachableFor(2), everything]],
    [1, [unreachableFor(6), unreachableFor(2)]],
    [1, [{ ...unreachableFor(), effect: 'NoSchedule' }]],
  ])
  if (!random.chance(0.1)) return some
  return [...(some ?? []), outOfServiceFor(random.pick([undefined, 4]))]
}
