// APIServices: groups of the API that the API server passes on to a Service. Fields: k8s.io/kube-aggregator@v0.36.3
// pkg/apis/apiregistration/v1/types.go.

import type { Manifest } from '../../kubernetes/types.ts'
import { labelsOf } from './labels.ts'
import type { Placed } from './placed.ts'

const version = 'v1beta1'

export function apiServices(placed: Placed): readonly Manifest[] {
  const { workload, environment, traits } = placed
  if (workload.controller !== 'Deployment') return []
  const [port] = workload.ports
  return (traits.servesGroups ?? []).map((group) => ({
    apiVersion: 'apiregistration.k8s.io/v1',
    kind: 'APIService',
    metadata: { name: `${version}.${group}`, labels: labelsOf(placed) },
    spec: {
      group,
      version,
      service: { name: workload.name, namespace: environment.namespace, port: port?.port ?? 443 },
      // As the adapter's own manifests have it: it signs its certificate itself.
      insecureSkipTLSVerify: true,
      groupPriorityMinimum: 100,
      versionPriority: 100,
    },
  }))
}
