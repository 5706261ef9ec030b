// What of a store's rows a failure leaves: by its pods and their copies, or by what is said of a store that others run.

import { isWithin } from '../../engine/recovery/span.ts'
import { type Way, waysBack } from '../../engine/recovery/ways-back.ts'
import type { Component } from '../../platform/component.ts'
import { loss } from '../../platform/language/failure.ts'
import type { Environment, Failure } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { secondsOf } from '../../platform/units.ts'
import { type AnyPart, type Part, part } from '../define.ts'
import { saySpan } from '../span-words.ts'
import type { Truth, Words } from '../verdict.ts'
import { viewFor, type World } from '../world.ts'
import { dataParts, type StoreParts, storePods } from './recovered-store.ts'
import type { Recovers } from './store-recovery.ts'
import { copiedThere, isMadeAgain, isReplicated, keepsObjects } from './stores-in.ts'

export interface Ways {
  readonly store: string
  readonly losing: string
  readonly failure: Failure
  readonly ways: readonly Way[]
  readonly what: 'rows' | 'objects'
}

interface Beside {
  readonly store: string
  readonly of: readonly string[]
}

export type RowsParts = Pick<StoreParts, 'data'> & { ways: Ways; again: { store: string }; beside: Beside }

interface Struck {
  readonly store: Component
  readonly environment: Environment
  readonly failure: Failure
  readonly promise: Recovers
}

/** Nothing where nothing is promised of its rows. */
export function rowsParts(
  { store, environment, failure, promise }: Struck,
  world: World,
): readonly AnyPart<RowsParts>[] {
  const { losing, by } = promise
  if (losing === undefined) return []
  if (isMadeAgain(store)) return [part('again', true, { store: store.name })]
  const view = viewFor(world, environment)
  const pods = view ? storePods({ what: store, from: failure, in: environment }, view) : []
  const { geo, managed } = traitsOf(store)
  if (view && pods.length > 0 && geo === undefined && managed === undefined)
    return dataParts(
      {
        what: store,
        from: failure,
        losing,
        ...(by && { by }),
        isPromoted: isPromoted(store, environment, failure, world),
      },
      pods,
      view,
    )
  const ways = waysPart(store, environment, failure, losing)
  const of = ways.truth === true ? [] : copiedThere(store, environment)
  return of.length === 0
    ? [ways]
    : [part('beside', undefined, { store: store.name, of }, { waitsFor: `what ${store.name} holds` })]
}

/** One that may stand in another region is to be promoted when this one is gone: of neither anybody says which it is. */
export function isPromotedElsewhere(store: Component, environment: Environment, world: World): boolean {
  return (
    isReplicated(store) && environment.on.region === undefined && isPromoted(store, environment, loss.region, world)
  )
}

// By a step of what is prepared for the failure.
function isPromoted(store: Component, { name }: Environment, { kind, of: lost }: Failure, { plans }: World): boolean {
  const prepared = (plans?.scenarios ?? []).filter(
    ({ in: place, of }) => place.name === name && of.kind === kind && of.of === lost,
  )
  const steps = prepared.flatMap(({ by }) => by?.steps ?? [])
  return steps.some(
    ({ does, of }) => does === 'promote' && (of === undefined || of.some((one) => one.name === store.name)),
  )
}

function waysPart(store: Component, { name, on }: Environment, failure: Failure, losing: string): Part<'ways', Ways> {
  const traits = traitsOf(store)
  const region = traits.managed?.region ?? on.region
  const ways = waysBack(traits, failure, region === undefined ? {} : { region })
  const [best] = ways
  const seconds = losing === 'nothing' ? 0 : (secondsOf(losing) ?? 0)
  const truth = truthOf(ways, seconds)
  return part(
    'ways',
    truth,
    { store: store.name, losing, failure, ways, what: keepsObjects(store) ? 'objects' : 'rows' },
    {
      cause: causeOf(best, failure, `${name}/${store.name}`),
      hint: hintOf(best, failure, truth),
      stated: [traits.stated, traits.managed?.stated, ...ways.map(({ stated }) => stated)],
    },
  )
}

// A way of which nobody says whether it is left decides nothing where it loses too much as well.
function truthOf(ways: readonly Way[], seconds: number): Truth {
  const left = ways.filter(({ survives }) => survives === true).map(({ loses }) => isWithin(loses, seconds))
  if (left.includes(true)) return true
  const open = ways.filter(({ survives }) => survives === undefined).map(({ loses }) => isWithin(loses, seconds))
  return [...left, ...open].every((within) => within === false) ? false : undefined
}

function causeOf(best: Way | undefined, { kind }: Failure, store: string): string {
  if (best && best.survives !== false) return `copies-too-far-apart/${store}`
  return kind === 'loss' ? `one-region/${store}` : `no-copies/${store}`
}

function hintOf(best: Way | undefined, { kind }: Failure, truth: Truth): string {
  if (best && best.survives === undefined && truth === undefined) return `where ${best.name} lies, and in which region`
  if (best && best.survives !== false)
    return 'a way back that is never older than what may be lost, and says how old it is at worst'
  return kind === 'loss'
    ? 'a replica or a copy in another region'
    : 'copies that were taken before: what replicates does so with what is wrong'
}

export const rowsWords = {
  ways: ({ store, losing, ways, what }: Ways, truth: Truth): Words => ({
    line: `${wayLine(`the ${what} of ${store}`, ways[0])}, and ${losing === 'nothing' ? 'nothing' : `at most ${losing}`} may be lost`,
    rows:
      ways.length === 0
        ? [['copies', 'none are said to be taken, and no replication is']]
        : ways.flatMap((way) => wayRows(way, truth)),
  }),
  beside: ({ store, of }: Beside) =>
    `nobody says what lies in ${store} beside copies of ${of.join(' and ')}, which can be taken again`,
  again: ({ store }: RowsParts['again']) => `what ${store} holds is made again: nothing is written there first`,
}

function wayLine(rows: string, best: Way | undefined): string {
  if (!best || best.survives === false) return `${rows} are lost for good`
  const but = best.loses.to === 0 ? '' : `, but for ${saySpan(best.loses)}`
  if (best.survives === undefined) return `${rows} come back, if ${best.name} is left, which nobody says${but}`
  return best.is === 'replica' ? `${best.name} has ${rows}${but}` : `${rows} come back from ${best.name}${but}`
}

const why: { readonly [W in Way['why']]: string } = {
  elsewhere: 'survives: it is elsewhere',
  here: 'lost: it is in the same region',
  replicated: 'lost: what is wrong is written there too',
  before: 'survives: it was taken before',
  unsaid: 'unknown: nobody says where it is',
}

const termWords: { readonly [T in Way['terms'][number]['what']]: string } = {
  lag: 'that it is behind',
  interval: 'between two copies',
  copying: 'while a copy is taken',
  written: 'it has each row as it is written',
}

type Row = readonly [label: string, text: string]

function wayRows(way: Way, truth: Truth): readonly Row[] {
  const terms =
    way.survives !== false && truth !== true
      ? way.terms.map(({ what, span }): Row => [saySpan(span), termWords[what]])
      : []
  return [[way.name, why[way.why]], ...terms]
}
