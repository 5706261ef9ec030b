// A stack that is to stand outside what it watches, against where it is declared and where charts put it.

import type { Monitoring } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Stated } from '../../platform/source.ts'
import { type AnyPart, part } from '../define.ts'
import { namesOf } from '../plans/names-of.ts'
import type { World } from '../world.ts'
import { placesOf } from './component-places.ts'

export type OutsideRule = {
  outside: {
    readonly name: string
    readonly watched: readonly string[]
    /** What stands on a watched cluster, and by what. */
    readonly inside: readonly (readonly [component: string, how: string])[]
    readonly nowhere: readonly string[]
  }
}

export const outsideWords = {
  outside: ({ name, watched, inside, nowhere }: OutsideRule['outside'], truth: boolean | undefined) => {
    if (truth) return `${name} stands outside ${watched.join(', ')}, which it watches`
    return truth === false
      ? { line: `${name} is to stand outside ${watched.join(', ')}, which it watches, and does not`, rows: inside }
      : `${name} is to stand outside ${watched.join(', ')}, which it watches, and nobody says where ${nowhere.join(', ')} ${nowhere.length === 1 ? 'stands' : 'stand'}`
  },
}

export function outsideParts(one: Monitoring, world: World): AnyPart<OutsideRule>[] {
  const { name, by, covers, outside, stated } = one
  if (!outside) return []
  const watched = [...new Set(covers.map(({ on }) => on.name))].sort(byCodePoint)
  const cites: (Stated | undefined)[] = [stated]
  const inside: (readonly [string, string])[] = []
  const nowhere: string[] = []
  const places = placesOf(by, covers, world).toSorted((a, b) => byCodePoint(a.name, b.name))
  for (const { name: component, runs, charted, stands, onNodes } of places) {
    const on = runs.filter((place) => watched.includes(place.on.name))
    const put = charted.filter(({ environment }) => watched.includes(environment.on.name))
    if (on.length > 0) inside.push([component, `runs in ${namesOf(on).join(', ')}`])
    for (const { chart, environment } of put) {
      inside.push([component, `chart ${chart.name} puts it into ${environment.name}, on ${environment.on.name}`])
      cites.push(chart.stated)
    }
    if (onNodes?.clusters.some((cluster) => watched.includes(cluster))) {
      inside.push([component, `is to stand on ${onNodes.says}`])
      cites.push(onNodes.stated)
    }
    if (stands.length === 0 && !onNodes) nowhere.push(component)
  }
  return [
    part(
      'outside',
      inside.length > 0 ? false : nowhere.length > 0 ? undefined : true,
      { name, watched, inside, nowhere },
      {
        cause: `inside/${name}`,
        waitsFor: `the environment that runs ${nowhere.join(', ')}`,
        hint: 'a cluster of its own, which is not watched by it',
        stated: cites,
      },
    ),
  ]
}
