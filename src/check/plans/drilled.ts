// A promise that recovery is rehearsed: every promise to come back has a drill of its failure, often enough, that can be
// held.

import { joinAssumptions } from '../../engine/assumption.ts'
import { sortedBy } from '../../estate/order.ts'
import { cadenceSeconds } from '../../platform/cadence.ts'
import type { Cadence, Drill } from '../../platform/model.ts'
import { definePromise, type Part, part } from '../define.ts'
import { failureText } from '../failure-words.ts'
import { type Place, placeOf } from '../place.ts'
import { isStoreRecovery, type StoreRecovery } from '../recovery/store-recovery.ts'
import type { Truth, Words } from '../verdict.ts'
import type { World } from '../world.ts'
import { partsOf } from './drills.ts'

interface Held {
  readonly name: string
  readonly every: Cadence
  /** Whether it can be held; see the question `drills`. */
  readonly holds?: boolean
}

interface Rehearsal {
  readonly store: string
  readonly failure: string
  readonly drills: readonly Held[]
}

export const drilled = definePromise<{ rehearsal: Rehearsal }>()({
  kind: 'drilled',
  asks: 'Is each recovery that is promised rehearsed by a drill that can be held?',

  *judge(promise, world) {
    const place = placeOf(promise, world)
    yield {
      id: [place.place, 'recovery'],
      environment: place.environment,
      cluster: place.cluster,
      says: `each recovery of ${place.place} is rehearsed${promise.every ? `, at least every ${promise.every}` : ''}`,
      source: { stated: promise.stated },
      parts: recoveriesOf(place, world).map((recovery) => rehearsalPart(recovery, promise.every, world)),
    }
  },

  says: {
    rehearsal: ({ store, failure, drills }, truth): Words => {
      const rows = drills.map(({ name, every, holds }) => [name, `every ${every}, ${heldWords(holds)}`] as const)
      if (drills.length === 0) return { line: `no drill rehearses how ${store} comes back from ${failure}` }
      const says = truth === true ? 'rehearses' : 'is to rehearse'
      return {
        line: `${drills.map(({ name }) => name).join(' and ')} ${says} how ${store} comes back from ${failure}`,
        rows,
      }
    },
  },
})

function heldWords(holds: Truth): string {
  return holds === undefined ? 'and nobody can say whether it can be held' : holds ? 'can be held' : 'cannot be held'
}

function recoveriesOf({ environment }: Place, { promises }: World): readonly StoreRecovery[] {
  const found = promises.filter(
    (promise): promise is StoreRecovery =>
      promise.is === 'promise' &&
      promise.kind === 'recovers' &&
      promise.in?.name === environment &&
      isStoreRecovery(promise),
  )
  return sortedBy(found, ({ what, from }) => `${what.name} ${from.kind} ${from.of}`)
}

function rehearsalPart(
  { what: store, from, stated }: StoreRecovery,
  every: Cadence | undefined,
  world: World,
): Part<'rehearsal', Rehearsal> {
  const most = every === undefined ? Number.POSITIVE_INFINITY : cadenceSeconds(every)
  const isMeant = (drill: Drill) =>
    drill.of.kind === from.kind &&
    drill.of.of === from.of &&
    drill.restores?.name === store.name &&
    cadenceSeconds(drill.every) <= most
  const meant = (world.plans?.drills ?? []).filter(isMeant).map((drill) => {
    const parts = partsOf(drill, world)
    const truths = parts.map(({ truth }) => truth)
    const holds: Truth = truths.includes(false) ? false : truths.includes(undefined) ? undefined : true
    return { drill, holds, assumes: joinAssumptions(parts.map(({ assumes = [] }) => assumes)) }
  })
  const best = meant.find(({ holds }) => holds === true) ?? meant.find(({ holds }) => holds === undefined)
  const drills = meant.map(({ drill, holds }) => ({
    name: drill.name,
    every: drill.every,
    ...(holds !== undefined && { holds }),
  }))
  const failure =
    from.kind === 'corruption' ? 'wrong rows' : from.kind === 'loss' ? `the loss of a ${from.of}` : failureText(from)
  return part(
    'rehearsal',
    best ? best.holds : false,
    { store: store.name, failure, drills },
    {
      assumes: best?.assumes ?? [],
      cause: `not-rehearsed/${store.name}/${from.kind}-${from.of}`,
      hint: `a drill of ${failure} that restores ${store.name}, where it can be held`,
      stated: [stated, ...meant.map(({ drill }) => drill.stated)],
    },
  )
}
