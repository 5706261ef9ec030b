// The images of an estate, each with the workloads that run it.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type Fields, fieldsIn, textOf } from '../../engine/pods/untrusted.ts'
import { byCodePoint } from '../../platform/order.ts'

/** Of pods that run, by image, sorted. */
export function imagesOf(pods: readonly PodClass[]): readonly (readonly [image: string, by: readonly PodClass[]])[] {
  const found = new Map<string, PodClass[]>()
  for (const pod of pods)
    for (const image of pod.count > 0 ? imagesIn(pod) : []) found.set(image, [...(found.get(image) ?? []), pod])
  return [...found].sort(([a], [b]) => byCodePoint(a, b))
}

function imagesIn({ spec }: PodClass): readonly string[] {
  const lists = ['initContainers', 'containers'].map((list) => fieldsIn((spec as unknown as Fields)[list]))
  return [...new Set(lists.flat().flatMap(({ image }) => textOf(image) ?? []))]
}

/** An image of which nobody said what it is. */
export function isUnstated(image: string): boolean {
  return image.startsWith('unstated.invalid/')
}
