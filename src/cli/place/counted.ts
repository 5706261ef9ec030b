// Which pods a placement counts, and how many of each, for somebody who compares it with a cluster.

import { admitObject } from '../../engine/admission/admit-object.ts'
import { newestMinor } from '../../engine/admission/minors.ts'
import { unseenPods } from '../../engine/placement/unseen-pods.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { countOf, fieldsOf } from '../../engine/pods/untrusted.ts'
import type { Estate } from '../../estate/estate.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { count } from '../text/count.ts'

/** What takes room on the nodes and is not in the sums; undefined where a picture of the cluster shows all pods. */
export function notCounted(estate: Estate, pods: readonly PodClass[]): string | undefined {
  if (pods.some(({ standing }) => standing !== undefined)) return undefined
  const unread = unseenPods(estate).length
  const others = unread === 0 ? '' : `, and of ${count(unread, 'part')} that ${unread === 1 ? 'was' : 'were'} not read`
  const system = pods.some(({ namespace }) => namespace === 'kube-system') ? '' : ', as in kube-system'
  return `not counted: pods that no file shows${system}${others}`
}

/** Why there are as many pods of a workload, where an autoscaler has a say. */
export function whySoMany({ scales, count: pods, workload }: PodClass, { objects, minor }: Estate): readonly string[] {
  if (!scales) return []
  const written = countOf(fieldsOf(objects.find(({ ref }) => ref === workload)?.manifest.spec).replicas, 1)
  const by = objects.filter(({ ref }) => scales.by.includes(ref))
  const names = by.map(({ ref }) => `${partsOf(ref).kind} ${partsOf(ref).name}`).sort()
  const refused = by.filter(({ manifest }) => admitObject(manifest, { minor: minor ?? newestMinor }).refused.length > 0)
  return [
    `${pods === scales.min ? 'the least' : `${pods} to begin with`} of ${scales.min} to ${scales.max} that ${names.join(', ')} may ask for`,
    ...(by.length > 0 && refused.length === by.length
      ? [
          `the API server refuses ${names.join(', ')}: without it there ${written === 1 ? 'is 1 pod' : `are ${written} pods`}`,
        ]
      : []),
  ]
}
