// What Prometheus and Alertmanager are told, wherever it stands: in a resource of the operator, in a plain file, or in a
// key of a ConfigMap or a Secret.

import type { Ref } from '../../kubernetes/types.ts'
import type { Source } from '../estate.ts'
import type { ReadQuery } from '../promql/read-query.ts'

export interface Monitoring {
  /** Sorted by name. */
  readonly rules: readonly RuleSet[]
  readonly prometheus: readonly MonitoringFile[]
  readonly alertmanager: readonly MonitoringFile[]
}

export interface MonitoringFile {
  /** `rules/orders.yaml`, `ConfigMap watch/prometheus prometheus.yml`, `PrometheusRule shop/orders`. */
  readonly name: string
  /** The object that holds it; absent for a plain file. */
  readonly ref?: Ref
  /** The key of the ConfigMap or Secret. */
  readonly key?: string
  /** What it says; may hold anything in any field. */
  readonly value: unknown
  /** Paths for its lines begin at the value. */
  readonly source: Source
}

export interface RuleSet extends MonitoringFile {
  readonly rules: readonly Rule[]
}

export interface Rule {
  readonly is: 'alert' | 'record'
  /** Of the alert, or of the metric that is recorded. */
  readonly name: string
  readonly group: string
  readonly expression: string
  readonly read: ReadQuery
  readonly forSeconds?: number
  /** Those that the rule sets. */
  readonly labels: { readonly [label: string]: string }
  /** Where it stands in the value, `['groups', 0, 'rules', 2]`. */
  readonly path: readonly (string | number)[]
}
