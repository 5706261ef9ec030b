import { make, type NounSpec } from '../make.ts'
import type { Forecast } from '../model.ts'
import { cadence, count, either, map, need, noun, oneOf, percent, record, size, span, stated, text } from '../schema.ts'
import { percentOf } from '../units.ts'
import { foundWords } from '../words.ts'

export type ForecastOptions = Omit<Forecast, 'is' | 'name'>

const amount = either(percent, size, count(0))

export const forecastSpec: NounSpec<ForecastOptions, Forecast> = {
  is: 'forecast',
  word: 'forecast',
  named: text,
  fields: {
    of: need(noun('cluster', 'component', 'environment'), 'what grows'),
    resource: need(oneOf('compute', 'cpu', 'memory', 'storage', 'traffic', 'connections'), 'what of it'),
    now: need(amount, 'how much there is today'),
    per: cadence,
    grows: need(percent, 'by how much'),
    every: need(cadence, 'in how long'),
    most: amount,
    lead: either(oneOf('none'), span),
    budget: either(
      percent,
      record("money such as { more: '25%', in: 'year' }", {
        more: need(percent, 'how much more'),
        in: need(cadence, 'in how long'),
      }),
    ),
    cites: map(text, stated),
    stated,
  },
  rules(_, { resource, per, now, most }, say) {
    if (most !== undefined && kindOf(most) !== kindOf(now))
      say({ path: 'most', found: foundWords(most), allowed: `${kindOf(now)}, as now is` })
    if ((per !== undefined) !== (resource === 'traffic'))
      say({
        path: 'per',
        found: per === undefined ? 'nothing' : 'a time',
        allowed: resource === 'traffic' ? 'in how long it is that much' : 'nothing (only traffic is by time)',
      })
  },
  build: (name, options) => ({ is: 'forecast', name, ...options }),
}

function kindOf(amount: string | number): string {
  if (typeof amount === 'number') return 'a number'
  return percentOf(amount) === undefined ? 'a size' : 'a share'
}

/**
 * How something grows, and how long it takes to have more of it: the day on which it is full is reckoned from that of the
 * check. `forecast('orders', { of: ordersDb, resource: 'storage', now: '500G', grows: '25%', every: 'quarter', lead: '2 weeks' })`
 */
export function forecast(name: string, options: ForecastOptions): Forecast {
  return make(forecastSpec, name, options)
}
