import type { PodClass } from './pod-class.ts'

/** Whether a picture of the cluster shows where pods run: one that was made for somebody, not one that names its own node. */
export function isSeen({ standing, kind, keptBy }: PodClass): boolean {
  return standing !== undefined && (kind !== 'Pod' || keptBy !== undefined)
}
