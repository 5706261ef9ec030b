// Which workloads a Service selects, and the ports that their pods name.

import { fieldsAt, fieldsIn, textsOf } from '../../estate/import/fields.ts'
import { type Labels, partsOf, type Ref } from '../../kubernetes/types.ts'
import { table, type View } from '../world.ts'
import { templatePathOf } from './pod-references.ts'

export interface Selectable {
  readonly workload: Ref
  readonly labels: Labels
  /** Names of container ports, with the protocol, and their numbers: `http/TCP`. */
  readonly ports: ReadonlyMap<string, unknown>
}

const byNamespace = table(({ estate, byWorkload }: View): ReadonlyMap<string, readonly Selectable[]> => {
  const all = estate.objects.flatMap((object): Selectable[] => {
    const path = templatePathOf(object)
    if (path === undefined) return []
    const template = fieldsAt(object.manifest, ...(path as string[]))
    const labels = byWorkload.get(object.ref)?.labels ?? textsOf(fieldsAt(template, 'metadata', 'labels'))
    return [{ workload: object.ref, labels, ports: portNames(fieldsAt(template, 'spec')) }]
  })
  return Map.groupBy(all, ({ workload }) => partsOf(workload).namespace)
})

// Namespace and label → workloads whose pods carry it: the rarest label of a selector leaves few to compare.
const byLabel = table((view: View): ReadonlyMap<string, readonly Selectable[]> => {
  const found = new Map<string, Selectable[]>()
  for (const [namespace, pods] of byNamespace(view))
    for (const pod of pods)
      for (const [key, value] of Object.entries(pod.labels)) {
        const at = keyOf(namespace, key, value)
        const near = found.get(at)
        if (near) near.push(pod)
        else found.set(at, [pod])
      }
  return found
})

/** Every workload of a namespace whose pods could be selected. */
export function podsIn(namespace: string, view: View): readonly Selectable[] {
  return byNamespace(view).get(namespace) ?? []
}

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
function portNames(spec: { readonly [field: string]: unknown }): ReadonlyMap<string, unknown> {
  const sidecars = fieldsIn(spec.initContainers).filter(({ restartPolicy }) => restartPolicy === 'Always')
  return new Map(
    [...fieldsIn(spec.containers), ...sidecars].flatMap(({ ports }) =>
      fieldsIn(ports).flatMap(({ name, protocol = 'TCP', containerPort }) =>
        typeof name === 'string' && typeof protocol === 'string'
          ? [[`${name}/${protocol}`, containerPort] as const]
          : [],
      ),
    ),
  )
}
