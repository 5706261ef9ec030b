// How many pods an autoscaler wants at a rate, to hold what it measures at its target: at the one that is promised, and at what
// is carried now.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { ScaledMetric } from '../../estate/scaling.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { perSecondOf } from '../../platform/money.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, part } from '../define.ts'
import type { Truth, Words } from '../verdict.ts'
import type { View } from '../world.ts'
import { sayRate } from './say-rate.ts'

export type Throughput = Extract<PlatformPromise, { kind: 'throughput' }>

export interface Carried {
  readonly name: string
  readonly most: number
  readonly scaled: boolean
  readonly atLeast: string
}

export type RateParts = {
  keepsTarget: Carried & {
    readonly metric: string
    readonly target: string
    readonly wanted: number
    readonly each: string
  }
  now: {
    readonly now: string
    readonly atLeast: string
    readonly left: readonly (readonly [pods: string, of: string])[]
  }
}

// Of each autoscaler, how many of its pods what is carried now takes.
export function nowParts(
  { of, now, atLeast, stated }: Throughput,
  pods: readonly PodClass[],
  view: View,
  place: string,
): readonly AnyPart<RateParts>[] {
  if (now === undefined || of.is !== 'component') return []
  const left = pods.flatMap((pod) =>
    targetsOf(pod, view).map((metric) => {
      const wanted = Math.ceil(perSecond(now) / (metric.perSecond ?? 0) - 1e-9)
      return [`${wanted} of ${pod.scales?.max ?? pod.count} pods`, `${pod.name}, to hold ${metric.name}`] as const
    }),
  )
  return [
    part(
      'now',
      perSecond(now) >= perSecond(atLeast),
      { now, atLeast, left },
      { cause: `carried-now/${place}/${of.name}`, hint: 'what is carried, or a promise for later', stated: [stated] },
    ),
  ]
}

export function targetsOf(pod: PodClass, { estate }: View): readonly ScaledMetric[] {
  return estate.facts.flatMap((fact) =>
    fact.trait === 'scales' && fact.of === pod.workload ? fact.metrics.filter(({ perSecond }) => perSecond) : [],
  )
}

interface Asked {
  readonly said: Carried
  readonly wanted: number
  readonly unit: string
  readonly pod: PodClass
  readonly place: string
}

export function targetPart(metric: ScaledMetric, { said, wanted, unit, pod, place }: Asked): AnyPart<RateParts> {
  const target = metric.perSecond ?? 0
  // Within a tenth of its target an autoscaler leaves things as they are; what it may end at counts whole pods.
  const pods = Math.ceil(wanted / target - 1e-9)
  return part(
    'keepsTarget',
    pods <= said.most,
    {
      ...said,
      metric: metric.name,
      target: sayRate(target, unit),
      wanted: pods,
      each: sayRate(wanted / said.most, unit),
    },
    {
      at: { source: pod.source },
      cause: `throughput/${place}/${pod.name}`,
      hint: `a maximum of ${pods} for ${pod.name}`,
      stated: [metric.stated],
    },
  )
}

export function perSecond(rate: string): number {
  const { numerator, denominator } = perSecondOf(rate) ?? { numerator: 0n, denominator: 1n }
  return Number(numerator) / Number(denominator)
}

export const rateWords = {
  keepsTarget: ({ name, most, atLeast, metric, target, wanted, each }: RateParts['keepsTarget'], truth: Truth) =>
    truth === true
      ? `at ${atLeast} the autoscaler of ${name} wants ${countOf(wanted, 'pod')} to hold ${metric} at ${target} by pod, and may have ${most}`
      : `at ${atLeast} the autoscaler of ${name} wants ${countOf(wanted, 'pod')} to hold ${metric} at ${target} by pod, and ends at ${most}: each takes ${each}`,
  now: ({ now, atLeast, left }: RateParts['now'], truth: Truth): Words => ({
    line: truth === true ? `${now} are carried now` : `${now} are carried now, and ${atLeast} are promised`,
    rows: left,
  }),
}
