// What stands elsewhere for the day on which an environment is gone, and what it lacks until it serves: somebody who
// promotes a replica, clients that find it, a follower of its own, and all that runs, at full size.

import { sourceOf } from '../../estate/source.ts'
import { managedRecovery } from '../../knowledge/managed-recovery.ts'
import { nounOf } from '../../platform/component/nouns.ts'
import type { Component } from '../../platform/component.ts'
import type { Environment, Failure, Step } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import { standbysOf } from '../recovery/elsewhere.ts'
import { recoveriesIn } from '../recovery/promised-time.ts'
import { storesIn } from '../recovery/stores-in.ts'
import type { Truth } from '../verdict.ts'
import { viewFor, type World } from '../world.ts'
import { type Away, namesOf, runsPart, type StandbyParts, sizePart, standbyWords } from './standby-lacks.ts'

type Rules = StandbyParts & {
  promoted: { store: string; by: readonly string[]; service?: string }
  found: { store: string; by: readonly string[]; service?: string }
  followed: { store: string; by: readonly string[] }
}

export const takesOver = defineQuestion<Rules>({
  id: 'takes-over',
  asks: 'Does what is to take over lack nothing that it needs?',

  *judge(world) {
    for (const environment of world.platform?.environments ?? []) {
      if (environment.is !== 'environment' || environment.standbyOf) continue
      const away = awayFrom(environment, world)
      const stores = isMeant(environment, away) ? storesIn(environment) : []
      for (const store of stores) if (isPromotable(store)) yield storeFinding(store, environment, away.steps, world)
      for (const standby of standbysOf(environment, world)) {
        const finding = standbyFinding(standby, environment, away, world)
        if (finding.parts.length > 0) yield finding
      }
    }
  },

  says: {
    promoted: ({ store, by, service }, truth) =>
      truth
        ? `the replica of ${store} is promoted by ${by.length > 0 ? by.join(', ') : service}`
        : `no step promotes the replica of ${store}${service === undefined ? '' : `, and ${service} promotes none in another region by itself`}`,
    found: ({ store, by, service }, truth) =>
      truth
        ? `clients find the promoted ${store} by ${by.length > 0 ? by.join(', ') : 'the name that they have'}`
        : `no step leads clients to the promoted ${store}${service === undefined ? '' : `, which ${service} gives another name`}`,
    followed: ({ store, by }, truth) =>
      truth
        ? `${by.join(', ')} gives the promoted ${store} a follower`
        : `nobody says when the promoted ${store} has a follower again`,
    ...standbyWords,
  },
})

function awayFrom(environment: Environment, world: World): Away {
  const isGone = (of: Failure | undefined) =>
    of === undefined || (of.kind === 'loss' && (of.of === 'region' || of.of === 'cluster'))
  const prepared = (world.plans?.scenarios ?? []).filter(
    ({ in: place, of }) => place.name === environment.name && isGone(of),
  )
  const promised = recoveriesIn(environment, undefined, world).filter(({ from }) => isGone(from))
  const procedures = new Set([...prepared, ...promised].flatMap(({ by }) => by ?? []))
  return {
    steps: [...procedures].flatMap(({ steps }) => steps),
    isWhole:
      prepared.length > 0 || promised.some(({ what, part: half }) => what.is === 'environment' && half !== 'data'),
  }
}

// Tests have the stores of production, and nobody is led elsewhere when theirs are gone.
function isMeant({ purpose }: Environment, { steps, isWhole }: Away): boolean {
  return purpose === undefined || purpose === 'production' || isWhole || steps.length > 0
}

// Objects are only copied, and what takes writes everywhere goes on: nothing of them has to be promoted.
function isPromotable(store: Component): boolean {
  const { geo = [] } = traitsOf(store)
  const isObjects = Object.hasOwn(nounOf(store.noun)?.fields ?? {}, 'versions')
  return geo.some(({ takes }) => takes !== 'writes') && !isObjects
}

function storeFinding(
  store: Component,
  environment: Environment,
  steps: readonly Step[],
  world: World,
): Finding<Rules> {
  const { managed, geo = [], stated } = traitsOf(store)
  const known = managed && managedRecovery(managed.name)
  const cited = [stated, managed?.stated, ...geo.map((one) => one.stated), ...steps.map((step) => step.stated)]
  const promoted = namesOf(steps, ['promote'], store)
  const found = namesOf(steps, ['configure'], store)
  const followed = namesOf(steps, ['follow'], store)
  const service = managed && known ? { service: managed.name } : {}
  const of = `${environment.name}/${store.name}`
  return {
    id: [environment.name, store.name],
    environment: environment.name,
    cluster: viewFor(world, environment)?.estate.cluster,
    says: `a replica of ${store.name} elsewhere can take over from the one in ${environment.name}`,
    source: sourceOf(store, stated),
    parts: [
      part(
        'promoted',
        done(promoted, known?.promotesItself?.value),
        { store: store.name, by: promoted, ...service },
        {
          cause: `nobody-promotes/${of}`,
          hint: 'a step that promotes it, after somebody has noticed and decided, with a time',
          stated: cited,
        },
      ),
      part(
        'found',
        done(found, known?.keepsName?.value),
        { store: store.name, by: found, ...service },
        {
          cause: `nobody-leads/${of}`,
          hint: 'a stable name that a step leads to it, or settings that a step brings to its clients',
          stated: cited,
        },
      ),
      part(
        'followed',
        followed.length > 0 ? true : undefined,
        { store: store.name, by: followed },
        {
          waitsFor: 'a step that gives what was promoted a follower of its own',
          stated: cited,
        },
      ),
    ],
  }
}

function done(by: readonly string[], known: boolean | undefined): Truth {
  return by.length > 0 ? true : known
}

function standbyFinding(standby: Environment, environment: Environment, away: Away, world: World): Finding<Rules> {
  return {
    id: [environment.name, standby.name],
    environment: environment.name,
    cluster: viewFor(world, standby)?.estate.cluster,
    says: `${standby.name} can take over from ${environment.name}`,
    source: sourceOf(standby, standby.stated),
    parts: [...runsPart(standby, environment, away), ...sizePart(standby, away.steps)],
  }
}
