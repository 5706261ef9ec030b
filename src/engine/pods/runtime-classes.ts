// What a RuntimeClass adds to the pods that name it.
// Source: k8s.io/kubernetes@v1.36.3 plugin/pkg/admission/runtimeclass/admission.go:166 (overhead), :187 (scheduling).

import type { EstateObject } from '../../estate/estate.ts'
import type { PodSpec, ResourceList, Toleration } from '../../kubernetes/types.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { groupOf } from './api-group.ts'
import { type Fields, fieldsIn, fieldsOf, textOf, textsOf } from './untrusted.ts'

export type RuntimeClasses = ReadonlyMap<string, Fields>

export function runtimeClassesOf(objects: readonly EstateObject[]): RuntimeClasses {
  const classes = objects.filter(
    ({ manifest }) => manifest.kind === 'RuntimeClass' && groupOf(manifest.apiVersion) === 'node.k8s.io',
  )
  return new Map(classes.map(({ ref, manifest }) => [partsOf(ref).name, manifest]))
}

/** The spec with the class's overhead, node labels and tolerations; unchanged where nobody shows the class. */
export function withRuntimeClass(spec: PodSpec, classes: RuntimeClasses): PodSpec {
  const found = classes.get(textOf(spec.runtimeClassName) ?? '')
  if (!found) return spec
  const overhead = fieldsOf(fieldsOf(found.overhead).podFixed) as ResourceList
  const { nodeSelector, tolerations } = fieldsOf(found.scheduling)
  const added = fieldsIn(tolerations) as readonly Toleration[]
  return {
    ...spec,
    ...(Object.keys(overhead).length > 0 && { overhead }),
    ...(Object.keys(textsOf(nodeSelector)).length > 0 && {
      nodeSelector: { ...textsOf(nodeSelector), ...textsOf(spec.nodeSelector) },
    }),
    ...(added.length > 0 && { tolerations: [...(fieldsIn(spec.tolerations) as readonly Toleration[]), ...added] }),
  }
}
