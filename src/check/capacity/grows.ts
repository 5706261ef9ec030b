// A promise that a component can have more pods: somebody scales it, the quota lets them stand, and the nodes have room.

import { type PoolRoom, poolRoom } from '../../engine/capacity/pool-room.ts'
import { poolOf } from '../../engine/capacity/room.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type Quantity, sayQuantity, scaleQuantity, zeroQuantity } from '../../kubernetes/quantity.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { sayRef } from '../admission/subject.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import { type AtMost, quotaAtMost, tightest } from '../scaling/quota-at-most.ts'
import type { Words } from '../verdict.ts'
import { podsFor, type View } from '../world.ts'
import { moreRoom, sayGrows, sayMost } from './more-room.ts'

type Grows = Extract<PlatformPromise, { kind: 'grows' }>

type Rules = {
  scaler: { name: string; by: readonly Ref[]; most?: number; to: number; isPerson: boolean }
  quota: { name: string; count: number; to: number; row?: AtMost }
  room: {
    name: string
    resource: 'cpu' | 'memory'
    more: number
    each: Quantity
    room: PoolRoom
    on: string
    grows: readonly string[]
  }
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
      says: `${component.name} can have ${to === undefined ? 'more pods' : countOf(to, 'pod')}${promise.by === 'person' ? ', scaled by hand' : ''}`,
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
        ? `${names} ends at ${countOf(most, 'pod')}, and ${to} are promised`
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
    room: ({ name, resource, more, each, room, on, grows }): Words => ({
      line: `${more} more of ${name} ${more === 1 ? 'takes' : 'take'} ${sayQuantity(resource, scaleQuantity(each, more))} of ${resource}, and ${sayLeft(sayQuantity(resource, room.left))} left on ${on}${sayGrows(grows)}`,
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
  const each = pod.requests[resource] ?? zeroQuantity
  const where = pool.name === undefined ? 'all nodes' : `the pool ${pool.name}`
  const standing = poolRoom(estate, pods, pool.nodes, { resource, denied })
  const now = holds(standing, scaleQuantity(each, more))
  const further = now === true ? undefined : moreRoom(view, pod.environment, resource)
  const then = further?.room && holds(further.room, scaleQuantity(each, more))
  const isMore = further?.room !== undefined
  const room = further?.room ?? standing
  const grows = further?.grows ?? []
  const bounded = then === true && further?.isBounded ? undefined : then
  const written = now === true ? now : isMore ? bounded : now
  const truth = written === false && grows.length > 0 ? undefined : written
  const on = isMore ? sayMost(where, further) : where
  return [
    part(
      'room',
      truth,
      { name: pod.name, resource, more, each, room, on, grows: written === false ? grows : [] },
      {
        assumes: room.assumes,
        cause: `room/${estate.cluster}/${where}/${resource}`,
        hint: 'a node more, smaller requests, or neighbours elsewhere',
      },
    ),
  ]
}

function sayLeft(amount: string): string {
  return `${amount} ${amount === '1 core' ? 'is' : 'are'}`
}

/** Whether so much fits on top, wherever that stands which is known for the cluster only. */
function holds(room: PoolRoom, more: Quantity): boolean | undefined {
  if (room.nodes.length === 0 || room.unsized.length > 0) return undefined
  const after = room.left.nano - more.nano
  if (after >= (room.anywhere?.most.nano ?? 0n)) return true
  return after < 0n ? false : undefined
}
