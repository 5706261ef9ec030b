// Members that share nothing are no replicas. Those that are told the list of their voters agree on what they keep; what
// makes others follow each other, no object may show.

import { electionsIn } from '../../engine/disruption/elections.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type Entry, field, lineOf, openField, sayRef } from './entry.ts'
import { inField, type Seen } from './seen.ts'

export function replicationEntries(store: PodClass, seen: Seen): readonly Entry[] {
  const { facts } = seen.view.estate
  const isSaid = facts.some((fact) => fact.trait === 'replicates' && fact.of === store.workload)
  if (store.count < 2 || isSaid) return []
  const says = 'its image and the list of its voters'
  const isVoting =
    electionsIn(seen.view.estate, [store]).length > 0 ||
    facts.some((fact) => fact.trait === 'elects' && fact.voters.includes(store.workload))
  const fields = [
    field('of', store.workload),
    ...inField(store.environment, seen),
    ...(isVoting ? [field('guessed', says)] : []),
    field('replicates', [
      isVoting ? field('mode', 'consensus') : field('mode', 'asynchronous', 'or consensus, synchronous, none'),
      field('failover', 'automatic'),
      openField('promotes', '30s', 'nobody says how long it takes until another one leads'),
    ]),
  ]
  if (isVoting) return [{ of: 'facts', from: [`${lineOf(store.source)} (${says})`], fields }]
  const asks = `${store.count} members of ${sayRef(store.workload)}: say how they follow each other`
  return [{ of: 'facts', from: [], asks, fields }]
}
