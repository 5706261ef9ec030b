// What an engine can count, said in words: `total.cpuRequests(live)`, `minus(total.cpu(east), taken.cpu(east))`.

import { combine } from '../combine.ts'
import type { Component, CopyMethod } from '../component.ts'
import { makingOf } from '../made.ts'
import { make, type NounSpec } from '../make.ts'
import type { Cluster, Environment, Failure, Journey, Measure, Procedure } from '../model.ts'
import { duration, flag, list, need, noun, rate, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'
import type { Duration } from '../units.ts'

type Count = Extract<Measure, { is: 'measure' }>
type Difference = Extract<Measure, { is: 'minus' }>
type Sum = Extract<Measure, { is: 'sum' }>
type Lag = Extract<Measure, { is: 'lag' }>

const operand = noun('measure', 'minus', 'sum', 'lag', 'stated')

export const measureSpec: NounSpec<Omit<Count, 'is'>, Count> = {
  is: 'measure',
  word: 'measure',
  fields: {
    counts: need(text, ''),
    of: need(noun('environment', 'cluster', 'component', 'procedure', 'journey'), 'what is counted'),
    in: noun('environment'),
    part: text,
    asPercent: flag,
  },
  build: (_, options) => ({ is: 'measure', ...options }),
}

function count(counts: Count['counts'], of: Count['of'], more: Pick<Count, 'in' | 'part'> = {}): Count {
  return make({ ...measureSpec, word: counts }, '', { counts, of, ...more })
}

/** A pool of a cluster: `total.cpu(east, { pool: 'front' })`. */
export interface OfPool {
  readonly pool?: string
}

const part = ({ pool }: OfPool) => (pool === undefined ? {} : { part: pool })

/** What requests are summed of: all that an environment runs, or one component in the environment of the promise. */
export type Summed = Environment | Component

/** Sums over everything that an environment runs, or that a cluster has. */
export const total = Object.freeze({
  /** Cores requested by all pods of an environment, or of one component in it. */
  cpuRequests: (of: Environment | Component, options: { readonly in?: Environment } = {}) =>
    count('cpuRequests', of, options),
  memoryRequests: (of: Environment | Component, options: { readonly in?: Environment } = {}) =>
    count('memoryRequests', of, options),
  /** Bytes of all volumes: those that hold data, those that hold copies, or all. */
  storage: (of: Summed, what: 'data' | 'backups' | 'all') => count('storage', of, { part: what }),
  /** Bytes that are said to lie in a store, or in all of an environment, each once. */
  stored: (of: Summed, options: { readonly in?: Environment } = {}) => count('stored', of, options),
  collections: (of: Summed, options: { readonly in?: Environment } = {}) => count('collections', of, options),
  pods: (of: Summed) => count('pods', of),
  /** Contexts that something of an environment belongs to, each once. */
  contexts: (of: Environment) => count('contexts', of),
  /** Declared calls of an environment whose two ends may stand in different zones. */
  crossings: (of: Environment) => count('crossings', of),
  /** Cores of all nodes. */
  cpu: (cluster: Cluster, of: OfPool = {}) => count('cpu', cluster, part(of)),
  memory: (cluster: Cluster, of: OfPool = {}) => count('memory', cluster, part(of)),
  disk: (cluster: Cluster, of: OfPool = {}) => count('disk', cluster, part(of)),
  nodes: (cluster: Cluster, of: OfPool = {}) => count('nodes', cluster, part(of)),
})

/** What is there minus what is taken, of a cluster, a pool of it, or the pool of an environment. */
export const free = Object.freeze({
  cpu: (of: Cluster | Environment, pool: OfPool = {}) => count('freeCpu', of, part(pool)),
  memory: (of: Cluster | Environment, pool: OfPool = {}) => count('freeMemory', of, part(pool)),
})

/** What already takes room and is not among the declared components. */
export const taken = Object.freeze({
  cpu: (cluster: Cluster, of: OfPool = {}) => count('takenCpu', cluster, part(of)),
  memory: (cluster: Cluster, of: OfPool = {}) => count('takenMemory', cluster, part(of)),
})

/** What is free where the environment stands, minus what it requests. */
export const headroom = Object.freeze({
  cpu: (environment: Environment) => count('headroomCpu', environment),
  memory: (environment: Environment) => count('headroomMemory', environment),
})

/** How far back the copies of a store reach: how many are kept, times their interval. */
export const span = Object.freeze({
  backups: (store: Component, options: { readonly in?: Environment } = {}) => count('backupSpan', store, options),
})

/** Between two copies of a store: by whatever takes them most often, or only those taken so. */
export const interval = Object.freeze({
  backups: (store: Component, options: { readonly in?: Environment; readonly how?: CopyMethod } = {}) =>
    count('backupInterval', store, combine(options.in ? { in: options.in } : {}, { part: options.how })),
})

export const time = Object.freeze({
  /** The sum of a procedure's steps. */
  of: (procedure: Procedure) => count('stepTime', procedure),
})

/**
 * What is left after a failure, whichever it hits: the share of a component's pods, that of the part of a journey which
 * has the fewest left (it is as fast as its slowest part), or the nodes of a cluster. `left(east, loss.zone)`
 */
export function left(
  of: Component | Journey | Cluster,
  failure: Failure,
  options: { readonly in?: Environment } = {},
): Count {
  const counts = of?.is === 'cluster' ? 'nodesLeft' : 'capacityLeft'
  return count(counts, of, combine(options, { part: failure?.of }))
}

export const minusSpec: NounSpec<Omit<Difference, 'is'>, Difference> = {
  is: 'minus',
  word: 'minus',
  fields: {
    from: need(operand, ''),
    take: need(operand, ''),
    asPercent: flag,
  },
  build: (_, options) => ({ is: 'minus', ...options }),
}

/** The first minus the second. */
export function minus(from: Measure, take: Measure): Difference {
  return make(minusSpec, '', { from, take })
}

export const sumSpec: NounSpec<Omit<Sum, 'is'>, Sum> = {
  is: 'sum',
  word: 'plus',
  fields: { of: need(list(operand, 2), 'what is added up') },
  build: (_, options) => ({ is: 'sum', ...options }),
}

/** All of them together: `plus(value('$2000/month', says('3', 7)), value('20h/month', says('3', 9), { at: '$30/h' }))`. */
export function plus(...of: readonly Measure[]): Sum {
  return make(sumSpec, '', { of })
}

export const lagSpec: NounSpec<Omit<Lag, 'is'>, Lag> = {
  is: 'lag',
  word: 'serialLag',
  fields: { rate: need(rate, 'how often they come'), each: need(duration, 'how long each waits'), stated },
  build: (_, options) => ({ is: 'lag', ...options }),
}

/**
 * The lag of events that are worked one after another: all that come in one second are through after rate × each. Where
 * that is more than the second, they fall behind without end. `serialLag({ rate: '500/s', each: '1ms' })`
 */
export function serialLag(options: {
  readonly rate: `${number}/${'s' | 'm' | 'h'}`
  readonly each: Duration
  readonly stated?: Stated
}): Lag {
  return make(lagSpec, '', options)
}

/** The most that one pod may ask for, by the LimitRanges of the namespace (those of containers bound no pod), and what there is with every autoscaler at its maximum. */
export const most = Object.freeze({
  podCpu: (environment: Environment) => count('podCpuMost', environment),
  podMemory: (environment: Environment) => count('podMemoryMost', environment),
  pods: (of: Summed) => count('podsMost', of),
  cpuRequests: (of: Summed) => count('cpuRequestsMost', of),
  memoryRequests: (of: Summed) => count('memoryRequestsMost', of),
})

/** What a container requests that says nothing, by the LimitRanges of the namespace. */
export const unsaid = Object.freeze({
  cpu: (environment: Environment) => count('cpuUnsaid', environment),
  memory: (environment: Environment) => count('memoryUnsaid', environment),
})

/** What is paid by the month, where somebody says the prices: what has none makes the sum unknown, by its name. */
export const cost = Object.freeze({
  /** Nodes, volumes, copies outside and traffic between zones; of an environment the nodes that it has for itself.
   *  With a second word, only these. */
  of: (of: Cluster | Environment, only?: 'nodes' | 'volumes' | 'copies' | 'traffic') =>
    count('cost', of, only === undefined ? {} : { part: only }),
})

/** The measure as a share of its whole: `percent(headroom.cpu(live))`; a difference as a share of what is taken from. */
export function percent(measure: Count): Count
export function percent(measure: Difference): Difference
export function percent(measure: Count | Difference): Count | Difference {
  const making = makingOf(measure)
  if (making?.is === 'minus')
    return make(minusSpec, '', { ...(making.given as Omit<Difference, 'is'>), asPercent: true })
  if (making?.is !== 'measure') return make(measureSpec, '', { counts: 'nodes', of: measure, asPercent: true } as never)
  return make({ ...measureSpec, word: making.title }, '', { ...(making.given as Omit<Count, 'is'>), asPercent: true })
}
