// How many pods there are while a release is rolled out: the controller's arithmetic, not the order in which people think.

import type { Assumption } from '../../engine/assumption.ts'
import { type Rollout, rollout } from '../../engine/disruption/rollout.ts'
import { freshRollout, runRollout } from '../../engine/disruption/rollout-run.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { fieldsOf } from '../../engine/pods/untrusted.ts'
import type { Manifest } from '../../kubernetes/types.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import { podsFor } from '../world.ts'
import { type OrderParts, orderPart, orderWords } from './rollout-order.ts'

type RollsPromise = Extract<PlatformPromise, { kind: 'rolls' }>

type Rules = OrderParts & {
  /** `most`: at the maximum of an autoscaler, whose minimum `rollout` is at. */
  pods: {
    workload: string
    rollout: Rollout | undefined
    most?: Rollout
    from: number
    to?: number
    /** Old and new pods after each step of the controller; absent where there are many. */
    steps?: readonly (readonly [old: number, made: number])[]
  }
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
      says: wholeWords(promise),
      source: pods[0]?.source ?? { stated: promise.stated },
      parts: pods.flatMap((pod): readonly AnyPart<Rules>[] => {
        const object = view?.estate.objects.find(({ ref }) => ref === pod.workload)
        // An autoscaler may have scaled it down before a rollout begins, or up.
        const { min, max } = pod.scales ?? { min: pod.count, max: pod.count }
        const found = object && rollout(withReplicas(object.manifest, min))
        const most = object && rollout(withReplicas(object.manifest, max))
        const steps = found && stepsOf(found, pod.kind)
        const byHand = found?.strategy === 'OnDelete' ? [oneAtATime(pod)] : []
        const isWithin =
          found &&
          most &&
          found.leastAvailable >= available.from &&
          most.mostPresent <= (available.to ?? most.mostPresent)
        const holds = isWithin && !byHand.some(({ id }) => view?.denied.has(id))
        const order = promise.first === 'new' ? [orderPart(pod, most, world)] : []
        const count = part(
          'pods',
          holds,
          {
            workload: pod.name,
            rollout: found,
            ...(max > min && { most }),

            ...available,
            ...(steps && { steps }),
          },
          {
            assumes: byHand,
            cause: `rollout/${pod.environment}/${pod.component}`,
            hint: 'maxUnavailable and maxSurge that keep within what is promised',
            at: { source: pod.source, path: ['spec', 'strategy', 'rollingUpdate'] },
          },
        )
        return [count, ...order]
      }),
    }
  },

  says: {
    pods: ({ workload, rollout: found, most: atMost = found, from, to, steps = [] }, truth) => {
      if (!found || !atMost) return `nobody says how ${workload} is rolled out`
      const { replicas, maxUnavailable, leastAvailable, strategy } = found
      const least = `${replicas} − ${maxUnavailable} = ${leastAvailable} available at least`
      const most = `${atMost.replicas} + ${atMost.maxSurge} = ${atMost.mostPresent} there at most`
      const promised =
        truth === true ? '' : `, and ${promisedWords({ from, ...(to !== undefined && { to }) })} are promised`
      const way = steps.map(([old, made]) => `${old} + ${made}`).join(', ')
      const rows = way === '' ? [] : [['old + new', way] as const]
      return { line: `${workload}, ${strategy}: ${least}, ${most}${promised}`, rows }
    },

    order: orderWords,
  },
})

function promisedWords({ from, to }: { readonly from: number; readonly to?: number }): string {
  return to === undefined ? `${from} or more` : `${from} to ${to}`
}

function wholeWords({ component, available, first }: RollsPromise): string {
  const count = `${promisedWords(available)} pods of ${component.name} are there throughout a rollout`
  return first === 'new' ? `${count}, and no old one ends before a new one is ready` : count
}

/** Whoever rolls it out by hand may delete all at once. */
function oneAtATime({ workload, name }: PodClass): Assumption {
  const says = `whoever deletes the pods of ${name} (OnDelete) waits for each to be ready again`
  return { id: `one-at-a-time/${workload}`, says, kind: 'outside' }
}

// More of them would be read by nobody.
const fewPods = 10

/** How the controller goes, each new pod ready before the next step. */
function stepsOf({ replicas, strategy, asks }: Rollout, kind: PodClass['kind']) {
  if (kind !== 'Deployment' || replicas > fewPods || strategy === 'OnDelete') return undefined
  const { steps } = runRollout(freshRollout({ replicas, strategy, ...asks }), { comesUp: () => true })
  return steps.map(([old, made]) => [old?.replicas ?? 0, made?.replicas ?? 0] as const)
}

function withReplicas(manifest: Manifest, replicas: number): Manifest {
  return { ...manifest, spec: { ...fieldsOf(manifest.spec), replicas } }
}
