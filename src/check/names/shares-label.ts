// A promise that one value of a label finds the namespaces of several environments: a selector knows no synonyms.

import { textsOf } from '../../engine/pods/untrusted.ts'
import type { Source } from '../../estate/estate.ts'
import type { Environment } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { definePromise, part } from '../define.ts'
import type { World } from '../world.ts'

type Rules = {
  shared: {
    readonly key: string
    /** Undefined where the namespace has no such label. */
    readonly values: readonly (readonly [namespace: string, value: string | undefined])[]
  }
}

export const sharesLabel = definePromise<Rules>()({
  kind: 'sharesLabel',
  asks: 'Does one value of a label find all of these namespaces?',

  *judge({ key, among: unsorted, stated }, world) {
    const among = sortedPlaces(unsorted)
    const found = among.map((place) => labelOf(place, key, world))
    const values = found.map(({ namespace, value }) => [namespace, value] as const)
    const said = new Set(values.map(([, value]) => value))
    const names = among.map(nameOfPlace)
    const isThere = found.every(({ isShown }) => isShown)
    yield {
      id: [names[0] ?? '', key],
      says: `one value of ${key} finds the namespaces of ${names.join(' and ')}`,
      source: { stated },
      parts: [
        part(
          'shared',
          isThere ? said.size === 1 && !said.has(undefined) : said.size > 1 && !said.has(undefined) ? false : undefined,
          { key, values },
          {
            cause: `label-values/${key}/${names.join('/')}`,
            hint: 'one value per environment, in each of its namespaces',
            at: found.find(({ source }) => source)?.source && {
              source: found.find(({ source }) => source)?.source as Source,
              path: ['metadata', 'labels', key],
            },
            stated: found.map(({ source }) => source?.stated),
          },
        ),
      ],
    }
  },

  says: {
    shared: ({ key, values }, truth) => ({
      line:
        truth === true ? `${key}=${values[0]?.[1]} finds all ${values.length}` : `no value of ${key} finds them all`,
      rows: [...Map.groupBy(values, ([, value]) => value)].map(([value, same]) => {
        const namespaces = same.map(([namespace]) => namespace).join(', ')
        return value === undefined
          ? [`no ${key}`, `stands on ${namespaces}`]
          : [`${key}=${value}`, `finds ${namespaces}${same.length < values.length ? ' only' : ''}`]
      }),
    }),
  },
})

function sortedPlaces(among: readonly (Environment | string)[]): readonly (Environment | string)[] {
  return [...among].sort((a, b) => byCodePoint(nameOfPlace(a), nameOfPlace(b)))
}

function nameOfPlace(place: Environment | string): string {
  return typeof place === 'string' ? place : place.name
}

function labelOf(place: Environment | string, key: string, { views }: World) {
  for (const { estate } of views) {
    if (typeof place !== 'string' && place.on.name !== estate.cluster) continue
    const namespace = typeof place === 'string' ? place : place.namespace
    const object = estate.objects.find(({ ref }) => ref === `Namespace//${namespace}`)
    if (!object) continue
    const labels = textsOf(object.manifest.metadata.labels)
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined
    return { namespace, value, isShown: !object.implied, source: object.source }
  }
  return { namespace: typeof place === 'string' ? place : place.namespace, value: undefined, isShown: false }
}
