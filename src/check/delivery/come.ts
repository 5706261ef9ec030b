// Whether any way is said by which versions come to an environment; and where none is, what is said instead.

import type { Environment, Platform } from '../../platform/model.ts'
import { type AnyPart, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import { everyWords } from './begins.ts'
import { waysInto } from './ways.ts'

export type ComeParts = {
  ways: {
    readonly place: string
    readonly ways: readonly string[]
    readonly standsByFor?: string
    /** What serves beside it. */
    readonly besides?: string
    /** How often one is said to come. */
    readonly every?: string
    readonly rows: boolean
  }
}

export const comeSays = {
  ways: (because: ComeParts['ways']): Words => {
    const { place, ways } = because
    if (ways.length > 0) return { line: `versions come to ${place}`, rows: ways.map((way) => ['by', way] as const) }
    return { line: noWayWords(because) }
  },
}

function noWayWords({ place, standsByFor, besides, every, rows }: ComeParts['ways']): string {
  const only = rows ? 'only rows follow' : ''
  if (standsByFor !== undefined) {
    const beside = [...(every ? [`one comes there ${every}`] : []), ...(only ? [only] : [])].join(', and ')
    const none = `no way is said by which what is released to ${standsByFor} comes to ${place}, which stands by for it`
    return beside === '' ? none : `${none}: ${beside}`
  }
  if (besides !== undefined) return `nobody says whether what is released to ${besides} comes to ${place} too`
  return every === undefined
    ? `nobody says how versions come to ${place}`
    : `nobody says by what a version comes to ${place}: one comes there ${every}`
}

/** On a developer's machine versions begin: where no way is said, none is missing. */
export function comeParts(environment: Environment, platform: Platform): readonly AnyPart<ComeParts>[] {
  const { name, on, standbyOf, activeWith, stated } = environment
  const ways = waysInto(environment, platform)
  if (ways.length === 0 && on.bare === 'compose') return []
  const rows = platform.promotions.filter((one) => one.to.name === name && one.on === 'replication')
  const releases = platform.releases.filter(({ to }) => to.name === name)
  const standsByFor = standbyOf?.name ?? rows[0]?.from?.name
  const every = everyOf(environment, releases)
  // Where each release is said to come, what brings it is left open; where it waits until somebody wants it, it is behind.
  const truth = ways.length > 0 ? true : standsByFor === undefined || comesByItself(releases) ? undefined : false
  return [
    part(
      'ways',
      truth,
      {
        place: name,
        ways: ways.map(({ says }) => says),
        rows: rows.length > 0,
        ...(standsByFor !== undefined && { standsByFor }),
        ...(activeWith && { besides: activeWith.name }),
        ...(every !== undefined && { every }),
      },
      {
        cause: `no-versions/${name}`,
        hint: waysHint(name, standsByFor, rows.length > 0),
        ...(truth === undefined && { waitsFor: `promotion(…) to ${name}` }),
        stated: [stated, ...[...rows, ...(ways.length > 0 ? ways : releases)].map((one) => one.stated)],
      },
    ),
  ]
}

function everyOf({ per }: Environment, [release]: Platform['releases']): string | undefined {
  if (release) return everyWords(release.every)
  return per === undefined ? undefined : `with each ${per}`
}

function comesByItself(releases: Platform['releases']): boolean {
  return releases.length > 0 && releases.every(({ every }) => every !== 'demand')
}

function waysHint(name: string, from: string | undefined, hasRows: boolean): string {
  if (from === undefined) return 'promotion(…) to it'
  // Of one environment to another there is one promotion: where it carries rows, versions come another way.
  return hasRows
    ? `a delivery that applies ${name}, or a stage of a pipeline that deploys in it`
    : `promotion({ from: ${from}, to: ${name}, on: 'promotion' })`
}
