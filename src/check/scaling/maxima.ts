// Every autoscaler at its maximum at once, against all nodes that there may be.

import { growsUnbounded } from '../../engine/capacity/grows.ts'
import { allocatableOf, isUnsizedIn } from '../../engine/capacity/node-room.ts'
import { sumQuantities } from '../../engine/capacity/pool-room.ts'
import { atMost } from '../../engine/capacity/settled.ts'
import { steadyPlacement } from '../../engine/placement/steady.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { Estate } from '../../estate/estate.ts'
import { mostPods } from '../../estate/lower/scaled.ts'
import { compareQuantity, type Quantity, sayAbout, scaleQuantity } from '../../kubernetes/quantity.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'

type Resource = 'cpu' | 'memory'

type Rules = {
  sum: {
    readonly resource: Resource
    readonly wanted: Quantity
    readonly there?: Quantity
    readonly nodes: number
    readonly why?: string
    /** Of whose pods nobody says what they request. */
    readonly silent: readonly string[]
    readonly rows: readonly (readonly [string, string])[]
  }
  placed: { readonly pods: number; readonly nodes: number; readonly left: readonly string[] }
  unsaid: { readonly names: readonly string[] }
}

export const maxima = defineQuestion<Rules>({
  id: 'maxima',
  asks: 'Is there room for every autoscaler at its maximum at once?',
  perCluster: true,

  *judge({ views }) {
    for (const view of views) {
      const { cluster, source } = view.estate
      const unsaid = unsaidIn(view)
      if (unsaid.length === 0 && !view.pods.some(({ scales }) => scales)) continue
      yield {
        id: [cluster],
        cluster,
        counts: [...new Set(view.pods.flatMap(({ environment }) => environment ?? []))],
        says: `${cluster} has room for every autoscaler at its maximum`,
        source,
        about: view.pods.filter(({ steady }) => steady).map(({ workload }) => workload),
        parts: unsaid.length > 0 ? [part('unsaid', undefined, { names: unsaid })] : partsOf(view),
      }
    }
  },

  says: {
    sum: ({ resource, wanted, there, nodes, why, silent, rows }, truth): Words => {
      const most = sayMost(resource, wanted, silent)
      if (why !== undefined) return { line: `${most}; ${why}`, rows }
      const has = `${sayNodes(nodes)} ${nodes === 1 ? 'has' : 'have'} ${sayAbout(resource, there ?? wanted)}`
      return { line: truth === true ? `${most}; ${has}` : `${most}, and ${has}`, rows }
    },
    placed: ({ pods, nodes, left }, truth) =>
      truth === true
        ? `${pods === 1 ? 'the one pod has' : `all ${pods} pods have`} a place on ${sayNodes(nodes)}`
        : `no place was found on ${sayNodes(nodes)} for some pods of ${left.join(', ')}`,
    unsaid: ({ names }) => `nobody says the most pods of ${names.join(', ')}`,
  },
})

// So many names are read at a glance.
const few = 8

// Who says nothing is counted as asking for nothing, as the scheduler does.
function sayMost(resource: Resource, wanted: Quantity, silent: readonly string[]): string {
  const of = resource === 'memory' ? ' of memory' : ''
  const names = `${silent.slice(0, few).join(', ')}${silent.length > few ? ` and ${silent.length - few} more` : ''}`
  if (silent.length > 0 && wanted.nano === 0n) return `nobody says what ${resource} is requested, by ${names}`
  const rest =
    silent.length > 0 ? ` by those that say an amount, and ${names} ${silent.length === 1 ? 'says' : 'say'} none` : ''
  return `${sayAbout(resource, wanted)}${of} are requested at most${rest}`
}

function sayNodes(count: number): string {
  return count === 1 ? '1 node' : `${count} nodes`
}

function unsaidIn({ estate }: View): readonly string[] {
  const open = estate.facts.filter((fact) => fact.trait === 'scales' && fact.unsaid.includes(mostPods))
  return [...new Set(open.map(({ component }) => component))].sort()
}

function partsOf(view: View): readonly AnyPart<Rules>[] {
  const estate = atMost(view.estate)
  const pods = view.pods.filter(({ steady }) => steady).map(atMaximum)
  const sums = (['cpu', 'memory'] as const).map((resource) => sumPart(resource, pods, estate))
  if (sums.some(({ truth }) => truth !== true) || (estate.autoscaler?.most ?? 1e9) < estate.nodes.length) return sums
  const left = steadyPlacement(estate, pods, { denied: view.denied }).filter(({ answer }) => answer !== 'can')
  const count = pods.reduce((sum, pod) => sum + pod.count, 0)
  const data = { pods: count, nodes: estate.nodes.length, left: left.map(({ pod }) => pod.name) }
  return [...sums, part('placed', left.length === 0 ? true : undefined, data, { at: { source: estate.source } })]
}

function atMaximum(pod: PodClass): PodClass {
  if (!pod.scales) return pod
  const podNames = Array.from({ length: pod.scales.max }, (_, at) => pod.podNames[at] ?? `${pod.name}-#${at}`)
  return { ...pod, count: pod.scales.max, podNames }
}

function sumPart(resource: Resource, pods: readonly PodClass[], estate: Estate): AnyPart<Rules> {
  const asking = pods.flatMap((pod) => {
    const each = pod.requests[resource]
    return each ? [{ pod, each, all: scaleQuantity(each, pod.count) }] : []
  })
  const silent = pods.filter((pod) => pod.count > 0 && !asking.some((one) => one.pod === pod)).map(({ name }) => name)
  const wanted = sumQuantities(asking.map(({ all }) => all))
  const nodes = largest(resource, estate)
  const there = sumQuantities(nodes)
  const rows = asking.map(
    ({ pod, each, all }) =>
      [pod.name, `${pod.count} × ${sayAbout(resource, each)} = ${sayAbout(resource, all)}`] as const,
  )
  const holds = compareQuantity(wanted, there) <= 0
  const why = unknownIn(resource, estate, holds)
  const data = {
    resource,
    wanted,
    there,
    nodes: nodes.length,
    silent: [...new Set(silent)].sort(),
    rows,
    ...(why !== undefined && { why }),
  }
  return part('sum', why === undefined ? holds : undefined, data, {
    at: { source: estate.source },
    cause: `maxima/${estate.cluster}/${resource}`,
    hint: 'more nodes at most, or fewer pods at most',
  })
}

// Where the autoscaler of nodes ends before the pools do, it may at best have added the largest.
function largest(resource: Resource, { nodes, autoscaler }: Estate): readonly Quantity[] {
  const sizes = nodes.map((node) => allocatableOf(node, resource)).toSorted((a, b) => compareQuantity(b, a))
  return sizes.slice(0, autoscaler?.most ?? sizes.length)
}

function unknownIn(resource: Resource, estate: Estate, holds: boolean): string | undefined {
  if (estate.nodes.length === 0) return 'nobody says what nodes there are'
  if (estate.nodes.some((node) => isUnsizedIn(node, resource))) return 'nobody says how large the nodes are'
  // More nodes take no room away.
  const [maker] = holds ? [] : growsUnbounded(estate)
  return maker === undefined ? undefined : `more nodes may come (${maker})`
}
