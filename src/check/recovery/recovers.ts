// A promise that something comes back: in time by what is done about it, and with no more lost than promised.

import type { Component } from '../../platform/component.ts'
import { corruption, loss } from '../../platform/language/failure.ts'
import type { Environment, Failure } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, definePromise, type Finding, part } from '../define.ts'
import { failureName, failureText } from '../failure-words.ts'
import { onlyEnvironment, placeOf } from '../place.ts'
import type { World } from '../world.ts'
import { type BroughtParts, broughtParts, broughtWords } from './brought-back.ts'
import { type ClusterOwnParts, clusterOwnParts, clusterOwnWords } from './cluster-own.ts'
import { standbysOf } from './elsewhere.ts'
import { type RowsParts, rowsParts, rowsWords } from './kept-rows.ts'
import { mostText } from './most-time.ts'
import { recoveredName, recoveriesIn } from './promised-time.ts'
import { type StoreParts, storeParts, storePods, storeWords, timeParts } from './recovered-store.ts'
import { type SeenRowsParts, seenRowsParts, seenRowsWords } from './seen-rows.ts'
import { isStoreRecovery, type Recovers } from './store-recovery.ts'
import { isOfCopies, isStore, storesIn } from './stores-in.ts'
import { namesPart, wholeParts } from './target-parts.ts'
import { type TargetParts, targetWords } from './target-words.ts'
import { type Tested, testedPart, testedWords } from './tested-part.ts'

export type RecoversParts = StoreParts &
  RowsParts &
  TargetParts &
  BroughtParts &
  ClusterOwnParts &
  SeenRowsParts & { store: { store: string }; tested: Tested }

type Parts = readonly AnyPart<RecoversParts>[]

export const recovers = definePromise<RecoversParts>()({
  kind: 'recovers',
  asks: 'Does it come back from a failure in time, with no more lost than promised?',

  *judge(promise, world) {
    const whole = wholeOf(promise, world)
    const struck = storesStruck(promise, world)
    if (whole.length > 0 || struck.length === 0) yield finding(promise, world, { parts: whole })
    for (const { store, failure } of struck) {
      const environment = promise.in ?? onlyEnvironment(world)
      const parts = environment ? rowsParts({ store, environment, failure, promise }, world) : []
      yield finding(promise, world, { parts, store, failure })
    }
  },

  says: {
    ...storeWords,
    ...rowsWords,
    ...targetWords,
    ...broughtWords,
    ...clusterOwnWords,
    ...seenRowsWords,
    store: ({ store }) => `nobody shows pods of ${store} that keep rows`,
    tested: testedWords,
  },
})

function finding(
  promise: Recovers,
  world: World,
  { parts, store, failure }: { parts: Parts; store?: Component; failure?: Failure },
): Finding<RecoversParts> {
  const { place, environment, cluster } = placeOf(promise, world)
  const { what, part: of, from, losing } = promise
  const within = mostText(promise)
  const lost = losing && lossText(losing)
  if (store && failure)
    return {
      id: [
        place,
        failureName(from),
        ...(isAlsoItsOwn(store, promise, world) ? [what.name] : []),
        `${store.name}-after-${failureName(failure)}`,
      ],
      environment,
      cluster,
      says: `after ${failureText(failure)}, ${store.name} comes back ${lost}`,
      parts,
    }
  const aims = [within && (promise.strictly === true ? `in ${within}` : `within ${within}`), lost].filter(Boolean)
  return {
    id: [place, failureName(from), of ?? what.name],
    environment,
    cluster,
    says: `after ${failureText(from)}, ${recoveredName(promise)} comes back ${aims.join(', ')}`,
    parts,
  }
}

// What is promised of the whole place, and of this store again by itself: two promises, told apart.
function isAlsoItsOwn(store: Component, promise: Recovers, world: World): boolean {
  if (promise.what.is !== 'environment') return false
  const { place } = placeOf(promise, world)
  return world.promises.some(
    (other) =>
      other.is === 'promise' &&
      other.kind === 'recovers' &&
      other.what.is === 'component' &&
      other.what.name === store.name &&
      failureName(other.from) === failureName(promise.from) &&
      placeOf(other, world).place === place,
  )
}

