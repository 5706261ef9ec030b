// How a figure is known: by the place that it is about and what is counted there, in names only. A stated number may
// change, and the figure is still the same.

import type { Environment, Measure } from './model.ts'
import { byCodePoint } from './order.ts'
import { isRange } from './units.ts'

type Sum = Extract<Measure, { is: 'sum' }>
type Count = Extract<Measure, { is: 'measure' }>

/** What is counted, as it stands in ids. */
export const countNames: { readonly [C in Count['counts']]: string } = {
  cpuRequests: 'cpu-requested',
  memoryRequests: 'memory-requested',
  storage: 'storage',
  pods: 'pods',
  cpu: 'cpu',
  memory: 'memory',
  disk: 'disk',
  nodes: 'nodes',
  freeCpu: 'free-cpu',
  freeMemory: 'free-memory',
  takenCpu: 'taken-cpu',
  takenMemory: 'taken-memory',
  headroomCpu: 'cpu-headroom',
  headroomMemory: 'memory-headroom',
  backupSpan: 'span-of-backups',
  backupInterval: 'time-between-backups',
  stored: 'stored',
  collections: 'collections',
  stepTime: 'time-of-all-steps',
  capacityLeft: 'share-of-pods-left',
  podCpuMost: 'cpu-of-a-pod-at-most',
  podMemoryMost: 'memory-of-a-pod-at-most',
  cpuUnsaid: 'cpu-where-nothing-is-said',
  memoryUnsaid: 'memory-where-nothing-is-said',
  podsMost: 'pods-at-most',
  cpuRequestsMost: 'cpu-requested-at-most',
  memoryRequestsMost: 'memory-requested-at-most',
  nodesLeft: 'nodes-left',
  cost: 'cost',
  contexts: 'contexts',
  crossings: 'calls-that-cross-zones',
}

/** `cpu-requested`; with the component where one is counted: `checkout-pods`. */
export function measureName(measure: Measure): string {
  if (measure.is === 'stated') return 'stated'
  if (measure.is === 'lag') return 'lag-one-by-one'
  if (measure.is === 'sum') return sumName(measure)
  if (measure.is === 'minus')
    return `${measureName(measure.from)}-minus-${measureName(measure.take)}${measure.asPercent ? '-percent' : ''}`
  const { counts, of, asPercent } = measure
  const name = `${countNames[counts]}${partName(measure)}${asPercent ? '-percent' : ''}`
  return of.is === 'component' || of.is === 'procedure' || of.is === 'journey' ? `${of.name}-${name}` : name
}

function sumName(measure: Sum): string {
  const isStated = measure.of.every((one) => one.is === 'stated')
  return isStated ? 'sum-of-stated' : termsOf(measure).map(measureName).join('-plus-')
}

/** The terms of a sum as they follow each other in the document, whatever the order in which they are declared. */
export function termsOf({ of }: Sum): readonly Measure[] {
  return of.toSorted((a, b) => byCodePoint(orderOf(a), orderOf(b)))
}

function orderOf(one: Measure): string {
  if (one.is !== 'stated') return measureName(one)
  const { section, lines } = one.stated
  const value = isRange(one.value) ? `${one.value.from} to ${one.value.to}` : one.value
  return `${section} ${`${lines[0]}`.padStart(9, '0')} ${value}`
}

// What is usual needs no name: all of the storage, the whole cluster, the loss of a node.
function partName({ counts, part }: Count): string {
  if (part === undefined) return ''
  if (counts === 'storage') return part === 'all' ? '' : `-of-${part}`
  if (counts === 'capacityLeft' || counts === 'nodesLeft') return part === 'node' ? '' : `-after-loss-of-a-${part}`
  return `-of-${part}`
}

/** The environment of the promise, else the one or the cluster that is counted, else the platform. */
export function figurePlace(measure: Measure, environment: Environment | undefined): string {
  return environment?.name ?? placeOf(measure) ?? 'platform'
}

function placeOf(measure: Measure): string | undefined {
  if (measure.is === 'stated' || measure.is === 'lag') return undefined
  if (measure.is === 'sum') return measure.of.map(placeOf).find((place) => place !== undefined)
  if (measure.is === 'minus') return placeOf(measure.from) ?? placeOf(measure.take)
  return measure.in?.name ?? measure.of.name
}

/** The pool of a cluster that is counted; undefined for the whole of it. */
export function poolOf({ of, counts, part }: Count): string | undefined {
  return of.is === 'cluster' && counts !== 'nodesLeft' && counts !== 'cost' ? part : undefined
}

/** What it counts stands in an environment that the measure may not name. */
export function isPlaced({ of }: Count): boolean {
  return of.is === 'component' || of.is === 'journey'
}

/** The measure with the environment in which a component is counted, where it names none. */
export function inPlace(measure: Measure, environment: Environment | undefined): Measure {
  if (measure.is === 'minus')
    return { ...measure, from: inPlace(measure.from, environment), take: inPlace(measure.take, environment) }
  if (measure.is === 'sum') return { ...measure, of: measure.of.map((one) => inPlace(one, environment)) }
  if (measure.is !== 'measure' || measure.in || !isPlaced(measure)) return measure
  return { ...measure, in: environment }
}
