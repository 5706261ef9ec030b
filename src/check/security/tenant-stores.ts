// Where rows of several tenants lie together: what each such store does so that one does not get at those of another.

import type { Component } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { ApartBy, Environment, KeptApart, Tenancy } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, part } from '../define.ts'
import { copiedThere, isOfCopies, storesIn } from '../recovery/stores-in.ts'
import type { World } from '../world.ts'
import { asDeclared } from './as-declared.ts'
import { callsIn } from './calls-in.ts'

export type TenantStores = {
  apart: { readonly store: string; readonly by: readonly (readonly [of: Whose, by: ApartBy])[] }
  together: { readonly store: string; readonly places: readonly string[]; readonly of: readonly Whose[] }
}

type Whose = 'contexts' | 'customers'

interface Shared {
  readonly store: Component
  readonly place: string
  readonly asked: readonly Whose[]
}

/** What lies elsewhere is of nobody, or made up. */
export function isForTenants({ purpose }: Environment): boolean {
  return purpose === undefined || purpose === 'production' || purpose === 'recovery'
}

/** Those that something there belongs to, by name. */
export function contextsIn(where: Environment): readonly string[] {
  const all = componentsOf(where).flatMap((component) => contextOf(component) ?? [])
  return [...new Set(all)].filter((name) => name !== 'all').sort(byCodePoint)
}

export function storeParts({ tenant }: Tenancy, world: World): readonly AnyPart<TenantStores>[] {
  const places = (world.platform ? environmentsOf(world.platform) : []).filter(isForTenants)
  const shared = places.flatMap((where) => sharedIn(where, tenant))
  return [...Map.groupBy(shared, ({ store }) => store.name)]
    .toSorted(([a], [b]) => byCodePoint(a, b))
    .flatMap(([store, group]) => partsOf(store, group, world))
}

function sharedIn(where: Environment, tenant: Tenancy['tenant']): readonly Shared[] {
  const contexts = contextsIn(where)
  const callers = Map.groupBy(callsIn(where), ([, called]) => called)
  const byName = new Map(componentsOf(where).map((component) => [component.name, component]))
  const ofOne = (store: Component): boolean => {
    const own = contextOf(store)
    if (own !== undefined && own !== 'all') return true
    const by = (callers.get(store.name) ?? []).map(([name]) => byName.get(name))
    const of = new Set(by.map((component) => component && contextOf(component)))
    return of.size === 1 && !of.has(undefined) && !of.has('all')
  }
  return storesIn(where)
    .filter((store) => !isOfCopies(store) && copiedThere(store, where).length === 0)
    .flatMap((store) => {
      const asked: readonly Whose[] = [
        ...(contexts.length > 1 && !ofOne(store) ? (['contexts'] as const) : []),
        ...(tenant === 'customer' ? (['customers'] as const) : []),
      ]
      return asked.length === 0 ? [] : [{ store, place: where.name, asked }]
    })
}

function contextOf(component: Component): string | undefined {
  const { context } = traitsOf(component)
  return typeof context === 'object' ? context.name : context
}

function partsOf(store: string, group: readonly Shared[], world: World): readonly AnyPart<TenantStores>[] {
  const unsaid = group.filter((one) => missing(one).length > 0)
  const [first] = unsaid
  if (first) {
    const of = [...new Set(unsaid.flatMap(missing))].sort()
    const because = { store, places: unsaid.map(({ place }) => place).sort(byCodePoint), of }
    const more = {
      waitsFor: `keepsApart/${store}`,
      hint: `keepsApart: { ${of.map((whose) => `${whose}: …`).join(', ')} } of ${store}, or one for each`,
    }
    return [part('together', undefined, because, { ...more, stated: [traitsOf(first.store).stated] })]
  }
  return [...Map.groupBy(group, (one) => JSON.stringify(saidOf(one))).values()].flatMap((alike) => {
    const [one] = alike
    if (one === undefined) return []
    const says = `what is of one tenant in ${store} is kept from another there, as declared`
    const declared = asDeclared(`apart/${store}`, says, world)
    const more = { assumes: declared.assumes, cause: `together/${store}`, stated: [keptApart(one.store)?.stated] }
    return [part('apart', declared.truth, { store, by: saidOf(one) }, more)]
  })
}

function keptApart(store: Component): KeptApart | undefined {
  return traitsOf(store).keepsApart
}

function missing({ store, asked }: Shared): readonly Whose[] {
  return asked.filter((whose) => keptApart(store)?.[whose] === undefined)
}

function saidOf({ store, asked }: Shared): readonly (readonly [Whose, ApartBy])[] {
  return asked.flatMap((whose) => {
    const by = keptApart(store)?.[whose]
    return by === undefined ? [] : [[whose, by] as const]
  })
}

const words: { readonly [by in ApartBy]: string } = {
  bucket: 'each in a bucket of its own',
  collection: 'each in collections of its own',
  database: 'each in a database of its own',
  prefix: 'each under names that begin with its own, and nobody gets at those of others',
  program: 'by what the programs that call it ask for, and by nothing else',
  policy: 'by a policy of the store for each row',
  schema: 'each in a schema of its own',
  topic: 'each in topics of its own',
  'virtual-host': 'each in a virtual host of its own',
}

export const tenantStoreWords = {
  apart: ({ store, by }: TenantStores['apart']) =>
    `${store} keeps apart ${by.map(([whose, how]) => `${whose}, ${words[how]}`).join('; ')}`,
  together: ({ store, places, of }: TenantStores['together']) =>
    `nobody says how ${store} of ${places.join(' and ')} keeps apart what ${of.join(' and ')} have in it`,
}
