// Members that share nothing are no replicas. Those that are told the list of their voters agree on what they keep; what
// makes others follow each other, no object may show.

import { electionsIn } from '../../engine/disruption/elections.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { copiesOf } from '../../engine/recovery/copies.ts'
import { type Entry, field, openField, sayRef } from './entry.ts'
import { inField, type Seen } from './seen.ts'

/** Whether each member gathers the same by itself. */
export function gathersAlike(store: PodClass, { view }: Seen): boolean {
  return copiesOf(view.estate, store).members.share === 'alike'
}

export function replicationEntries(store: PodClass, seen: Seen): readonly Entry[] {
  const { facts } = seen.view.estate
  const isSaid = facts.some((fact) => fact.trait === 'replicates' && fact.of === store.workload)
  if (store.count < 2 || isSaid || gathersAlike(store, seen)) return []
  const says = 'its image and the list of its voters'
  const isVoting =
    electionsIn(seen.view.estate, [store]).length > 0 ||
    facts.some((fact) => fact.trait === 'elects' && fact.voters.includes(store.workload))
  const fields = [
    field('of', seen.owned(store.workload)),
    ...inField(store.environment, seen),
    ...(isVoting ? [field('guessed', says)] : []),
    field('replicates', [
      isVoting ? field('mode', 'consensus') : field('mode', 'asynchronous', 'or consensus, synchronous, none'),
      field('failover', 'automatic'),
      openField('promotes', '30s', 'nobody says how long it takes until another one leads'),
    ]),
  ]
  if (isVoting) return [{ of: 'facts', from: [`${seen.lineOf(store.source)} (${says})`], fields }]
  const asks = `${store.count} members of ${sayRef(seen.owned(store.workload))}: say how they follow each other`
  return [{ of: 'facts', from: [], asks, fields }]
}
