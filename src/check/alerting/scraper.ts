// Who scrapes for a Prometheus of the operator, by what its pods are labelled.

import { fieldsOf, textsOf } from '../../engine/pods/untrusted.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { Scraper } from './reached.ts'

/** Without one, any Prometheus anywhere. */
export function scraperOf(by: EstateObject | undefined): Scraper {
  if (!by) return { name: 'any Prometheus', pods: {} }
  const { namespace, name } = partsOf(by.ref)
  return { name: `Prometheus ${name}`, namespace, pods: { namespaces: [namespace], labels: prometheusLabels(by) } }
}

// As Prometheus Operator labels its pods (prometheus-operator@v0.85, pkg/prometheus/server/statefulset.go).
function prometheusLabels({ ref, manifest }: EstateObject): { readonly [key: string]: string } {
  const { name } = partsOf(ref)
  const podMetadata = fieldsOf(fieldsOf(manifest.spec).podMetadata)
  return {
    ...textsOf(podMetadata.labels),
    'app.kubernetes.io/name': 'prometheus',
    'app.kubernetes.io/instance': name,
    'app.kubernetes.io/managed-by': 'prometheus-operator',
    'operator.prometheus.io/name': name,
    prometheus: name,
  }
}
