// How long Kubernetes waits, by default, before it does something about a failure.
import { type Known, type Row, rowAt } from './table.ts'

export type TimerName = keyof typeof timers

/** The value of a timer in a version, `timer('nodeMonitorGraceSeconds', '1.33')`; undefined outside 1.29 to 1.36. */
export function timer(name: TimerName, version: string): Known<number> | undefined {
  return rowAt({ rows: timers[name], to: newest }, version)
}

/** The timers in the table, sorted. */
export function timerNames(): TimerName[] {
  return (Object.keys(timers) as TimerName[]).sort()
}

// Read in the sources of 1.29.0, 1.31.0, 1.32.0, 1.33.0, 1.34.4, 1.35.4 and 1.36.3; the lines are those of 1.36.3.
const asOf = '2026-11-21'
const newest = '1.36'
const kubernetes = 'k8s.io/kubernetes@v1.36.3/'

const always = (value: number, place: string): readonly Row<number>[] => [
  { from: '1.29', value, source: place.startsWith('k8s.io/') ? place : kubernetes + place, asOf },
]

const options = 'cmd/kube-controller-manager/app/options/nodelifecyclecontroller.go'
const kubelet = 'pkg/kubelet/apis/config/v1beta1/defaults.go'
const probe = 'pkg/apis/core/v1/defaults.go'

const timers = {
  /** A node that has not renewed its lease for so long is not ready. */
  nodeMonitorGraceSeconds: [
    {
      from: '1.29',
      value: 40,
      source: 'k8s.io/kubernetes@v1.29.0/pkg/controller/nodelifecycle/config/v1alpha1/defaults.go:41',
      asOf,
    },
    {
      from: '1.32',
      value: 50,
      source: `${kubernetes}pkg/controller/nodelifecycle/config/v1alpha1/defaults.go:46`,
      asOf,
    },
  ],
  /** How often that is looked at. */
  nodeMonitorPeriodSeconds: always(5, 'k8s.io/cloud-provider@v0.36.3/config/v1alpha1/defaults.go:60'),
  /** Pods that say nothing tolerate a node that is not ready, or unreachable, for so long. */
  defaultTolerationSeconds: always(300, 'plugin/pkg/admission/defaulttolerationseconds/admission.go:44'),
  /** Nodes of a healthy zone whose pods are evicted, per second. */
  nodeEvictionsPerSecond: always(0.1, `${options}:46`),
  /** The same for a large zone that is unhealthy; none are evicted in a small one. */
  secondaryNodeEvictionsPerSecond: always(0.01, `${options}:47`),
  /** A zone with more nodes is large. */
  largeZoneNodes: always(50, `${options}:48`),
  /** A zone is unhealthy where so many per cent of its nodes are not ready, … */
  unhealthyZonePercent: always(55, `${options}:49`),
  /** … but not with fewer nodes than these. */
  unhealthyZoneNodes: always(3, 'pkg/controller/nodelifecycle/node_lifecycle_controller.go:1277'),
  /** How often the nodes that wait for their turn in a zone are looked at. */
  nodeEvictionLookSeconds: always(0.1, 'pkg/controller/nodelifecycle/scheduler/rate_limited_queue.go:34'),
  /** Requests of each controller to the API server, per second, … */
  controllerRequestsPerSecond: always(20, 'pkg/controller/apis/config/v1alpha1/defaults.go:60'),
  /** … but for the first so many. */
  controllerRequestsAtOnce: always(30, 'pkg/controller/apis/config/v1alpha1/defaults.go:63'),
  /** The wait of a Job after its first lost pod; it doubles with each. */
  jobBackoffFirstSeconds: always(10, 'pkg/controller/job/job_controller.go:77'),
  jobBackoffMostSeconds: always(600, 'pkg/controller/job/job_controller.go:79'),
  /** Whatever happens to the pods of a Job is seen to after so long, together. */
  jobSyncBatchSeconds: always(1, 'pkg/controller/job/job_controller.go:71'),
  podGcPeriodSeconds: always(20, 'pkg/controller/podgc/gc_controller.go:48'),
  podGcQuarantineSeconds: always(40, 'pkg/controller/podgc/gc_controller.go:51'),
  terminationGraceSeconds: always(30, 'k8s.io/api@v0.36.3/core/v1/types.go:3768'),
  probePeriodSeconds: always(10, `${probe}:238`),
  probeTimeoutSeconds: always(1, `${probe}:235`),
  probeSuccessThreshold: always(1, `${probe}:241`),
  probeFailureThreshold: always(3, `${probe}:244`),
  /** The wait after a container's first crash; it doubles with each. */
  crashLoopFirstSeconds: always(10, 'pkg/kubelet/kubelet.go:173'),
  crashLoopMostSeconds: always(300, `${kubelet}:47`),
  /** A quota forgets a pod that is gone without being told within so long. */
  quotaResyncSeconds: always(300, 'pkg/controller/resourcequota/config/v1alpha1/defaults.go:41'),
  nodeStatusSeconds: always(10, `${kubelet}:149`),
  nodeLeaseSeconds: always(40, `${kubelet}:152`),
} as const satisfies { readonly [name: string]: readonly Row<number>[] }
