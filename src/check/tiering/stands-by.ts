// Whether what waits to take over is there once the other is lost, and how much of it.

import { sourceOf } from '../../estate/source.ts'
import type { Configuration, Environment } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { percentOf } from '../../platform/units.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import type { World } from '../world.ts'

type Rules = {
  elsewhere: { readonly environment: string; readonly of: string; readonly own: string; readonly other: string }
  configured: {
    readonly environment: string
    readonly of: string
    readonly by: string
    readonly holds: readonly string[]
  }
  size: { readonly environment: string; readonly of: string; readonly kind: string; readonly at: string }
  pods: { readonly environment: string; readonly of: string; readonly pods: number; readonly fewer: readonly Fewer[] }
}

interface Fewer {
  readonly component: string
  readonly own: number
  readonly other: number
}

export const standsBy = defineQuestion<Rules>({
  id: 'stands-by',
  asks: 'Is what waits to take over elsewhere, and as much of it as is said?',

  *judge(world) {
    const { platform } = world
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
          ...podsParts(environment, standbyOf, world),
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
    pods: ({ environment, of, pods, fewer }, truth) =>
      truth === true
        ? `${environment} is hot: ${countOf(pods, 'pod')}, and none fewer of anything than ${of} has`
        : `${environment} is said to be hot, and has fewer than ${of}: ${fewer.map(({ component, own, other }) => `${own} of ${other} of ${component}`).join(', ')}`,
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

// Hot is what serves at once: of whatever the other has pods, as many, with the fewest that autoscalers leave of either.
function podsParts(
  { name, standby, standbyAt, stated }: Environment,
  other: Environment,
  { views }: World,
): readonly AnyPart<Rules>[] {
  if (standby !== 'hot' || standbyAt !== undefined) return []
  const podsOf = (place: string) => {
    const counts = new Map<string, number>()
    for (const { environment, component, steady, count, scales } of views.flatMap(({ pods }) => pods))
      if (environment === place && component !== undefined && steady)
        counts.set(component, (counts.get(component) ?? 0) + (scales?.min ?? count))
    return counts
  }
  const own = podsOf(name)
  const fewer = [...podsOf(other.name)]
    .map(([component, pods]) => ({ component, own: own.get(component) ?? 0, other: pods }))
    .filter((one) => one.own < one.other)
    .sort((a, b) => byCodePoint(a.component, b.component))
  const pods = [...own.values()].reduce((sum, count) => sum + count, 0)
  return [
    part(
      'pods',
      fewer.length === 0,
      { environment: name, of: other.name, pods, fewer },
      { cause: `standby-kind/${name}`, hint: "as many pods, or standby: 'warm'", stated: [stated, other.stated] },
    ),
  ]
}
