// Promises on who reaches whom, and who does not.

import type { Component } from '../component.ts'
import type { Balancing, Environment, Journey, PortRef } from '../model.ts'
import { either, flag, list, need, noun, oneOf, port, text } from '../schema.ts'
import { definePromise as define, type PromiseOptions } from './define-promise.ts'

const component = noun('component')
const place = either(noun('environment'), text)
const separates = define('separates', { from: need(place, ''), to: need(place, ''), exceptPorts: list(port) })
const connects = define('connects', {
  among: need(list(component, 1), 'who reaches whom'),
  pairs: oneOf('called', 'all'),
})
const carries = define('carries', { journey: need(noun('journey'), '') })
const resolves = define('resolves', {})
const reachedOnlyBy = define('reachedOnlyBy', {
  target: need(noun('component', 'port'), ''),
  by: need(list(component), 'who may call it'),
})
const onlyCalls = define('onlyCalls', { mesh: flag })
const balances = define('balances', {
  component: need(component, ''),
  how: need(oneOf('round-robin', 'random', 'least-connections', 'least-requests'), 'how the next to answer is picked'),
  each: oneOf('connection', 'request'),
})

export const networkKinds = { balances, carries, connects, onlyCalls, reachedOnlyBy, resolves, separates }

export const networkPromises = {
  /** Nothing in the first can open a connection to the second, but for some ports. A text names a namespace, or `internet`. */
  separates: (
    from: Environment | string,
    to: Environment | string,
    options: PromiseOptions & { readonly exceptPorts?: readonly number[] } = {},
  ) => separates(options, { from, to }),

  /** Every call declared among these is open. */
  connects: (
    among: readonly Component[],
    options: PromiseOptions & {
      /** `called` (default): what is declared to call; `all`: each reaches every other where it answers. */
      readonly pairs?: 'called' | 'all'
    } = {},
  ) => connects(options, { among }),

  /** Each step of the journey is a declared call that gets through. `promise.carries(buying, { in: live })` */
  carries: (journey: Journey, options: PromiseOptions = {}) => carries(options, { journey }),

  /** Every pod can resolve names. */
  resolves: (options: PromiseOptions = {}) => resolves(options, {}),

  /** Nothing but these can open a connection to the target. */
  reachedOnlyBy: (target: Component | PortRef, by: readonly Component[], options: PromiseOptions = {}) =>
    reachedOnlyBy(options, { target, by }),

  /** No policy lets through what nobody calls, on either side: least privilege for the network; with `mesh`, no proxy either. */
  onlyCalls: (options: PromiseOptions & { readonly mesh?: boolean } = {}) => onlyCalls(options, {}),

  /** Who answers next is picked so: for each new connection by its Service (default), or for each request by a mesh. */
  balances: (
    component: Component,
    options: PromiseOptions & { readonly how: Balancing; readonly each?: 'connection' | 'request' },
  ) => balances(options, { component }),
}
