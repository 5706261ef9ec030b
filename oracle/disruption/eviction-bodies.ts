import type { JsonObject } from '../json.ts'
import type { AskedPod, AskedWorkload, CountedBudget, StoredBudget } from './eviction.ts'

const containers = [{ name: 'main', image: 'main' }]

/** On a node that nobody runs: its deletion takes as long as anybody may ask for. */
export function podBody({ name, labels }: AskedPod, owner: JsonObject | undefined): JsonObject {
  const metadata = { name, labels, ...(owner && { ownerReferences: [owner] }) }
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata,
    spec: { nodeName: 'n1', terminationGracePeriodSeconds: 3600, containers },
  }
}

/** Nobody makes its pods: they are made one by one, as the case says. */
export function workloadBody({ name, kind, replicas }: AskedWorkload, deployment?: string): JsonObject {
  const matchLabels = { made: name }
  const apiVersion = kind === 'ReplicationController' ? 'v1' : 'apps/v1'
  const owner = { apiVersion, kind: 'Deployment', name, uid: deployment ?? '', controller: true }
  return {
    apiVersion,
    kind,
    metadata: { name, ...(deployment && { ownerReferences: [owner] }) },
    spec: {
      replicas,
      selector: kind === 'ReplicationController' ? matchLabels : { matchLabels },
      ...(kind === 'StatefulSet' && { serviceName: name }),
      template: { metadata: { labels: matchLabels }, spec: { containers } },
    },
  }
}

export function budgetBody(budget: StoredBudget | CountedBudget): JsonObject {
  const { name, selector, policy } = budget
  const { minAvailable, maxUnavailable } = { minAvailable: undefined, maxUnavailable: undefined, ...budget }
  const asks = {
    ...(minAvailable !== undefined && { minAvailable }),
    ...(maxUnavailable !== undefined && { maxUnavailable }),
  }
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name },
    spec: { selector: { ...selector }, ...asks, ...(policy && { unhealthyPodEvictionPolicy: policy }) } as JsonObject,
  }
}

/** The status that a controller would have written. */
export function storedStatus({ stale, current, desired, allowed, unconfirmed, failed }: StoredBudget): JsonObject {
  const at = '2026-11-21T12:00:00Z'
  const pods = Array.from({ length: unconfirmed }, (_, number) => [`gone-${number}`, at])
  const condition = {
    type: 'DisruptionAllowed',
    status: failed || allowed === 0 ? 'False' : 'True',
    reason: failed ? 'SyncFailed' : allowed > 0 ? 'SufficientPods' : 'InsufficientPods',
    message: failed ? 'could not count' : '',
    lastTransitionTime: at,
  }
  return {
    status: {
      observedGeneration: stale ? 0 : 1,
      currentHealthy: current,
      desiredHealthy: desired,
      disruptionsAllowed: allowed,
      expectedPods: 3,
      disruptedPods: Object.fromEntries(pods),
      conditions: [condition],
    },
  }
}
