// What is measured: the metrics that are looked at, and those that targets are set for.

import { daemon, metric } from 'seaworthy'
import { system } from './cluster.ts'
import { api, blockchain, web } from './components.ts'
import { says } from './says.ts'
import { database } from './stores.ts'

const row = (...lines: readonly number[]) => says('Monitoring Metrics', ...lines)

/** What infrastructure metrics are collected by. */
export const nodeExporter = daemon('node-exporter', {
  pool: system,
  cites: { pool: says('Node Pool Configuration, Cluster Architecture', 212, 146) },
  stated: row(736),
})
export const cAdvisor = daemon('cadvisor', { stated: row(736) })

/** How metrics are collected, as the table has it: a row of it is not more than words where nothing declared is meant. */
const ofApplications = ['APM agents', 'custom metrics']
const ofNodes = [nodeExporter, cAdvisor]
const target = (line: number) => says('Performance Targets', line)

export const apiResponse = metric('api-response-time', {
  of: api,
  unit: 'ms',
  quantile: 'p95',
  exposedBy: ofApplications,
  stated: says('Monitoring Metrics, Performance Targets', 735, 825),
})
export const pageLoad = metric('page-load-time', { of: web, unit: 's', seenBy: 'probes', stated: target(826) })
export const databaseQuery = metric('database-query-time', {
  of: api,
  over: database,
  unit: 'ms',
  quantile: 'p95',
  stated: target(827),
})
export const throughput = metric('throughput', { unit: 'per-second', exposedBy: ofApplications, stated: row(735) })

export const errorRate = metric('error-rate', {
  unit: 'percent',
  shows: 'failed-requests',
  exposedBy: ofApplications,
  stated: row(735),
})

export const cpu = metric('cpu-utilization', {
  unit: 'percent',
  shows: 'cpu-used',
  exposedBy: ofNodes,
  stated: row(736),
})
export const memory = metric('memory-utilization', {
  unit: 'percent',
  shows: 'memory-used',
  exposedBy: ofNodes,
  stated: row(736),
})
export const disk = metric('disk-utilization', { unit: 'percent', exposedBy: ofNodes, stated: row(736) })
export const network = metric('network-utilization', { unit: 'percent', exposedBy: ofNodes, stated: row(736) })

export const tokenDeployments = metric('token-deployments', {
  unit: 'count',
  exposedBy: ['custom application metrics'],
  stated: row(737),
})
export const userRegistrations = metric('user-registrations', {
  unit: 'count',
  exposedBy: ['custom application metrics'],
  stated: row(737),
})

// Of access violations, which stand beside them, no threshold is said.
export const failedLogins = metric('failed-logins', { unit: 'count', seenBy: 'logs', stated: row(738) })

export const transactionSuccess = metric('transaction-success', {
  of: blockchain,
  unit: 'count',
  exposedBy: ['blockchain monitoring'],
  stated: row(739),
})
export const transactionFailures = metric('transaction-failures', {
  of: blockchain,
  unit: 'count',
  exposedBy: ['blockchain monitoring'],
  stated: row(739),
})
export const gasUsage = metric('gas-usage', {
  of: blockchain,
  unit: 'count',
  exposedBy: ['blockchain monitoring'],
  stated: row(739),
})

/** Those that metrics are collected of; those of security come from logs. */
export const keyMetrics = [
  apiResponse,
  throughput,
  errorRate,
  cpu,
  memory,
  disk,
  network,
  tokenDeployments,
  userRegistrations,
  transactionSuccess,
  transactionFailures,
  gasUsage,
]
