// What an engine can count, said in words: `total.cpuRequests(live)`, `minus(total.cpu(east), taken.cpu(east))`.

import { combine } from '../combine.ts'
import type { Component } from '../component.ts'
import { makingOf } from '../made.ts'
import { make, type NounSpec } from '../make.ts'
import type { Cluster, Environment, Failure, Journey, Measure, Procedure } from '../model.ts'
import { flag, need, noun, text } from '../schema.ts'

type Count = Extract<Measure, { is: 'measure' }>
type Difference = Extract<Measure, { is: 'minus' }>

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
  pods: (of: Summed) => count('pods', of),
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
    from: need(noun('measure', 'minus', 'stated'), ''),
    take: need(noun('measure', 'minus', 'stated'), ''),
    asPercent: flag,
  },
  build: (_, options) => ({ is: 'minus', ...options }),
}

/** The first minus the second. */
export function minus(from: Measure, take: Measure): Difference {
  return make(minusSpec, '', { from, take })
}

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
