// What is promised of logs and traces, against what gathers them: how much gets there, how long it is kept, as what.

import type { Gathering } from '../../platform/component.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { percentOf, secondsOf } from '../../platform/units.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import { sayTime } from '../span-words.ts'
import type { Truth } from '../verdict.ts'
import { byOutcome, isByOutcome } from './by-outcome.ts'
import { type KeptTime, keptTime } from './kept-time.ts'

type Gathers = Extract<PlatformPromise, { kind: 'gathers' }>

type Rules = {
  gathering: { by: string }
  listed: { by: string; of: string; takes: readonly string[] }
  taken: { by: string; of: string | undefined; promised: string; share: string }
  seen: { by: string; of: string; decides: Gathering['decides'] }
  kept: { by: string; tier: string | undefined; promised: string; is: KeptTime | undefined }
  same: { by: string; what: string; promised: string; is: string | undefined }
}

export const gathers = definePromise<Rules>()({
  kind: 'gathers',
  asks: 'Do logs and traces get to what gathers them, and stay as long as is promised?',

  *judge(promise, world) {
    const { place, environment, cluster } = placeOf(promise, world)
    const { by } = promise
    const { gathers: gathering } = traitsOf(by)
    yield {
      id: [place, by.name],
      environment,
      cluster,
      says: `${by.name} ${aimsOf(promise).join(', ')}`,
      parts: gathering ? partsOf(promise, gathering) : [part('gathering', undefined, { by: by.name })],
    }
  },

  says: {
    gathering: ({ by }) => `nobody says what ${by} gathers`,
    listed: ({ by, of, takes }, truth) =>
      truth ? `${by} takes ${takes.join(', ')}` : `${by} takes ${takes.join(', ')}, and ${of} is not among them`,
    taken: ({ by, of, promised, share }, truth) =>
      truth
        ? `${by} takes ${share} of ${of ?? 'all'}`
        : `${by} takes ${share} of ${of ?? 'all'}, and ${promised} is promised`,
    seen: ({ by, of, decides }) =>
      decides === undefined
        ? `nobody says when ${by} decides which traces it keeps: at its first span no trace shows that it is one of ${of}`
        : `${by} decides at the first span of a trace, where none shows that it is one of ${of}`,
    kept: ({ by, tier, promised, is }, truth) => {
      const what = tier === undefined ? by : `${tier} of ${by}`
      if (!is) return `nobody says how long ${what} keeps anything, and ${promised} is promised`
      const kept = is.from === is.to ? sayTime(is.to) : `${sayTime(is.from)} or ${sayTime(is.to)}`
      if (truth) return `${what} keeps it for ${kept}, no less than ${promised}`
      return is.from === is.to || truth === false
        ? `${what} keeps it for ${kept}, and ${promised} is promised`
        : `${what} keeps it for ${kept}, as nobody says from when its tiers count, and ${promised} is promised`
    },
    same: ({ by, what, promised, is }, truth) => {
      if (truth) return `${what} of ${by}: ${promised}`
      return is === undefined
        ? `nobody says the ${what} of ${by}, and ${promised} is promised`
        : `${what} of ${by}: ${is}, and ${promised} is promised`
    },
  },
})

function aimsOf({ of, share, for: time, tier, format, keptIn, propagates }: Gathers): readonly string[] {
  const which = of ?? 'everything'
  return [
    ...(share === undefined ? [] : [`takes ${share} of ${which}`]),
    ...(time === undefined ? [] : [`keeps ${which} for ${time}${tier === undefined ? '' : ` in ${tier}`}`]),
    ...(format === undefined ? [] : [`takes ${format}`]),
    ...(keptIn === undefined ? [] : [`keeps it in ${keptIn}`]),
    ...(propagates === undefined ? [] : [`goes by headers of ${propagates}`]),
  ]
}

function partsOf(promise: Gathers, gathering: Gathering): AnyPart<Rules>[] {
  return [
    ...listedParts(promise, gathering),
    ...shareParts(promise, gathering),
    ...keptParts(promise, gathering),
    ...(['format', 'keptIn', 'propagates'] as const).flatMap((what) => sameParts(what, promise, gathering)),
  ]
}

// Where it is listed which logs are taken, and in shares of which, nothing else is said to get there.
function listedParts({ by, of, stated }: Gathers, { of: takes, samples }: Gathering): AnyPart<Rules>[] {
  if (of === undefined || takes === undefined || samples.some((one) => one.of === of)) return []
  return [
    part(
      'listed',
      takes.includes(of),
      { by: by.name, of, takes },
      {
        cause: `not-taken/${by.name}/${of}`,
        hint: `${of} among what ${by.name} takes`,
        stated: [stated, gatheringStated(by)],
      },
    ),
  ]
}

function shareParts({ by, of, share, stated }: Gathers, { samples, decides, records }: Gathering): AnyPart<Rules>[] {
  if (share === undefined) return []
  const named = samples.find((one) => one.of === of)
  const taken = of === undefined ? lowest(samples) : (named?.share ?? '100%')
  const truth = (percentOf(taken) ?? 0) >= (percentOf(share) ?? 0)
  const said = { stated: [stated, named?.stated ?? gatheringStated(by)] }
  const all = part(
    'taken',
    truth,
    { by: by.name, of, promised: share, share: taken },
    { cause: `samples/${by.name}/${of ?? 'all'}`, hint: `${share} of ${of ?? 'everything'}`, ...said },
  )
  if (of === undefined || records !== 'traces' || !isByOutcome(of) || decides === 'tail') return [all]
  const seen: Truth = decides === 'head' ? false : undefined
  return [all, part('seen', seen, { by: by.name, of, decides }, { ...byOutcome(by.name), ...said })]
}

// Of everything, as much as of the records that are taken least.
function lowest(samples: Gathering['samples']): string {
  const [least] = samples.toSorted((a, b) => (percentOf(a.share) ?? 0) - (percentOf(b.share) ?? 0))
  return least?.share ?? '100%'
}

function keptParts({ by, for: time, tier, stated }: Gathers, { keeps }: Gathering): AnyPart<Rules>[] {
  if (time === undefined) return []
  const is = keptTime(tier === undefined ? keeps : keeps.filter((one) => one.tier === tier))
  const promised = secondsOf(time) ?? 0
  const truth: Truth = is && (is.from >= promised ? true : is.to < promised ? false : undefined)
  return [
    part(
      'kept',
      truth,
      { by: by.name, tier, promised: time, is },
      {
        cause: `kept/${by.name}`,
        waitsFor: `from when each tier of ${by.name} counts: from 'writing' or 'entry'`,
        hint: `tiers that keep it for ${time}`,
        stated: [stated, ...keeps.map((one) => one.stated)],
      },
    ),
  ]
}

function sameParts(what: 'format' | 'keptIn' | 'propagates', promise: Gathers, gathering: Gathering): AnyPart<Rules>[] {
  const promised = promise[what]
  if (promised === undefined) return []
  const is = gathering[what]
  const words = { format: 'format', keptIn: 'store', propagates: 'headers' }[what]
  return [
    part(
      'same',
      is === undefined ? undefined : is === promised,
      { by: promise.by.name, what: words, promised, is },
      {
        cause: `${what}/${promise.by.name}`,
        hint: 'one of the two, in both',
        stated: [promise.stated, gathering.stated],
      },
    ),
  ]
}

function gatheringStated(by: Gathers['by']) {
  return traitsOf(by).gathers?.stated
}
