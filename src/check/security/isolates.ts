// A promise that what belongs to one context reaches nothing of another, but by calls that somebody has declared. What
// they share, as a store, is no way between them for the network: there whoever programs its callers keeps rows apart.

import { joinAssumptions } from '../../engine/assumption.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Context, Environment } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { onlyEnvironment, placeOf } from '../place.ts'
import { everyPort } from '../reachability/every-port.ts'
import { type Open, openParts, openWords, pairOf } from '../reachability/pairs.ts'
import { reachable } from '../reachability/reachable.ts'
import { unknownText } from '../reachability/unknown-words.ts'
import type { View } from '../world.ts'
import { callsIn } from './calls-in.ts'
import { type SharedParts, sharedParts } from './shared-stores.ts'

type IsolatesParts = SharedParts & {
  apart: { readonly pairs: number; readonly by: readonly Ref[]; readonly declared: number }
  open: Open
  undecided: { readonly pairs: readonly string[]; readonly unknown: readonly string[] }
  empty: { readonly context: string; readonly place: string }
}

export const isolates = definePromise<IsolatesParts>()({
  kind: 'isolates',
  asks: 'Does nothing of one context reach anything of another?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const where = promise.in ?? onlyEnvironment(world)
    const contexts = promise.contexts.toSorted((a, b) => byCodePoint(a.name, b.name))
    yield {
      id: [place, contexts[0]?.name ?? ''],
      environment,
      cluster,
      says: `nothing of one context reaches anything of another: ${contexts.map(({ name }) => name).join(', ')}`,
      source: { stated: promise.stated },
      parts: view && where ? [...pairParts(contexts, where, view), ...sharedParts(contexts, where, view)] : [],
    }
  },

  says: {
    apart: ({ pairs, by, declared }) => {
      const but = declared === 0 ? '' : `, but for ${declared} that ${declared === 1 ? 'is' : 'are'} declared`
      return `${pairs} ${pairs === 1 ? 'pair' : 'pairs'} of workloads of different contexts${but}: ${by.length > 0 ? `kept apart by ${by.map((ref) => ref.slice(ref.lastIndexOf('/') + 1)).join(', ')}` : 'none is open'}`
    },
    open: openWords,
    undecided: ({ pairs, unknown }) => `${pairs.join(', ')}: ${unknownText(unknown)}`,
    empty: ({ context, place }) => `nothing of ${place} is said to belong to ${context}`,
    shares: ({ store, contexts }) =>
      `${store} is shared by ${contexts.join(', ')}: no rule of the network keeps their rows apart there`,
  },
})

interface Owned {
  readonly workload: Ref
  readonly component: string
  readonly context: string
}

function pairParts(contexts: readonly Context[], where: Environment, view: View): readonly AnyPart<IsolatesParts>[] {
  const all = ownedIn(contexts, where, view)
  const empty = contexts.filter(({ name }) => !all.some(({ context }) => context === name))
  const missing = empty.map(({ name, stated }) =>
    part('empty', undefined, { context: name, place: where.name }, { waitsFor: `context/${name}`, stated: [stated] }),
  )
  const calls = declaredCalls(where)
  const crossing = all.flatMap((from) =>
    all.filter((to) => to.context !== from.context).map((to) => [from, to] as const),
  )
  const kept = crossing.filter(([from, to]) => !calls.has(`${from.component} ${to.component}`))
  const r = reachable(view)
  const asked = everyPort(r)
  const pairs = kept.map(([from, to]) => pairOf(r, from.workload, to.workload, asked, view.denied))
  const open = openParts(
    pairs.filter((pair) => pair.open.length > 0),
    asked.length,
  )
  const unknown = pairs.filter((pair) => pair.open.length === 0 && pair.unknown.length > 0)
  const undecided = [...Map.groupBy(unknown, (pair) => pair.unknown.join('\n')).values()].map((group) =>
    part('undecided', undefined, {
      pairs: group.map(({ from, to }) => `${from} → ${to}`).sort(),
      unknown: group[0]?.unknown ?? [],
    }),
  )
  if (open.length + undecided.length > 0) return [...missing, ...open, ...undecided]
  const by = [...new Set(pairs.flatMap((pair) => pair.by))].sort()
  const assumes = joinAssumptions(pairs.map((pair) => pair.assumes))
  const declared = crossing.length - kept.length
  return [...missing, part('apart', true, { pairs: pairs.length, by, declared }, { assumes })]
}

function ownedIn(contexts: readonly Context[], where: Environment, view: View): readonly Owned[] {
  const names = new Set(contexts.map(({ name }) => name))
  const contextOf = new Map(
    componentsOf(where).flatMap((component) => {
      const { context } = traitsOf(component)
      return typeof context === 'object' && names.has(context.name) ? [[component.name, context.name] as const] : []
    }),
  )
  return view.pods.flatMap(({ workload, component = '', environment }) => {
    const context = contextOf.get(component)
    return environment === where.name && context !== undefined ? [{ workload, component, context }] : []
  })
}

/** `caller called`, by names of components. */
function declaredCalls(where: Environment): ReadonlySet<string> {
  return new Set(callsIn(where).map(([from, to]) => `${from} ${to}`))
}
