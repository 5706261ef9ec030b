// How many pods there are while a release is rolled out: the controller's arithmetic, not the order in which people think.

import { type Rollout, rollout } from '../../engine/disruption/rollout.ts'
import { fieldsOf } from '../../engine/pods/untrusted.ts'
import type { Manifest } from '../../kubernetes/types.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import { podsFor } from '../world.ts'

type Rules = {
  /** `most`: at the maximum of an autoscaler, whose minimum `rollout` is at. */
  pods: { workload: string; rollout: Rollout | undefined; most?: Rollout; from: number; to: number }
}

export const rolls = definePromise<Rules>()({
  kind: 'rolls',
  asks: 'Are there as many pods as promised while it is rolled out?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const { component, available } = promise
    const pods = view ? podsFor(view, component, environment ?? '').filter(({ steady }) => steady) : []
    yield {
      id: [place, component.name],
      environment,
      cluster,
      says: `${available.from} to ${available.to} pods of ${component.name} are there throughout a rollout`,
      source: pods[0]?.source ?? { stated: promise.stated },
      parts: pods.map((pod): AnyPart<Rules> => {
        const object = view?.estate.objects.find(({ ref }) => ref === pod.workload)
        // An autoscaler may have scaled it down before a rollout begins, or up.
        const { min, max } = pod.scales ?? { min: pod.count, max: pod.count }
        const found = object && rollout(withReplicas(object.manifest, min))
        const most = object && rollout(withReplicas(object.manifest, max))
        const holds = found && most && found.leastAvailable >= available.from && most.mostPresent <= available.to
        return part(
          'pods',
          holds,
          { workload: pod.name, rollout: found, ...(max > min && { most }), ...available },
          {
            cause: `rollout/${pod.environment}/${pod.component}`,
            hint: 'maxUnavailable and maxSurge that keep within what is promised',
            at: { source: pod.source, path: ['spec', 'strategy', 'rollingUpdate'] },
          },
        )
      }),
    }
  },

  says: {
    pods: ({ workload, rollout: found, most: atMost = found, from, to }, truth) => {
      if (!found || !atMost) return `nobody says how ${workload} is rolled out`
      const { replicas, maxUnavailable, leastAvailable, strategy } = found
      const least = `${replicas} − ${maxUnavailable} = ${leastAvailable} available at least`
      const most = `${atMost.replicas} + ${atMost.maxSurge} = ${atMost.mostPresent} there at most`
      const promised = truth === true ? '' : `, and ${from} to ${to} are promised`
      return `${workload}, ${strategy}: ${least}, ${most}${promised}`
    },
  },
})

function withReplicas(manifest: Manifest, replicas: number): Manifest {
  return { ...manifest, spec: { ...fieldsOf(manifest.spec), replicas } }
}
