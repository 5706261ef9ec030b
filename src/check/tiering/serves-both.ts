// Two environments that serve at the same time: what is written in one has to be there in the other, and a store with one
// writer has it only where that one is.

import { sourceOf } from '../../estate/source.ts'
import type { Component } from '../../platform/component.ts'
import { componentIn } from '../../platform/derive.ts'
import type { Environment } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { bothWrite } from '../recovery/both-write.ts'
import { isPromotedElsewhere } from '../recovery/kept-rows.ts'
import { copiedThere, isMadeAgain, isOfCopies, isOfRecord, isReplicated, storesIn } from '../recovery/stores-in.ts'
import type { World } from '../world.ts'

interface Store {
  readonly store: string
  readonly here: string
  readonly there: string
}

type Rules = {
  apart: Store & { readonly like?: string; readonly replicates?: boolean; readonly promotes?: boolean }
  follows: Store & { readonly to: string }
  again: Store
  both: Store & { readonly to: string; readonly takes: 'reads' | 'writes' }
  none: { readonly here: string; readonly there: string }
}

export const servesBoth = defineQuestion<Rules>({
  id: 'serves-both',
  asks: 'Can two environments that serve at the same time both take writes?',

  *judge(world) {
    for (const environment of world.platform ? environmentsOf(world.platform) : []) {
      const { name, activeWith, on, stated } = environment
      if (!activeWith) continue
      const parts = storesIn(environment).flatMap((store) => storePart(store, environment, activeWith, world))
      yield {
        id: [name, activeWith.name],
        environment: name,
        cluster: on.name,
        says: `${name} and ${activeWith.name} both take writes`,
        source: sourceOf(environment, stated),
        parts: parts.length > 0 ? parts : [part('none', true, { here: name, there: activeWith.name })],
      }
    }
  },

  says: {
    apart: ({ store, here, there, like, replicates, promotes }, truth) => {
      if (promotes)
        return `${store} has one member that takes writes, and one that follows it is to be promoted: the other of ${here} and ${there} takes none until then`
      const own = `${here} and ${there} each have their own ${store}${like ? ` (${like === there ? here : there} is declared like ${like})` : ''}`
      if (truth === undefined) return `${own}, and nobody says what it holds, or what brings that from one to the other`
      return replicates
        ? `${own}: it is said to replicate, and nothing declared brings rows from one to the other`
        : `${own}, and nothing is said to bring rows from one to the other`
    },
    follows: ({ store, here, there, to }) =>
      `${store} of one of ${here} and ${there} follows the other in ${to}: it takes no writes there until it is promoted`,
    again: ({ store }) => `what lies in ${store} is made again from elsewhere`,
    both: ({ store, here, there, to, takes }, truth) => {
      const way = takes === 'writes' ? 'takes writes too' : 'hands writes on to the first place'
      return `${store} of ${here} and ${there} is one, of which the replica in ${to} ${truth ? way : 'takes none'}`
    },
    none: ({ here, there }) => `no store stands in both ${here} and ${there}`,
  },
})

function storePart(store: Component, here: Environment, there: Environment, world: World): readonly AnyPart<Rules>[] {
  const other = componentIn(there, store)
  if (!other) return []
  const names = { store: store.name, here: here.name, there: there.name }
  if (isMadeAgain(store)) return [part('again', true, names)]
  const said = bothWrite(store, here.name, world)
  if (said) {
    const { truth, assumes, to, takes } = said
    const cause = `two-writers/${there.name}/${store.name}`
    return [
      part('both', truth, { ...names, to, takes }, { cause, assumes, stated: [here.stated, traitsOf(store).stated] }),
    ]
  }
  // Whoever serves writes nothing there: what takes the copies does.
  if (isOfCopies(store) || copiedThere(store, here).length > 0) return []
  const [copy] = [...copiesOf(store), ...copiesOf(other)]
  const more = {
    cause: `two-writers/${there.name}/${store.name}`,
    hint: `${store.name} in one of ${here.name} and ${there.name} only, called from both`,
    stated: [here.stated, traitsOf(store).stated],
  }
  // Where nobody says what lies there, it may be made again from elsewhere, unless somebody keeps copies of it.
  const truth = isOfRecord(store) ? false : undefined
  const promotes = isPromotedElsewhere(store, there, world)
  const stated = [...more.stated, ...(promotes ? [traitsOf(store).replicates?.stated] : [])]
  const waits = { ...more, stated, waitsFor: `what ${store.name} holds` }
  return copy === undefined
    ? [
        part(
          'apart',
          truth,
          {
            ...names,
            ...likeOf(here, there),
            ...(isReplicated(store) && { replicates: true }),
            ...(promotes && { promotes }),
          },
          waits,
        ),
      ]
    : [part('follows', truth, { ...names, to: copy }, waits)]
}

// That a store stands in both is said by one line of the platform alone.
function likeOf(here: Environment, there: Environment): { readonly like?: string } {
  return here.like?.name === there.name
    ? { like: there.name }
    : there.like?.name === here.name
      ? { like: here.name }
      : {}
}

function copiesOf(store: Component): readonly string[] {
  return (traitsOf(store).geo ?? []).map(({ region }) => region)
}
