// What is measured: what targets are set for, what alerts compare, and what is looked at.

import { metric } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { api, subgraph, web } from './components.ts'
import { database } from './stores.ts'

const row = (...lines: readonly number[]) => says('Monitoring Metrics', ...lines)
const target = (line: number) => says('Performance Targets', line)

export const apiResponse = metric('api_response_time', {
  of: api,
  unit: 'ms',
  quantile: 'p95',
  stated: says('Monitoring Metrics, Performance Targets', 735, 825),
})
export const pageLoad = metric('page_load_time', {
  of: web,
  unit: 's',
  seenBy: 'probes',
  exposedBy: ['a service that loads pages from outside'],
  stated: target(826),
})
export const databaseQuery = metric('database_query_time', {
  of: api,
  over: database,
  unit: 'ms',
  quantile: 'p95',
  stated: target(827),
})

const ofApi = (name: string, line: number, unit: 'count' | 'percent' | 'per-second' = 'count') =>
  metric(name, { of: api, unit, stated: row(line) })

export const throughput = ofApi('throughput', 735, 'per-second')
export const errorRate = metric('error_rate', { of: api, unit: 'percent', shows: 'failed-requests', stated: row(735) })
export const tokenDeployments = ofApi('token_deployments', 737)
export const userRegistrations = ofApi('user_registrations', 737)
export const failedLogins = ofApi('failed_logins', 738)
export const accessViolations = ofApi('access_violations', 738)

/** Of all that is asked of production, what the mesh sees fail. */
export const failedShare = metric('failed_request_share', { unit: 'percent', shows: 'failed-requests' })

/** Until the root runs out that the authority of the mesh signs under. */
export const certificateLeft = metric('certificate_time_left', {
  unit: 's',
  stated: says('Data Protection and Compliance', 658),
})

/** Of all that keeps rows: how far the second set, or the last copy, is behind. */
export const behind = metric('replication_lag', { unit: 's', shows: 'replication-lag' })

/** Rows of persons that one signed-in user reads: who reads more than a duty needs. */
export const personalRowsRead = metric('personal_rows_read', { of: api, unit: 'count' })
/** Calls that the mesh or a policy refused. */
export const deniedCalls = metric('denied_calls', { of: api, unit: 'count' })

// The indexer sees every transaction of the kit's contracts.
const ofChain = (name: string) => metric(name, { of: subgraph, unit: 'count', stated: row(739) })
export const transactionSuccess = ofChain('transaction_success')
export const transactionFailures = ofChain('transaction_failures')
export const gasUsage = ofChain('gas_usage')

// By the names under which the node exporter has them.
const ofNode = (name: string, unit: 's' | 'bytes') => metric(name, { unit, stated: row(736) })
const onNodes = [
  ofNode('node_cpu_seconds_total', 's'),
  ofNode('node_memory_MemAvailable_bytes', 'bytes'),
  ofNode('node_filesystem_avail_bytes', 'bytes'),
  ofNode('node_network_transmit_bytes_total', 'bytes'),
]

/** Those that the document says are looked at. */
export const keyMetrics = [
  ...[apiResponse, throughput, errorRate],
  ...onNodes,
  ...[tokenDeployments, userRegistrations, failedLogins, accessViolations],
  ...[transactionSuccess, transactionFailures, gasUsage],
]
