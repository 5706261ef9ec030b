// Which workloads a Service selects, and the ports that their pods name.

import { fieldsAt, fieldsIn, textsOf } from '../../estate/import/fields.ts'
import { type Labels, partsOf, type Ref } from '../../kubernetes/types.ts'
import { table, type View } from '../world.ts'
import { templatePathOf } from './pod-references.ts'

export interface Selectable {
  readonly workload: Ref
  readonly labels: Labels
  /** Names of container ports, with the protocol: `http/TCP`. */
  readonly ports: ReadonlySet<string>
}

// Namespace and label → workloads whose pods carry it: the rarest label of a selector leaves few to compare.
const byLabel = table(({ estate, byWorkload }: View): ReadonlyMap<string, readonly Selectable[]> => {
  const found = new Map<string, Selectable[]>()
  for (const object of estate.objects) {
    const path = templatePathOf(object)
    if (path === undefined) continue
    const template = fieldsAt(object.manifest, ...(path as string[]))
    const labels = byWorkload.get(object.ref)?.labels ?? textsOf(fieldsAt(template, 'metadata', 'labels'))
    const selectable = { workload: object.ref, labels, ports: portNames(fieldsAt(template, 'spec')) }
    for (const [key, value] of Object.entries(labels)) {
      const at = keyOf(partsOf(object.ref).namespace, key, value)
      const near = found.get(at)
      if (near) near.push(selectable)
      else found.set(at, [selectable])
    }
  }
  return found
})

/** The workloads whose pods a Service of this namespace with this selector takes; none for an empty selector. */
export function selectedPods(selector: Labels, namespace: string, view: View): readonly Selectable[] {
  const labels = Object.entries(selector)
  const [rarest = []] = labels
    .map(([key, value]) => byLabel(view).get(keyOf(namespace, key, value)) ?? [])
    .sort((a, b) => a.length - b.length)
  return rarest.filter((pod) =>
    labels.every(([key, value]) => Object.hasOwn(pod.labels, key) && pod.labels[key] === value),
  )
}

function keyOf(namespace: string, key: string, value: string): string {
  return `${namespace}/${key}=${value}`
}

// Source: k8s.io/kubernetes@v1.36.3 pkg/api/v1/pod/util.go (FindPort): by name and protocol, in containers and in sidecars.
function portNames(spec: { readonly [field: string]: unknown }): ReadonlySet<string> {
  const sidecars = fieldsIn(spec.initContainers).filter(({ restartPolicy }) => restartPolicy === 'Always')
  return new Set(
    [...fieldsIn(spec.containers), ...sidecars].flatMap(({ ports }) =>
      fieldsIn(ports).flatMap(({ name, protocol = 'TCP' }) =>
        typeof name === 'string' ? [`${name}/${protocol}`] : [],
      ),
    ),
  )
}
