// What there is room for: what is said, and of a store what it lies on.

import { allocatableOf, isUnsizedIn } from '../../engine/capacity/node-room.ts'
import { mayStandOn } from '../../engine/placement/eligible.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { compareQuantity, type Quantity, sayQuantity } from '../../kubernetes/quantity.ts'
import type { Forecast } from '../../platform/model.ts'
import type { Stated } from '../../platform/source.ts'
import { traitsOf } from '../../platform/traits.ts'
import { percentOf } from '../../platform/units.ts'
import { kindsOf } from '../stores/kind-words.ts'
import { clustersIn } from '../tiering/clusters-in.ts'
import type { View, World } from '../world.ts'

export interface Bound {
  readonly most: string | number
  /** Behind the amount: ` of the volume data`; nothing where it is said. */
  readonly of: string
  readonly cause: string
  readonly stated: Stated | undefined
}

export function boundsOf(forecast: Forecast, world: World): readonly Bound[] {
  const { most, now, cites } = forecast
  const said = most ?? (percentOf(now) === undefined ? undefined : '100%')
  const stated = cites && Object.hasOwn(cites, 'most') ? cites.most : undefined
  return [
    ...(said === undefined ? [] : [{ most: said, of: '', cause: 'most', stated }]),
    ...(forecast.resource === 'storage' ? storedOn(forecast, world) : []),
  ]
}

/** A volume of which nobody says the size, and the disk of a node that it may lie on. */
export interface Unsized {
  readonly name: string
  readonly disk?: Bound
}

/** What is on a volume is not on the disk of its node: that counts only where the volume is a part of it. */
export function unsizedVolume(forecast: Forecast, world: World): Unsized | undefined {
  const { of, resource } = forecast
  if (of.is !== 'component' || resource !== 'storage') return undefined
  const stands = standing(of.name, world)
  const kept = traitsOf(of).keeps.find(({ size }) => size === undefined)
  if (!kept || stands.length === 0 || stands.some(({ pod }) => pod.claims.length > 0)) return undefined
  const isElsewhere = stands.some(({ view }) => {
    const said = clustersIn(world).find(({ name }) => name === view.estate.cluster)?.storage[kept.class ?? '']
    return said?.provisioner !== undefined || (said !== undefined && kindsOf(said).includes('network'))
  })
  const disk = isElsewhere ? undefined : smallest(stands.flatMap(({ view, pod }) => diskOf(view, pod) ?? []))
  return { name: of.name, ...(disk && { disk }) }
}

// Each member keeps all of it: the smallest volume is full first.
function storedOn(forecast: Forecast, world: World): readonly Bound[] {
  const { of } = forecast
  if (of.is !== 'component' || unsizedVolume(forecast, world)) return []
  const bound = smallest(standing(of.name, world).flatMap(({ view, pod }) => boundOf(view, pod) ?? []))
  return bound ? [bound] : []
}

function standing(component: string, { views }: World): readonly { readonly view: View; readonly pod: PodClass }[] {
  const all = views.flatMap((view) =>
    view.pods.filter((pod) => pod.component === component && pod.steady).map((pod) => ({ view, pod })),
  )
  const live = all.filter(({ view, pod }) => purposeOf(view, pod) === 'production')
  return live.length > 0 ? live : all
}

function smallest(bounds: readonly Sized[]): Bound | undefined {
  return bounds.toSorted((a, b) => compareQuantity(a.size, b.size))[0]?.bound
}

interface Sized {
  readonly size: Quantity
  readonly bound: Bound
}

function boundOf(view: View, pod: PodClass): Sized | undefined {
  const claims = pod.claims.flatMap(({ claim, size }) => (size ? [{ claim, size }] : []))
  const [first] = claims.toSorted((a, b) => compareQuantity(a.size, b.size))
  const stated = pod.source.statedOf?.(['spec', 'volumeClaimTemplates']) ?? pod.source.stated
  if (first) return sized(first.size, ` of the volume ${first.claim.replace(/-#$/, '')}`, first.claim, stated)
  return pod.claims.length > 0 ? undefined : diskOf(view, pod)
}

// What has no volume lies on the disk of its node.
function diskOf({ estate }: View, pod: PodClass): Sized | undefined {
  const names = new Set(mayStandOn(estate, pod))
  const nodes = estate.nodes.filter(({ name }) => names.has(name))
  if (nodes.length === 0 || nodes.some((node) => isUnsizedIn(node, disk) || !(disk in node.allocatable)))
    return undefined
  const [largest] = nodes.toSorted((a, b) => compareQuantity(allocatableOf(b, disk), allocatableOf(a, disk)))
  if (!largest) return undefined
  return sized(allocatableOf(largest, disk), ` of the disk of ${largest.name}`, 'disk', largest.source.stated)
}

const disk = 'ephemeral-storage'

function sized(size: Quantity, of: string, cause: string, stated: Stated | undefined): Sized {
  return { size, bound: { most: sayQuantity('memory', size), of, cause, stated } }
}

function purposeOf({ estate }: View, { environment }: PodClass): string | undefined {
  return estate.environments.find(({ name }) => name === environment)?.purpose
}
