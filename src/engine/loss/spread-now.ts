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
  /** Pods of others, and of its own class but one, that may come and count. */
  readonly coming: number
}

export function spreadNow(scene: Scene, member: Member, spread: CompiledSpread): SpreadNow {
  const { ground, isLost } = scene
  const { of } = spread.domains
  const isAway = areNotCounted(scene, member, spread)
  const holds = Int32Array.from(emptyOf(spread))
  if (isAway) for (const [domain, left] of leftIn(scene, spread)) if (left === 0) holds[domain] = -1
  for (const other of spread.taken) {
    const owner = ground.board.members[other]
    const isEnding = owner !== undefined && isTerminating(owner)
    for (const node of ground.seats[other] ?? []) {
      const domain = of[node] ?? -1
      const counts = spread.counted[node] === 1 && !(isLost[node] === 1 && (isAway || isEnding))
      if (counts && domain !== -1) holds[domain] = (holds[domain] ?? 0) + 1
    }
  }
  let [least, domains, coming] = [Number.POSITIVE_INFINITY, 0, spread.takesSelf ? -1 : 0]
  for (let domain = 0; domain < holds.length; domain++) {
    const held = holds[domain] ?? -1
    if (held === -1) continue
    domains++
    if (held < least) least = held
  }
  for (const other of spread.taken) coming += scene.movers.get(other) ?? 0
  return { holds, coming: Math.max(0, coming), domains, least: domains < spread.rule.minDomains ? 0 : least }
}

/** What the emptiest domain holds at most in the end: one whose nodes are all lost gets no more. */
export function mostInEmptiest(scene: Scene, spread: CompiledSpread, { holds, domains, coming }: SpreadNow): number {
  if (domains < spread.rule.minDomains) return 0
  const left = leftIn(scene, spread)
  let most = Number.POSITIVE_INFINITY
  for (let domain = 0; domain < holds.length; domain++) {
    const held = holds[domain] ?? -1
    if (held !== -1) most = Math.min(most, left.get(domain) === 0 ? held : held + coming)
  }
  return most
}

/** Of the domains with lost nodes: how many others of theirs the rule counts. */
function leftIn({ lost }: Scene, spread: CompiledSpread): ReadonlyMap<number, number> {
  const sizes = countedIn(spread)
  const left = new Map<number, number>()
  for (const node of lost) {
    const domain = spread.domains.of[node] ?? -1
    if (domain === -1 || spread.counted[node] !== 1) continue
    left.set(domain, (left.get(domain) ?? sizes[domain] ?? 0) - 1)
  }
  return left
}

const empties = new WeakMap<CompiledSpread, Int32Array>()

function emptyOf(spread: CompiledSpread): Int32Array {
  const found = empties.get(spread) ?? countedIn(spread).map((size) => (size > 0 ? 0 : -1))
  empties.set(spread, found)
  return found
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

/** Whether a domain can take none, even once the emptiest holds as many as it may. */
export function takesNone(
  { holds }: SpreadNow,
  { rule, takesSelf }: CompiledSpread,
  domain: number,
  most: number,
): boolean {
  return domain === -1 || Math.max(0, holds[domain] ?? 0) + (takesSelf ? 1 : 0) - most > rule.maxSkew
}
