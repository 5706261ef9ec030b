// What could not be read may hold objects: it stands in the estate by name, so that nothing is called absent because of it.

import type { ReadProblem } from '../../kubernetes/read.ts'
import type { Unseen } from '../estate.ts'
import { given } from '../given.ts'
import { sortedBy } from '../order.ts'

/** One entry for each file, sorted by id: it may hold what any of its unread parts may. */
export function unseenOf(problems: readonly ReadProblem[]): readonly Unseen[] {
  const byFile = new Map<string, ReadProblem[]>()
  for (const problem of problems) byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problem])
  return sortedBy(
    [...byFile].map(([file, found]) => unseenFile(file, found)),
    ({ id }) => id,
  )
}

function unseenFile(file: string, problems: readonly ReadProblem[]): Unseen {
  const [first] = problems
  return given<Unseen>({
    id: `unread/${file}`,
    says: `${file} was not read whole: ${first?.says}`,
    kinds: unionOf(
      problems.map(({ hint }) =>
        hint?.kinds?.flatMap((kind): readonly (string | undefined)[] => made.get(kind) ?? anything),
      ),
    ),
    namespaces: unionOf(problems.map(({ hint }) => hint?.namespaces)),
    source: { at: { file, line: first?.line ?? 1, column: first?.column ?? 1 } },
  })
}

const anything: readonly undefined[] = [undefined]

function unionOf(sets: readonly (readonly (string | undefined)[] | undefined)[]): string[] | undefined {
  const all = sets.flatMap((set) => set ?? anything)
  return all.includes(undefined) ? undefined : [...new Set(all as string[])].sort()
}

// Kinds whose objects come to nothing but themselves and what stands behind them; every other may be an operator's.
const made: ReadonlyMap<string, readonly string[]> = new Map([
  ...[
    'Namespace',
    'Node',
    'Service',
    'Ingress',
    'NetworkPolicy',
    'ConfigMap',
    'Secret',
    'ServiceAccount',
    'Role',
    'RoleBinding',
    'ClusterRole',
    'ClusterRoleBinding',
    'PersistentVolume',
    'PersistentVolumeClaim',
    'StorageClass',
    'PodDisruptionBudget',
    'HorizontalPodAutoscaler',
    'ResourceQuota',
    'LimitRange',
    'PriorityClass',
    'RuntimeClass',
    'Pod',
  ].map((kind): [string, string[]] => [kind, [kind]]),
  ['Deployment', ['Deployment', 'Pod', 'ReplicaSet']],
  ['ReplicaSet', ['Pod', 'ReplicaSet']],
  ['ReplicationController', ['Pod', 'ReplicationController']],
  ['DaemonSet', ['DaemonSet', 'Pod']],
  ['StatefulSet', ['PersistentVolumeClaim', 'Pod', 'StatefulSet']],
  ['Job', ['Job', 'Pod']],
  ['CronJob', ['CronJob', 'Job', 'Pod']],
])
