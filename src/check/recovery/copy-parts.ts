// What is said of a store's copies beside how many there are: how often one is taken, how long it lies in an archive, and
// in how many regions.

import type { FactOf } from '../../estate/estate.ts'
import { cadenceSeconds } from '../../platform/cadence.ts'
import type { BackupPlace, Bucket, Component } from '../../platform/component.ts'
import { componentIn } from '../../platform/derive.ts'
import type { Environment, PlatformPromise } from '../../platform/model.ts'
import { regionsOf, regionsSaid } from '../../platform/regions-of.ts'
import { traitsOf } from '../../platform/traits.ts'
import { secondsOf } from '../../platform/units.ts'
import { type AnyPart, part } from '../define.ts'
import { saySeconds } from '../figure/amount.ts'

type Retains = Extract<PlatformPromise, { kind: 'retains' }>
type Backup = FactOf<'backsUp'>

export type CopyParts = {
  /** At least as often as promised, by the method that is promised or by any. */
  often: { store: string; how?: string; every: string; name?: string; everySeconds?: number; isContinuous?: boolean }
  archived: { name: string; archived: string; archivedSeconds?: number }
  regions: { name: string; regions: readonly string[]; isPlaceSaid: boolean; isOneLeft?: boolean; named?: string }
}

type Parts = readonly AnyPart<CopyParts>[]

export function copyParts(promise: Retains, backups: readonly Backup[]): Parts {
  return [
    ...oftenParts(promise, backups),
    ...backups.flatMap((one) => archivedParts(promise, one)),
    ...regionParts(promise),
  ]
}

function oftenParts({ store, every, how }: Retains, backups: readonly Backup[]): Parts {
  if (every === undefined) return []
  const meant = backups.filter((one) => how === undefined || one.how === how)
  const [most] = meant.toSorted((a, b) => secondsApart(a) - secondsApart(b))
  const apart = most && secondsApart(most)
  const isOpen = meant.length > 0 && meant.some((one) => secondsApart(one) === Number.POSITIVE_INFINITY)
  const isOften = apart !== undefined && apart <= cadenceSeconds(every)
  const because = {
    store: store.name,
    every,
    ...(how && { how }),
    ...(most && { name: most.name }),
    ...(apart !== undefined && Number.isFinite(apart) && { everySeconds: apart }),
    ...(most?.how === 'continuous' && { isContinuous: true }),
  }
  return [
    part('often', isOften || (isOpen ? undefined : false), because, {
      cause: `copies-seldom/${store.name}`,
      hint: 'copies that are taken as often as that',
      stated: meant.map(({ source }) => source.stated),
    }),
  ]
}

// What is copied as it is written is never longer apart than anything that is promised.
function secondsApart({ how, isLog, everySeconds }: Backup): number {
  return how === 'continuous' || isLog ? 0 : (everySeconds ?? Number.POSITIVE_INFINITY)
}

function archivedParts({ store, archived, how }: Retains, { name, archivedSeconds, source, ...backup }: Backup): Parts {
  if (archived === undefined || (how !== undefined && backup.how !== how)) return []
  const because = { name, archived, ...(archivedSeconds !== undefined && { archivedSeconds }) }
  const truth = archivedSeconds !== undefined && archivedSeconds >= (secondsOf(archived) ?? 0)
  return [
    part('archived', truth, because, {
      cause: `not-archived/${store.name}/${name}`,
      hint: `an archive of the copies: archive: { for: '${archived}' }`,
      stated: [source.stated],
    }),
  ]
}

function regionParts({ store, acrossRegions, in: environment, how }: Retains): Parts {
  if (acrossRegions !== true) return []
  const here = environment ? (componentIn(environment, store) ?? store) : store
  const copies = traitsOf(here).backsUp.filter((one) => how === undefined || one.how === how)
  return copies.map(({ name, to, stated }) => {
    const place = to && placeOfCopies(to, environment)
    const regions = place ? regionsSaid(place) : []
    const isPlaceSaid = to !== undefined
    const named = to?.is === 'outside' ? to.name : undefined
    // Its own may be another one, or the same.
    const isOneLeft = regions.length > 0 && place !== undefined && regionsOf(place) === undefined
    return part(
      'regions',
      regions.length > 1 ? true : regions.length > 0 && !isOneLeft ? false : undefined,
      { name, regions, isPlaceSaid, ...(isOneLeft && regions.length === 1 && { isOneLeft }), ...(named && { named }) },
      {
        cause: `copies-in-one-region/${store.name}/${name}`,
        hint: "a store of objects that replicates to another region: replicatesTo: [{ region: '…' }]",
        stated: [stated],
      },
    )
  })
}

function placeOfCopies(to: BackupPlace, environment: Environment | undefined): Bucket | Component | undefined {
  if (to.is === 'bucket') return to
  return to.is === 'component' ? ((environment && componentIn(environment, to)) ?? to) : undefined
}

export const copyWords = {
  often: ({ store, how, every, name, everySeconds, isContinuous }: CopyParts['often'], truth: boolean | undefined) => {
    if (name === undefined)
      return `nothing takes ${how ? `${how} ` : ''}copies of ${store}, and one every ${every} is promised`
    if (isContinuous) return `${name} copies every write as it is made`
    if (everySeconds === undefined) return `nobody says how often ${name} is taken, and every ${every} is promised`
    const line = `${name} is taken every ${saySeconds(everySeconds)}`
    return truth === true ? `${line}, as often as every ${every}` : `${line}, and every ${every} is promised`
  },
  archived: ({ name, archived, archivedSeconds }: CopyParts['archived'], truth: boolean | undefined) =>
    archivedSeconds === undefined
      ? `${name} goes to no archive, and ${archived} in one are promised`
      : `${name} lies in an archive for ${saySeconds(archivedSeconds)}${truth === true ? '' : `, and ${archived} are promised`}`,
  regions: ({ name, regions, isPlaceSaid, isOneLeft, named }: CopyParts['regions']) => {
    if (named) return `${name} lies in ${named}: nobody says in which regions that is, and two are promised`
    if (!isPlaceSaid) return `nobody says where ${name} lies, and two regions are promised`
    if (regions.length === 0) return `nobody says in which region ${name} lies, and two are promised`
    const line = `${name} lies in ${regions.join(' and ')}`
    return isOneLeft ? `${line}, and in a region that nobody says` : line
  },
}
