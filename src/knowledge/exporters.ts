// Who exposes a metric, by how its name begins: exporters that are deployed beside what they watch.
// Source: the documentation of each, as of 2026-11: github.com/kubernetes/kube-state-metrics/docs,
// github.com/prometheus/node_exporter, github.com/google/cadvisor/docs/storage/prometheus.md,
// kubernetes.io/docs/reference/instrumentation/metrics, github.com/prometheus-community/{postgres,elasticsearch}_exporter,
// github.com/oliver006/redis_exporter, github.com/prometheus/{mysqld,blackbox}_exporter,
// istio.io/latest/docs/reference/config/metrics,
// cert-manager.io/docs/devops-tips/prometheus-metrics, github.com/kubernetes/ingress-nginx/docs/user-guide/monitoring.md.

const rows: readonly (readonly [prefix: string, exporter: string])[] = [
  ['kube_', 'kube-state-metrics'],
  ['node_', 'node_exporter'],
  ['container_', 'cAdvisor'],
  ['machine_', 'cAdvisor'],
  ['kubelet_', 'kubelet'],
  ['apiserver_', 'kube-apiserver'],
  ['etcd_', 'etcd'],
  ['coredns_', 'CoreDNS'],
  ['scheduler_', 'kube-scheduler'],
  ['pg_', 'postgres_exporter'],
  ['cnpg_', 'CloudNativePG'],
  ['redis_', 'redis_exporter'],
  ['mysql_', 'mysqld_exporter'],
  ['elasticsearch_', 'elasticsearch_exporter'],
  ['probe_', 'blackbox_exporter'],
  ['certmanager_', 'cert-manager'],
  ['nginx_ingress_controller_', 'ingress-nginx'],
  ['istio_', 'Istio'],
  ['prometheus_', 'Prometheus'],
  ['alertmanager_', 'Alertmanager'],
]

// The last part of the name of its image, as each project publishes it; what the kubelets serve has none of its own.
const images: ReadonlyMap<string, string> = new Map([
  ['kube-state-metrics', 'kube-state-metrics'],
  ['node-exporter', 'node_exporter'],
  ['postgres-exporter', 'postgres_exporter'],
  ['postgres_exporter', 'postgres_exporter'],
  ['redis_exporter', 'redis_exporter'],
  ['redis-exporter', 'redis_exporter'],
  ['mysqld-exporter', 'mysqld_exporter'],
  ['elasticsearch-exporter', 'elasticsearch_exporter'],
  ['blackbox-exporter', 'blackbox_exporter'],
])

/** The exporter that an image holds, by the path of its repository; undefined where it is none that is known. */
export function exporterInImage(repository: string): string | undefined {
  return images.get(repository.slice(repository.lastIndexOf('/') + 1))
}

/** The well-known exporter of a metric; undefined where only its application can expose it, or where nobody knows. */
export function exporterOf(metric: string): string | undefined {
  return rows.find(([prefix]) => metric.startsWith(prefix))?.[1]
}
