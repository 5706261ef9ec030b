// A connection as parts of a verdict: open with its rules, or each side that stops it with the rule that comes nearest.

import { joinAssumptions } from '../../engine/assumption.ts'
import type { Connection, Side } from '../../engine/reachability/connection.ts'
import { nameLabel } from '../../engine/reachability/namespaces.ts'
import { narrowest } from '../../engine/reachability/nearness.ts'
import type { Miss, Refusal } from '../../engine/reachability/refusal.ts'
import type { Deciding } from '../../engine/reachability/rule-match.ts'
import { sayLabelSelector } from '../../kubernetes/selector.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { type Part, part } from '../define.ts'
import type { View } from '../world.ts'
import { type ConnectionRules, type Ends, placeText, type Stopped } from './connection-words.ts'
import { toldRefusals } from './miss-words.ts'
import { labelFix, labelPlace, renamedLabel } from './namespace-label.ts'
import { policyPlace } from './policy-place.ts'
import { reachable } from './reachable.ts'

export type ConnectionPart = { [R in keyof ConnectionRules]: Part<R, ConnectionRules[R]> }[keyof ConnectionRules]

/** One part where it passes or nobody can tell, else one for each side that stops it. */
export function connectionParts(connection: Connection, ends: Ends, view: View): readonly ConnectionPart[] {
  const { open, assumes, unknown, egress, ingress, voided } = connection
  if (open) {
    const lets = [egress, ingress].flatMap(({ allowedBy }) => allowedBy?.policy ?? [])
    const isItself = [egress, ingress].some((side) => side.open === false) && { isItself: true as const }
    const because = { ...ends, lets, ...(voided.length > 0 && { voided }), ...isItself }
    return [part('passes', true, because, { assumes: joinAssumptions([assumes]) })]
  }
  if (open === undefined) return [part('undecided', undefined, { ...ends, unknown })]
  return [
    ...(egress.open === false ? [stopped('egress', egress, ingress, ends, view)] : []),
    ...(ingress.open === false ? [stopped('ingress', ingress, egress, ends, view)] : []),
  ]
}

function stopped<D extends 'egress' | 'ingress'>(
  direction: D,
  side: Side,
  other: Side,
  ends: Ends,
  view: View,
): Part<D, Stopped> {
  if (side.deniedBy) return denied(direction, side.deniedBy, ends, view)
  const [near] = side.refusals
  const miss = near && decisiveMiss(near)
  const ifEnforced = view.estate.enforcesPolicy.holds === undefined && { ifEnforced: true as const }
  const because = { ...ends, isolatedBy: side.isolatedBy, refusals: toldRefusals(side.refusals), ...ifEnforced }
  return part(direction, false, because, {
    cause: causeOf(direction, near, miss, ends, view),
    hint: hintOf(direction, near, miss, ends),
    fix: other.open && near && miss ? labelFix(near, miss, view) : undefined,
    at:
      near && miss
        ? (labelPlace(miss, view) ?? { source: near.source, path: miss.path })
        : isolationSource(direction, side, view),
  })
}

function denied<D extends 'egress' | 'ingress'>(
  direction: D,
  { policy, rule, name, path, source }: Deciding,
  ends: Ends,
  view: View,
): Part<D, Stopped> {
  const ifEnforced = view.estate.enforcesPolicy.holds === undefined && { ifEnforced: true as const }
  const deniedBy = { policy, rule: name ?? `rule ${rule + 1}` }
  const because = { ...ends, isolatedBy: [policy], refusals: [], deniedBy, ...ifEnforced }
  const whom = direction === 'egress' ? `lets it out to ${ends.to}` : `lets ${ends.from} in`
  return part(direction, false, because, {
    cause: `denied-${direction}/${view.estate.cluster}/${policy}/${rule}`,
    hint: `a rule before ${deniedBy.rule} of ${partsOf(policy).name} that ${whom}`,
    at: { source, path },
  })
}

// Where peers and ports both miss, the ports are the rule's own fault: the peers' shows elsewhere too.
function decisiveMiss({ misses }: Refusal): Miss | undefined {
  const isPort = ({ why }: Miss) => why === 'port' || why === 'protocol' || why === 'portName'
  return misses.find(isPort) ?? misses.find(({ why }) => why === 'namespaceSelector') ?? misses[0]
}

function causeOf(
  direction: string,
  near: Refusal | undefined,
  miss: Miss | undefined,
  ends: Ends,
  { estate }: View,
): string {
  const [own, far] =
    direction === 'egress' ? [ends.fromNamespace, ends.toNamespace] : [ends.toNamespace, ends.fromNamespace]
  if (near && miss && (near.isMeant || near.distance === 1)) {
    if (miss.why === 'namespaceSelector' && miss.matchesNone)
      return `namespace-label/${estate.cluster}/${sayLabelSelector(miss.selector, 'namespace')}`
    if (miss.why === 'port' || miss.why === 'portName') return `${direction}-ports/${near.policy}`
    if (miss.why === 'protocol') return `${direction}-protocol/${near.policy}`
  }
  return `no-${direction}-rule/${own}/${far || 'outside'}`
}

function hintOf(direction: string, near: Refusal | undefined, miss: Miss | undefined, ends: Ends): string {
  const policy = near && partsOf(near.policy).name
  if (near && miss && (near.isMeant || near.distance === 1)) {
    const renamed = miss.why === 'namespaceSelector' && miss.matchesNone && renamedLabel(miss)
    if (renamed) return `select ${renamed.join('=')} in ${policy}, as namespace ${miss.namespace} is labelled`
    if (miss.why === 'namespaceSelector' && miss.matchesNone)
      return `select ${nameLabel}=${miss.namespace} in ${policy}, or give the namespace the label`
    if (miss.why === 'port' || miss.why === 'protocol') return `let ${ends.at} through in ${policy}`
  }
  return direction === 'egress'
    ? `a rule of ${ends.fromNamespace} that lets its pods out to ${placeText(ends.to, ends.at)}`
    : `a rule of ${ends.toNamespace} that lets ${ends.from} in${ends.at && ` at ${ends.at}`}`
}

// Where no rule comes near, the policy decides that was written for the fewest: in its rules, or by having none.
function isolationSource(direction: 'egress' | 'ingress', { isolatedBy }: Side, view: View): Part['at'] {
  return policyPlace(direction, narrowest(reachable(view), direction, isolatedBy), view)
}
