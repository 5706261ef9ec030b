import type { Component } from '../component.ts'
import { make, type NounSpec } from '../make.ts'
import type { Alert, Condition, Environment, Metric, PortRef, Receiver } from '../model.ts'
import {
  count,
  dnsName,
  duration,
  either,
  flag,
  list,
  need,
  noun,
  oneOf,
  percent,
  quantity,
  record,
  stated,
  text,
} from '../schema.ts'
import type { Stated } from '../source.ts'
import type { Duration } from '../units.ts'

export interface MetricOptions {
  readonly of?: Component
  /** The call that it times, of a round trip: `over: ledger.port('peer')`. */
  readonly over?: Component | PortRef
  readonly unit?: Metric['unit']
  /** Of a time that ends when a ledger has committed what was sent: that ledger. */
  readonly commitsTo?: Component
  readonly stated?: Stated
}

export const metricSpec: NounSpec<MetricOptions, Metric> = {
  is: 'metric',
  word: 'metric',
  named: text,
  fields: {
    of: noun('component'),
    over: noun('component', 'port'),
    unit: oneOf('ms', 's', 'bytes', 'percent', 'ratio', 'count'),
    commitsTo: noun('component'),
    stated,
  },
  build: (name, options) => ({ is: 'metric', name, ...options }),
}

/** A number that is measured while things run. `metric('checkout_latency_p99', { of: checkout, unit: 'ms' })` */
export function metric(name: string, options: MetricOptions = {}): Metric {
  return make(metricSpec, name, options)
}

export interface ReceiverOptions {
  /** The way by which people learn of it: `email`, `pager`, `chat`. */
  readonly by: string
  /** How long it may hear nothing before it raises the alarm itself: a dead man's switch. */
  readonly expects?: Duration
  /** The severities that it is told of, and no other; default: any. */
  readonly severities?: readonly string[]
  /** The Secret with its key or its address, under `key`; default: called like the receiver. */
  readonly secret?: string
  readonly stated?: Stated
}

export const receiverSpec: NounSpec<ReceiverOptions, Receiver> = {
  is: 'receiver',
  word: 'receiver',
  named: text,
  fields: {
    by: need(text, 'how people learn of it'),
    expects: duration,
    severities: list(text, 1),
    secret: dnsName,
    stated,
  },
  build: (name, options) => ({ is: 'receiver', name, ...options }),
}

/** Who is told. `receiver('shop on call', { by: 'pager', severities: ['critical'] })` */
export function receiver(name: string, options: ReceiverOptions): Receiver {
  return make(receiverSpec, name, options)
}

export type Threshold = string | number

/** `when: above(latency, '500ms')`. */
export function above(metric: Metric, threshold: Threshold): Condition {
  return { metric, above: threshold }
}

/** `when: below(free, '10%')`. */
export function below(metric: Metric, threshold: Threshold): Condition {
  return { metric, below: threshold }
}

/** `when: absent(latency)`: the metric is no longer there, as when what exposes it is down. */
export function absent(metric: Metric): Condition {
  return { metric, absent: true }
}

/** `when: rises(restarts, { by: 5, over: '10m' })`: a counter grows by so many or more in so long. */
export function rises(metric: Metric, rise: { readonly by: number; readonly over: Duration }): Condition {
  return { metric, rises: rise?.by, over: rise?.over }
}

/** `when: down(ledgerDb, 'any')`: one of its pods does not answer its collector; `'all'`: none of them does. */
export function down(component: Component, members: 'any' | 'all'): Condition {
  return { down: component, members }
}

/** Fires at all times, as a sign of life: whoever no longer hears it knows that nothing else would be heard either. */
export function always(): Condition {
  return { always: true }
}

export interface AlertOptions {
  readonly when: Condition
  /** PromQL, where the bound of a metric does not say it: a share of something, a sum over pods. */
  readonly expression?: string
  /** Where it is written what to do then. */
  readonly runbook?: string
  /** How long it must hold before somebody is told. */
  readonly for?: Duration
  readonly severity: string
  readonly to?: Receiver
  readonly in?: Environment
  readonly stated?: Stated
}

const threshold = either({ kind: 'count', least: 0, most: Number.MAX_SAFE_INTEGER }, percent, duration, quantity)

export const alertSpec: NounSpec<AlertOptions, Alert> = {
  is: 'alert',
  word: 'alert',
  named: text,
  fields: {
    when: need(
      record("above(metric, '5%'), below(metric, '5%'), absent(metric), rises(…), down(…) or always()", {
        metric: noun('metric'),
        above: threshold,
        below: threshold,
        absent: flag,
        rises: count(1),
        over: duration,
        down: noun('component'),
        members: oneOf('any', 'all'),
        always: flag,
      }),
      'what it watches',
    ),
    expression: text,
    runbook: text,
    for: duration,
    severity: need(text, 'who is woken by it'),
    to: noun('receiver'),
    in: noun('environment'),
    stated,
  },
  rules(_, { when }, say) {
    const ways = [when.above, when.below, when.absent, when.rises, when.down, when.always]
    const said = ways.filter((way) => way !== undefined && way !== false)
    if (said.length !== 1) {
      say({
        path: 'when',
        found: said.length === 0 ? 'none of them' : `${said.length} of them`,
        allowed: 'exactly one of above, below, absent, rises, down and always',
      })
    }
    const missing = missingIn(when)
    if (missing) say({ path: `when.${missing}`, found: 'nothing', allowed: 'what the condition is about' })
  },
  build: (name, options) => ({ is: 'alert', name, ...options }),
}

// What a way of firing cannot do without.
function missingIn({ metric, rises, over, down, members, always }: Condition): string | undefined {
  if (down) return members === undefined ? 'members' : undefined
  if (always) return undefined
  if (rises !== undefined && over === undefined) return 'over'
  return metric ? undefined : 'metric'
}

/** Tells somebody when a metric leaves its bounds. `alert('slow checkout', { when: above(latency, '2s'), for: '5m', severity: 'P1' })` */
export function alert(name: string, options: AlertOptions): Alert {
  return make(alertSpec, name, options)
}
