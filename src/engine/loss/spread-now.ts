// A spread rule after a failure: what its domains hold, and which of them take one more pod whatever else happens.

import type { Taint } from '../../kubernetes/types.ts'
import type { Member } from '../placement/board.ts'
import type { CompiledSpread } from '../placement/spread.ts'
import { untoleratedTaint } from '../placement/tolerates.ts'
import { isTerminating, type Scene } from './scene.ts'
import { emptied, leastCounted, leastHeld, nodesByHeld, type Standing, standingOf } from './spread-standing.ts'

export interface SpreadNow {
  readonly before: Standing
  /** Domains that hold something else now: pods that stay, those that are Terminating left out; −1 where one does not count. */
  readonly changed: ReadonlyMap<number, number>
  /** How many domains count. */
  readonly domains: number
  /** What the emptiest domain holds at least, whatever comes. */
  readonly least: number
  /** Pods of others, and of its own class but one, that may come and count. */
  readonly coming: number
}

export function spreadNow(scene: Scene, member: Member, spread: CompiledSpread): SpreadNow {
  const { ground, isLost, movers } = scene
  const isAway = areNotCounted(scene, member, spread)
  const before = standingOf(ground, spread)
  const changed = new Map<number, number>()
  if (isAway) for (const domain of emptied(scene, spread)) changed.set(domain, -1)
  const domains = before.domains - changed.size
  let coming = spread.takesSelf ? -1 : 0
  for (const other of spread.taken) {
    coming += movers.get(other) ?? 0
    const owner = ground.board.members[other]
    const isEnding = owner !== undefined && isTerminating(owner)
    if (!isAway && !isEnding) continue
    for (const node of ground.seats[other] ?? [])
      if (isLost[node] === 1 && spread.counted[node] === 1) takeOne(changed, before, spread.domains.of[node] ?? -1)
  }
  const least = domains < spread.rule.minDomains ? 0 : leastHeld(before, changed)
  return { before, changed, domains, least, coming: Math.max(0, coming) }
}

function takeOne(changed: Map<number, number>, { holds }: Standing, domain: number): void {
  const held = changed.get(domain) ?? holds[domain] ?? -1
  if (held > 0) changed.set(domain, held - 1)
}

/** The pods of a domain that stay; −1 where it does not count. */
export function heldIn({ before, changed }: SpreadNow, domain: number): number {
  return changed.get(domain) ?? before.holds[domain] ?? -1
}

/** What the emptiest domain holds at most in the end: one whose nodes are all lost gets no more. */
export function mostInEmptiest(scene: Scene, spread: CompiledSpread, now: SpreadNow): number {
  if (now.domains < spread.rule.minDomains) return 0
  const lost = emptied(scene, spread)
  const gone = new Map([...now.changed, ...lost.map((domain) => [domain, -1] as const)])
  let most = leastHeld(now.before, gone) + now.coming
  for (const domain of lost) {
    const held = heldIn(now, domain)
    if (held !== -1) most = Math.min(most, held)
  }
  return most
}

/**
 * Nodes in domains that take one more pod as long as no other that counts comes to them, by how many nodes each domain has;
 * or that can take one once the emptiest holds so many.
 */
export function nodesTaking(
  { before, changed, least }: SpreadNow,
  { rule, takesSelf }: CompiledSpread,
  sizes: Int32Array,
  emptiest = least,
): number {
  const most = rule.maxSkew + emptiest - (takesSelf ? 1 : 0)
  const byHeld = nodesByHeld(before, sizes)
  let taking = byHeld[Math.min(most, byHeld.length - 1)] ?? 0
  for (const [domain, held] of changed) {
    if (Math.max(0, before.holds[domain] ?? 0) <= most) taking -= sizes[domain] ?? 0
    if (Math.max(0, held) <= most) taking += sizes[domain] ?? 0
  }
  return taking
}

/** Whether a domain may count no more once two nodes are lost, whichever they are. */
export function mayLoseDomain(scene: Scene, member: Member, spread: CompiledSpread): boolean {
  return areNotCounted(scene, member, spread) && leastCounted(spread) <= 2
}

/** Nodes that are gone do not count; silent ones do, unless the rule honours taints. */
function areNotCounted({ state }: Scene, { pod }: Member, { rule }: CompiledSpread): boolean {
  return state === 'removed' || (rule.honorsTaints && untoleratedTaint(pod.spec, [silent]) !== undefined)
}

const silent: Taint = { key: 'node.kubernetes.io/unreachable', effect: 'NoSchedule' }

/** Whether a domain takes one more pod as long as no other that counts comes to it. */
export function takesOneMore(now: SpreadNow, { rule, takesSelf }: CompiledSpread, domain: number): boolean {
  return domain !== -1 && Math.max(0, heldIn(now, domain)) + (takesSelf ? 1 : 0) - now.least <= rule.maxSkew
}

/** Whether a domain can take none, even once the emptiest holds as many as it may. */
export function takesNone(now: SpreadNow, { rule, takesSelf }: CompiledSpread, domain: number, most: number): boolean {
  return domain === -1 || Math.max(0, heldIn(now, domain)) + (takesSelf ? 1 : 0) - most > rule.maxSkew
}
