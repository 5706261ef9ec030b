import { timer } from '../../knowledge/timers.ts'

/** The periods of the control plane, in seconds where nothing else is said. */
export interface Timers {
  /** A node without a heartbeat for so long is unreachable: `--node-monitor-grace-period`. */
  readonly graceSeconds: number
  /** How often that is looked at: `--node-monitor-period`. */
  readonly monitorSeconds: number
  /** Nodes of a zone whose pods are evicted, per second: `--node-eviction-rate`; 0: none. */
  readonly evictionsPerSecond: number
  /** The same in a large zone that is partly lost: `--secondary-node-eviction-rate`. */
  readonly secondaryEvictionsPerSecond: number
  /** A zone with more nodes is large: `--large-cluster-size-threshold`. */
  readonly largeZoneNodes: number
  /** A share from 0 to 1: `--unhealthy-zone-threshold`. */
  readonly unhealthyShare: number
  /** A zone is not partly lost with fewer unready nodes; no flag. */
  readonly unhealthyNodes: number
  /** How often a zone's queue is looked at; no flag. */
  readonly lookSeconds: number
  /** Requests of one controller per second, and how many at once before: `--kube-api-qps`, `--kube-api-burst`. */
  readonly requestsPerSecond: number
  readonly requestsAtOnce: number
  /** The pod garbage collector; no flag. */
  readonly collectSeconds: number
  readonly quarantineSeconds: number
  /** `--resource-quota-sync-period` */
  readonly quotaResyncSeconds: number
  /** No flag. */
  readonly jobBackoffSeconds: number
  readonly jobBackoffMostSeconds: number
  /** Within so long the controller of a Job sees to what happened to its pods; no flag. */
  readonly jobSyncSeconds: number
}

/**
 * The defaults of a minor, with what the flags of its controller manager say instead; undefined for a minor that no
 * table knows.
 */
export function timersOf(minor: string, flags: Partial<Timers> = {}): Timers | undefined {
  const known = (name: Parameters<typeof timer>[0]) => timer(name, minor)?.value ?? Number.NaN
  const timers: Timers = {
    graceSeconds: known('nodeMonitorGraceSeconds'),
    monitorSeconds: known('nodeMonitorPeriodSeconds'),
    evictionsPerSecond: known('nodeEvictionsPerSecond'),
    secondaryEvictionsPerSecond: known('secondaryNodeEvictionsPerSecond'),
    largeZoneNodes: known('largeZoneNodes'),
    unhealthyShare: known('unhealthyZonePercent') / 100,
    unhealthyNodes: known('unhealthyZoneNodes'),
    lookSeconds: known('nodeEvictionLookSeconds'),
    requestsPerSecond: known('controllerRequestsPerSecond'),
    requestsAtOnce: known('controllerRequestsAtOnce'),
    collectSeconds: known('podGcPeriodSeconds'),
    quarantineSeconds: known('podGcQuarantineSeconds'),
    quotaResyncSeconds: known('quotaResyncSeconds'),
    jobBackoffSeconds: known('jobBackoffFirstSeconds'),
    jobBackoffMostSeconds: known('jobBackoffMostSeconds'),
    jobSyncSeconds: known('jobSyncBatchSeconds'),
    ...flags,
  }
  return Object.values(timers).some(Number.isNaN) ? undefined : timers
}
