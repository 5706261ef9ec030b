// Work that several pods share out among themselves by what a store holds: one store must hold it, and somebody must take
// over the part of one that is gone.

import type { Assumption } from '../../engine/assumption.ts'
import { copiesOf, type Members } from '../../engine/recovery/copies.ts'
import type { FactOf } from '../../estate/estate.ts'
import { type AnyPart, defineQuestion, type Finding, part } from '../define.ts'
import { sayTime } from '../span-words.ts'
import type { Truth } from '../verdict.ts'
import type { View } from '../world.ts'

type Rules = {
  writer: { workload: string; replicas: number; by: 'lock' | 'partitions'; store: string } & Pick<
    Members,
    'share' | 'count'
  >
  takeover: { workload: string; replicas: number; takesOverSeconds?: number }
}

export const shares = defineQuestion<Rules>({
  id: 'shares',
  asks: 'Has work that pods share out one owner at a time, and another when its owner is gone?',

  *judge({ views }) {
    for (const view of views)
      for (const fact of view.estate.facts) if (fact.trait === 'shares') yield* findingsOf(fact, view)
  },

  says: {
    writer: (because, truth) => writerWords(because, truth),
    takeover: ({ workload, replicas, takesOverSeconds }) =>
      takesOverSeconds === undefined
        ? `each of the ${replicas} pods of ${workload} has partitions of its own, and nobody says who takes over those of one that is gone: until then 1/${replicas} of the work stops`
        : `each of the ${replicas} pods of ${workload} has partitions of its own, and another takes them over after ${sayTime(takesOverSeconds)}`,
  },
})

function* findingsOf(fact: FactOf<'shares'>, view: View): Generator<Finding<Rules>> {
  const pod = view.byWorkload.get(fact.of)
  const store = view.byWorkload.get(fact.in)
  if (!pod || pod.count === 0) return
  const about = { environment: fact.environment, cluster: view.estate.cluster, source: fact.source }
  if (store) {
    const { members } = copiesOf(view.estate, store, view.denied)
    const because = { workload: pod.name, replicas: pod.count, by: fact.by, store: store.name }
    yield {
      ...about,
      id: [fact.environment, pod.name],
      says: `what ${pod.name} shares out by ${store.name} has one owner at a time`,
      about: [fact.of, fact.in],
      parts: [
        part(
          'writer',
          members.share === 'unsaid' ? undefined : members.share === 'one' || members.share === 'follow',
          { ...because, share: members.share, count: members.count },
          {
            assumes: members.assumes,
            cause: `independent-members/${store.environment}/${store.component ?? store.name}`,
            hint: 'one primary that takes every write, with followers; or work that is bound to one member',
            at: { source: members.source },
            stated: [fact.source.stated],
          },
        ),
      ],
    }
  }
  if (fact.by === 'partitions' && pod.count > 1)
    yield {
      ...about,
      id: [fact.environment, pod.name, 'takeover'],
      says: `the partitions of a pod of ${pod.name} that is gone find another`,
      about: [fact.of],
      parts: [takeoverPart(fact, pod.name, pod.count, view)],
    }
}

function takeoverPart(fact: FactOf<'shares'>, workload: string, replicas: number, { denied }: View): AnyPart<Rules> {
  const { environment, component, source, takesOverSeconds } = fact
  const assumption: Assumption =
    takesOverSeconds === undefined
      ? {
          id: `hands-over/${environment}/${component}`,
          says: `the partitions of a pod of ${component} that is gone are taken over, though nobody says how or when`,
          kind: 'declared',
          source,
        }
      : {
          id: `takes-over/${environment}/${component}`,
          says: `another pod of ${component} takes over no later than said`,
          kind: 'estimate',
          source,
        }
  return part(
    'takeover',
    !denied.has(assumption.id),
    { workload, replicas, ...(takesOverSeconds !== undefined && { takesOverSeconds }) },
    {
      assumes: [assumption],
      cause: `partitions-without-owner/${environment}/${component}`,
      hint: 'a lease for each partition that ends when its owner is gone, with the time until another takes it',
    },
  )
}

function writerWords({ workload, replicas, by, store, share, count }: Rules['writer'], truth: Truth): string {
  const what = by === 'lock' ? 'locks' : 'how far it has come'
  if (truth === undefined)
    return `${workload} keeps ${what} in ${store}, and nobody says how the ${count} members of that follow each other`
  if (truth === true) {
    const who =
      share === 'one' ? `${store} has one member` : `the members of ${store} follow one that takes every write`
    return `${workload} keeps ${what} in ${store}: ${who}`
  }
  const why = `${workload} keeps ${what} in ${store}, whose ${count} members are independent`
  return by === 'lock'
    ? `${why}: a lock in one of them holds in no other, and ${replicas} pods that are connected to different ones take the same work`
    : `${why}: a pod that is connected to another one finds nothing there, or something else, and does work again or leaves it out`
}
