import type { PodClass } from './pod-class.ts'

/** A pod that nothing makes anew, neither elsewhere nor on its own node. */
export function isBare({ kind, keptBy }: PodClass): boolean {
  return kind === 'Pod' && keptBy === undefined
}

/** Pods that an eviction moves: those of DaemonSets and of kubelets are of their node, and a drain leaves them there. */
export function isEvicted({ kind, keptBy, count }: PodClass): boolean {
  return kind !== 'DaemonSet' && keptBy !== 'kubelet' && count > 0
}
