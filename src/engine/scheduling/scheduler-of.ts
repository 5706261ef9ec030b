// kube-scheduler 1.36 with its default profile over a cluster held in memory.

import { judge } from './judge.ts'
import { preempt } from './preempt.ts'
import type { Scheduler, SchedulingCluster } from './scheduler.ts'
import { bindClaims } from './volume-binding.ts'
import { leave, stand, worldOf } from './world.ts'

/** A scheduler over a copy of the cluster's state; the cluster itself is never changed. */
export function schedulerOf(cluster: SchedulingCluster): Scheduler {
  const world = worldOf(cluster)
  return {
    judge: (pod) => judge(world, world.read(pod)),
    preempt: (pod) => preempt(world, world.read(pod)),
    bind(manifest, name) {
      const pod = world.read(manifest)
      const node = world.nodeNamed.get(name)
      if (node) bindClaims(pod, world.storage, node)
      stand(world, pod, name)
    },
    remove: ({ namespace, name }) => leave(world, `${namespace}/${name}`),
  }
}
