import { type Insecure, insecure, type Level } from '../../engine/admission/pod-security.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { textsOf } from '../../engine/pods/untrusted.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import { subjectOf } from '../placement/subject.ts'
import type { View } from '../world.ts'
import { mutated, mutatorsIn, type Perhaps, perhapsRows } from './mutated.ts'

interface Secured extends Perhaps {
  readonly namespace: string
  readonly level: Level
  readonly refused: readonly Insecure[]
}

const label = 'pod-security.kubernetes.io/enforce'
const levels: ReadonlyMap<string, Level> = new Map<string, Level>([
  ['baseline', 'baseline'],
  ['restricted', 'restricted'],
])

// A Deployment against the level is taken, and none of its pods.
export const secured = defineQuestion<{ secured: Secured }>({
  id: 'secured',
  asks: 'Does every pod keep to the Pod Security level that its namespace enforces?',
  perCluster: true,

  *judge({ views }) {
    for (const view of views) {
      const enforcing = new Map(view.estate.objects.flatMap(levelOf))
      for (const pod of view.pods) {
        const found = pod.count > 0 ? enforcing.get(pod.namespace) : undefined
        if (found) yield findingOf(pod, found, view)
      }
    }
  },

  says: {
    secured: ({ namespace, level, refused, ...may }, truth) => ({
      line:
        truth === true
          ? `nothing in it is against ${level}, which namespace ${namespace} enforces`
          : truth === undefined
            ? `namespace ${namespace} enforces ${level}, and nobody shows how its pods keep to it`
            : `none of its pods is created: namespace ${namespace} enforces ${level}`,
      rows: [...refused.map(({ container, what }) => [container ?? 'the pod', what] as const), ...perhapsRows(may)],
    }),
  },
})

interface Enforcing {
  readonly level: Level
  readonly object: EstateObject
}

function levelOf(object: EstateObject): [string, Enforcing][] {
  if (object.manifest.kind !== 'Namespace') return []
  const labels = textsOf(object.manifest.metadata.labels)
  const level = Object.hasOwn(labels, label) ? levels.get(labels[label] ?? '') : undefined
  return level === undefined ? [] : [[partsOf(object.ref).name, { level, object }]]
}

function findingOf(pod: PodClass, { level, object }: Enforcing, view: View): Finding<{ secured: Secured }> {
  const refused = insecure(pod.spec, level)
  // What an operator makes may say more of its security than is known of it here.
  const written = refused.length === 0 ? true : pod.source.made ? undefined : false
  const { truth, assumes, may } = mutated(written, mutatorsIn(view)(pod), view.denied)
  return {
    id: subjectOf(pod, view),
    environment: pod.environment,
    cluster: view.estate.cluster,
    says: `the pods of ${pod.name} keep to ${level}`,
    source: pod.source,
    about: [pod.workload, object.ref],
    parts: [
      part(
        'secured',
        truth,
        { namespace: pod.namespace, level, refused, ...may },
        {
          assumes,
          at: { source: pod.source },
          cause: `pod-security/${subjectOf(pod, view).join('/')}`,
          hint: 'a securityContext that keeps to the level, or a namespace of a lower one',
        },
      ),
    ],
  }
}
