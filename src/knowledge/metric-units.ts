// What a metric is measured in, by its name: Prometheus' convention ends it with its base unit, and counters with `_total`.
// Source: https://prometheus.io/docs/practices/naming, https://prometheus.io/docs/concepts/metric_types; of exporters their
// own lists (github.com/kubernetes/kube-state-metrics/docs/metrics, github.com/prometheus-community/postgres_exporter and
// github.com/oliver006/redis_exporter), as of 2026-11.

export type MetricUnit = 'ms' | 's' | 'bytes' | 'percent' | 'ratio' | 'count' | 'per-second'

const endings: readonly (readonly [ending: string, unit: MetricUnit])[] = [
  ['_milliseconds', 'ms'],
  ['_seconds', 's'],
  ['_bytes', 'bytes'],
  ['_percent', 'percent'],
  ['_ratio', 'ratio'],
  ['_per_second', 'per-second'],
]

// Numbers of things, and states that are 0 or 1, whose names end in no unit.
const counts: ReadonlySet<string> = new Set([
  'kube_pod_status_phase',
  'kube_pod_status_ready',
  'kube_node_status_condition',
  'kube_job_status_failed',
  'kube_job_status_succeeded',
  'kube_deployment_status_replicas_available',
  'kube_statefulset_status_replicas_ready',
  'pg_stat_database_numbackends',
  'pg_stat_database_tup_fetched',
  'pg_stat_database_tup_returned',
  'pg_stat_database_xact_commit',
  'redis_connected_clients',
])

/** undefined where the name does not say it, as for most metrics of a team's own. */
export function unitInName(name: string): MetricUnit | undefined {
  if (counts.has(name) || /(?:^|_)up$/.test(name) || /_(?:bucket|count)$/.test(name)) return 'count'
  const base = name.replace(/_(?:total|sum)$/, '')
  const unit = endings.find(([ending]) => base.endsWith(ending))?.[1]
  return unit ?? (name.endsWith('_total') ? 'count' : undefined)
}
