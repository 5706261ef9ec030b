// A spread rule after a failure: what its domains hold, and which of them take one more pod whatever else happens.

import type { Taint } from '../../kubernetes/types.ts'
import type { Member } from '../placement/board.ts'
import type { CompiledSpread } from '../placement/spread.ts'
import { untoleratedTaint } from '../placement/tolerates.ts'
import { isTerminating, type Scene } from './scene.ts'

export interface SpreadNow {
  /** Per domain: the pods that stay, those that are Terminating left out; −1 where the domain does not count. */
  readonly holds: Int32Array
  /** How many domains count. */
  readonly domains: number
  /** What the emptiest domain holds at least, whatever comes. */
  readonly least: number
  /** What it holds at most in the end. */
  readonly most: number
  /** Pods of others, and of its own class but one, that may come and count. */
  readonly coming: number
}

export function spreadNow(scene: Scene, member: Member, spread: CompiledSpread): SpreadNow {
  const { ground, isLost, lost } = scene
  const { board, seats } = ground
  const { of } = spread.domains
  const isAway = areNotCounted(scene, member, spread)
  const sizes = Int32Array.from(countedIn(spread))
  const live = Int32Array.from(sizes)
  for (const node of lost) {
    const domain = of[node] ?? -1
    if (domain === -1 || spread.counted[node] !== 1) continue
    live[domain] = (live[domain] ?? 0) - 1
    if (isAway) sizes[domain] = (sizes[domain] ?? 0) - 1
  }
  const holds = sizes.map((size) => (size > 0 ? 0 : -1))
  for (const other of spread.taken) {
    const owner = board.members[other]
    const isEnding = owner !== undefined && isTerminating(owner)
    for (const node of seats[other] ?? []) {
      const domain = of[node] ?? -1
      const counts = spread.counted[node] === 1 && !(isLost[node] === 1 && (isAway || isEnding))
      if (counts && domain !== -1) holds[domain] = (holds[domain] ?? 0) + 1
    }
  }
  const own = spread.takesSelf ? 1 : 0
  const coming = Math.max(0, spread.taken.reduce((sum, other) => sum + (scene.movers.get(other) ?? 0), 0) - own)
  return { holds, coming, ...bounds(holds, live, coming, spread) }
}

function bounds(holds: Int32Array, live: Int32Array, coming: number, { rule }: CompiledSpread) {
  let [least, most, domains] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0]
  for (let domain = 0; domain < holds.length; domain++) {
    const held = holds[domain] ?? -1
    if (held === -1) continue
    domains++
    least = Math.min(least, held)
    most = Math.min(most, (live[domain] ?? 0) > 0 ? held + coming : held)
  }
  return domains < rule.minDomains ? { domains, least: 0, most: 0 } : { domains, least, most }
}

const counts = new WeakMap<CompiledSpread, Int32Array>()

/** Per domain: how many nodes of it the rule counts. */
function countedIn(spread: CompiledSpread): Int32Array {
  const found = counts.get(spread)
  if (found) return found
  const made = new Int32Array(spread.domains.names.length)
  for (const [node, domain] of spread.domains.of.entries())
    if (domain !== -1 && spread.counted[node] === 1) made[domain] = (made[domain] ?? 0) + 1
  counts.set(spread, made)
  return made
}

/** Nodes that are gone do not count; silent ones do, unless the rule honours taints. */
function areNotCounted({ state }: Scene, { pod }: Member, { rule }: CompiledSpread): boolean {
  return state === 'removed' || (rule.honorsTaints && untoleratedTaint(pod.spec, [silent]) !== undefined)
}

const silent: Taint = { key: 'node.kubernetes.io/unreachable', effect: 'NoSchedule' }

/** Whether a domain takes one more pod as long as no other that counts comes to it. */
export function takesOneMore(
  { holds, least }: SpreadNow,
  { rule, takesSelf }: CompiledSpread,
  domain: number,
): boolean {
  return domain !== -1 && Math.max(0, holds[domain] ?? 0) + (takesSelf ? 1 : 0) - least <= rule.maxSkew
}

/** Whether a domain can take none, even once the emptiest has been filled as far as it may be. */
export function takesNone({ holds, most }: SpreadNow, { rule, takesSelf }: CompiledSpread, domain: number): boolean {
  return domain === -1 || Math.max(0, holds[domain] ?? 0) + (takesSelf ? 1 : 0) - most > rule.maxSkew
}
