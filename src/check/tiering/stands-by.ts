// Whether what waits to take over is there once the other is lost, and how much of it.

import { sourceOf } from '../../estate/source.ts'
import type { Configuration, Environment } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { percentOf } from '../../platform/units.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'

type Rules = {
  elsewhere: { readonly environment: string; readonly of: string; readonly own: string; readonly other: string }
  configured: {
    readonly environment: string
    readonly of: string
    readonly by: string
    readonly holds: readonly string[]
  }
  size: { readonly environment: string; readonly of: string; readonly kind: string; readonly at: string }
}

export const standsBy = defineQuestion<Rules>({
  id: 'stands-by',
  asks: 'Is what waits to take over elsewhere, and as much of it as is said?',

  *judge({ platform }) {
    for (const environment of platform ? environmentsOf(platform) : []) {
      const { name, standbyOf, on, stated } = environment
      if (!standbyOf) continue
      yield {
        id: [name],
        environment: name,
        cluster: on.name,
        says: `${name} is there to take over from ${standbyOf.name}`,
        source: sourceOf(environment, stated),
        parts: [
          elsewherePart(environment, standbyOf),
          ...configuredParts(environment, standbyOf, platform?.configurations ?? []),
          ...sizeParts(environment, standbyOf),
        ],
      }
    }
  },

  says: {
    elsewhere: ({ environment, of, own, other }, truth) =>
      truth === true
        ? `${environment} stands on ${own}, ${of} on ${other}`
        : `${environment} and ${of} both stand on ${own}: what takes the one takes the other`,
    configured: ({ environment, of, by, holds }, truth) =>
      truth === true
        ? `${by} is for ${environment} as for ${of}`
        : `${by} is for ${of} and not for ${environment}: ${holds.join(', ')} are not there when it takes over`,
    size: ({ environment, of, kind, at }, truth) =>
      `${at} of ${of} stands in ${environment}${truth === true ? '' : `, and it is said to be ${kind}`}`,
  },
})

function elsewherePart({ name, on, stated }: Environment, other: Environment): AnyPart<Rules> {
  return part(
    'elsewhere',
    on.name !== other.on.name,
    { environment: name, of: other.name, own: on.name, other: other.on.name },
    { cause: `standby-beside/${name}`, hint: 'a cluster of its own', stated: [stated, other.stated] },
  )
}

function configuredParts(
  { name, stated }: Environment,
  other: Environment,
  configurations: readonly Configuration[],
): readonly AnyPart<Rules>[] {
  return configurations
    .filter(({ of }) => of.some((one) => one.name === other.name))
    .map((one) =>
      part(
        'configured',
        one.of.some((place) => place.name === name),
        { environment: name, of: other.name, by: one.name, holds: one.holds },
        {
          cause: `unconfigured/${name}/${one.name}`,
          hint: `${name} among those it is for`,
          stated: [one.stated, stated],
        },
      ),
    )
}

// How much of a warm one stands, where nobody says, is asked by who takes over (takes-over).
function sizeParts({ name, standby, standbyAt, stated }: Environment, other: Environment): readonly AnyPart<Rules>[] {
  const share = percentOf(standbyAt)
  if (standby === undefined || standbyAt === undefined || share === undefined) return []
  const fits = { cold: share === 0, warm: share > 0 && share < 100, hot: share === 100 }[standby]
  return [
    part(
      'size',
      fits,
      { environment: name, of: other.name, kind: standby, at: standbyAt },
      { cause: `standby-kind/${name}`, hint: `standbyAt that is ${standby}, or another word for it`, stated: [stated] },
    ),
  ]
}
