import type { JsonObject } from '../json.ts'
import type { Scenario, Workload } from './scenario.ts'

/** Where a scenario stands: its id names its namespace, its nodes and its zones. */
export const zoneName = (id: string, zone: number) => `${id}-z${zone}`
export const nodeName = (id: string, zone: number, node: number) => `${zoneName(id, zone)}-n${node}`

export function nodesOf(id: string, { zones, lost }: Scenario): readonly JsonObject[] {
  return zones.flatMap((count, zone) =>
    Array.from({ length: count }, (_, node) => {
      const loss = lost.find((one) => one.zone === zone && one.node === node)
      return nodeManifest(nodeName(id, zone, node), zoneName(id, zone), id, loss?.isExcluded)
    }),
  )
}

export function nodeManifest(name: string, zone: string, id: string, isExcluded?: true): JsonObject {
  const labels = {
    'kubernetes.io/hostname': name,
    'topology.kubernetes.io/region': 'r',
    'topology.kubernetes.io/zone': zone,
    scenario: id,
    takes: 'pods',
    ...(isExcluded && { 'node.kubernetes.io/exclude-disruption': '' }),
  }
  return { apiVersion: 'v1', kind: 'Node', metadata: { name, labels } }
}

export function readyStatus(now: string): JsonObject {
  const room = { cpu: '8', memory: '16Gi', pods: '110' }
  const isReady = { type: 'Ready', status: 'True', reason: 'KubeletReady', message: 'ready' }
  const conditions = [{ ...isReady, lastHeartbeatTime: now, lastTransitionTime: now }]
  return { capacity: room, allocatable: room, conditions }
}

export function lease(name: string, now: string): JsonObject {
  const spec = { holderIdentity: name, leaseDurationSeconds: 40, renewTime: now }
  return { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name }, spec }
}

export function quotaManifest(pods: number): JsonObject {
  return { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'pods' }, spec: { hard: { pods: String(pods) } } }
}

/** How many pods a workload has when all is well. */
export function podsOf({ is, replicas }: Workload, { zones }: Scenario): number {
  if (is === 'DaemonSet') return zones.reduce((a, b) => a + b)
  return is === 'Pod' || is === 'mirror' ? 1 : replicas
}

/** The path that it is created at, below its namespace's group, and the object. */
export function workloadManifest(
  id: string,
  scenario: Scenario,
  workload: Workload,
  index: number,
): { readonly group: string; readonly plural: string; readonly manifest: JsonObject } {
  const name = `w${index}`
  const labels = { app: name }
  const template = { metadata: { labels }, spec: podSpec(id, workload) }
  const metadata = { name, namespace: id }
  const made = (group: string, plural: string, spec: JsonObject) => {
    const apiVersion = group.replace(/^\/apis?\//, '')
    return { group, plural, manifest: { apiVersion, kind: workload.is, metadata, spec } }
  }
  const replicas = workload.replicas
  switch (workload.is) {
    case 'Deployment':
      return made('/apis/apps/v1', 'deployments', { replicas, selector: { matchLabels: labels }, template })
    case 'ReplicationController':
      return made('/api/v1', 'replicationcontrollers', { replicas, selector: labels, template })
    case 'StatefulSet': {
      const podManagementPolicy = workload.isOrdered ? 'OrderedReady' : 'Parallel'
      const spec = { replicas, serviceName: name, podManagementPolicy, selector: { matchLabels: labels }, template }
      return made('/apis/apps/v1', 'statefulsets', spec)
    }
    case 'DaemonSet':
      return made('/apis/apps/v1', 'daemonsets', { selector: { matchLabels: labels }, template })
    case 'Job':
      return made('/apis/batch/v1', 'jobs', {
        parallelism: replicas,
        completions: replicas,
        backoffLimit: workload.backoffLimit ?? 6,
        podReplacementPolicy: workload.replaces === 'failed' ? 'Failed' : 'TerminatingOrFailed',
        template: { ...template, spec: { ...podSpec(id, workload), restartPolicy: 'Never' } },
      })
    default:
      return { group: '/api/v1', plural: 'pods', manifest: singlePod(id, scenario, workload, name) }
  }
}

function singlePod(id: string, { lost }: Scenario, workload: Workload, name: string): JsonObject {
  const on = lost[0] ?? { zone: 0, node: 0 }
  const isMirror = workload.is === 'mirror'
  const spec = { ...podSpec(id, workload), ...(isMirror && { nodeName: nodeName(id, on.zone, on.node) }) }
  const metadata = {
    name,
    namespace: id,
    labels: { app: name },
    ...(isMirror && { annotations: { 'kubernetes.io/config.mirror': 'x' } }),
  }
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec }
}

function podSpec(id: string, { is, tolerations, graceSeconds }: Workload): JsonObject {
  return {
    // A controller of DaemonSets takes its pods away where the label changes.
    nodeSelector: { scenario: id, ...(is !== 'DaemonSet' && { takes: 'pods' }) },
    terminationGracePeriodSeconds: graceSeconds,
    automountServiceAccountToken: false,
    ...(tolerations && { tolerations: tolerations as unknown as JsonObject[] }),
    containers: [{ name: 'c', image: 'x' }],
  }
}
