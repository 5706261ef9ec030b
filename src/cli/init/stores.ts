// What a team promises of a store first: it is back after a node is gone, its rows come back from a copy, and only those
// that call it reach it.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import { backupsOf, losingText, shownBackup, timedBackup } from './backups.ts'
import { callersEntry } from './callers.ts'
import { type Entry, field, openField, sayRef } from './entry.ts'
import { gathersAlike, replicationEntries } from './replication.ts'
import { inField, type Seen } from './seen.ts'

export function storeEntries(seen: Seen): readonly Entry[] {
  return seen.stores.flatMap((store) => {
    const backups = backupsOf(store, seen)
    const sure = backups.filter(({ entry }) => entry.asks === undefined)
    const best = sure.toSorted((a, b) => a.everySeconds - b.everySeconds)[0]
    const shown = best ? undefined : shownBackup(store, seen)
    const every = best?.everySeconds ?? shown?.everySeconds
    return [
      ...backups.map(({ entry }) => entry),
      ...(shown ? timedBackup(store, shown, seen) : []),
      ...replicationEntries(store, seen),
      survival(store, seen),
      // What each gathers anew nobody copies.
      ...(gathersAlike(store, seen)
        ? []
        : [recovery(store, every === undefined ? undefined : losingText(every, best?.takesSeconds), seen)]),
      callersEntry(store, seen),
    ]
  })
}

function survival(store: PodClass, seen: Seen): Entry {
  return {
    of: 'promises',
    from: [`${seen.lineOf(store.source)} (it keeps volumes)`],
    fields: [
      field('survives', 'node'),
      field('keeps', [{ item: seen.owned(store.workload), workload: store.workload }]),
      ...inField(store.environment, seen),
      field('within', '15m'),
      field('losing', 'nothing'),
      field('guessed', 'it keeps volumes'),
      openField('by', 'free-a-dead-node', 'nobody says who frees the pods of a node that fell silent'),
    ],
  }
}

function recovery(store: PodClass, losing: string | undefined, seen: Seen): Entry {
  const asks = `nobody shows what copies ${sayRef(seen.owned(store.workload))}: say it under facts, then promise`
  return {
    of: 'promises',
    from: losing === undefined ? [] : [`${seen.lineOf(store.source)} and how often it is copied`],
    ...(losing === undefined && { asks }),
    fields: [
      field('recovers', seen.owned(store.workload)),
      ...inField(store.environment, seen),
      field('from', 'corruption'),
      field('losing', losing ?? '24h'),
      field('guessed', 'how often it is copied'),
    ],
  }
}
