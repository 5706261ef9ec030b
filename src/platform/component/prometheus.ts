import type { Traits } from '../component.ts'
import { count, duration, either, oneOf, size } from '../schema.ts'
import { bytesOf, type Duration, type Size } from '../units.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import type { ListenOptions, PortNames } from './options.ts'
import { type ServiceOptions, serviceSpec } from './service.ts'
import { type VolumeOptions, volumeField } from './volume.ts'
import { callsOf, endpointsOf, present, segmentsOf, workloadOf } from './workload.ts'

export interface PrometheusOptions<L extends ListenOptions = ListenOptions> extends ServiceOptions<L> {
  /** Between two scrapes of a target; default `1m`. */
  readonly every?: Duration
  /** Between two evaluations of a rule; default `1m`. */
  readonly evaluates?: Duration
  /** How long it keeps what it gathered; default `15d`. */
  readonly retention?: Duration
  /** Prometheus Operator makes its pods, finds what is metered, and takes the platform's alerts as its rules. */
  readonly operatedBy?: 'prometheus-operator'
  /** Where an operated one keeps what it gathered; without one, it is gone with the pod. */
  readonly volume?: VolumeOptions
  /** How many time series it holds at once, at least: `200000` or `'2M'`; default: nobody says. */
  readonly series?: number | Size
}

export const prometheusSpec: ComponentSpec<PrometheusOptions> = {
  ...serviceSpec,
  noun: 'prometheus',
  fields: {
    ...serviceSpec.fields,
    every: duration,
    evaluates: duration,
    retention: duration,
    operatedBy: oneOf('prometheus-operator'),
    volume: volumeField,
    series: either(count(1), size),
  },
  ports: (options) => (options.operatedBy ? new Map([[web.name, web.port]]) : serviceSpec.ports(options)),
  // Its own defaults: prometheus.io/docs/prometheus/latest/configuration/configuration and …/storage.
  traits(name, { every = '1m', evaluates = '1m', retention: said, operatedBy, volume, series, ...options }) {
    const made = operatedBy ? operatedTraits(`prometheus-${name}`, 'prometheus-operated', options) : undefined
    const many = typeof series === 'string' ? bytesOf(series) : series
    const retention = said ?? '15d'
    const isRetentionUnsaid = said === undefined ? (true as const) : undefined
    const kept = { retention, isRetentionUnsaid }
    const collects = present({ every, evaluates, ...kept, operatedBy, volume, series: many, stated: options.stated })
    return { ...(made ?? serviceSpec.traits(name, options)), collects }
  },
}

// The port of an operated one, as the operator names it (prometheus-operator@v0.85, pkg/prometheus/common.go).
const web = { name: 'web', port: 9090, protocol: 'TCP' } as const

/** Pods that Prometheus Operator makes, and the one Service in front of them. */
export function operatedTraits(
  workload: string,
  service: string,
  options: ServiceOptions,
  ports: Traits['runs'][number]['ports'] = [web],
): Traits {
  const base = { name: workload, controller: 'StatefulSet', replicas: options.replicas ?? 1, ports } as const
  return {
    runs: [workloadOf(base, options)],
    serves: endpointsOf(workload, [], { headless: service }),
    ...callsOf(options),
    ...segmentsOf(options.in),
    keeps: [],
    elects: [],
    backsUp: [],
    ...present({ stated: options.stated }),
  }
}

/**
 * Gathers the metrics of what exposes some, and evaluates the alerts.
 * `prometheus('prometheus', { every: '15s', retention: '30d', operatedBy: 'prometheus-operator' })`
 */
export function prometheus<const L extends ListenOptions = never>(
  name: string,
  options: PrometheusOptions<L> = {},
): PortedComponent<PortNames<L> | 'web', PrometheusOptions> {
  return component(prometheusSpec, name, options)
}
