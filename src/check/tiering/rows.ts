// Whose rows come to lie in an environment: by what it is filled from, and in the stores of others that it calls.

import type { Assumption } from '../../engine/assumption.ts'
import { sourceOf } from '../../estate/source.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { DataClass, DataSource, Environment, Platform } from '../../platform/model.ts'
import { environmentsOf, placesOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { dataOf, worth } from '../plans/drilled-rows.ts'
import { isStore } from '../recovery/stores-in.ts'
import type { World } from '../world.ts'

interface Filled {
  readonly environment: string
  readonly allowed: DataClass
  /** Absent: nobody says where the rows come from. */
  readonly from?: { readonly name: string; readonly data: DataClass; readonly masks?: boolean; readonly with?: string }
}

type Rules = {
  filled: Filled
  called: {
    readonly environment: string
    readonly allowed: DataClass
    readonly by: string
    readonly store: string
    readonly of: string
    readonly data: DataClass
  }
}

export const rows = defineQuestion<Rules>({
  id: 'rows',
  asks: 'Do only those rows come to lie in an environment that may?',

  *judge(world) {
    const { platform } = world
    for (const environment of platform ? environmentsOf(platform) : []) {
      const { name, data, on, stated } = environment
      if (data === undefined || !platform) continue
      const parts = [...filledParts(environment, data, world), ...calledParts(environment, data, platform)]
      if (parts.length === 0) continue
      yield {
        id: [name],
        environment: name,
        cluster: on.name,
        says: `only ${data} rows come to lie in ${name}`,
        source: sourceOf(environment, stated),
        parts,
      }
    }
  },

  says: {
    filled: ({ environment, allowed, from }) => {
      if (!from) return `nobody says where the ${allowed} rows of ${environment} come from`
      const come = `${environment} is filled with ${from.data} rows of ${from.name}`
      if (worth[from.data] <= worth[allowed]) return come
      if (from.masks === false) return `${come} as they are, and may hold ${allowed} rows only`
      if (from.masks === undefined) return `${come}, and nobody says what makes them ${allowed}`
      return from.with === undefined
        ? `${come}, masked on the way by what nobody names`
        : `${come}, masked on the way by ${from.with}`
    },
    called: ({ environment, allowed, by, store, of, data }) =>
      `${by} of ${environment} calls ${store} of ${of}, where ${data} rows lie, and may see ${allowed} rows only`,
  },
})

function filledParts(environment: Environment, allowed: DataClass, { denied }: World): readonly AnyPart<Rules>[] {
  const { name, dataFrom, stated } = environment
  const isDerived = allowed === 'masked' || allowed === 'subset'
  if (!dataFrom)
    return isDerived
      ? [
          part(
            'filled',
            undefined,
            { environment: name, allowed },
            { waitsFor: `dataFrom of ${name}`, stated: [stated] },
          ),
        ]
      : []
  const data = dataOf(dataFrom.from)
  if (data === undefined) return []
  const { masks, with: by } = dataFrom
  const masked = maskedBy(environment, dataFrom)
  const isDenied = denied.has(masked.id)
  // Some of the rows are no others than those that they were taken from.
  const isAsGood = worth[data] <= worth[allowed]
  const truth = isAsGood ? true : masks === true ? !isDenied : masks
  return [
    part(
      'filled',
      truth,
      {
        environment: name,
        allowed,
        from: { name: dataFrom.from.name, data, ...(masks !== undefined && { masks }), ...(by && { with: by.name }) },
      },
      {
        assumes: !isAsGood && truth === true ? [masked] : [],
        cause: `rows/${name}`,
        hint: `masks: true of dataFrom, with a job that makes persons unknown, or rows that are made up`,
        waitsFor: `what masks the rows of ${name}`,
        stated: [stated, dataFrom.stated, dataFrom.from.stated],
      },
    ),
  ]
}

function maskedBy({ name, stated }: Environment, { from, with: by }: DataSource): Assumption {
  return {
    id: `masked/${name}`,
    says: `${by === undefined ? 'something' : by.name} makes all persons unknown in the rows that ${name} takes from ${from.name}`,
    kind: 'declared',
    source: { stated },
  }
}

function calledParts(environment: Environment, allowed: DataClass, platform: Platform): readonly AnyPart<Rules>[] {
  return componentsOf(environment).flatMap((component) =>
    traitsOf(component).calls.flatMap((target): readonly AnyPart<Rules>[] => {
      const store = target.is === 'port' ? target.component : target
      const [place] = placesOf(platform, environment, store)
      if (!place || place.environment.name === environment.name || !isStore(store)) return []
      const data = dataOf(place.environment)
      if (data === undefined || worth[data] <= worth[allowed]) return []
      const names = { environment: environment.name, by: component.name, store: store.name, of: place.environment.name }
      return [
        part(
          'called',
          false,
          { ...names, allowed, data },
          {
            cause: `rows-called/${environment.name}/${store.name}`,
            hint: `a ${store.name} of its own in ${environment.name}`,
            stated: [environment.stated, place.environment.stated],
          },
        ),
      ]
    }),
  )
}
