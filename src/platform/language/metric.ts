import type { Component } from '../component.ts'
import { make, type NounSpec } from '../make.ts'
import type { Context, Metric, PortRef, Quantile } from '../model.ts'
import { either, noun, oneOf, set, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'

export interface MetricOptions {
  readonly of?: Component
  /** The call that it times, of a round trip: `over: ledger.port('peer')`. */
  readonly over?: Component | PortRef
  readonly unit?: Metric['unit']
  /** Of a time that ends when a ledger has committed what was sent: that ledger. */
  readonly commitsTo?: Component
  /** Which of all values it is: `'p95'`, or several that are to be had. Default: each value, or nobody says. */
  readonly quantile?: Quantile | readonly Quantile[]
  /** Contexts that each have it for themselves; `'all'`: every one. */
  readonly per?: readonly Context[] | 'all'
  /** What its value says: `'failed-requests'` of all, `'cpu-used'` of what there is, `'replication-lag'`. Default: nobody says. */
  readonly shows?: Metric['shows']
  /** By what somebody learns its value; default: it is exposed and scraped. */
  readonly seenBy?: Metric['seenBy']
  /** What is said to expose it: `[nodeExporter]`, or words (`'APM agents'`) where nothing declared is meant. Default: nobody says. */
  readonly exposedBy?: Metric['exposedBy']
  readonly stated?: Stated
}

const quantile = oneOf('p50', 'p90', 'p95', 'p99', 'mean', 'max')

export const metricSpec: NounSpec<MetricOptions, Metric> = {
  is: 'metric',
  word: 'metric',
  named: text,
  fields: {
    of: noun('component'),
    over: noun('component', 'port'),
    unit: oneOf('ms', 's', 'bytes', 'percent', 'ratio', 'count', 'per-second'),
    commitsTo: noun('component'),
    quantile: either(quantile, set(quantile, 1)),
    per: either(oneOf('all'), set(noun('context'), 1)),
    shows: oneOf('failed-requests', 'served-requests', 'cpu-used', 'memory-used', 'replication-lag', 'copy-age'),
    seenBy: oneOf('scrapes', 'logs', 'probes', 'load-tests'),
    exposedBy: set(either(noun('component'), text), 1),
    stated,
  },
  build: (name, { quantile: which, ...options }) => ({
    is: 'metric',
    name,
    ...options,
    ...(which !== undefined && { quantiles: typeof which === 'string' ? [which] : which }),
  }),
}

/** A number that is measured while things run. `metric('checkout_latency', { of: checkout, unit: 'ms', quantile: 'p99' })` */
export function metric(name: string, options: MetricOptions = {}): Metric {
  return make(metricSpec, name, options)
}
