// What a Service carries by itself: it is a name for the pods of the workloads that it selects.

import { matchesLabels } from '../../kubernetes/selector.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { EstateObject, FactOf } from '../estate.ts'
import { fieldsAt, textsOf } from './fields.ts'

const workloadKinds: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'])

export function readEndpoints(objects: readonly EstateObject[]): FactOf<'endpoint'>[] {
  const workloads = workloadsByNamespace(objects)
  return objects
    .filter(({ manifest }) => manifest.kind === 'Service' && manifest.apiVersion === 'v1')
    .flatMap((service) => {
      const selector = textsOf(fieldsAt(service.manifest, 'spec', 'selector'))
      // A Service without a selector gets its endpoints from somebody else.
      if (Object.keys(selector).length === 0) return []
      const near = workloads.get(partsOf(service.ref).namespace) ?? []
      return near
        .filter(({ labels }) => matchesLabels({ matchLabels: selector }, labels))
        .map(({ workload }) => endpointOf(service, workload))
    })
}

function workloadsByNamespace(objects: readonly EstateObject[]) {
  const found = new Map<string, { workload: EstateObject; labels: { readonly [key: string]: string } }[]>()
  for (const workload of objects) {
    const { kind, namespace } = partsOf(workload.ref)
    if (!workloadKinds.has(kind)) continue
    const labels = textsOf(fieldsAt(workload.manifest, 'spec', 'template', 'metadata', 'labels'))
    const near = found.get(namespace) ?? []
    near.push({ workload, labels })
    found.set(namespace, near)
  }
  return found
}

function endpointOf(service: EstateObject, workload: EstateObject): FactOf<'endpoint'> {
  const { name, namespace } = partsOf(workload.ref)
  return {
    trait: 'endpoint',
    service: service.ref,
    of: workload.ref,
    standing: { is: 'carried', by: service.ref },
    source: service.source,
    component: name,
    environment: namespace,
  }
}