function lossText(losing: string): string {
  return losing === 'nothing' ? 'with nothing lost' : `with at most ${losing} lost`
}

function wholeOf(promise: Recovers, world: World): Parts {
  const { what, in: environment } = promise
  const tested = testedPart(promise, world)
  if (isStoreRecovery(promise)) return [...componentParts(promise, world), ...tested]
  const brought = broughtParts(promise, struckBy(promise, world), world)
  const timed = brought.length > 0 ? brought : timeParts(recoveredName(promise), promise, [], world)
  if (what.is === 'dnsFailover') return [...namesPart(what, promise), ...tested]
  const own = what.is === 'environment' ? clusterOwnParts(environment ?? what, promise, world) : []
  if (what.is === 'environment' && promise.part === undefined)
    return [...(promise.by ? timed : []), ...wholeParts(environment ?? what, promise, world), ...own, ...tested]
  const seen = what.is === 'monitoring' ? seenRowsParts(what, promise, world) : []
  return [...timed, ...own, ...seen, ...tested]
}

function componentParts(promise: Parameters<typeof storeParts>[0], world: World): Parts {
  const { what, from } = promise
  const { view } = placeOf(promise, world)
  const pods = view && !isElsewhere(what) ? storePods(promise, view) : []
  if (view && pods.length > 0) return storeParts(promise, pods, view)
  const environment = promise.in ?? onlyEnvironment(world)
  if (!environment || !isStore(what)) return [part('store', undefined, { store: what.name })]
  const timed = timeParts(what.name, promise, [], world)
  return [...rowsParts({ store: what, environment, failure: from, promise }, world), ...timed]
}

// A workload of a file is no component: its pods are all that is known of it.
function isElsewhere(what: Component): boolean {
  if (what.workload !== undefined) return false
  const { geo, managed } = traitsOf(what)
  return geo !== undefined || managed !== undefined
}

interface Struck {
  readonly store: Component
  readonly failure: Failure
}

/** Each store that the promise is about, after each failure that it is about and that takes rows. */
function storesStruck(promise: Recovers, world: World): readonly Struck[] {
  const { what, part: of, losing, from } = promise
  const environment = promise.in ?? onlyEnvironment(world)
  if (losing === undefined || !environment || isStoreRecovery(promise)) return []
  const stores =
    what.is === 'component'
      ? [what].filter(isStore)
      : what.is === 'environment' && (of === undefined || of === 'data')
        ? storesIn(environment).filter((store) => !isOfCopies(store))
        : []
  const failures = failuresOf(from, environment, world)
  return stores.flatMap((store) => failures.map((failure) => ({ store, failure })))
}

// Rows come back from whatever takes them.
function struckBy(promise: Recovers, world: World): readonly Failure[] {
  const { what, part: half, from, in: environment } = promise
  const keepsRows = what.is === 'component' ? isStore(what) : half === 'data'
  return keepsRows && environment ? failuresOf(from, environment, world) : []
}

function failuresOf(from: Failure | undefined, environment: Environment, world: World): readonly Failure[] {
  return from ? [from] : [corruption, ...(goesElsewhere(environment, world) ? [loss.region] : [])]
}

// Who prepares for the loss of a region promises of it what is promised of any failure.
function goesElsewhere(environment: Environment, world: World): boolean {
  const ofRegion = (failure: Failure | undefined) => failure?.kind === 'loss' && failure.of === 'region'
  return (
    standbysOf(environment, world).length > 0 ||
    (world.plans?.scenarios ?? []).some(({ in: place, of }) => place.name === environment.name && ofRegion(of)) ||
    recoveriesIn(environment, undefined, world).some(({ from }) => ofRegion(from)) ||
    storesIn(environment).some((store) => traitsOf(store).geo !== undefined)
  )
}
