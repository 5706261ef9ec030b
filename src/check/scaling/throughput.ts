// A promised rate against what as many pods as there may be carry, each as much as somebody says that it does.

import type { Assumption } from '../../engine/assumption.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { FactOf } from '../../estate/estate.ts'
import type { Component } from '../../platform/component.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import { podsFor, type View } from '../world.ts'
import {
  type Carried,
  nowParts,
  perSecond,
  type RateParts,
  rateWords,
  type Throughput,
  targetPart,
  targetsOf,
} from './pods-for-rate.ts'
import { sayRate } from './say-rate.ts'

type Rules = RateParts & {
  carries: Carried & { readonly each: string; readonly all: string }
  measured: Carried & { readonly each: string; readonly now?: string }
  runs: { readonly name: string }
}

export const throughput = definePromise<Rules>()({
  kind: 'throughput',
  asks: 'Is as much carried as promised, by as many pods as there may be?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const components = componentsOf(promise)
    yield {
      id: [place, promise.of.name],
      environment,
      cluster,
      says: `${promise.of.name} carries ${promise.atLeast}`,
      parts: view ? components.flatMap((component) => partsFor(promise, component, view, place)) : [],
    }
  },

  says: {
    carries: ({ name, most, scaled, atLeast, each, all }, truth) =>
      `${pods(most, scaled)} of ${name} × ${each} = ${all}${truth === true ? `, at least ${atLeast}` : `, and ${atLeast} are promised`}`,
    ...rateWords,
    measured: ({ name, most, scaled, each, now }, truth) =>
      truth === true
        ? `nobody says what a pod of ${name} carries: ${pods(most, scaled)} have to carry ${each} each${now === undefined ? '' : `; ${now} were measured`}`
        : `a measurement says that a pod of ${name} does not carry ${each}`,
    runs: ({ name }) => `nothing of ${name} runs there`,
  },
})

function pods(most: number, scaled: boolean): string {
  return `${most} ${most === 1 ? 'pod' : 'pods'}${scaled ? ' at most' : ''}`
}

function componentsOf({ of }: Throughput): readonly Component[] {
  if (of.is === 'component') return [of]
  return [...new Set(of.path.map((step) => (step.is === 'port' ? step.component : step)))]
}

function partsFor(promise: Throughput, component: Component, view: View, place: string): readonly AnyPart<Rules>[] {
  const pods = podsFor(
    view,
    component,
    view.estate.environments.some(({ name }) => name === place) ? place : '',
  ).filter(({ kind, steady }) => steady && kind === 'Deployment')
  // Of a journey, only what is one of many alike has a share of the work.
  if (pods.length === 0) return promise.of.is === 'component' ? [part('runs', undefined, { name: component.name })] : []
  return [...pods.flatMap((pod) => podParts(promise, pod, view, place)), ...nowParts(promise, pods, view, place)]
}

function podParts(promise: Throughput, pod: PodClass, view: View, place: string): readonly AnyPart<Rules>[] {
  const wanted = perSecond(promise.atLeast)
  const most = pod.scales?.max ?? pod.count
  const said = { name: pod.name, most, scaled: pod.scales !== undefined, atLeast: promise.atLeast }
  const unit = promise.atLeast.slice(promise.atLeast.indexOf('/') + 1)
  const targets = targetsOf(pod, view)
  const handles = view.estate.facts.find(
    (fact): fact is FactOf<'handles'> => fact.trait === 'handles' && fact.of === pod.workload,
  )
  const kept = targets.map((metric) => targetPart(metric, { said, wanted, unit, pod, place }))
  const measurement = measurementOf(handles, pod, sayRate(wanted / most, unit))
  const denied = view.denied.has(measurement.id)
  if (!handles) {
    const data = { ...said, each: sayRate(wanted / most, unit), ...(promise.now !== undefined && { now: promise.now }) }
    return [...kept, part('measured', !denied, data, { assumes: [measurement], at: { source: pod.source } })]
  }
  const all = handles.perSecond * most
  const data = { ...said, each: sayRate(handles.perSecond, unit), all: sayRate(all, unit) }
  return [
    ...kept,
    part('carries', all >= wanted && !denied, data, {
      assumes: [measurement],
      at: { source: handles.source },
      cause: `throughput/${place}/${pod.name}`,
      hint: `at least ${Math.ceil(wanted / handles.perSecond)} pods of ${pod.name}`,
      stated: [handles.source.stated],
    }),
  ]
}

function measurementOf(handles: FactOf<'handles'> | undefined, pod: PodClass, each: string): Assumption {
  return {
    id: `measurement/${pod.environment ?? pod.namespace}/${pod.name}/throughput`,
    says: handles
      ? `a pod of ${pod.name} carries what is said of it`
      : `a measurement shows that a pod of ${pod.name} carries ${each}`,
    kind: 'measurement',
    source: handles?.source ?? pod.source,
  }
}
