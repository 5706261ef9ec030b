// A name that leads to several members gives the answer of any of them. Where they hold different rows, that is luck.

import { fieldsOf } from '../../engine/pods/untrusted.ts'
import { copiesOf, joinedAssumption, type Members } from '../../engine/recovery/copies.ts'
import type { FactOf } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import { table, type View } from '../world.ts'

type Rules = {
  rows: {
    store: string
    names: readonly string[]
    isSharded: boolean
    /** Replication is said and nothing declared does it; `promoted`: said of it too, that one takes over by itself. */
    onlySaid?: 'followed' | 'promoted'
  } & Pick<Members, 'share' | 'count'>
}

export const agrees = defineQuestion<Rules>({
  id: 'agrees',
  asks: 'Do all members that one name leads to hold the same rows?',
  perCluster: true,

  *judge({ views }) {
    for (const view of views) yield* findingsIn(view)
  },

  says: {
    rows: ({ store, names, isSharded, onlySaid, share, count }, truth) => {
      const by = names.join(' and ')
      if (isSharded) return `whichever member of ${store} ${by} leads to, it names the one that has a key`
      if (truth === true)
        return share === 'one'
          ? `${store} has one member behind ${by}`
          : `every member of ${store} has all rows, whichever ${by} leads to`
      if (onlySaid !== undefined) {
        const promoting = onlySaid === 'promoted' ? ', or promotes one of them when that is gone' : ''
        return `${store} is said to have one member that takes writes and ${count === 2 ? '1 that follows' : `${count - 1} that follow`} it, and nothing declared makes them follow${promoting}: pods that nothing sets up start as servers of their own`
      }
      const miss = count === 2 ? 'every second read misses it' : `${count - 1} of ${count} reads miss it`
      return `what is written through ${by} is on one of the ${count} members of ${store}, which are independent: ${miss}`
    },
  },
})

function* findingsIn(view: View): Generator<Finding<Rules>> {
  const named = Map.groupBy(
    view.estate.facts.filter((fact) => isBalanced(fact, view)),
    ({ of }) => of,
  )
  for (const [of, endpoints] of named) {
    const pod = view.byWorkload.get(of)
    if (!pod || pod.count < 2) continue
    const { members } = copiesOf(view.estate, pod, view.denied)
    const says = members.replication ?? members.onlySaid
    // Only where somebody says what the members hold; manifests do not.
    if (!says || members.share === 'unsaid' || members.share === 'alike') continue
    const joined = joinedAssumption(says, members.count)
    const isSharded = says.shards !== undefined
    yield {
      id: [says.environment, pod.name],
      environment: says.environment,
      cluster: view.estate.cluster,
      says: `every name of ${pod.name} gives the same answer each time`,
      source: members.source,
      about: [of],
      parts: [
        part(
          'rows',
          isSharded ? !view.denied.has(joined.id) : members.share !== 'independent',
          {
            store: pod.name,
            isSharded,
            ...(members.onlySaid && { onlySaid: says.failover === 'automatic' ? 'promoted' : 'followed' }),
            names: endpoints.map(({ service }) => partsOf(service).name).sort(),
            share: members.share,
            count: members.count,
          },
          {
            assumes: isSharded ? [joined] : members.assumes,
            cause: `independent-members/${says.environment}/${says.component}`,
            hint: members.onlySaid
              ? 'what keeps its followers: operatedBy; of a cache, its sentinel'
              : 'one primary that takes every write, with followers; or clients that know which member holds which key',
            at: { source: members.source },
            stated: [says.source.stated, ...endpoints.map(({ source }) => source.stated)],
          },
        ),
      ],
    }
  }
}

// By a headless Service one member is called by its own name.
function isBalanced(fact: View['estate']['facts'][number], view: View): fact is FactOf<'endpoint'> {
  return fact.trait === 'endpoint' && !headless(view).has(fact.service)
}

const headless = table(({ estate }): ReadonlySet<Ref> => {
  const services = estate.objects.filter(({ ref }) => ref.startsWith('Service/'))
  return new Set(services.filter(({ manifest }) => fieldsOf(manifest.spec).clusterIP === 'None').map(({ ref }) => ref))
})
