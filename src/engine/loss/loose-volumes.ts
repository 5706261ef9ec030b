import type { PodClass } from '../pods/pod-class.ts'

const known = new WeakMap<readonly PodClass[], readonly PodClass[]>()

/** The same pods with volumes that any node reaches; how many a node attaches still counts. */
export function withLooseVolumes(pods: readonly PodClass[]): readonly PodClass[] {
  const found = known.get(pods) ?? loosened(pods)
  known.set(pods, found)
  return found
}

function loosened(pods: readonly PodClass[]): readonly PodClass[] {
  const isTied = ({ claims }: PodClass) => claims.some(({ bound, volume }) => bound !== 'cluster' || volume)
  if (!pods.some(isTied)) return pods
  return pods.map((pod) => (isTied(pod) ? { ...pod, claims: pod.claims.map(loose) } : pod))
}

function loose({ volume: _, ...claim }: PodClass['claims'][number]): PodClass['claims'][number] {
  return { ...claim, bound: 'cluster' }
}
