import type { JsonObject } from '../json.ts'
import { countOne } from '../outcome.ts'
import type { Question } from './scene.ts'

/** What pods have, by how it stands in them. */
const kinds: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['node selector', /"nodeSelector":/],
  ['required node affinity', /"nodeAffinity":\{"required/],
  ['preferred node affinity', /"preference":/],
  ['node by field', /"matchFields":/],
  ['tolerations', /"(dedicated|gpu|second)","(operator|value|effect)"/],
  ['host ports', /"hostPort":/],
  ['host network', /"hostNetwork":true/],
  ['image volumes', /"image":\{/],
  ['extended resources', /"example.com\/gpu":/],
  ['huge pages', /"hugepages-2Mi":/],
  ['ephemeral storage', /"ephemeral-storage":/],
  ['nothing asked for', /"resources":\{\}/],
  ['init containers', /"initContainers":/],
  ['overhead', /"overhead":/],
  ['priority', /"priorityClassName":/],
  ['never preempts', /"preemptionPolicy":"Never"/],
  ['required affinity', /"podAffinity":\{"required/],
  ['required anti-affinity', /"podAntiAffinity":\{"required/],
  ['preferred affinity or anti-affinity', /"podAffinityTerm":/],
  ['label keys that must match', /"matchLabelKeys":/],
  ['label keys that must not match', /"mismatchLabelKeys":/],
  ['namespaces by label', /"namespaceSelector":\{"/],
  ['all namespaces', /"namespaceSelector":\{\}/],
  ['spread', /"whenUnsatisfiable":"DoNotSchedule"/],
  ['preferred spread', /"whenUnsatisfiable":"ScheduleAnyway"/],
  ['least number of domains', /"minDomains":/],
  ['inclusion of nodes by affinity', /"nodeAffinityPolicy":/],
  ['inclusion of nodes by taints', /"nodeTaintsPolicy":/],
  ['an owner to be spread by', /"kind":"(ReplicaSet|StatefulSet|ReplicationController)"/],
  ['claims', /"persistentVolumeClaim":/],
  ['ephemeral claims', /"ephemeral":\{/],
  ['volumes of a driver in the pod', /"csi":\{/],
  ['disks in the pod', /"(gcePersistentDisk|awsElasticBlockStore|iscsi)":/],
  ['a node kept', /"nominatedNodeName":/],
  ['a node by name', /"nodeName":/],
  ['gates', /"schedulingGates":/],
  ['features of the node', /"restartPolicyRules":/],
  ['another scheduler', /"schedulerName":"another"/],
]

const states: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['terminating', /"deletionTimestamp":/],
  ['ended', /"phase":"(Succeeded|Failed)"/],
  ['resized', /"containerStatuses":/],
  ['waiting for a node kept', /"nominatedNodeName":/],
]

export function countKinds(notes: Map<string, number>, { ask, pods }: Question): void {
  count(notes, 'asked with', kinds, ask)
  count(notes, 'standing', states, pods)
  for (const { spec } of ask) {
    for (const [name, has] of shapes) if (has(spec as JsonObject)) countOne(notes, `asked with: ${name}`)
  }
}

/** What a text does not show. */
const shapes: readonly (readonly [name: string, has: (spec: JsonObject) => boolean])[] = [
  ['resources of the pod as a whole', ({ resources }) => resources !== undefined],
  [
    'sidecars',
    ({ initContainers }) =>
      Array.isArray(initContainers) && initContainers.some(({ restartPolicy }) => restartPolicy === 'Always'),
  ],
]

function count(notes: Map<string, number>, says: string, patterns: typeof kinds, pods: readonly JsonObject[]): void {
  for (const pod of pods) {
    const text = JSON.stringify(pod)
    for (const [name, pattern] of patterns) if (pattern.test(text)) countOne(notes, `${says}: ${name}`)
  }
}
