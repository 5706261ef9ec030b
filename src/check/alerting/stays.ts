// A bound on a measured value cannot be derived from a declaration: it stands on a measurement until a drill has made it.

import type { Assumption } from '../../engine/assumption.ts'
import { usualBatch } from '../../knowledge/ordering.ts'
import { traitsOf } from '../../platform/traits.ts'
import { secondsOf } from '../../platform/units.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import { type CrossingParts, crossingParts, crossingWords } from '../placement/crossing-part.ts'
import type { Words } from '../verdict.ts'
import { amountOf, boundOf, type StaysPromise } from './bound.ts'

type Rules = CrossingParts & {
  measured: { metric: string; bound: string; id: string }
  now: { metric: string; now: string; bound: string }
  probes: { metric: string; by: readonly string[] }
  batch: { metric: string; ledger: string; batch: string; below: string; known?: string }
}

export const stays = definePromise<Rules>()({
  kind: 'stays',
  asks: 'Does a measured value stay within the bound that was promised?',

  *judge(promise, world) {
    const place = placeOf(promise, world)
    const bound = boundOf(promise)
    const measurement = measurementOf(promise, place.place)
    yield {
      id: [place.place, promise.metric.name],
      environment: place.environment,
      cluster: place.cluster,
      says: `${promise.metric.name} stays ${bound}`,
      parts: [
        ...(place.view && place.environment ? crossingParts(promise, place.environment, place.view) : []),
        part(
          'measured',
          !world.denied.has(measurement.id),
          { metric: promise.metric.name, bound, id: measurement.id },
          { assumes: [measurement], stated: [promise.stated] },
        ),
        ...probesParts(promise),
        ...batchParts(promise, place.place),
        ...nowParts(promise, place.place),
      ],
    }
  },

  says: {
    measured: ({ metric, bound }, truth) =>
      truth === true
        ? `no declaration refutes that ${metric} stays ${bound}; only a measurement can show it`
        : `a measurement says that ${metric} does not stay ${bound}`,

    now: ({ metric, now, bound }, truth) =>
      truth === true
        ? `${metric} is said to be ${now} now`
        : `${metric} is said to be ${now} now, and ${bound} is promised`,

    probes: ({ metric, by }, truth) =>
      truth === true
        ? `${by.join(' and ')} ${by.length === 1 ? 'probes' : 'probe'} it`
        : `${metric} is learned by probes, as a user sees it, and nobody says what probes`,

    crossing: crossingWords,
    batch: ({ metric, ledger, batch, below, known }, truth): Words => ({
      line:
        truth === true
          ? `${ledger} closes a batch after ${batch}, within ${below}`
          : `${metric} ends when ${ledger} has committed: a transaction that comes alone waits ${batch} for its batch to be closed, and below ${below} is promised`,
      rows: known === undefined ? [] : [['batch', `${batch} where nobody says otherwise: ${known}`]],
    }),
  },
})

// What a user sees is exposed by no program that serves it: somebody has to call from outside.
function probesParts({ metric: { name, seenBy, exposedBy = [], stated }, ...promise }: StaysPromise): AnyPart<Rules>[] {
  if (seenBy !== 'probes') return []
  const by = exposedBy.map((one) => (typeof one === 'string' ? one : one.name))
  const because = { metric: name, by }
  return [
    part('probes', by.length > 0 || undefined, because, {
      waitsFor: `what probes for ${name}: exposedBy of the metric`,
      stated: [promise.stated, stated],
    }),
  ]
}

// A batch that is full is closed sooner; one transaction fills none.
function batchParts({ metric, below, stated }: StaysPromise, place: string): readonly AnyPart<Rules>[] {
  const { commitsTo } = metric
  const [ordering] = commitsTo ? traitsOf(commitsTo).elects : []
  const bound = secondsOf(below)
  if (!commitsTo || !ordering || below === undefined || bound === undefined) return []
  const batch = ordering.batches ?? usualBatch.value
  const data = { metric: metric.name, ledger: commitsTo.name, batch, below }
  return [
    part(
      'batch',
      (secondsOf(batch) ?? 0) < bound,
      { ...data, ...(ordering.batches === undefined && { known: usualBatch.source }) },
      {
        cause: `ends-before-its-part/${place}/${metric.name}`,
        hint: `a time that ends where ${commitsTo.name} accepts (no commitsTo), or a bound above ${batch}`,
        stated: [stated, ordering.stated],
      },
    ),
  ]
}

// What is said to hold today is refuted by nothing but the bound itself.
function nowParts(promise: StaysPromise, place: string): readonly AnyPart<Rules>[] {
  const { metric, now, above, below, stated } = promise
  const [at, least, most] = [now, above, below].map((value) => amountOf(value, metric))
  if (now === undefined || at === undefined) return []
  const isWithin = (least === undefined || at > least) && (most === undefined || at < most)
  const cause = `outside-its-bound/${place}/${metric.name}`
  return [part('now', isWithin, { metric: metric.name, now, bound: boundOf(promise) }, { cause, stated: [stated] })]
}

/** What a drill will have to measure. */
function measurementOf(promise: StaysPromise, place: string): Assumption {
  return {
    id: `measurement/${place}/${promise.metric.name}`,
    says: `a measurement shows ${promise.metric.name} ${boundOf(promise)}`,
    kind: 'measurement',
    source: { stated: promise.stated },
  }
}
