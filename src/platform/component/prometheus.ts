import { duration } from '../schema.ts'
import type { Duration } from '../units.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import type { ListenOptions, PortNames } from './options.ts'
import { type ServiceOptions, serviceSpec } from './service.ts'

export interface PrometheusOptions<L extends ListenOptions = ListenOptions> extends ServiceOptions<L> {
  /** Between two scrapes of a target; default `1m`. */
  readonly every?: Duration
  /** Between two evaluations of a rule; default `1m`. */
  readonly evaluates?: Duration
  /** How long it keeps what it gathered; default `15d`. */
  readonly retention?: Duration
}

export const prometheusSpec: ComponentSpec<PrometheusOptions> = {
  ...serviceSpec,
  noun: 'prometheus',
  fields: { ...serviceSpec.fields, every: duration, evaluates: duration, retention: duration },
  // Its own defaults: prometheus.io/docs/prometheus/latest/configuration/configuration and …/storage.
  traits(name, { every = '1m', evaluates = '1m', retention = '15d', ...options }) {
    return { ...serviceSpec.traits(name, options), collects: { every, evaluates, retention } }
  },
}

/**
 * Gathers the metrics of what exposes some, and evaluates the alerts.
 * `prometheus('prometheus', { listens: { http: 9090 }, every: '15s', retention: '30d' })`
 */
export function prometheus<const L extends ListenOptions = never>(
  name: string,
  options: PrometheusOptions<L> = {},
): PortedComponent<PortNames<L>, PrometheusOptions> {
  return component(prometheusSpec, name, options)
}
