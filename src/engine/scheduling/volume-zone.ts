// Volumes that say by label in which zone or region they lie.
// Source: pkg/scheduler/framework/plugins/volumezone/volume_zone.go (kubernetes v1.36.3).

import type { Cycle } from './cycle.ts'
import { final, type NodeFilter, nowhere, type Prepared } from './refusal.ts'
import { nodeSays, podSays } from './scheduler-says.ts'
import type { SchedulingNode } from './scheduling-node.ts'
import type { Volume } from './storage.ts'
import { volumeUses } from './volume-uses.ts'

const betaZone = 'failure-domain.beta.kubernetes.io/zone'
const betaRegion = 'failure-domain.beta.kubernetes.io/region'
const zone = 'topology.kubernetes.io/zone'
const region = 'topology.kubernetes.io/region'
/** Labels by which a volume says where it lies. */
export const zoneKeys = [betaZone, betaRegion, zone, region]
const todays: ReadonlyMap<string, string> = new Map([
  [betaZone, zone],
  [betaRegion, region],
])

interface Place {
  readonly key: string
  readonly values: ReadonlySet<string>
  readonly path: readonly (string | number)[]
}

export function zoneFilter({ world, pod }: Cycle): Prepared {
  const places: Place[] = []
  for (const { claim: name, isEphemeral, path } of volumeUses(pod)) {
    // Claims of ephemeral volumes are not looked at.
    if (name === undefined || isEphemeral) continue
    const claim = world.storage.claims.get(`${pod.namespace}/${name}`)
    if (!claim) return nowhere(podSays.noClaim(name), path)
    // VolumeBinding has asked before whether its class waits for a pod.
    if (claim.volume === '') continue
    const volume = world.storage.volumes.get(claim.volume)
    if (!volume) return nowhere(podSays.noVolume(claim.volume), path)
    places.push(...placesOf(volume, path))
  }
  return places.length === 0 ? undefined : inPlaces(places)
}

function placesOf({ labels }: Volume, path: Place['path']): Place[] {
  return zoneKeys.flatMap((key) => {
    const label = Object.hasOwn(labels, key) ? labels[key] : undefined
    const values = label?.split('__').map((one) => one.trim())
    // A list with an empty member is passed over.
    return values === undefined || values.includes('') ? [] : [{ key, values: new Set(values), path }]
  })
}

function inPlaces(places: readonly Place[]): NodeFilter {
  return ({ node }) => {
    if (zoneKeys.every((key) => labelOf(node, key) === undefined)) return undefined
    const wrong = places.find(({ key, values }) => {
      const value = labelOf(node, key) ?? labelOf(node, todays.get(key) ?? key)
      return value === undefined || !values.has(value)
    })
    return wrong && final(nodeSays.otherZone, wrong.path)
  }
}

function labelOf({ labels }: SchedulingNode, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined
}
