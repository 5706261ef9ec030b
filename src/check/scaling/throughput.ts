// A promised rate against what as many pods as there may be carry, each as much as somebody says that it does.

import type { Assumption } from '../../engine/assumption.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { FactOf } from '../../estate/estate.ts'
import type { ScaledMetric } from '../../estate/scaling.ts'
import type { Component } from '../../platform/component.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { perSecondOf } from '../../platform/money.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import type { Words } from '../verdict.ts'
import { podsFor, type View } from '../world.ts'
import { sayRate } from './say-rate.ts'

type Throughput = Extract<PlatformPromise, { kind: 'throughput' }>

interface Carried {
  readonly name: string
  readonly most: number
  readonly scaled: boolean
  readonly atLeast: string
}

type Rules = {
  carries: Carried & { readonly each: string; readonly all: string }
  keepsTarget: Carried & {
    readonly metric: string
    readonly target: string
    readonly wanted: number
    readonly each: string
  }
  measured: Carried & { readonly each: string; readonly now?: string }
  runs: { readonly name: string }
  now: {
    readonly now: string
    readonly atLeast: string
    readonly left: readonly (readonly [pods: string, of: string])[]
  }
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
    keepsTarget: ({ name, most, atLeast, metric, target, wanted, each }, truth) =>
      truth === true
        ? `at ${atLeast} the autoscaler of ${name} wants ${countOf(wanted, 'pod')} to hold ${metric} at ${target} by pod, and may have ${most}`
        : `at ${atLeast} the autoscaler of ${name} wants ${countOf(wanted, 'pod')} to hold ${metric} at ${target} by pod, and ends at ${most}: each takes ${each}`,
    measured: ({ name, most, scaled, each, now }, truth) =>
      truth === true
        ? `nobody says what a pod of ${name} carries: ${pods(most, scaled)} have to carry ${each} each${now === undefined ? '' : `; ${now} were measured`}`
        : `a measurement says that a pod of ${name} does not carry ${each}`,
    now: ({ now, atLeast, left }, truth): Words => ({
      line: truth === true ? `${now} are carried now` : `${now} are carried now, and ${atLeast} are promised`,
      rows: left,
    }),
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

// Of each autoscaler, how many of its pods what is carried now takes.
function nowParts(
  { of, now, atLeast, stated }: Throughput,
  pods: readonly PodClass[],
  view: View,
  place: string,
): readonly AnyPart<Rules>[] {
  if (now === undefined || of.is !== 'component') return []
  const left = pods.flatMap((pod) =>
    targetsOf(pod, view).map((metric) => {
      const wanted = Math.ceil(perSecond(now) / (metric.perSecond ?? 0) - 1e-9)
      return [`${wanted} of ${pod.scales?.max ?? pod.count} pods`, `${pod.name}, to hold ${metric.name}`] as const
    }),
  )
  return [
    part(
      'now',
      perSecond(now) >= perSecond(atLeast),
      { now, atLeast, left },
      { cause: `carried-now/${place}/${of.name}`, hint: 'what is carried, or a promise for later', stated: [stated] },
    ),
  ]
}

function targetsOf(pod: PodClass, { estate }: View): readonly ScaledMetric[] {
  return estate.facts.flatMap((fact) =>
    fact.trait === 'scales' && fact.of === pod.workload ? fact.metrics.filter(({ perSecond }) => perSecond) : [],
  )
}

interface Asked {
  readonly said: Carried
  readonly wanted: number
  readonly unit: string
  readonly pod: PodClass
  readonly place: string
}

function targetPart(metric: ScaledMetric, { said, wanted, unit, pod, place }: Asked): AnyPart<Rules> {
  const target = metric.perSecond ?? 0
  // Within a tenth of its target an autoscaler leaves things as they are; what it may end at counts whole pods.
  const pods = Math.ceil(wanted / target - 1e-9)
  return part(
    'keepsTarget',
    pods <= said.most,
    {
      ...said,
      metric: metric.name,
      target: sayRate(target, unit),
      wanted: pods,
      each: sayRate(wanted / said.most, unit),
    },
    {
      at: { source: pod.source },
      cause: `throughput/${place}/${pod.name}`,
      hint: `a maximum of ${pods} for ${pod.name}`,
      stated: [metric.stated],
    },
  )
}

function perSecond(rate: string): number {
  const { numerator, denominator } = perSecondOf(rate) ?? { numerator: 0n, denominator: 1n }
  return Number(numerator) / Number(denominator)
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
