// Section 9.1: the metrics that the document relies on, each as it names them, and those that its alerts need beside.

import { metric } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { cache, database, identity, lag, outbox } from './components.ts'

const count = 'count' as const

export const keyMetrics = [
  metric('kube_pod_status_phase', { unit: count, stated: says('9.1', 988) }),
  metric('kube_node_status_condition', { unit: count, stated: says('9.1', 989) }),
  metric('container_cpu_usage_seconds_total', { unit: 's', stated: says('9.1', 990) }),
  metric('container_memory_working_set_bytes', { unit: 'bytes', stated: says('9.1', 991) }),
  metric('http_requests_total', { of: identity, unit: count, stated: says('9.1', 994) }),
  metric('http_request_duration_seconds', { of: identity, unit: 's', stated: says('9.1', 995) }),
  metric('outbox_command_queue_depth', { of: outbox, stated: says('9.1', 996) }),
  lag,
  metric('fabric_sdk_connection_status', { of: outbox, unit: count, stated: says('9.1', 998) }),
  metric('pg_stat_activity_count', { of: database, unit: count, stated: says('9.1', 1001) }),
  metric('pg_stat_database_tup_returned', { of: database, unit: count, stated: says('9.1', 1002) }),
  metric('redis_connected_clients', { of: cache, unit: count, stated: says('9.1', 1003) }),
  metric('redis_memory_used_bytes', { of: cache, unit: 'bytes', stated: says('9.1', 1004) }),
  metric('node_filesystem_avail_bytes', { unit: 'bytes', stated: says('9.3', 1037) }),
]
