// What Kubernetes does, and does not do, of its own accord.
import { type Known, type Row, rowAt } from './table.ts'

export type BehaviourName = keyof typeof behaviours

/** Whether a version behaves so; undefined outside 1.29 to 1.36. */
export function behaviour(name: BehaviourName, version: string): Known<boolean> | undefined {
  return rowAt({ rows: behaviours[name], to: '1.36' }, version)
}

const asOf = '2026-11-21'
const controller = 'k8s.io/kubernetes@v1.36.3/pkg/controller'
const always = (value: boolean, source: string): readonly Row<boolean>[] => [{ from: '1.29', value, source, asOf }]

const behaviours = {
  /** A pod of a StatefulSet is created anew only when the one before it is gone, and nobody takes it off a silent node. */
  statefulSetReplacesOnSilentNode: always(
    false,
    'https://kubernetes.io/docs/tasks/run-application/force-delete-stateful-set-pod/; ' +
      `${controller}/statefulset/stateful_set_control.go:509`,
  ),
  /** A pod of a Deployment on a silent node is replaced as soon as it is marked for deletion. */
  deploymentReplacesOnSilentNode: always(true, `${controller}/controller_utils.go:1096`),
  /** Where every node of every zone is silent nothing is evicted. */
  evictsWhenAllZonesAreSilent: always(false, `${controller}/nodelifecycle/node_lifecycle_controller.go:1264`),
  /** A pod on a silent node counts against its namespace's quota until it is gone. */
  quotaChargesTerminating: always(true, 'https://kubernetes.io/docs/concepts/policy/resource-quotas/'),
} as const satisfies { readonly [name: string]: readonly Row<boolean>[] }
