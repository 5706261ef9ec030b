// How often a collector scrapes, and how long what it gathered is there: by what it is told, and by the room that it has.

import type { Assumption } from '../../engine/assumption.ts'
import type { Collecting, Component } from '../../platform/component.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { bytesOf, secondsOf } from '../../platform/units.ts'
import { type AnyPart, part } from '../define.ts'
import type { Truth, Words } from '../verdict.ts'

type Scrapes = Extract<PlatformPromise, { kind: 'scrapes' }>

export type CollectingParts = {
  interval: { by: string; promised: string; every?: string }
  kept: { by: string; promised: string; retention?: string }
  held: { by: string; size: string; retention: string; every: string; samples: number; series: number }
}

// "An average of only 1-2 bytes per sample": prometheus.io/docs/prometheus/latest/storage, operational aspects.
const bytesPerSample = 2

export function collectingParts(promise: Scrapes, denied: ReadonlySet<string>): AnyPart<CollectingParts>[] {
  const { by, every, keeps, stated } = promise
  const collects = collectsOf(by)
  const said = { stated: [stated] }
  return [
    ...(every === undefined
      ? []
      : [
          part(
            'interval',
            atMost(collects?.every, every),
            { by: by.name, promised: every, ...(collects && { every: collects.every }) },
            { cause: `scrape-interval/${by.name}`, ...said },
          ),
        ]),
    ...(keeps === undefined
      ? []
      : [
          part(
            'kept',
            atMost(keeps, collects?.retention),
            { by: by.name, promised: keeps, ...(collects && { retention: collects.retention }) },
            { cause: `retention/${by.name}`, ...said },
          ),
          ...heldParts(promise, denied),
        ]),
  ]
}

// What stands in files alone says nothing of it here.
function collectsOf(by: Component): Collecting | undefined {
  return by.workload === undefined ? traitsOf(by).collects : undefined
}

function atMost(less: string | undefined, more: string | undefined): Truth {
  const [a, b] = [secondsOf(less), secondsOf(more)]
  return a === undefined || b === undefined ? undefined : a <= b
}

// Once its volume is full it takes no more: how many series it has is known where it runs alone.
function heldParts({ by, stated }: Scrapes, denied: ReadonlySet<string>): AnyPart<CollectingParts>[] {
  const collects = collectsOf(by)
  const size = collects?.volume?.size
  const bytes = bytesOf(size)
  if (!collects || size === undefined || bytes === undefined) return []
  const { every, retention } = collects
  const samples = Math.ceil((secondsOf(retention) ?? 0) / (secondsOf(every) ?? 1))
  const series = Math.floor(bytes / Math.max(1, samples * bytesPerSample))
  const few: Assumption = {
    id: `series/${by.name}`,
    says: `${by.name} gathers no more than ${series} series`,
    kind: 'estimate',
    source: { stated },
  }
  const truth = series > 0 && !denied.has(few.id)
  const because = { by: by.name, size, retention, every, samples, series }
  return [
    part('held', truth, because, {
      assumes: series > 0 ? [few] : [],
      cause: `metrics-room/${by.name}`,
      stated: [stated],
    }),
  ]
}

export const collectingWords = {
  interval: ({ by, promised, every }: CollectingParts['interval'], truth: Truth): string => {
    if (truth === undefined) return `nobody says how often ${by} scrapes, and every ${promised} is promised`
    return truth
      ? `${by} scrapes every ${every}, as often as every ${promised}`
      : `${by} scrapes every ${every}, and every ${promised} is promised`
  },
  kept: ({ by, promised, retention }: CollectingParts['kept'], truth: Truth): string => {
    if (truth === undefined) return `nobody says how long ${by} keeps what it gathers, and ${promised} is promised`
    return truth
      ? `${by} keeps what it gathers for ${retention}, no less than ${promised}`
      : `${by} keeps what it gathers for ${retention}, and ${promised} is promised`
  },
  held: ({ by, size, retention, every, samples, series }: CollectingParts['held']): Words => ({
    line: `the ${size} of ${by} hold ${series} series for ${retention}`,
    rows: [
      ['samples of each', `${retention} / ${every} = ${samples}`],
      ['bytes of each', `${samples} × ${bytesPerSample} = ${samples * bytesPerSample}`],
    ],
  }),
}
