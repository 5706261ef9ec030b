// Only those that call a store are meant to reach it: those whose settings name it, and those that a policy names.

import { reachable } from '../../check/reachability/reachable.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { connection } from '../../engine/reachability/connection.ts'
import { namedPorts } from '../../engine/reachability/port.ts'
import type { FactOf } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type Entry, type Field, field, type Item, sayRef } from './entry.ts'
import { inField, isIsolated, type Seen } from './seen.ts'

// A policy that lets more in than these names nobody in particular.
const mostNamed = 10

export function callersEntry(store: PodClass, seen: Seen): Entry {
  const calls = (seen.calls.get(store.workload) ?? []).filter(({ from }) => from !== store.workload)
  const notes = new Map(calls.map(({ from, source }) => [from, seen.lineOf(source)]))
  const isNamed = isIsolated(store, seen)
  const more = isNamed ? [...madeWith(store, seen), ...letIn(store, new Set(notes.keys()), calls, seen)] : []
  for (const { item, note = '' } of more) if (!notes.has(item as Ref)) notes.set(item as Ref, note)
  const owned = new Map([...notes].map(([ref, note]) => [seen.owned(ref), note]))
  const by = [...owned].toSorted(([a], [b]) => byCodePoint(a, b)).map(([item, note]): Item => ({ item, note }))
  const says = 'the settings and the policies that name it'
  return {
    of: 'promises',
    from: by.length === 0 ? [] : [says],
    ...why(seen.owned(store.workload), by.length, isNamed),
    fields: [
      field('reachedOnlyBy', seen.owned(store.workload)),
      ...inField(store.environment, seen),
      ...portField(store, calls),
      field('by', by),
      field('guessed', says),
    ],
  }
}

/** What the same resource of an operator is made into. */
function madeWith(store: PodClass, { view }: Seen): readonly Item[] {
  const by = store.source.made?.by
  if (by === undefined) return []
  const own = view.pods.filter(({ workload, source }) => workload !== store.workload && source.made?.by === by)
  return own.map(({ workload }) => ({ item: workload, note: `made of ${sayRef(by)} too` }))
}

function letIn(
  store: PodClass,
  callers: ReadonlySet<Ref>,
  calls: readonly FactOf<'calls'>[],
  { view }: Seen,
): readonly Item[] {
  const r = reachable(view)
  const called = calls.flatMap(({ to }) => (to.is === 'workload' ? [to] : []))[0]
  const at = called ?? namedPorts(store.spec)[0]
  if (!at) return []
  const asked = { to: store.workload, port: at.port, protocol: at.protocol, denied: view.denied }
  const found = view.pods.flatMap(({ workload }) => {
    if (workload === store.workload || callers.has(workload)) return []
    const { open, ingress } = connection(r, { ...asked, from: workload })
    const policy = ingress.allowedBy?.policy
    return open === true && policy !== undefined ? [{ item: workload, note: `let in by ${partsOf(policy).name}` }] : []
  })
  return found.length > mostNamed ? [] : found
}

/** The one port that all of them call, where it has a name. */
function portField({ spec }: PodClass, calls: readonly FactOf<'calls'>[]): readonly Field[] {
  const numbers = new Set(calls.map(({ to }) => (to.is === 'workload' ? to.port : undefined)))
  const [number] = numbers
  const found = namedPorts(spec).find(({ port, protocol }) => port === number && protocol === 'TCP')
  const isNamed = numbers.size === 1 && found !== undefined && /[a-z]/.test(found.name)
  return isNamed ? [field('port', found.name)] : []
}

function why(workload: Ref, callers: number, isNamed: boolean): Pick<Entry, 'asks'> {
  const name = sayRef(workload)
  if (!isNamed) return { asks: `no policy decides who reaches ${name} yet; with one, promise` }
  return callers === 0 ? { asks: `nobody shows what calls ${name}: say it, then promise` } : {}
}
