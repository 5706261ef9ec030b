// What is said of the autoscaler of nodes: between which numbers it moves them, whether pods that come at once have room until
// a node is there, and whether nodes that came go again. Source: kubernetes/autoscaler cluster-autoscaler/FAQ.md: it adds
// nodes for pods without a place, and takes those that are requested less than scale-down-utilization-threshold for
// scale-down-unneeded-time.

import { allocatableOf } from '../../engine/capacity/node-room.ts'
import { atMost } from '../../engine/capacity/settled.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { Estate, EstateNode, SecondsRange } from '../../estate/estate.ts'
import type { EstateAutoscaler } from '../../estate/scaling.ts'
import { type Quantity, sayAbout, zeroQuantity } from '../../kubernetes/quantity.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { saySeconds } from '../figure/amount.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'
import { mostComing } from './most-coming.ts'

type Resource = 'cpu' | 'memory'
const resources = ['cpu', 'memory'] as const

type Rules = {
  bounds: { readonly cluster: string; readonly pools: readonly string[]; readonly most?: number }
  comes: {
    readonly takes: SecondsRange
    readonly pods: number
    readonly rows: readonly { readonly resource: Resource; readonly wanted: Quantity; readonly free: Quantity }[]
  }
  goes: {
    readonly resource: Resource
    /** Requested of all nodes that there may be, with the fewest pods. */
    readonly percent: number
    readonly below: number
    readonly nodes: number
    readonly removesSeconds?: number
  }
}

export const nodeScaling = defineQuestion<Rules>({
  id: 'node-scaling',
  asks: 'Do nodes come in time, and go again?',
  perCluster: true,

  *judge({ views }) {
    for (const view of views) {
      const { cluster, autoscaler, nodes } = view.estate
      if (!autoscaler) continue
      const bounds = boundsPart(view.estate, autoscaler)
      const isSized = nodes.length > 0 && nodes.every(({ unsized = [] }) => unsized.length === 0)
      yield {
        id: [cluster],
        cluster,
        says: `the autoscaler of nodes of ${cluster} does what is said of it`,
        source: autoscaler.source,
        parts:
          bounds.truth === true && isSized
            ? [bounds, ...comesParts(view, autoscaler), ...goesParts(view, autoscaler)]
            : [bounds],
      }
    }
  },

  says: {
    bounds: ({ cluster, pools, most }, truth) =>
      truth === true
        ? `it changes ${pools.join(', ')}`
        : truth === false
          ? `each pool of ${cluster} has one number: there is nothing that it may change`
          : most === undefined
            ? `nobody says between which numbers it moves the nodes of ${cluster}`
            : `${cluster} has ${countOf(most, 'node')} at most, and nobody says how few it leaves, or of which pools`,
    comes: ({ takes, pods, rows }, truth): Words => ({
      line: `a node takes ${sayRange(takes)} to come; ${countOf(pods, 'pod')} may be added until then, and ${truth === true ? 'there is room for them' : 'there is no room for all of them: some wait for it'}`,
      rows: rows.map(({ resource, wanted, free }) => [
        resource,
        `${sayAbout(resource, wanted)} of ${sayAbout(resource, free)} that are free on what stands`,
      ]),
    }),
    goes: ({ resource, percent, below, nodes, removesSeconds }, truth) => {
      const quiet = `with the fewest pods ${percent}% of the ${resource} of ${countOf(nodes, 'node')} is requested`
      return truth === true
        ? `${quiet}, less than ${below}%: a node that is not needed ${removesSeconds === undefined ? 'goes' : `for ${saySeconds(removesSeconds)} goes`}`
        : `${quiet}, and only nodes below ${below}% are taken: those that came may all stay`
    },
  },
})

function sayRange({ from, to }: SecondsRange): string {
  return from === to ? saySeconds(to) : `${saySeconds(from)} to ${saySeconds(to)}`
}

