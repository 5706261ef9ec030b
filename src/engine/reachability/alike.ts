// Where the port makes no difference: what is found out at one port then holds for all, and need not be asked again.

import type { Ref } from '../../kubernetes/types.ts'
import { sideQuestions } from './connection.ts'
import type { Endpoint } from './endpoint.ts'
import type { SideQuestion } from './party.ts'
import type { Direction } from './policy.ts'
import type { Reachability } from './reachability.ts'
import { shownSide } from './side.ts'
import { takingRules } from './taking-rules.ts'

/** Whether every connection between two ends has the same answer: no rule that takes them on either side tells ports apart. */
export function isAlikeAtEveryPort(r: Reachability, from: Endpoint, to: Endpoint): boolean {
  const sides = quietly(r, from, to)
  return sides !== undefined && !tellsPorts(r, sides.egress) && !tellsPorts(r, sides.ingress)
}

/** Whether policies on `subject` shut `far` out at every port, with nothing assumed: no rule of theirs takes it. */
export function isShutOut(r: Reachability, subject: Ref, far: Ref, direction: Direction): boolean {
  const [from, to] = direction === 'egress' ? [subject, far] : [far, subject]
  const side = quietly(r, from, to)?.[direction]
  return side !== undefined && takingOf(r, side).length === 0 && shownSide(r, side).open === false
}

// Pods on their node's network may count as their nodes, and tiers of policies may pass a port on: both are asked each time.
function quietly(r: Reachability, from: Endpoint, to: Endpoint) {
  if (r.tiers || !isPlain(r, from) || !isPlain(r, to)) return undefined
  return sideQuestions(r, { from, to, tells: false }, 'pods')
}

function isPlain({ classes, classOf }: Reachability, end: Endpoint): end is Ref {
  const at = typeof end === 'string' ? classOf.get(end) : undefined
  return at !== undefined && classes[at]?.hostNetwork === false
}

function tellsPorts(r: Reachability, side: SideQuestion): boolean {
  return takingOf(r, side).some(({ rule }) => rule.ports !== undefined)
}

function takingOf(r: Reachability, side: SideQuestion) {
  const isolating = side.subject.is === 'pods' ? (r.isolating[side.direction][side.subject.at] ?? []) : []
  return takingRules(r, isolating, side)
}
