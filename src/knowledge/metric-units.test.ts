import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unitInName } from './metric-units.ts'

const rows: [name: string, unit: ReturnType<typeof unitInName>][] = [
  ['http_request_duration_seconds', 's'],
  ['http_request_duration_seconds_sum', 's'],
  ['http_request_duration_seconds_bucket', 'count'],
  ['http_request_duration_seconds_count', 'count'],
  ['container_cpu_usage_seconds_total', 's'],
  ['node_network_receive_bytes_total', 'bytes'],
  ['projector_lag_milliseconds', 'ms'],
  ['http_requests_total', 'count'],
  ['checkout_errors_ratio', 'ratio'],
  ['checkout_errors_percent', 'percent'],
  ['kube_pod_status_phase', 'count'],
  ['redis_up', 'count'],
  ['up', 'count'],
  ['kube_pod_created', undefined],
  ['lookup', undefined],
  ['queue_depth', undefined],
]

for (const [name, unit] of rows) test(`the unit of ${name}`, () => assert.equal(unitInName(name), unit))
