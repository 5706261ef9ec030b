// Several regions are promised, or serve at once: whether anything of a store is left when one of them is gone, and whether
// what is written in one is ever in the other.

import { type Way, waysBack } from '../../engine/recovery/ways-back.ts'
import { sourceOf } from '../../estate/source.ts'
import type { Component } from '../../platform/component.ts'
import { componentIn } from '../../platform/derive.ts'
import { loss } from '../../platform/language/failure.ts'
import type { Environment, Many } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import type { Stated } from '../../platform/source.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { bothWrite } from '../recovery/both-write.ts'
import { isPromotedElsewhere } from '../recovery/kept-rows.ts'
import { copiedThere, isMadeAgain, isOfCopies, isOfRecord, isReplicated, storesIn } from '../recovery/stores-in.ts'
import type { Truth } from '../verdict.ts'
import { podsFor, viewFor, type World } from '../world.ts'

type Rules = {
  left: { store: string; by: readonly string[] }
  written: {
    store: string
    places: readonly [string, string]
    by: readonly string[]
    takes?: 'reads' | 'writes'
    /** Each place has one of its own; what is in it nobody may say. */
    isOwn: boolean
    like?: string
    replicates?: boolean
    /** One that follows is to be promoted when the region is gone. */
    promotes?: boolean
  }
}

export const outlives = defineQuestion<Rules>({
  id: 'outlives',
  asks: 'Where several regions are promised, is every store in more than one of them?',

  *judge(world) {
    for (const environment of world.platform ? environmentsOf(world.platform) : []) {
      const promised = promisedIn(environment, world)
      const beside = besideOf(environment, world)
      if (!promised && !beside) continue
      for (const store of storesIn(environment)) {
        if (isMadeAgain(store) || isOfCopies(store)) continue
        const other = beside && componentIn(beside, store) && isWritten(store, environment, world) ? beside : undefined
        yield {
          id: [environment.name, store.name],
          environment: environment.name,
          cluster: viewFor(world, environment)?.estate.cluster,
          says: other
            ? `what is written to ${store.name} in ${environment.name} or in ${other.name} is in both`
            : `${store.name} of ${environment.name} outlives a region`,
          source: sourceOf(store, traitsOf(store).stated),
          parts: [
            other
              ? writtenPart(store, environment, other, world)
              : leftPart(store, environment, promised?.stated, world),
          ],
        }
      }
    }
  },

  says: {
    left: ({ store, by }, truth) =>
      truth
        ? `${by.join(' and ')} is left of ${store}`
        : truth === undefined
          ? `nobody says where ${by.join(' and ')} of ${store} lies`
          : `nothing of ${store} is in a second region`,
    written: ({ store, places: [one, other], by, takes, isOwn, like, replicates, promotes }, truth) => {
      const both = `${one} and ${other} serve at once`
      if (takes !== undefined) {
        const way = takes === 'writes' ? 'takes writes too' : 'answers reads, and hands writes on'
        return truth
          ? `${both}, and ${by.join(' and ')} of ${store} ${way}`
          : `${both}, and no replica of ${store} ${way}`
      }
      const each = `${both}, each with a ${store} of its own${like ? ` (${other} is declared like ${like})` : ''}`
      if (truth === false)
        return replicates
          ? `${each}: it is said to replicate, and nothing declared brings what is written in one to the other`
          : `${each}: nothing is said to bring what is written in one to the other`
      if (promotes)
        return `${both}, and nobody says in which of them the follower of ${store} stands that is to be promoted`
      if (isOwn && by.length === 0)
        return `${each}, and nobody says what it holds, or what brings that from one to the other`
      if (by.length === 0) return `${both}, and nobody says whether they have one ${store} or two`
      return `${both}, ${store} is copied to ${by.join(' and ')}, and nobody says which of them takes writes`
    },
  },
})

