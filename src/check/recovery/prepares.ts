// A promise that a procedure prepares a store: what brings tables and rows must come to every member that holds its own.

import type { Assumption } from '../../engine/assumption.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { copiesOf, type Members } from '../../engine/recovery/copies.ts'
import type { Procedure, Step } from '../../platform/model.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import type { Truth } from '../verdict.ts'
import { podsFor, type View } from '../world.ts'

type Rules = {
  reached: { store: string; step: string; through: Step['through'] } & Pick<Members, 'share' | 'count'>
  steps: { procedure: string }
}

export const prepares = definePromise<Rules>()({
  kind: 'prepares',
  asks: 'Does what prepares a store come to all of its rows?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const { store, by } = promise
    const pods = view ? podsFor(view, store, environment ?? '').filter(({ steady, count }) => steady && count > 0) : []
    const steps = by.steps.filter(({ does }) => does === 'migrate' || does === 'seed')
    yield {
      id: [place, store.name],
      environment,
      cluster,
      says: `after ${by.name} every member of ${store.name} has the tables and rows that it brings`,
      parts: view ? pods.flatMap((pod) => partsOf(steps, by, pod, view)) : [],
    }
  },

  says: {
    reached: (because, truth) => reachedWords(because, truth),
    steps: ({ procedure }) => `no step of ${procedure} migrates or seeds anything`,
  },
})

function partsOf(steps: readonly Step[], procedure: Procedure, pod: PodClass, view: View): readonly AnyPart<Rules>[] {
  if (steps.length === 0) return [part('steps', undefined, { procedure: procedure.name })]
  const { members } = copiesOf(view.estate, pod, view.denied)
  const { share, count, source } = members
  const { name } = pod
  return steps.map((step) => {
    const primary = isOneOfFollowers(step, members) ? onPrimary(step, procedure, name) : undefined
    const truth = truthOf(step, members, primary !== undefined && view.denied.has(primary.id))
    return part(
      'reached',
      truth,
      { store: name, step: step.name, through: step.through, share, count },
      {
        assumes: [...members.assumes, ...(primary ? [primary] : [])],
        cause: `independent-members/${pod.environment}/${pod.component ?? name}`,
        hint: 'a job that migrates through the name of the one primary, before anything that needs the tables starts',
        at: { source },
        stated: [step.stated, procedure.stated],
      },
    )
  })
}

function isOneOfFollowers({ through }: Step, { share }: Members): boolean {
  return through !== 'service' && share === 'follow'
}

// A follower refuses to write: whoever opens a way to one pod has to pick the right one.
function onPrimary({ name, stated }: Step, procedure: Procedure, store: string): Assumption {
  return {
    id: `on-primary/${procedure.name}/${name}`,
    says: `${name} is done on the primary of ${store}, whichever pod that is`,
    kind: 'declared',
    source: { stated },
  }
}

function truthOf({ through }: Step, { share }: Members, isDenied: boolean): Truth {
  if (share === 'one') return true
  if (share === 'follow') return !isDenied
  return share === 'independent' && through !== undefined ? false : undefined
}

function reachedWords({ store, step, through, share, count }: Rules['reached'], truth: Truth): string {
  if (share === 'one') return `${step} comes to ${store}, which has one member`
  if (share === 'follow') return `${step} comes to the primary of ${store}, and the other members follow it`
  if (truth === undefined) return `nobody says which of the ${count} members of ${store} ${step} comes to`
  const way = through === 'pod' ? 'a way to one pod' : 'one connection through a Service'
  return `${step} takes ${way}, and the ${count} members of ${store} are independent: the other ${count - 1} have none of it`
}
