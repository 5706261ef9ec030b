import type { Component } from '../component.ts'
import { count, list, need, noun, oneOf } from '../schema.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { workloadFields } from './fields.ts'
import type { WorkloadOptions } from './options.ts'
import { present, simpleTraits, workloadOf } from './workload.ts'

/** `pods`: one value for each pod; `external`: one for something else, as how far a consumer is behind. */
export type ServedMetrics = 'pods' | 'external'

export interface MetricsAdapterOptions extends WorkloadOptions {
  readonly replicas?: number
  /** The collector whose metrics it serves. */
  readonly asks: Component
  readonly serves: readonly ServedMetrics[]
}

// prometheus-adapter v0.12 listens on 6443 (github.com/kubernetes-sigs/prometheus-adapter, deploy/manifests/deployment.yaml).
const https = { name: 'https', port: 6443, protocol: 'TCP' } as const

const groups: { readonly [one in ServedMetrics]: string } = {
  pods: 'custom.metrics.k8s.io',
  external: 'external.metrics.k8s.io',
}

export const metricsAdapterSpec: ComponentSpec<MetricsAdapterOptions> = {
  noun: 'metricsAdapter',
  fields: {
    ...workloadFields,
    asks: need(noun('component'), 'whose metrics it serves'),
    replicas: count(0),
    serves: need(list(oneOf('pods', 'external'), 1), 'which metrics autoscalers may ask for'),
  },
  ports: () => new Map([[https.name, https.port]]),
  traits(name, { asks, serves = [], replicas = 1, ...options }) {
    const workload = workloadOf({ name, controller: 'Deployment', replicas, ports: [https] }, options)
    const traits = simpleTraits(workload, options)
    const groupsServed = serves.map((one) => groups[one]).sort()
    return present({ ...traits, calls: [...traits.calls, ...(asks ? [asks] : [])], servesGroups: groupsServed })
  },
}

/**
 * Serves metrics of a collector to autoscalers, as the API server passes them on.
 * `metricsAdapter('metrics-adapter', { asks: prometheus, serves: ['external'] })`
 */
export function metricsAdapter(
  name: string,
  options: MetricsAdapterOptions,
): PortedComponent<'https', MetricsAdapterOptions> {
  return component(metricsAdapterSpec, name, options)
}