function boundsPart(estate: Estate, autoscaler: EstateAutoscaler) {
  const pools = estate.nodePools ?? []
  const open = pools.filter(({ standing, most }) => standing === undefined || most === undefined)
  const moved = pools.filter(({ further }) => further.length > 0)
  const names = [...moved, ...open.filter((pool) => !moved.includes(pool) && pool.scales === 'on-demand')]
  const truth = names.length > 0 ? true : pools.length === 0 || open.length > 0 ? undefined : false
  return part(
    'bounds',
    truth,
    {
      cluster: estate.cluster,
      pools: names.map(({ name }) => name),
      ...(autoscaler.most !== undefined && { most: autoscaler.most }),
    },
    {
      at: { source: autoscaler.source },
      cause: `nothing-to-scale/${estate.cluster}`,
      waitsFor: `pools of ${estate.cluster}`,
      hint: "pools: [pool('app', { nodes: { from: 3, to: 10 }, scales: 'autoscaler' })]",
    },
  )
}

function comesParts({ estate, pods }: View, { addsSeconds, source }: EstateAutoscaler): readonly AnyPart<Rules>[] {
  if (addsSeconds === undefined) return []
  const steady = pods.filter((pod) => pod.steady)
  const coming = steady.map((pod) => ({ pod, more: mostComing(pod, estate, addsSeconds.to) }))
  const rows = resources.map((resource) => {
    const wanted = sum(coming.map(({ pod, more }) => requestOf(pod, resource) * BigInt(more)))
    const taken = sum(steady.map((pod) => requestOf(pod, resource) * BigInt(pod.count)))
    const free = thereOf(estate.nodes, resource) - taken
    return { resource, wanted: amount(resource, wanted), free: amount(resource, free < 0n ? 0n : free) }
  })
  const isRoom = rows.every(({ wanted, free }) => wanted.nano <= free.nano)
  const count = coming.reduce((total, { more }) => total + more, 0)
  if (count === 0) return []
  return [
    part(
      'comes',
      isRoom ? true : undefined,
      { takes: addsSeconds, pods: count, rows },
      {
        at: { source, path: ['adds'] },
        cause: `nodes-late/${estate.cluster}`,
        waitsFor: `how fast load grows in ${estate.cluster}`,
        hint: 'more nodes that stand before they are needed, or smaller steps up',
      },
    ),
  ]
}

function goesParts({ estate, pods }: View, autoscaler: EstateAutoscaler): readonly AnyPart<Rules>[] {
  const { utilization, removesSeconds, most, source } = autoscaler
  if (utilization === undefined) return []
  const nodes = atMost(estate).nodes.slice(0, most)
  const steady = pods.filter((pod) => pod.steady)
  const shares = resources.map((resource) => {
    const fewest = sum(steady.map((pod) => requestOf(pod, resource) * BigInt(pod.scales?.min ?? pod.count)))
    const there = thereOf(nodes, resource)
    return { resource, percent: there === 0n ? 100 : Number((fewest * 1000n) / there) / 10 }
  })
  const [larger] = shares.toSorted((a, b) => b.percent - a.percent)
  if (!larger) return []
  const below = Math.round(utilization * 1000) / 10
  return [
    part(
      'goes',
      larger.percent < below ? true : undefined,
      { ...larger, below, nodes: nodes.length, ...(removesSeconds !== undefined && { removesSeconds }) },
      {
        at: { source, path: ['utilization'] },
        cause: `nodes-stay/${estate.cluster}`,
        waitsFor: `what is requested of each node of ${estate.cluster}`,
        hint: 'a higher utilization, below which nodes are taken',
      },
    ),
  ]
}

function thereOf(nodes: readonly EstateNode[], resource: Resource): bigint {
  return sum(nodes.map((node) => allocatableOf(node, resource).nano))
}

function requestOf({ requests }: PodClass, resource: Resource): bigint {
  return (requests[resource] ?? zeroQuantity).nano
}

function amount(resource: Resource, nano: bigint): Quantity {
  return { nano, format: resource === 'memory' ? 'BinarySI' : 'DecimalSI' }
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, one) => total + one, 0n)
}
