// A promise that one environment is made as another: what differs beyond what may is named, each thing by itself.

import type { Difference, Environment, Many } from '../../platform/model.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { onlyEnvironment } from '../place.ts'
import type { World } from '../world.ts'
import { differencesOf, type EnvironmentDifference } from './differences.ts'
import { fitsMany, sayMany } from './many.ts'
import { counted } from './spans.ts'

interface Spread {
  readonly what: 'clusters' | 'regions' | 'zones'
  readonly many: Many
  readonly least: number
  readonly most: number
}

type Rules = {
  difference: EnvironmentDifference & { readonly environment: string; readonly of: string }
  topology: Spread & { readonly environment: string; readonly of: string }
  alike: { readonly environment: string; readonly of: string; readonly allowed: readonly string[] }
}

export const mirrors = definePromise<Rules>()({
  kind: 'mirrors',
  asks: 'Is it made as the other is, but for what may differ?',

  *judge(promise, world) {
    const environment = promise.in ?? onlyEnvironment(world)
    if (!environment) return
    const { of, except } = promise
    const all = differencesOf(environment, of)
    const open = all.filter(({ kind }) => kind === 'components' || !except.includes(kind as Difference))
    const names = { environment: environment.name, of: of.name }
    const spread = except.includes('cluster') ? [] : spreadParts(environment, of, world)
    const allowed = all.filter((one) => !open.includes(one)).map(({ what }) => what)
    yield {
      id: [environment.name, of.name],
      environment: environment.name,
      says: `${environment.name} is made as ${of.name}${except.length > 0 ? ` but for ${except.join(', ')}` : ''}`,
      source: { stated: promise.stated },
      parts:
        open.length + spread.length === 0
          ? [part('alike', true, { ...names, allowed })]
          : [...spread, ...open.map((difference) => differencePart(difference, environment, of))],
    }
  },

  says: {
    difference: ({ environment, of, what, here, there, open }) => {
      if (open === 'here') return `${what}: nobody says what ${environment} has, and ${of} has ${there}`
      if (open === 'there') return `${what}: ${environment} has ${here}, and nobody says what ${of} has`
      return `${what}: ${here} in ${environment}, ${there} in ${of}`
    },
    topology: ({ environment, of, what, many, least, most }, truth) => {
      const there = most === least ? `${least}` : most === Number.POSITIVE_INFINITY ? 'unknown' : `${least} to ${most}`
      return `${of} is promised ${sayMany(many)} ${what}; of ${environment} there ${truth === undefined ? 'may be' : 'are'} ${there}`
    },
    alike: ({ environment, of, allowed }) =>
      allowed.length === 0
        ? `nothing sets ${environment} apart from ${of}`
        : `only what may differ does: ${allowed.slice(0, 8).join(', ')}${allowed.length > 8 ? ` and ${allowed.length - 8} more` : ''}`,
  },
})

function differencePart(difference: EnvironmentDifference, environment: Environment, of: Environment): AnyPart<Rules> {
  const { kind, what, open } = difference
  const silent = open === 'here' ? environment : of
  return part(
    'difference',
    open === undefined ? false : undefined,
    { environment: environment.name, of: of.name, ...difference },
    {
      cause: `mirrors/${environment.name}/${of.name}/${what}`,
      waitsFor: `${what} of ${silent.name}`,
      hint: kind === 'components' ? 'the same components in both' : `the same ${what} in both, or except: ['${kind}']`,
      stated: [environment.stated, of.stated],
    },
  )
}

// What is promised of where the other stands holds of what is made as it is.
function spreadParts(environment: Environment, of: Environment, world: World): readonly AnyPart<Rules>[] {
  const promised = world.promises.filter(
    (promise) => promise.is === 'promise' && promise.kind === 'spans' && promise.in?.name === of.name,
  )
  return promised.flatMap((promise) =>
    (['clusters', 'regions', 'zones'] as const).flatMap((what): readonly AnyPart<Rules>[] => {
      const many = promise.is === 'promise' && promise.kind === 'spans' ? promise[what] : undefined
      if (many === undefined) return []
      const { least, most } = counted(what, environment, world)
      const truth = fitsMany(least, many, most)
      if (truth === true) return []
      return [
        part(
          'topology',
          truth,
          { environment: environment.name, of: of.name, what, many, least, most },
          {
            cause: `mirrors/${environment.name}/${of.name}/${what}`,
            hint: `as many ${what} as ${of.name}, or except: ['cluster']`,
            stated: [promise.is === 'promise' ? promise.stated : undefined, environment.stated],
          },
        ),
      ]
    }),
  )
}