// What only takes copies is written by whatever takes them, and by nobody who serves.
function isWritten(store: Component, environment: Environment, world: World): boolean {
  return copiedThere(store, environment).length === 0 || bothWrite(store, environment.name, world) !== undefined
}

function promisedIn({ name }: Environment, { promises }: World): { readonly stated?: Stated | undefined } | undefined {
  return promises.find(
    (promise) =>
      promise.is === 'promise' && promise.kind === 'spans' && promise.in?.name === name && isMore(promise.regions),
  ) as { readonly stated?: Stated } | undefined
}

function isMore(many: Many | undefined): boolean {
  if (many === undefined) return false
  if (many === 'several') return true
  return (typeof many === 'number' ? many : (many.atLeast ?? 0)) > 1
}

// Of two that serve at once, the one that is said to do so beside the other is asked with it.
function besideOf({ name }: Environment, { platform }: World): Environment | undefined {
  return platform && environmentsOf(platform).find(({ activeWith }) => activeWith?.name === name)
}

function leftPart(
  store: Component,
  environment: Environment,
  stated: Stated | undefined,
  world: World,
): AnyPart<Rules> {
  const traits = traitsOf(store)
  const region = traits.managed?.region ?? environment.on.region
  const ways = waysBack(traits, loss.region, region === undefined ? {} : { region })
  const followed = isFollowed(store, environment, world)
  const left = ways.filter(({ survives }) => survives === true)
  const open = ways.filter(({ survives }) => survives === undefined)
  const truth: Truth = left.length > 0 || followed ? true : open.length > 0 ? undefined : false
  const by = truth ? [...left.map(nameOf), ...(followed ? ['what follows it elsewhere'] : [])] : open.map(nameOf)
  return part(
    'left',
    truth,
    { store: store.name, by },
    {
      cause: `one-region/${environment.name}/${store.name}`,
      hint: 'a replica or copies in the second region, and who makes which of them the one that is used',
      stated: [stated, traits.stated, ...ways.map((way) => way.stated)],
    },
  )
}

function isFollowed(store: Component, environment: Environment, world: World): boolean {
  const view = viewFor(world, environment)
  const pods = view ? podsFor(view, store, environment) : []
  return pods.some(({ workload }) =>
    view?.estate.facts.some(
      (fact) => fact.trait === 'followed' && fact.of === workload && fact.by.cluster !== view.estate.cluster,
    ),
  )
}

function writtenPart(store: Component, environment: Environment, beside: Environment, world: World): AnyPart<Rules> {
  const { geo = [], runs, stated } = traitsOf(store)
  const by = geo.map(({ region }) => `the replica in ${region}`)
  // What others run may be one and the same for both.
  const isOwn = runs.some(({ controller }) => controller !== 'outside')
  const places: Rules['written']['places'] = [environment.name, beside.name]
  const said = bothWrite(store, environment.name, world)
  const promotes = isPromotedElsewhere(store, environment, world)
  return part(
    'written',
    said ? said.truth : isOwn && by.length === 0 && isOfRecord(store) && !promotes ? false : undefined,
    {
      ...{ store: store.name, places, by, isOwn, ...(said && { takes: said.takes }) },
      ...(beside.like?.name === environment.name && { like: environment.name }),
      ...(isReplicated(store) && { replicates: true }),
      ...(promotes && { promotes }),
    },
    {
      assumes: said?.assumes ?? [],
      cause: `two-writers/${environment.name}/${store.name}`,
      waitsFor:
        by.length === 0
          ? promotes
            ? `where the follower of ${store.name} stands: replicatesTo`
            : `what ${store.name} holds`
          : `which replica of ${store.name} takes writes: takes of replicatesTo`,
      hint: 'one region that takes writes, and a replica of it in the other; or a store that takes them in both',
      stated: [environment.stated, beside.stated, stated, ...geo.map((one) => one.stated)],
    },
  )
}

function nameOf({ name }: Way): string {
  return name
}
