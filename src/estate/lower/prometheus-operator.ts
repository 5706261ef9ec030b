// Prometheus and Alertmanager as resources of Prometheus Operator. Field names: prometheus-operator.dev/docs/api-reference.

import type { Manifest } from '../../kubernetes/types.ts'
import type { Collecting } from '../../platform/component.ts'
import { targetIn } from '../../platform/derive.ts'
import { traitsOf } from '../../platform/traits.ts'
import { given, unlessEmpty } from '../given.ts'
import { affinity } from './affinity.ts'
import { claimSpec } from './claim.ts'
import { amounts } from './container.ts'
import { siblingSelectorOf } from './labels.ts'
import { metadataOf } from './metadata.ts'
import type { Placed } from './placed.ts'
import { podSecurity } from './security.ts'
import { tolerations } from './tolerations.ts'
import { topologySpread } from './topology-spread.ts'

const apiVersion = 'monitoring.coreos.com/v1'
const everything = {}

/** It takes every monitor and every rule of the cluster. */
export function prometheus(placed: Placed, { every, evaluates, retention, volume }: Collecting): Manifest {
  return {
    apiVersion,
    kind: 'Prometheus',
    metadata: metadataOf(placed, placed.component.name),
    spec: given({
      ...podsOf(placed),
      scrapeInterval: every,
      evaluationInterval: evaluates,
      retention,
      podMonitorSelector: everything,
      podMonitorNamespaceSelector: everything,
      serviceMonitorSelector: everything,
      serviceMonitorNamespaceSelector: everything,
      ruleSelector: everything,
      ruleNamespaceSelector: everything,
      alerting: alerting(placed),
      storage: volume?.size && { volumeClaimTemplate: { spec: claimSpec(volume.size, volume.class) } },
    }),
  }
}

/** Its routes are one resource, called as it is, for alerts of all namespaces. */
export function alertmanager(placed: Placed): Manifest {
  const { name } = placed.component
  return {
    apiVersion,
    kind: 'Alertmanager',
    metadata: metadataOf(placed, name),
    spec: given({ ...podsOf(placed), alertmanagerConfiguration: { name } }),
  }
}

function podsOf(placed: Placed) {
  const { workload } = placed
  const { apart, spread } = workload.place
  return {
    // The operator labels its pods in its own way: what keeps them apart selects them by these.
    podMetadata: apart.length + spread.length > 0 ? { labels: siblingSelectorOf(placed) } : undefined,
    replicas: workload.replicas,
    image: workload.image,
    serviceAccountName: workload.account,
    resources: unlessEmpty(given({ requests: amounts(workload.requests), limits: amounts(workload.limits) })),
    affinity: affinity(placed),
    tolerations: tolerations(workload),
    topologySpreadConstraints: topologySpread(placed),
    securityContext: podSecurity(workload.security),
  }
}

// Each Alertmanager that it is declared to call, by the Service that the operator makes for it.
function alerting({ traits, environment }: Placed): object | undefined {
  const called = traits.calls.map((call) => targetIn(environment, call))
  const components = called.map((target) => (target.is === 'port' ? target.component : target))
  if (!components.some((component) => traitsOf(component).notifies?.operatedBy === 'prometheus-operator'))
    return undefined
  return { alertmanagers: [{ name: 'alertmanager-operated', namespace: environment.namespace, port: 'web' }] }
}
