// A spread rule never refuses the emptiest of the domains that it counts: one pod more there is within any maxSkew.

import type { Taint } from '../../kubernetes/types.ts'
import type { Member } from './board.ts'
import { untoleratedTaint } from './tolerates.ts'

/**
 * Nodes by domain, of which the emptiest takes the pod whatever stands there; which one that is nobody knows. Undefined
 * where more than one rule binds, or where a domain that takes no pod may stay the emptiest.
 */
export function emptiestGroups(
  { spread, pod }: Member,
  lost: number,
  open: readonly number[],
): readonly (readonly number[])[] | undefined {
  const [rule, ...others] = spread
  if (!rule || others.length > 0) return undefined
  const { of } = rule.domains
  // Cordoned or silent, a node has a taint; the rule looks away from it only where it honours taints.
  const isGone = rule.rule.honorsTaints && awayTaints.every((taint) => untoleratedTaint(pod.spec, [taint]))
  const counts = (node: number) => rule.counted[node] === 1 && !(isGone && node === lost)
  const among = rule.among.filter((id) => of.some((domain, node) => domain === id && counts(node)))
  if (among.length < rule.rule.minDomains) return undefined
  const groups = among.map((id) => open.filter((node) => of[node] === id))
  return groups.length > 0 && groups.every((group) => group.length > 0) ? groups : undefined
}

const awayTaints: readonly Taint[] = [
  { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/unreachable', effect: 'NoSchedule' },
]
