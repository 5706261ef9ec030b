// A promise that a component can have more pods: somebody scales it, the quota lets them stand, and the nodes have room.

import { type PoolRoom, poolRoom } from '../../engine/capacity/pool-room.ts'
import { poolOf } from '../../engine/capacity/room.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type Quantity, sayQuantity, scaleQuantity, zeroQuantity } from '../../kubernetes/quantity.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { sayRef } from '../admission/subject.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import { type AtMost, quotaAtMost, tightest } from '../scaling/quota-at-most.ts'
import type { Words } from '../verdict.ts'
import { podsFor, type View } from '../world.ts'

type Grows = Extract<PlatformPromise, { kind: 'grows' }>

type Rules = {
  scaler: { name: string; by: readonly Ref[]; most?: number; to: number; isPerson: boolean }
  quota: { name: string; count: number; to: number; row?: AtMost }
  room: { name: string; resource: 'cpu' | 'memory'; more: number; each: Quantity; room: PoolRoom; on: string }
}

export const grows = definePromise<Rules>()({
  kind: 'grows',
  asks: 'Can a component have as many pods as promised, and does somebody see to it?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const { component, to } = promise
    const pods = view ? podsFor(view, component, environment ?? '').filter(({ steady }) => steady) : []
    yield {
      id: [place, component.name],
      environment,
      cluster,
      says: `${component.name} can have ${to === undefined ? 'more pods' : `${to} pods`}${promise.by === 'person' ? ', scaled by hand' : ''}`,
      source: pods[0]?.source ?? { stated: promise.stated },
      parts: view ? pods.flatMap((pod) => partsFor(promise, pod, view)) : [],
    }
  },

  says: {
    scaler: ({ name, by, most, to, isPerson }) => {
      if (isPerson) return `${name} is scaled by hand`
      if (by.length === 0) return `nobody scales ${name}: there is no autoscaler for it`
      const names = by.map(sayRef).join(', ')
      return most !== undefined && most < to
        ? `${names} ends at ${most} pods, and ${to} are promised`
        : `${names} scales it`
    },
    quota: ({ name, count, to, row }): Words => {
      if (!row) return { line: `no quota bounds the pods of ${name}` }
      const { resource, quota, hard, others, each, fits } = row
      const say = (amount: Quantity) => sayQuantity(resource, amount)
      const left = hard.nano - others.nano - each.nano * BigInt(count)
      const free = { ...hard, nano: left < 0n ? 0n : left }
      return {
        line: `quota ${partsOf(quota).name} leaves ${say(free)} of ${resource} beside all pods: ${Math.max(0, fits - count)} more of ${say(each)}, ${fits} at most${fits < to ? `, and ${to} are promised` : ''}`,
        rows: [[resource, `${say(hard)} − ${say(others)} of the others − ${count} × ${say(each)} = ${say(free)}`]],
      }
    },
    room: ({ name, resource, more, each, room, on }): Words => ({
      line: `${more} more of ${name} ${more === 1 ? 'takes' : 'take'} ${sayQuantity(resource, scaleQuantity(each, more))} of ${resource}, and ${sayQuantity(resource, room.left)} are left on ${on}`,
      rows: room.nodes.map((node) => [node.node, `${sayQuantity(resource, node.free)} free`] as const),
    }),
  },
})

function partsFor(promise: Grows, pod: PodClass, view: View): readonly AnyPart<Rules>[] {
  const to = promise.to ?? pod.count + 1
  const row = tightest(quotaAtMost(pod, view))
  const cause = `${view.estate.cluster}/${pod.namespace}`
  return [
    scalerPart(promise, pod, to, view),
    part(
      'quota',
      row === undefined || row.fits >= to,
      { name: pod.name, count: pod.count, to, ...(row && { row }) },
      {
        cause: `quota-maximum/${cause}/${row ? `${partsOf(row.quota).name}/${row.resource}` : ''}/${pod.name}`,
        hint: 'a larger quota, or fewer pods promised',
      },
    ),
    ...(['cpu', 'memory'] as const).flatMap((resource) => roomPart(resource, pod, to, view)),
  ]
}

function scalerPart(
  { by, to: promised }: Grows,
  { name, scales, source, namespace }: PodClass,
  to: number,
  view: View,
) {
  const isPerson = by === 'person'
  const refs = scales?.by ?? []
  const reaches = refs.length > 0 && (promised === undefined || (scales?.max ?? 0) >= promised)
  return part(
    'scaler',
    isPerson || reaches,
    { name, by: refs, most: scales?.max, to, isPerson },
    {
      at: { source },
      cause: `nobody-scales/${view.estate.cluster}/${namespace}/${name}`,
      hint: "a HorizontalPodAutoscaler with a maximum that fits the quota; or by: 'person', where people scale it",
    },
  )
}

function roomPart(resource: 'cpu' | 'memory', pod: PodClass, to: number, view: View): readonly AnyPart<Rules>[] {
  const { estate, pods, denied } = view
  const pool = poolOf(estate, pod.environment ?? '')
  const more = Math.max(0, to - pod.count)
  const room = poolRoom(estate, pods, pool.nodes, { resource, denied })
  const each = pod.requests[resource] ?? zeroQuantity
  const on = pool.name === undefined ? 'all nodes' : `the pool ${pool.name}`
  const after = room.left.nano - each.nano * BigInt(more)
  const spare = room.anywhere?.most.nano ?? 0n
  const isOpen = pool.nodes.length === 0 || room.unsized.length > 0
  const truth = isOpen ? undefined : after >= spare ? true : after < 0n ? false : undefined
  return [
    part(
      'room',
      truth,
      { name: pod.name, resource, more, each, room, on },
      {
        assumes: room.assumes,
        cause: `room/${estate.cluster}/${on}/${resource}`,
        hint: 'a node more, smaller requests, or neighbours elsewhere',
      },
    ),
  ]
}
