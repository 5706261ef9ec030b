import { copiesOf, type Members } from '../../engine/recovery/copies.ts'
import type { FactOf } from '../../estate/estate.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import type { Truth } from '../verdict.ts'
import type { View } from '../world.ts'

interface Role {
  readonly service: string
  readonly role: string
  readonly store: string
  readonly share: Members['share']
  readonly count: number
  readonly isOnlySaid: boolean
}

// A Service leads to every pod that its selector takes. A name that promises a role holds only while somebody keeps
// the label of that role on the right pod.
export const roles = defineQuestion<{ role: Role }>({
  id: 'roles',
  asks: 'Does a name that promises a role lead to whoever has the role?',

  *judge({ views }) {
    for (const view of views)
      for (const fact of view.estate.facts)
        if (fact.trait === 'endpoint' && fact.role !== undefined) yield* findingOf(fact, fact.role, view)
  },

  says: {
    role: (role, truth) => roleWords(role, truth),
  },
})

function* findingOf(fact: FactOf<'endpoint'>, role: string, view: View): Iterable<Finding<{ role: Role }>> {
  const pod = view.byWorkload.get(fact.of)
  if (!pod) return
  const { members } = copiesOf(view.estate, pod, view.denied)
  const service = partsOf(fact.service).name
  const because: Role = {
    service,
    role,
    store: pod.name,
    share: members.share,
    count: members.count,
    isOnlySaid: members.onlySaid !== undefined,
  }
  yield {
    id: [fact.environment, service],
    environment: fact.environment,
    cluster: view.estate.cluster,
    says: `${service} leads to the ${role} of ${pod.name}`,
    source: fact.source,
    parts: [
      part('role', truthOf(fact, role, members), because, {
        assumes: members.assumes,
        cause:
          members.share === 'independent'
            ? `independent-members/${fact.environment}/${fact.component}`
            : `role/${fact.environment}/${service}`,
        hint: 'one name for one instance; a name per role when something keeps the label of the role on the right pod',
        at: { source: fact.source },
        stated: [members.source.stated],
      }),
    ],
  }
}

/** Names of the one that takes writes; a single member is it, and is nobody's follower. */
const firsts = new Set(['primary', 'master', 'leader', 'main', 'writer', 'rw'])

function truthOf({ standing }: FactOf<'endpoint'>, role: string, { share }: Members): Truth {
  if (share === 'independent') return false
  if (share === 'one') return firsts.has(role)
  if (share === 'unsaid' || share === 'alike') return undefined
  return standing.is === 'carried' ? true : standing.is === 'declared' ? false : undefined
}

function roleWords({ service, role, store, share, count, isOnlySaid }: Role, truth: Truth): string {
  if (share === 'one')
    return truth === true
      ? `${store} has one member, and ${service} leads to it`
      : `${store} has one member, and no ${role} beside it`
  if (share === 'independent') {
    const why = isOnlySaid ? 'replication is said and nothing declared does it' : 'none of them follows another'
    return `the ${count} members of ${store} are independent (${why}): there is no ${role} among them, and ${service} leads to all ${count}`
  }
  if (share === 'unsaid' || share === 'alike')
    return `nobody says how the ${count} members of ${store} follow each other, or what keeps the label of the ${role} on the right one`
  if (truth === true) return `${service} leads to the ${role} of ${store}: what replicates it keeps the name`
  return `the members of ${store} follow each other, and nothing keeps the label of the ${role} on the right one: ${service} leads to all ${count}`
}
