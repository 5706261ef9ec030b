// Times and shares of recovery: how far copies reach back, how long steps take, what a failure leaves.

import type { FactOf } from '../../estate/estate.ts'
import { rangeSeconds } from '../../platform/units.ts'
import { countOf } from '../count-words.ts'
import { saySpan } from '../span-words.ts'
import type { View } from '../world.ts'
import { fraction, saySeconds, type Uncounted } from './amount.ts'
import { type Count, type Counted, scopeOf } from './counted.ts'

/** Copies kept × the interval between them. */
export function backupSpan(measure: Count, { estate }: View): Counted | Uncounted {
  const { environment, component } = scopeOf(measure)
  const fact = estate.facts.find(
    (one): one is FactOf<'backsUp'> =>
      one.trait === 'backsUp' && one.component === component && one.environment === environment,
  )
  if (fact?.keep === undefined || fact.everySeconds === undefined)
    return { why: `nobody says how many copies of ${component} are kept and how often one is taken` }
  const { keep, everySeconds, source } = fact
  return {
    amount: fraction('seconds', BigInt(keep) * BigInt(Math.round(everySeconds * 1000)), 1000n, {
      how: `${countOf(keep, 'copy', 'copies')} × ${saySeconds(everySeconds)}`,
      stated: [source.stated],
    }),
  }
}

/** The sum of all steps at the later ends of their ranges, and at the earlier ones. */
export function stepTime({ of }: Count): Counted | Uncounted {
  if (of.is !== 'procedure') return { why: `${of.name} is no procedure` }
  const times = of.steps.map((step) => ({ step, time: rangeSeconds(step.takes) }))
  const open = times.find(({ time }) => time === undefined)
  if (open) return { why: `nobody says how long ${open.step.name} takes` }
  const end = (of: 'from' | 'to') => times.reduce((sum, { time }) => sum + Math.round((time?.[of] ?? 0) * 1000), 0)
  return {
    amount: fraction('seconds', BigInt(end('to')), 1000n, {
      rows: times.map(({ step, time }) => [step.name, saySeconds(time?.to ?? 0)]),
      how: times.map(({ time }) => saySeconds(time?.to ?? 0)).join(' + '),
      least: {
        numerator: BigInt(end('from')),
        denominator: 1000n,
        how: times.map(({ time }) => time && saySpan(time)).join(' + '),
      },
      stated: [of.stated],
    }),
  }
}
