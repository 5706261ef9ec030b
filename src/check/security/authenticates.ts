// A promise that nobody gets into a store without proof of who they are.

import type { Component } from '../../platform/component.ts'
import { componentIn, componentsOf } from '../../platform/derive.ts'
import type { Authentication, Environment } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { onlyEnvironment, placeOf } from '../place.ts'
import type { World } from '../world.ts'
import { asDeclared } from './as-declared.ts'
import { callsIn } from './calls-in.ts'

type Rules = {
  asks: { readonly store: string; readonly by?: Authentication['by'] }
  knows: { readonly caller: string; readonly secret: string; readonly store: string }
  logs: { readonly store: string }
}

export const authenticates = definePromise<Rules>()({
  kind: 'authenticates',
  asks: 'Does a store ask everybody who connects who they are?',

  *judge(promise, world) {
    const { place, environment, cluster } = placeOf(promise, world)
    const { store } = promise
    const where = promise.in ?? onlyEnvironment(world)
    const here = where && componentIn(where, store)
    yield {
      id: [place, store.name],
      environment,
      cluster,
      says: `nobody gets into ${store.name} without proof of who they are${promise.logs ? ', and who asked for what is written down' : ''}`,
      source: { stated: promise.stated },
      parts: where && here ? partsOf(here, where, promise.logs === true, world) : [],
    }
  },

  says: {
    asks: ({ store, by }) => {
      if (by === undefined) return `nobody says what ${store} asks of whoever connects`
      return by === 'nothing' ? `${store} lets in whoever connects` : `${store} asks for a ${by}`
    },
    knows: ({ caller, secret, store }, truth) =>
      truth === true
        ? `${caller} reads the Secret ${secret}, with which ${store} lets it in`
        : `${caller} calls ${store} and is not said to read the Secret ${secret}`,
    logs: ({ store }, truth) => {
      if (truth === undefined) return `nobody says whether ${store} writes down who asked for what`
      return truth ? `${store} writes down who asked for what` : `${store} writes down nothing of who asked for what`
    },
  },
})

function partsOf(store: Component, where: Environment, logs: boolean, world: World): readonly AnyPart<Rules>[] {
  const { authenticates: asked } = traitsOf(store)
  const { name } = store
  const cause = `lets-anybody-in/${where.name}/${name}`
  const hint = `authenticates: { by: 'password', secret: '${name}' }`
  if (asked === undefined) return [part('asks', undefined, { store: name }, { waitsFor: `proof/${name}`, hint })]
  const because = { store: name, by: asked.by }
  if (asked.by === 'nothing') return [part('asks', false, because, { cause, hint, stated: [asked.stated] })]
  const declared = asDeclared(`asks/${where.name}/${name}`, `${name} asks for a ${asked.by}, as declared`, world)
  return [
    part('asks', declared.truth, because, { cause, assumes: declared.assumes, stated: [asked.stated] }),
    ...(asked.secret === undefined
      ? []
      : callersOf(store, where).map((one) => knowsPart(one, asked.secret ?? '', name))),
    ...(logs ? [logsPart(name, asked, world)] : []),
  ]
}

function callersOf(store: Component, where: Environment): readonly Component[] {
  const names = new Set(callsIn(where).flatMap(([caller, called]) => (called === store.name ? [caller] : [])))
  return componentsOf(where).filter(({ name }) => names.has(name))
}

// It may be handed its password some other way, which nobody has shown.
function knowsPart(caller: Component, secret: string, store: string): AnyPart<Rules> {
  const reads = traitsOf(caller).runs.some(({ secrets }) => secrets.includes(secret))
  const more = reads ? {} : { waitsFor: `secret/${caller.name}/${secret}`, hint: `secrets: ['${secret}']` }
  return part('knows', reads || undefined, { caller: caller.name, secret, store }, more)
}

function logsPart(store: string, { logs, stated }: Authentication, world: World): AnyPart<Rules> {
  if (logs === undefined)
    return part('logs', undefined, { store }, { waitsFor: `log/${store}`, hint: 'authenticates: { logs: true }' })
  const declared = asDeclared(`log/${store}`, `${store} writes down who asked for what, as declared`, world)
  return part(
    'logs',
    logs && declared.truth,
    { store },
    { cause: `no-log/${store}`, assumes: declared.assumes, stated: [stated] },
  )
}
