// What a Service carries by itself: it is a name for the pods of the workloads that it selects.

import { matchesLabels } from '../../kubernetes/selector.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { isMade } from '../calls/service-names.ts'
import { templatePath } from '../calls/settings.ts'
import type { EstateObject, FactOf } from '../estate.ts'
import { fieldsAt, textsOf } from './fields.ts'

export function readEndpoints(objects: readonly EstateObject[]): FactOf<'endpoint'>[] {
  const services = objects.filter(({ manifest }) => manifest.kind === 'Service' && manifest.apiVersion === 'v1')
  if (services.length === 0) return []
  const workloads = workloadsByNamespace(objects)
  return services.flatMap((service) => {
    const selector = textsOf(fieldsAt(service.manifest, 'spec', 'selector'))
    // A Service without a selector gets its endpoints from somebody else.
    if (Object.keys(selector).length === 0) return []
    const near = workloads.get(partsOf(service.ref).namespace) ?? []
    return near
      .filter(({ labels }) => matchesLabels({ matchLabels: selector }, labels))
      .map(({ workload }) => endpointOf(service, workload))
  })
}

const passing: ReadonlySet<string> = new Set(['Job', 'CronJob'])

function workloadsByNamespace(objects: readonly EstateObject[]) {
  const found = new Map<string, { workload: EstateObject; labels: { readonly [key: string]: string } }[]>()
  for (const workload of objects) {
    const { kind, namespace } = partsOf(workload.ref)
    const template = passing.has(kind) || isMade(workload.manifest) ? undefined : templatePath(kind)
    if (!template) continue
    const labels = textsOf(fieldsAt(workload.manifest, ...template, 'metadata', 'labels'))
    const near = found.get(namespace) ?? []
    found.set(namespace, near)
    near.push({ workload, labels })
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
