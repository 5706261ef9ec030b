// What a measure is called in sentences, as a person would say it.

import { countNames, poolOf, termsOf } from '../../platform/figure-id.ts'
import type { Measure } from '../../platform/model.ts'
import { sayStated } from './compare.ts'

type Count = Extract<Measure, { is: 'measure' }>
type Counts = Count['counts']

/** What is stated, in words: `15.5 cores`, `42% of the cores`. */
interface Said {
  readonly value: string
  readonly cores: string
  readonly memory: string
  /** The component, environment, cluster or pool. */
  readonly of: string
  readonly part?: string
  readonly where: string
}

const sayings: { readonly [C in Counts]: (said: Said) => string } = {
  cpuRequests: ({ of, cores }) => `${of} requests ${cores}`,
  memoryRequests: ({ of, memory }) => `${of} requests ${memory}`,
  storage: ({ of, value, part }) => `${of} has ${value} of storage${part === 'all' ? '' : ` for ${part}`}`,
  pods: ({ of, value }) => `${of} runs ${value} ${value === '1' ? 'pod' : 'pods'}`,
  cpu: ({ of, cores }) => `${of} has ${cores}`,
  memory: ({ of, memory }) => `${of} has ${memory}`,
  disk: ({ of, value }) => `${of} has ${value} of disk`,
  nodes: ({ of, value }) => `${of} has ${value} ${value === '1' ? 'node' : 'nodes'}`,
  freeCpu: ({ cores, where }) => `${cores} are free ${where}`,
  freeMemory: ({ memory, where }) => `${memory} is free ${where}`,
  takenCpu: ({ cores, where }) => `${cores} are taken ${where}`,
  takenMemory: ({ memory, where }) => `${memory} is taken ${where}`,
  headroomCpu: ({ of, cores }) => `${of} leaves ${cores} free`,
  headroomMemory: ({ of, memory }) => `${of} leaves ${memory} free`,
  podCpuMost: ({ cores, of }) => `a pod of ${of} asks for ${cores} at most`,
  podMemoryMost: ({ memory, of }) => `a pod of ${of} asks for ${memory} at most`,
  cpuUnsaid: ({ cores, of }) => `a container of ${of} that says nothing requests ${cores}`,
  memoryUnsaid: ({ memory, of }) => `a container of ${of} that says nothing requests ${memory}`,
  backupInterval: ({ of, value }) => `a copy of ${of} is taken every ${value}`,
  stored: ({ of, value }) => `${value} lie in ${of}`,
  collections: ({ of, value }) => `${of} has ${value} collections`,
  backupSpan: ({ of, value }) => `the copies of ${of} reach back ${value}`,
  stepTime: ({ of, value }) => `the steps of ${of} take ${value}`,
  cost: ({ of, value, part }) => `${of} costs ${value}${part === undefined ? '' : ` of ${part}`}`,
  contexts: ({ of, value }) =>
    `something of ${of} belongs to ${value === '1' ? 'one context' : `each of ${value} contexts`}`,
  crossings: ({ of, value }) =>
    `${value} declared ${value === '1' ? 'call' : 'calls'} of ${of} may cross from zone to zone`,
  podsMost: ({ of, value }) =>
    `${of} has ${value} ${value === '1' ? 'pod' : 'pods'} with every autoscaler at its maximum`,
  cpuRequestsMost: ({ of, cores }) => `${of} requests ${cores} with every autoscaler at its maximum`,
  memoryRequestsMost: ({ of, memory }) => `${of} requests ${memory} with every autoscaler at its maximum`,
  nodesLeft: ({ of, value, part }) =>
    `${value} ${value === '1' ? `node of ${of} is` : `nodes of ${of} are`} left after the loss of a ${part}`,
  capacityLeft: ({ of, value, part }) => `${value} of the pods of ${of} are left after the loss of a ${part}`,
}

/** `shop requests 13.5 cores`: a figure as a sentence that holds or not. */
export function figureWords(measure: Measure, stated: string | number): string {
  if (measure.is !== 'measure') return `${operandWords(measure)} is ${stated}`
  const { counts, of, part } = measure
  const value = `${stated}`
  const pool = poolOf(measure)
  const place = pool === undefined ? of.name : `the pool ${pool} of ${of.name}`
  const where = `${of.is === 'environment' ? 'for' : 'in'} ${place}`
  return sayings[counts]({ value, part, of: place, where, ...amounts(value, measure) })
}

function amounts(value: string, { asPercent, counts }: Count): { readonly cores: string; readonly memory: string } {
  const whole = counts.startsWith('headroom') ? 'the free' : 'the'
  if (asPercent) return { cores: `${value} of ${whole} cores`, memory: `${value} of ${whole} memory` }
  const isBare = /^[\d.]+$/.test(value)
  return { cores: isBare ? `${value} ${value === '1' ? 'core' : 'cores'}` : value, memory: `${value} of memory` }
}

function operandWords(measure: Measure): string {
  if (measure.is === 'stated') return sayStated(measure.value)
  if (measure.is === 'lag') return `the lag of ${measure.rate} that wait ${measure.each} each, one after another,`
  if (measure.is === 'sum') return termsOf(measure).map(operandWords).join(' plus ')
  if (measure.is === 'minus')
    return `${operandWords(measure.from)} minus ${operandWords(measure.take)}${measure.asPercent ? ' as a share' : ''}`
  return `${countNames[measure.counts].replaceAll('-', ' ')} of ${measure.of.name}`
}
