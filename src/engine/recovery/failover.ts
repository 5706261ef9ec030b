// Whether the members that a failure leaves carry on with all rows, and who sees to it.

import type { Estate, Source } from '../../estate/estate.ts'
import type { Failure } from '../../platform/model.ts'
import type { Assumption } from '../assumption.ts'
import { mostTogether } from '../placement/crowd.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { copiesOf, type Members, neededMembers } from './copies.ts'
import { isWrong } from './fate.ts'
import { forEver, noTime, type Span, spanOf } from './span.ts'

export interface Failover {
  readonly members: Members
  /** Members that are left in the worst case. */
  readonly left: number
  /** Members that must be left for the store to carry on: a majority, or one that can be promoted. */
  readonly needs: number
  /**
   * `followers`: those that are left have all rows; `others`: they have other rows; `nobody`: none is left, or not
   * enough; `unpromoted`: they have all rows and nobody makes one of them the primary; `unsaid`: nobody says what they have.
   */
  readonly by: 'followers' | 'others' | 'nobody' | 'unpromoted' | 'unsaid'
  /** Until they carry on; infinite where they do not. */
  readonly span: Span
  readonly actor?: 'itself' | 'somebody'
  readonly source: Source
  readonly assumes: readonly Assumption[]
}

/** What the rest of a store does after the failure, over every placement that the rules permit. */
export function failover(
  estate: Estate,
  pod: PodClass,
  failure: Failure,
  options: { readonly denied?: ReadonlySet<string> } = {},
): Failover {
  const { members } = copiesOf(estate, pod, options.denied)
  const left = Math.max(0, members.count - takenWith(estate, pod, failure))
  const needs = neededMembers(members)
  const base = { members, left, needs, source: members.source, span: forEver, assumes: [] }
  if (left < needs) return { ...base, by: 'nobody' }
  // Each of them has gathered the same: the others are asked at once.
  if (members.share === 'alike') return { ...base, by: 'followers', span: noTime, actor: 'itself' }
  if (members.share === 'unsaid') return { ...base, by: 'unsaid' }
  if (members.share !== 'follow') return { ...base, by: 'others' }
  return promoted(base, options.denied)
}

function promoted(base: Omit<Failover, 'by'>, denied: ReadonlySet<string> | undefined): Failover {
  const { members } = base
  const fact = members.replication
  if (!fact || (fact.failover === 'none' && fact.mode !== 'consensus')) return { ...base, by: 'unpromoted' }
  const assumption: Assumption = {
    id: `promotes/${fact.environment}/${fact.component}`,
    says: `a follower of ${fact.component} is promoted no later than estimated`,
    kind: 'estimate',
    source: fact.source,
  }
  const said = fact.promotesSeconds ? [assumption] : []
  if (said.some(({ id }) => denied?.has(id))) return { ...base, by: 'unpromoted' }
  const actor = fact.failover === 'manual' ? 'somebody' : 'itself'
  return { ...base, by: 'followers', span: spanOf(fact.promotesSeconds), actor, assumes: [...members.assumes, ...said] }
}

function takenWith(estate: Estate, pod: PodClass, { kind, of }: Failure): number {
  if (isWrong(kind)) return pod.count
  if (of === 'pod') return Math.min(1, pod.count)
  return of === 'node' || of === 'zone' ? mostTogether(estate, pod, of) : pod.count
}
