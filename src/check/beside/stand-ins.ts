// Values that stand for what was read, so that a promise beside manifests is the same value as one of a platform.

import type { Component } from '../../platform/component.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { make } from '../../platform/make.ts'
import type { At, Environment, Journey, Measure, Metric, PortRef } from '../../platform/model.ts'
import type { Named, Place } from './index-of.ts'

type Count = Extract<Measure, { is: 'measure' }>

/** A component that is this one workload. */
export function workloadValue({ title, ref }: Named, at: At): Component {
  const value: Component = {
    is: 'component',
    noun: 'workload',
    name: title,
    options: {},
    workload: ref,
    port: (port) => portValue(value, port, at),
  }
  const build = () => Object.defineProperty(value, 'port', { enumerable: false })
  return make({ is: 'component', word: 'workload', fields: {}, build }, '', {}, at)
}

export function portValue(component: Component, port: string, at: At): PortRef {
  const build = (): PortRef => ({ is: 'port', component, port })
  return make({ is: 'port', word: 'port', fields: {}, build }, '', {}, at)
}

/** A namespace, or a cluster as a whole: judges find it by its name and that of its cluster. */
export function placeValue({ environment, namespace, cluster: on }: Place, at: At): Environment {
  const empty = {
    ...{ labels: {}, without: [], instead: [], sized: [], runs: [], flows: [] },
    ...{ includes: [], roles: [], secrets: [] },
  }
  const build = (): Environment => ({
    is: 'environment',
    name: environment ?? on,
    on: cluster(on, { kubernetes: '1.34', nodes: [] }),
    namespace: namespace ?? '',
    ...empty,
  })
  return make({ is: 'environment', word: 'environment', fields: {}, build }, '', {}, at)
}

export function metricValue(name: string, at: At): Metric {
  return make({ is: 'metric', word: 'metric', fields: {}, build: (): Metric => ({ is: 'metric', name }) }, '', {}, at)
}

/** A number of what a namespace runs, or of what a cluster has. */
export function measureValue(counts: Count['counts'], place: Place, at: At): Measure {
  const environment = placeValue(place, at)
  const of = place.environment === undefined ? environment.on : environment
  const part = counts === 'storage' ? { part: 'all' } : {}
  const build = (): Measure => ({ is: 'measure', counts, of, ...part })
  return make({ is: 'measure', word: counts, fields: {}, build }, '', {}, at)
}

export function journeyValue(name: string, path: readonly Named[], at: At): Journey {
  const build = (): Journey => ({ is: 'journey', name, path: path.map((one) => workloadValue(one, at)) })
  return make({ is: 'journey', word: 'journey', fields: {}, build }, '', {}, at)
}
