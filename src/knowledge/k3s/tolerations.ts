import type { Toleration } from '../../kubernetes/types.ts'

/** What every packaged part of K3s tolerates, so that it also runs on servers kept free of workloads. */
export const tolerations: readonly Toleration[] = [
  { key: 'CriticalAddonsOnly', operator: 'Exists' },
  { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' },
  { key: 'node-role.kubernetes.io/master', operator: 'Exists', effect: 'NoSchedule' },
]
