// Pods that nobody makes anew: gone with their node, and in the way of whoever drains it.

import { isBare } from '../../engine/pods/bare.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { fieldsOf } from '../../engine/pods/untrusted.ts'
import type { Advice } from '../report.ts'
import type { View, World } from '../world.ts'

/** A drain without `--force` refuses nodes that hold one (kubectl v0.36.3 pkg/drain/filters.go:236). */
export function* barePods({ views }: World): Generator<Advice> {
  for (const view of views) {
    const hooks = hooksOf(view)
    const pods = view.pods.filter((pod) => isLonely(pod) && !hooks.has(pod.workload))
    if (pods.length === 0) continue
    const line =
      pods.length === 1
        ? 'a pod has no controller: nothing makes it anew when its node goes, and kubectl drain asks for --force there'
        : `${pods.length} pods have no controller: nothing makes them anew when their nodes go, and kubectl drain asks for --force there`
    const rows = pods.map(({ namespace, name }) => [`${namespace}/${name}`, 'bare pod'] as const)
    yield { id: `bare-pods/${view.estate.cluster}`, says: { line, rows } }
  }
}

// One that ends by itself is a task, and not missed.
function isLonely(pod: PodClass): boolean {
  return isBare(pod) && pod.count > 0 && !pod.source.live && (pod.spec.restartPolicy ?? 'Always') === 'Always'
}

/** Pods of a release's tests and hooks come and go with it. */
function hooksOf({ estate }: View): ReadonlySet<string> {
  const marks = ['helm.sh/hook', 'argocd.argoproj.io/hook']
  const hooks = estate.objects.filter(({ manifest }) => {
    const annotations = fieldsOf(manifest.metadata.annotations)
    return manifest.kind === 'Pod' && marks.some((mark) => Object.hasOwn(annotations, mark))
  })
  return new Set(hooks.map(({ ref }) => ref))
}
