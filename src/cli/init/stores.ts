// What a team promises of a store first: it is back after a node is gone, its rows come back from a copy, and only those
// that call it reach it.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import { namedPorts } from '../../engine/reachability/port.ts'
import type { FactOf } from '../../estate/estate.ts'
import { byCodePoint } from '../../platform/order.ts'
import { backupsOf, losingText, shownBackup } from './backups.ts'
import { type Entry, type Field, field, lineOf, sayRef } from './entry.ts'
import { inField, isIsolated, type Seen } from './seen.ts'

export function storeEntries(seen: Seen): readonly Entry[] {
  return seen.stores.flatMap((store) => {
    const backups = backupsOf(store, seen)
    const sure = backups.filter(({ entry }) => entry.asks === undefined)
    const best = sure.toSorted((a, b) => a.everySeconds - b.everySeconds)[0] ?? shownBackup(store, seen)
    return [
      ...backups.map(({ entry }) => entry),
      ...replication(store, seen),
      survival(store, seen),
      recovery(store, best && losingText(best), seen),
      callers(store, seen),
    ]
  })
}

function survival(store: PodClass, seen: Seen): Entry {
  return {
    of: 'promises',
    from: [`${lineOf(store.source)} (it keeps volumes)`],
    fields: [
      field('survives', 'node'),
      field('keeps', [{ item: store.workload }]),
      ...inField(store.environment, seen),
      field('within', '15m'),
      field('losing', 'nothing'),
    ],
  }
}

function recovery(store: PodClass, losing: string | undefined, seen: Seen): Entry {
  const asks = `nobody shows what copies ${sayRef(store.workload)}: say it under facts, then promise`
  return {
    of: 'promises',
    from: losing === undefined ? [] : [`${lineOf(store.source)} and how often it is copied`],
    ...(losing === undefined && { asks }),
    fields: [
      field('recovers', store.workload),
      ...inField(store.environment, seen),
      field('from', 'corruption'),
      field('losing', losing ?? '24h'),
    ],
  }
}

// Members that share nothing are no replicas; what makes them follow each other, no object may show.
function replication(store: PodClass, { view, ...seen }: Seen): readonly Entry[] {
  const isSaid = view.estate.facts.some((fact) => fact.trait === 'replicates' && fact.of === store.workload)
  if (store.count < 2 || isSaid) return []
  return [
    {
      of: 'facts',
      from: [],
      asks: `${store.count} members of ${sayRef(store.workload)}: say how they follow each other`,
      fields: [
        field('of', store.workload),
        ...inField(store.environment, { view, ...seen }),
        field('replicates', [field('mode', 'consensus'), field('failover', 'automatic')]),
      ],
    },
  ]
}

function callers(store: PodClass, seen: Seen): Entry {
  const calls = (seen.calls.get(store.workload) ?? []).filter(({ from }) => from !== store.workload)
  const by = [...new Set(calls.map(({ from }) => from))].sort(byCodePoint)
  const notes = new Map(calls.map(({ from, source }) => [from, lineOf(source)]))
  return {
    of: 'promises',
    from: by.length === 0 ? [] : ['the settings that name it'],
    ...why(store, by.length, seen),
    fields: [
      field('reachedOnlyBy', store.workload),
      ...inField(store.environment, seen),
      ...portField(store, calls),
      field(
        'by',
        by.map((item) => ({ item, note: notes.get(item) ?? '' })),
      ),
    ],
  }
}

/** The one port that all of them call, where it has a name. */
function portField({ spec }: PodClass, calls: readonly FactOf<'calls'>[]): readonly Field[] {
  const numbers = new Set(calls.map(({ to }) => (to.is === 'workload' ? to.port : undefined)))
  const [number] = numbers
  const found = namedPorts(spec).find(({ port, protocol }) => port === number && protocol === 'TCP')
  const isNamed = numbers.size === 1 && found?.name !== undefined && /[a-z]/.test(found.name)
  return isNamed ? [field('port', found.name)] : []
}

function why(store: PodClass, callers: number, seen: Seen): Pick<Entry, 'asks'> {
  const name = sayRef(store.workload)
  if (!isIsolated(store, seen)) return { asks: `no policy decides who reaches ${name} yet; with one, promise` }
  return callers === 0 ? { asks: `nobody shows what calls ${name}: say it, then promise` } : {}
}
