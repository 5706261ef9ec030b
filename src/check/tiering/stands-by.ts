// Whether what waits to take over is there once the other is lost, and how much of it.

import { sourceOf } from '../../estate/source.ts'
import type { Environment } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { percentOf } from '../../platform/units.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'

type Rules = {
  elsewhere: { readonly environment: string; readonly of: string; readonly own: string; readonly other: string }
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
        parts: [elsewherePart(environment, standbyOf), ...sizeParts(environment, standbyOf)],
      }
    }
  },

  says: {
    elsewhere: ({ environment, of, own, other }, truth) =>
      truth === true
        ? `${environment} stands on ${own}, ${of} on ${other}`
        : `${environment} and ${of} both stand on ${own}: what takes the one takes the other`,
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
