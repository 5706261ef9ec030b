// Promises on autoscalers, on what they carry at most, and on what is counted.

import { checkScales, scales as scaling } from '../component/scaling.ts'
import type { Component } from '../component.ts'
import type { Journey, Measure, Scaling } from '../model.ts'
import { either, list, need, noun, percent, price, quantity, rate } from '../schema.ts'
import { definePromise as define, type PromiseOptions } from './define-promise.ts'

const amount = either(quantity, percent, price)

const bounded = define(
  'bounded',
  { measure: need(noun('measure', 'minus', 'sum', 'lag'), 'what is counted'), atLeast: amount, atMost: amount },
  ({ atLeast, atMost }, say) => {
    if (atLeast === undefined && atMost === undefined)
      say({ path: 'atMost', found: 'neither atLeast nor atMost', allowed: 'a bound, as atMost: 20' })
  },
)
const autoscales = define(
  'autoscales',
  { so: need(scaling, 'how it scales'), of: list(noun('component'), 1) },
  ({ so }, say) => checkScales(so, 'so', say),
)
const throughput = define('throughput', {
  of: need(noun('component', 'journey'), 'what carries it'),
  atLeast: need(rate, 'how much it carries'),
  now: rate,
})

const withinNode = define('withinNode', {})

/** Those that a file of promises does not declare. */
export const scalingOfPlatforms = { autoscales, bounded, throughput, withinNode }

export const scalingPromises = {
  /** What is counted is no more, or no less. `promise.bounded(most.pods(live), { atMost: 20 })` */
  bounded: (
    measure: Exclude<Measure, { readonly is: 'stated' }>,
    options: PromiseOptions & { readonly atLeast?: string | number; readonly atMost?: string | number },
  ) => bounded(options, { measure }),

  /** No pod's limits are more than a node that takes it has. `promise.withinNode({ in: live })` */
  withinNode: (options: PromiseOptions = {}) => withinNode(options, {}),

  /** The autoscalers of an environment, or of some of what it runs, are as this says. `promise.autoscales({ to: 10, on: [{ cpu: '70%' }] }, { in: live })` */
  autoscales: (so: Scaling, options: PromiseOptions & { readonly of?: readonly Component[] } = {}) =>
    autoscales(options, { so }),

  /**
   * So much is carried by as many pods as there may be at most, each with what it `handles`.
   * `promise.throughput(api, { atLeast: '10000/min' })`
   */
  throughput: (
    of: Component | Journey,
    options: PromiseOptions & {
      readonly atLeast: string
      /** What was measured, as somebody says. */
      readonly now?: string
    },
  ) => throughput(options, { of }),
}
