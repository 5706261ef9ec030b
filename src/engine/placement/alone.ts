import type { PodClass } from '../pods/pod-class.ts'

const alone = new WeakMap<PodClass, readonly PodClass[]>()

/** The class as a list of its own, always the same one: its board is made once. */
export function aloneOf(pod: PodClass): readonly PodClass[] {
  const known = alone.get(pod) ?? [pod]
  alone.set(pod, known)
  return known
}
