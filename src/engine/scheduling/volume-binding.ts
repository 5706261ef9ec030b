// Claims of a pod against a node: the volumes that are there, those that would be bound, those that would be made.
// Source: pkg/scheduler/framework/plugins/volumebinding/{volume_binding,binder}.go (kubernetes v1.36.3).

import { compareQuantity, zeroQuantity } from '../../kubernetes/quantity.ts'
import type { Cycle } from './cycle.ts'
import { madeVolume, tieTo } from './made-volume.ts'
import { termsOn } from './moved-volume.ts'
import { type NodeFilter, nowhere, type Prepared } from './refusal.ts'
import { nodeSays, podSays } from './scheduler-says.ts'
import type { SchedulingNode } from './scheduling-node.ts'
import type { SchedulingPod } from './scheduling-pod.ts'
import type { Claim, Storage, Volume } from './storage.ts'
import { isReachable, matchingVolume, type Provision, provisionOn } from './volume-match.ts'
import { isMadeFor, type VolumeUse, volumeUses } from './volume-uses.ts'

export function bindingFilter({ world, pod }: Cycle): Prepared {
  const uses = volumeUses(pod).filter(({ claim }) => claim !== undefined)
  if (uses.length === 0) return undefined
  for (const use of uses) {
    const fault = claimFault(use, pod, world.storage)
    if (fault !== undefined) return nowhere(fault, use.path)
  }
  const claims = claimsOf(pod, world.storage)
  const unbound = claims.find((claim) => !claim.isBound && !(isDelayed(claim, world.storage) && claim.volume === ''))
  if (unbound)
    return nowhere(
      podSays.claimUnbound(),
      pathOf(uses, (name) => name === unbound.name),
    )
  return bindable(world.storage, claims, uses)
}

/** What keeps the pod from every node, in the scheduler's words (volume_binding.go:335). */
function claimFault(
  { claim: name = '', isEphemeral }: VolumeUse,
  pod: SchedulingPod,
  storage: Storage,
): string | undefined {
  const claim = storage.claims.get(`${pod.namespace}/${name}`)
  if (!claim) {
    if (isEphemeral) return podSays.claimToBeMade(name)
    return podSays.noClaim(name)
  }
  if (claim.isLost) return podSays.claimLost(name, claim.volume)
  if (claim.isEnding) return podSays.claimEnding(name)
  if (!isEphemeral || isMadeFor(pod, claim)) return undefined
  return podSays.claimOfOther(`${pod.namespace}/${name}`, pod.id)
}

function claimsOf(pod: SchedulingPod, storage: Storage): readonly Claim[] {
  return volumeUses(pod).flatMap(({ claim }) => storage.claims.get(`${pod.namespace}/${claim ?? ''}`) ?? [])
}

function isDelayed(claim: Claim, { classes }: Storage): boolean {
  return classes.get(claim.class)?.bindingMode === 'WaitForFirstConsumer'
}

function bindable(storage: Storage, claims: readonly Claim[], uses: readonly VolumeUse[]): NodeFilter {
  return ({ node }) => {
    const found = volumesOn(node, claims, storage)
    const { reasons } = found
    if (reasons.length === 0) return undefined
    const path = pathOf(uses, (name) => name === found.fault?.name) ?? uses[0]?.path
    return { reasons, isFinal: true, ...(path && { path }) }
  }
}

function pathOf(uses: readonly VolumeUse[], is: (name: string) => boolean): VolumeUse['path'] | undefined {
  return uses.find(({ claim }) => claim !== undefined && is(claim))?.path
}

interface VolumesOn {
  readonly reasons: readonly string[]
  /** The first claim that cannot be had there. */
  readonly fault?: Claim
  readonly bind: readonly { readonly claim: Claim; readonly volume: Volume }[]
  readonly make: readonly Claim[]
}

/** What the pod would use on the node; with reasons where it cannot (binder.go:283, FindPodVolumes). */
function volumesOn(node: SchedulingNode, claims: readonly Claim[], storage: Storage): VolumesOn {
  const bound = boundFault(node, claims, storage)
  const { bind, make, fault } = unboundOn(node, claims, storage)
  const [away, gone] = [bound?.is === 'away', bound?.is === 'gone']
  const reasons = [
    ...(away ? [nodeSays.volumeAway] : []),
    ...(fault?.is === 'not made there' ? [nodeSays.noVolume] : []),
    ...(fault?.is === 'no space there' ? [nodeSays.noSpace] : []),
    ...(gone ? [nodeSays.volumeGone] : []),
  ]
  const at = bound?.claim ?? fault?.claim
  return { reasons, bind, make, ...(at && { fault: at }) }
}

function boundFault(node: SchedulingNode, claims: readonly Claim[], storage: Storage) {
  for (const claim of claims) {
    if (!claim.isBound) continue
    const volume = storage.volumes.get(claim.volume)
    if (!volume) return { is: 'gone', claim } as const
    if (!isReachable({ nodes: termsOn(node, volume, storage) }, node)) return { is: 'away', claim } as const
  }
  return undefined
}

interface UnboundOn extends Pick<VolumesOn, 'bind' | 'make'> {
  readonly fault?: { readonly is: Exclude<Provision, 'made there'>; readonly claim: Claim }
}

function unboundOn(node: SchedulingNode, claims: readonly Claim[], storage: Storage): UnboundOn {
  const unbound = claims.filter(({ isBound }) => !isBound)
  const elsewhere = unbound.find(({ selectedNode }) => selectedNode !== undefined && selectedNode !== node.name)
  if (elsewhere) return { bind: [], make: [], fault: { is: 'not made there', claim: elsewhere } }

  const chosen = unbound.filter(({ selectedNode }) => selectedNode !== undefined)
  const free = unbound.filter(({ selectedNode }) => selectedNode === undefined).sort(bySize)
  const taken = new Set<Volume>()
  const bind: { claim: Claim; volume: Volume }[] = []
  const make: Claim[] = [...chosen]
  for (const claim of free) {
    const volume = matchingVolume(claim, volumesFor(claim, storage), node, taken)
    if (!volume) make.push(claim)
    else {
      taken.add(volume)
      bind.push({ claim, volume })
    }
  }
  for (const claim of make) {
    const is = provisionOn(claim, storage, node)
    if (is !== 'made there') return { bind, make, fault: { is, claim } }
  }
  return { bind, make }
}

function volumesFor({ class: name }: Claim, { volumesOfClass }: Storage): readonly Volume[] {
  return volumesOfClass.get(name) ?? []
}

function bySize(a: Claim, b: Claim): number {
  return compareQuantity(a.asks ?? zeroQuantity, b.asks ?? zeroQuantity)
}

/**
 * The claims of a pod that goes to a node, as the volume controller leaves them: free volumes are bound to them; what is
 * still to be made is to be made for that node.
 */
export function bindClaims(pod: SchedulingPod, storage: Storage, node: SchedulingNode): void {
  const { bind, make, reasons } = volumesOn(node, claimsOf(pod, storage), storage)
  if (reasons.length > 0) return
  for (const { claim, volume } of bind) bindVolume(claim, volume)
  for (const claim of make) {
    const tie = storage.made(claim.class)
    if (tie === undefined) claim.selectedNode = node.name
    else bindVolume(claim, madeVolume(claim, storage, tieTo(node, tie)))
  }
}

function bindVolume(claim: Claim, volume: Volume): void {
  volume.claim = { namespace: claim.namespace, name: claim.name, uid: claim.uid }
  volume.isAvailable = false
  claim.volume = volume.name
  claim.isBound = true
}
