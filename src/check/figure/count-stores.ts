// What lies in stores, as somebody says it, and how far apart their copies are taken.

import type { FactOf } from '../../estate/estate.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Content, Environment } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { bytesOf } from '../../platform/units.ts'
import type { View, World } from '../world.ts'
import { fraction, sayAmount, saySeconds, type Uncounted } from './amount.ts'
import { type Count, type Counted, scopeOf } from './counted.ts'

/** Bytes of all that is said to lie in a store, once: copies on other members are not counted. */
export function stored(measure: Count, world: World): Counted | Uncounted {
  const contents = contentsOf(measure, world)
  const open = contents.find(({ size }) => size === undefined)
  if (contents.length === 0 || open)
    return { why: open ? `nobody says how large ${open.name} is` : `nobody says what lies in ${measure.of.name}` }
  const rows = contents.map(({ name, size }) => [name, BigInt(bytesOf(size) ?? 0)] as const)
  const say = (bytes: bigint) => sayAmount(fraction('bytes', bytes, 1n))
  const sum = rows.reduce((all, [, bytes]) => all + bytes, 0n)
  return {
    amount: fraction('bytes', sum, 1n, {
      rows: rows.map(([name, bytes]) => [name, say(bytes)]),
      how: rows.map(([, bytes]) => say(bytes)).join(' + '),
      stated: contents.map(({ stated }) => stated),
    }),
  }
}

/** Collections of a store: both ends where somebody says a range. */
export function collections(measure: Count, world: World): Counted | Uncounted {
  const contents = contentsOf(measure, world)
  const open = contents.find((one) => one.collections === undefined)
  if (contents.length === 0 || open)
    return {
      why: open ? `nobody says how many collections ${open.name} has` : `nobody says what lies in ${measure.of.name}`,
    }
  const ends = contents.map((one) => ({ name: one.name, ...endsOf(one.collections) }))
  const sum = (end: 'from' | 'to') => BigInt(ends.reduce((all, one) => all + one[end], 0))
  const how = (end: 'from' | 'to') => ends.map((one) => `${one[end]}`).join(' + ')
  return {
    amount: fraction('count', sum('to'), 1n, {
      rows: ends.map(({ name, from, to }) => [name, from === to ? `${to}` : `${from} to ${to}`]),
      how: how('to'),
      least: { numerator: sum('from'), denominator: 1n, how: how('from') },
      stated: contents.map(({ stated }) => stated),
    }),
  }
}

function endsOf(said: Content['collections']): { readonly from: number; readonly to: number } {
  return typeof said === 'object' ? said : { from: said ?? 0, to: said ?? 0 }
}

function contentsOf(measure: Count, { platform }: World): readonly Content[] {
  const { environment, component } = scopeOf(measure)
  const places: readonly Environment[] = platform ? environmentsOf(platform) : []
  const place = places.find(({ name }) => name === environment) ?? (places.length === 1 ? places[0] : undefined)
  return (place ? componentsOf(place) : [])
    .filter(({ name }) => component === undefined || name === component)
    .flatMap((one) => traitsOf(one).holds ?? [])
}

/** Between two copies of a store, by the method that is taken most often, or by the one that is asked for. */
export function backupInterval(measure: Count, { estate }: View): Counted | Uncounted {
  const { environment, component } = scopeOf(measure)
  const taken = estate.facts.filter(
    (one): one is FactOf<'backsUp'> =>
      one.trait === 'backsUp' &&
      one.component === component &&
      one.environment === environment &&
      (measure.part === undefined || one.how === measure.part),
  )
  const [most] = taken
    .filter(({ everySeconds }) => everySeconds !== undefined)
    .toSorted((a, b) => (a.everySeconds ?? 0) - (b.everySeconds ?? 0))
  if (most?.everySeconds === undefined) return { why: `nobody says how often copies of ${component} are taken` }
  return {
    amount: fraction('seconds', BigInt(Math.round(most.everySeconds * 1000)), 1000n, {
      rows: taken.map(({ name, everySeconds }) => [
        name,
        everySeconds === undefined ? 'all the time' : saySeconds(everySeconds),
      ]),
      how: `${most.name}`,
      stated: taken.map(({ source }) => source.stated),
    }),
  }
}
