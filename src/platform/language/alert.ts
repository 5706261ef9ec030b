import type { Component } from '../component.ts'
import { make, type NounSpec } from '../make.ts'
import type { Alert, Environment, Metric, Receiver } from '../model.ts'
import { duration, either, flag, need, noun, oneOf, percent, quantity, record, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'
import type { Duration } from '../units.ts'

export interface MetricOptions {
  readonly of?: Component
  readonly unit?: Metric['unit']
  readonly stated?: Stated
}

const metricSpec: NounSpec<MetricOptions, Metric> = {
  is: 'metric',
  word: 'metric',
  named: text,
  fields: { of: noun('component'), unit: oneOf('ms', 's', 'bytes', 'percent', 'count'), stated },
  build: (name, options) => ({ is: 'metric', name, ...options }),
}

/** A number that is measured while things run. `metric('checkout_latency_p99', { of: checkout, unit: 'ms' })` */
export function metric(name: string, options: MetricOptions = {}): Metric {
  return make(metricSpec, name, options)
}

export interface ReceiverOptions {
  /** The way by which people learn of it: `email`, `pager`, `chat`. */
  readonly by: string
  readonly stated?: Stated
}

const receiverSpec: NounSpec<ReceiverOptions, Receiver> = {
  is: 'receiver',
  word: 'receiver',
  named: text,
  fields: { by: need(text, 'how people learn of it'), stated },
  build: (name, options) => ({ is: 'receiver', name, ...options }),
}

/** Who is told. `receiver('shop on call', { by: 'pager' })` */
export function receiver(name: string, options: ReceiverOptions): Receiver {
  return make(receiverSpec, name, options)
}

export type Threshold = string | number

/** `when: above(latency, '500ms')`. */
export function above(metric: Metric, threshold: Threshold): Alert['when'] {
  return { metric, above: threshold }
}

/** `when: below(free, '10%')`. */
export function below(metric: Metric, threshold: Threshold): Alert['when'] {
  return { metric, below: threshold }
}

/** `when: absent(latency)`: the metric is no longer there, as when what exposes it is down. */
export function absent(metric: Metric): Alert['when'] {
  return { metric, absent: true }
}

export interface AlertOptions {
  readonly when: Alert['when']
  /** How long it must hold before somebody is told. */
  readonly for?: Duration
  readonly severity: string
  readonly to?: Receiver
  readonly in?: Environment
  readonly stated?: Stated
}

const threshold = either({ kind: 'count', least: 0, most: Number.MAX_SAFE_INTEGER }, percent, duration, quantity)

const alertSpec: NounSpec<AlertOptions, Alert> = {
  is: 'alert',
  word: 'alert',
  named: text,
  fields: {
    when: need(
      record("above(metric, '5%'), below(metric, '5%') or absent(metric)", {
        metric: need(noun('metric'), 'what is measured'),
        above: threshold,
        below: threshold,
        absent: flag,
      }),
      'what it watches',
    ),
    for: duration,
    severity: need(text, 'who is woken by it'),
    to: noun('receiver'),
    in: noun('environment'),
    stated,
  },
  rules(_, { when }, say) {
    const bounds = [when.above, when.below, when.absent].filter((bound) => bound !== undefined && bound !== false)
    if (bounds.length !== 1) {
      say({
        path: 'when',
        found: bounds.length === 0 ? 'none of them' : `${bounds.length} of them`,
        allowed: 'exactly one of above, below and absent',
      })
    }
  },
  build: (name, options) => ({ is: 'alert', name, ...options }),
}

/** Tells somebody when a metric leaves its bounds. `alert('slow checkout', { when: above(latency, '2s'), for: '5m', severity: 'P1' })` */
export function alert(name: string, options: AlertOptions): Alert {
  return make(alertSpec, name, options)
}
