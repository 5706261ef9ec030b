// Replicas hold a promised availability only as long as they are not lost together. The scheduler by itself merely prefers
// to spread them (kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints, internal default constraints:
// one reason among others, and only for pods without a spread of their own), and what takes nodes away on purpose evicts all
// pods of a node at once, unless a budget says how many may be away (kubernetes.io/docs/concepts/workloads/pods/disruptions).

import { budgetsOf } from '../../engine/disruption/budget.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { EstateNode } from '../../estate/estate.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Cluster, Environment } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import type { Stated } from '../../platform/source.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { podsFor, type View, viewFor, type World } from '../world.ts'
import { isNotOnOneNode, ruleFor } from './not-on-one-node.ts'

/** With how many pods at least. */
type Row = readonly [workload: string, count: number, isLeast: boolean]

type Rules = {
  kept: { readonly workloads: readonly Row[] }
  together: { readonly workloads: readonly Row[] }
  budget: { readonly by: string; readonly guarded: readonly Row[]; readonly open: readonly Row[] }
}

export const apart = defineQuestion<Rules>({
  id: 'apart',
  asks: 'Are pods that hold a promised availability kept from being lost together?',

  *judge(world) {
    for (const environment of world.platform ? environmentsOf(world.platform) : []) {
      const view = viewFor(world, environment)
      const promised = promisedOf(environment, world)
      const several = view && promised.length > 0 ? severalIn(environment, view) : []
      if (!view || several.length === 0) continue
      const pods = several.map(({ pod }) => pod)
      const { nodes } = view.estate
      yield {
        id: [environment.name],
        environment: environment.name,
        cluster: environment.on.name,
        says: `pods of ${environment.name} are not lost together`,
        source: { stated: promised[0] },
        about: pods.map(({ workload }) => workload),
        parts: [...apartParts(pods, nodes, promised), ...budgetParts(several, environment.on, view, promised)],
      }
    }
  },

  says: {
    kept: ({ workloads }) => ({ line: 'rules keep pods apart, or spread them', rows: workloads.map(rowOf) }),
    together: ({ workloads }) => ({
      line: 'nothing that is said keeps pods of one kind apart: one node may hold them all',
      rows: workloads.map(rowOf),
    }),
    budget: ({ by, guarded, open }) =>
      open.length === 0
        ? { line: `${by} takes nodes away, and budgets say how many pods may go at once`, rows: guarded.map(rowOf) }
        : {
            line: `${by} takes nodes away, and nobody says how many pods may go at once`,
            rows: open.map(rowOf),
          },
  },
})

function promisedOf(environment: Environment, { promises }: World): readonly (Stated | undefined)[] {
  if (environment.purpose !== 'production') return []
  return promises.flatMap((one) =>
    one.is === 'promise' && one.kind === 'availability' && one.in === environment ? [one.stated] : [],
  )
}

interface Several {
  readonly pod: PodClass
  /** The one on whose nodes they stand. */
  readonly pool: string | undefined
}

// What an operator makes it spreads, and guards, by itself.
function severalIn(environment: Environment, view: View): readonly Several[] {
  return componentsOf(environment)
    .flatMap((component) => {
      const { runs } = traitsOf(component)
      return podsFor(view, component, environment).map((pod) => ({
        pod,
        pool: runs.find(({ name }) => name === pod.name)?.pool,
      }))
    })
    .filter(({ pod: { kind, source } }) => (kind === 'Deployment' || kind === 'StatefulSet') && !source.made)
    .filter(({ pod }) => leastOf(pod) > 1)
}

function apartParts(
  pods: readonly PodClass[],
  nodes: readonly EstateNode[],
  stated: readonly (Stated | undefined)[],
): readonly AnyPart<Rules>[] {
  const isKept = (pod: PodClass) => isNotOnOneNode(pod, leastOf(pod), nodes)
  const [kept, together] = [pods.filter(isKept), pods.filter((pod) => !isKept(pod))]
  return [
    ...(kept.length > 0 ? [part('kept', true, { workloads: kept.map(countOf) })] : []),
    ...(together.length > 0
      ? [
          part(
            'together',
            undefined,
            { workloads: together.map(countOf) },
            {
              waitsFor: 'how pods keep apart: place.apart, place.spread',
              hint: ruleFor(nodes),
              stated,
            },
          ),
        ]
      : []),
  ]
}

function budgetParts(
  several: readonly Several[],
  { autoscaler, nodePools }: Cluster,
  view: View,
  stated: readonly (Stated | undefined)[],
): readonly AnyPart<Rules>[] {
  const scaled = nodePools.filter(({ scales }) => scales === 'autoscaler').map(({ name }) => name)
  const by = autoscaler ? 'the autoscaler of nodes' : `the autoscaler of ${scaled.join(', ')}`
  const away = several.filter(({ pool }) =>
    autoscaler ? true : scaled.length > 0 && (pool === undefined || scaled.includes(pool)),
  )
  if (away.length === 0) return []
  const budgets = budgetsOf(view.estate, view.pods)
  const covered = new Set(budgets.flatMap(({ covers }) => covers.map(({ workload }) => workload)))
  const [guarded, open] = [true, false].map((is) =>
    away.flatMap(({ pod }) => (covered.has(pod.workload) === is ? [countOf(pod)] : [])),
  ) as [Row[], Row[]]
  return [
    part(
      'budget',
      open.length === 0 ? true : undefined,
      { by, guarded, open },
      { waitsFor: 'disruption budgets: budget', hint: 'budget: { maxUnavailable: 1 }', stated },
    ),
  ]
}

function countOf(pod: PodClass): Row {
  return [pod.name, leastOf(pod), pod.scales !== undefined]
}

function leastOf({ count, scales }: PodClass): number {
  return scales?.min ?? count
}

function rowOf([workload, count, isLeast]: Row): readonly [string, string] {
  return [workload, `${isLeast ? 'at least ' : ''}${count} pods`]
}
