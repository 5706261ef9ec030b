import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Timers, timersOf } from '../../src/engine/nodeloss/timers.ts'
import { type ApiServer, startApiServer } from '../apiserver.ts'
import { startGuard } from '../guard.ts'
import { kubeconfigOf } from '../kubeconfig.ts'
import { built, CannotGoOn } from '../programs.ts'
import type { Random } from '../random.ts'
import { serverMinor } from '../versions.ts'

/** What is shortened, so that a run does not wait for minutes. */
export interface Periods {
  readonly monitorSeconds: number
  readonly graceSeconds: number
  readonly evictionsPerSecond: number
  readonly secondaryEvictionsPerSecond: number
  readonly largeZoneNodes: number
  readonly unhealthyShare: number
  readonly quotaResyncSeconds: number
  /** Of one controller; and how many at once before. */
  readonly requestsPerSecond: number
  readonly requestsAtOnce: number
  /** Of pods that say nothing. */
  readonly tolerationSeconds: number
}

export interface ControlPlane {
  readonly api: ApiServer
  readonly periods: Periods
  readonly timers: Timers
  stop(): Promise<void>
}

export function inventPeriods(random: Random): Periods {
  return {
    monitorSeconds: random.pick([0.5, 0.8]),
    graceSeconds: random.pick([3, 4]),
    evictionsPerSecond: random.pick([0.5, 1, 2]),
    secondaryEvictionsPerSecond: random.pick([0.2, 0.4]),
    largeZoneNodes: random.pick([4, 5, 50]),
    unhealthyShare: random.pick([0.55, 0.55, 0.75]),
    quotaResyncSeconds: random.pick([5, 8]),
    tolerationSeconds: random.pick([5, 7]),
    // Side by side, the scenarios would wait for each other's requests.
    requestsPerSecond: 500,
    requestsAtOnce: 1000,
  }
}

const controllers = [
  ...['node-lifecycle-controller', 'taint-eviction-controller', 'pod-garbage-collector-controller'],
  ...['deployment-controller', 'replicaset-controller', 'replicationcontroller-controller', 'statefulset-controller'],
  ...['daemonset-controller', 'job-controller', 'resourcequota-controller', 'serviceaccount-controller'],
]

/** A real control plane without a single kubelet: nodes are what somebody writes. */
export async function startControlPlane(periods: Periods, tell: (line: string) => void): Promise<ControlPlane> {
  const programs = [await built('kube-controller-manager', tell), await built('kube-scheduler', tell)] as const
  const timers = timersOf(serverMinor, flagged(periods))
  if (!timers) throw new CannotGoOn(`no table knows the timers of ${serverMinor}`, 'add it to src/knowledge/timers.ts')
  const seconds = String(periods.tolerationSeconds)
  const api = await startApiServer(tell, [
    ...['--default-not-ready-toleration-seconds', seconds, '--default-unreachable-toleration-seconds', seconds],
  ])
  const folder = await mkdtemp(join(tmpdir(), 'seaworthy-oracle-controllers-'))
  const guard = startGuard(folder)
  const stop = async () => {
    await guard.end()
    await api.stop()
  }
  try {
    const kubeconfig = join(folder, 'kubeconfig')
    await writeFile(kubeconfig, JSON.stringify(await kubeconfigOf(api)), { mode: 0o600 })
    for (const [program, flags] of [
      [programs[0], managerFlags(kubeconfig, periods)],
      [programs[1], ['--kubeconfig', kubeconfig, '--leader-elect=false', '--secure-port=0']],
    ] as const) {
      const out = openSync(join(folder, `${program.split('/').at(-1)}.log`), 'w')
      guard.mind(spawn(program, flags, { cwd: folder, stdio: ['ignore', out, out] }))
      closeSync(out)
    }
    return { api, periods, timers, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function flagged({ tolerationSeconds: _, ...flags }: Periods): Partial<Timers> {
  return flags
}

function managerFlags(kubeconfig: string, periods: Periods): readonly string[] {
  return [
    ...[
      '--kubeconfig',
      kubeconfig,
      '--leader-elect=false',
      '--secure-port=0',
      '--use-service-account-credentials=false',
    ],
    `--controllers=${controllers.join(',')}`,
    ...['--kube-api-qps', String(periods.requestsPerSecond), '--kube-api-burst', String(periods.requestsAtOnce)],
    `--node-monitor-period=${periods.monitorSeconds}s`,
    `--node-monitor-grace-period=${periods.graceSeconds}s`,
    `--node-eviction-rate=${periods.evictionsPerSecond}`,
    `--secondary-node-eviction-rate=${periods.secondaryEvictionsPerSecond}`,
    `--large-cluster-size-threshold=${periods.largeZoneNodes}`,
    `--unhealthy-zone-threshold=${periods.unhealthyShare}`,
    `--resource-quota-sync-period=${periods.quotaResyncSeconds}s`,
  ]
}
