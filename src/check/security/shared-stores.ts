// What keeps data of several contexts: called by components of more than one of them.

import { componentsOf } from '../../platform/derive.ts'
import type { Context, Environment } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, part } from '../define.ts'
import { isStore } from '../recovery/stores-in.ts'
import type { View } from '../world.ts'
import { asDeclared } from './as-declared.ts'
import { callsIn } from './calls-in.ts'

export type SharedParts = { shares: { readonly store: string; readonly contexts: readonly string[] } }

export function sharedParts(
  contexts: readonly Context[],
  where: Environment,
  view: View,
): readonly AnyPart<SharedParts>[] {
  const asked = new Set(contexts.map(({ name }) => name))
  const components = new Map(componentsOf(where).map((component) => [component.name, component]))
  const contextOf = (name: string) => {
    const component = components.get(name)
    const context = component && traitsOf(component).context
    return typeof context === 'object' && asked.has(context.name) ? context.name : undefined
  }
  const users = new Map<string, Set<string>>()
  for (const [caller, called] of callsIn(where)) {
    const context = contextOf(caller)
    const store = components.get(called)
    if (context === undefined || store === undefined || !isStore(store)) continue
    users.set(called, (users.get(called) ?? new Set()).add(context))
  }
  const sorted = [...users].toSorted(([a], [b]) => byCodePoint(a, b))
  return sorted.flatMap(([store, by]) => {
    if (by.size < 2) return []
    const names = [...by].sort()
    const says = `what calls ${store} keeps the rows of ${names.join(' and ')} apart`
    const declared = asDeclared(`rows-apart/${where.name}/${store}`, says, view)
    const more = { assumes: declared.assumes, cause: `rows-together/${where.name}/${store}` }
    return [part('shares', declared.truth, { store, contexts: names }, more)]
  })
}
