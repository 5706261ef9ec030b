// How many series a Prometheus holds decides how much memory it needs, and with its interval and its retention how much
// disk: each series is in memory while it is written, and each sample on disk while it is kept.

import type { Assumption } from '../../engine/assumption.ts'
import { sourceOf } from '../../estate/source.ts'
import { bytesOfRecent, bytesOfSample, bytesOfSeries } from '../../knowledge/prometheus-cost.ts'
import type { Collecting, Component } from '../../platform/component.ts'
import { traitsOf } from '../../platform/traits.ts'
import { bytesOf, secondsOf } from '../../platform/units.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import type { Truth, Words } from '../verdict.ts'
import type { World } from '../world.ts'
import { sayBytes, sayCount } from './series-words.ts'
import { memoryOf, type Size, sizesOf } from './sized-stacks.ts'
import { stacksIn } from './stacks.ts'

interface Need {
  readonly from: number
  readonly to: number
}

type Rules = {
  memory: {
    by: string
    series: number
    every: string
    recent: number
    need: Need
    room: number | undefined
    where: string | undefined
  }
  disk: {
    by: string
    series: number
    every: string
    retention: string
    samples: number
    need: Need
    room: number | undefined
  }
}

export const holdsSeries = defineQuestion<Rules>({
  id: 'holds-series',
  asks: 'Has every Prometheus the memory and the disk for the series that it is said to hold?',

  *judge(world) {
    for (const stack of stacksIn(world)) {
      const sizes = sizesOf(stack)
      const [most] = sizes
      if (!most) continue
      const { component, collects, series } = most
      yield {
        id: [world.platform?.name ?? 'platform', component.name],
        says: `${component.name} has room for at least ${sayCount(series)} series`,
        source: sourceOf(component, collects.stated),
        parts: sizes.flatMap((one) => [
          memoryPart(one, world),
          diskPart(one.component, one.collects, one.series, world),
        ]),
      }
    }
  },

  says: {
    memory: ({ by, series, every, recent, need, room, where }, truth): Words => ({
      line: `${by} needs ${sayNeed(need)} of memory, ${sayRoom(room, where, truth)}`,
      rows: [
        ['at the least', `${sayCount(series)} series × ${bytesOfSeries.from} bytes = ${sayBytes(need.from)}`],
        [
          'as it is usual',
          `${sayCount(series)} series × (${bytesOfSeries.to} bytes + ${recent} for what comes every ${every}) = ${sayBytes(need.to)}`,
        ],
      ],
    }),
    disk: ({ by, series, every, retention, samples, need, room }, truth): Words => ({
      line: `${by} needs ${sayNeed(need)} of disk, ${sayRoom(room, 'its volume', truth)}`,
      rows: [
        [
          'samples in a second',
          `${sayCount(series)} series / ${every} = ${sayCount(series / (secondsOf(every) ?? 1))}`,
        ],
        ['samples kept', `× ${retention} = ${sayCount(samples)}`],
        ['bytes of each', `${bytesOfSample.from} to ${bytesOfSample.to}`],
      ],
    }),
  },
})

function sayRoom(room: number | undefined, where: string | undefined, truth: Truth): string {
  if (room === undefined) return 'and nobody says how much it has'
  return `and ${where} has ${sayBytes(room)}${truth === undefined ? ': whether that is enough is not known' : ''}`
}

function sayNeed({ from, to }: Need): string {
  return `${sayBytes(from)} to ${sayBytes(to)}`
}

function truthOf(need: Need, room: number | undefined): Truth {
  if (room === undefined) return undefined
  return need.to <= room ? true : need.from > room ? false : undefined
}

function memoryPart({ component, stands, collects, series }: Size, world: World): AnyPart<Rules> {
  const { every } = collects
  const recent = bytesOfRecent(Math.max(1, secondsOf(every) ?? 60))
  const need = { from: series * bytesOfSeries.from, to: series * (bytesOfSeries.to + recent) }
  const { room, where } = memoryOf({ component, stands }, world)
  const usual = usualAssumption(component)
  const holds = truthOf(need, room)
  const truth = holds === true && world.denied.has(usual.id) ? false : holds
  return part(
    'memory',
    truth,
    { by: component.name, series, every, recent, need, room, where },
    {
      assumes: holds === true ? [usual] : [],
      cause: `series-memory/${component.name}`,
      waitsFor: `how much memory ${component.name} has: its limits, or the nodes that it stands on`,
      hint: 'fewer series, or several that share them out',
      stated: [traitsOf(component).collects?.stated],
    },
  )
}

function usualAssumption({ name }: Component): Assumption {
  return { id: `series-cost/${name}`, says: `a series of ${name} costs no more than is usual`, kind: 'estimate' }
}

function diskPart(component: Component, collects: Collecting, series: number, world: World): AnyPart<Rules> {
  const { every, retention, volume, stated } = collects
  const samples = (series / Math.max(1, secondsOf(every) ?? 60)) * (secondsOf(retention) ?? 0)
  const need = { from: samples * bytesOfSample.from, to: samples * bytesOfSample.to }
  const room = bytesOf(volume?.size)
  const usual = usualAssumption(component)
  const holds = truthOf(need, room)
  const truth = holds === true && world.denied.has(usual.id) ? false : holds
  return part(
    'disk',
    truth,
    { by: component.name, series, every, retention, samples, need, room },
    {
      assumes: holds === true ? [usual] : [],
      cause: `series-disk/${component.name}`,
      waitsFor: `how large the volume of ${component.name} is`,
      hint: 'a larger volume, a shorter retention, or fewer series',
      stated: [stated],
    },
  )
}
